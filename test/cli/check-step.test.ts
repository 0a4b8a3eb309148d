import { describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const tank = (step: string) => `system tank {
  time [year] = 0 .. 4 step ${step} using euler save every 1
  stock water [t] = 100
  flow loss: water -> cloud = water / 2 [year]
}
`;
const check = (stdin: string, ...more: string[]) => gtfp(["check", "-", "--dt", ...more], { stdin });

describe("check --dt", () => {
  it("shows what moves when the step is halved", async () => {
    const { code, out } = await check(tank("1/2"));
    expect(code).toBe(0);
    expect(out).toContain("tank.step");
    expect(out).toContain("Halving the step of 0.5 moves what is listed here by more than 1 %.");
    expect(out).toMatch(/baseline +water +4 +10\.011 +11\.807 +0\.1521/);
  });

  it("says so where nothing does, and where there is nothing to check", async () => {
    const fine = await check(tank("1/512"));
    expect(fine.out).toMatch(/^tank: Halving the step of .* moves nothing by more than 1 %; most /);
    const none = await check("dimension d = a, b\n");
    expect(none).toMatchObject({ code: 0, out: "" });
    expect(none.err).toContain("has no system");
  });

  it("tells what is wrong first, and takes no other format", async () => {
    const wrong = await check(tank("0.3"));
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("GTFP6006");
    const json = await check(tank("1/2"), "--format", "json");
    expect(json.code).toBe(2);
    expect(json.err).toContain("leave `--format` out");
  });
});
