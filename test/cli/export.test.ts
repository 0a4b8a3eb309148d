import { describe, expect, it } from "vitest";
import { families } from "../helpers/families.ts";
import { gtfp } from "../helpers/memory-io.ts";

const farm = `system farm {
  time [year] = 0 .. 10
  stock herd = 100
  flow births: cloud -> herd = 0.1 [1/year] * herd
}
dimension kind = cow, goat
`;
const run = (model: string, ...args: string[]) => gtfp(["export", "-", ...args], { stdin: model });

describe("gtfp export", () => {
  it("writes a unit's program as LP unless told, and as MPS", async () => {
    const { code, out, err } = await run(families, "directional", "--dmu", "C");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Maximize\n objective: + beta");
    const explained = await gtfp(["explain", "-", "directional", "--dmu", "C", "--format", "lp"], {
      stdin: families,
    });
    expect(out).toBe(explained.out);
    expect((await run(families, "directional", "--dmu", "C", "--format", "mps")).out).toMatch(
      /^\* .*\nNAME program\n/,
    );
  });

  it("writes a system as XMILE", async () => {
    const { code, out } = await run(farm, "farm");
    expect(code).toBe(0);
    expect(out).toContain('<stock name="herd"><eqn>100</eqn><inflow>births</inflow></stock>');
  });

  it("refuses what it cannot write, in a line", async () => {
    const refusal = async (model: string, ...args: string[]) => {
      const { code, out, err } = await run(model, ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      return err;
    };
    expect(await refusal(families, "directional")).toContain("name it with --dmu");
    expect(await refusal(families, "directional", "--format", "xmile")).toContain("is written as lp or mps");
    expect(await refusal(farm, "farm", "--format", "lp")).toContain("is written as xmile");
    expect(await refusal(farm, "kind")).toContain("measures and systems can be exported");
    expect(await refusal(farm, "frm")).toContain("did you mean `farm`?");
    expect(await refusal(families, "nobody", "--dmu", "C")).toContain("nothing called `nobody`");
    expect(await refusal("measure m = radial(none)\n", "m", "--dmu", "C")).toContain("GTFP5001");
  });

  it("refuses the fractional program of a free disposal hull, which is one for each unit", async () => {
    const model = families.replace("measure whole       = radial(hull)", "measure whole = sbm(hull)");
    const { code, err } = await run(model, "whole", "--dmu", "C");
    expect(code).toBe(2);
    expect(err).toContain("free disposal hull");
  });
});
