import { describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const model = `data mills {
  dmu mill
  | mill | a | b | z | y | c |
  |------|--:|--:|--:|--:|--:|
  | A    | 2 | 5 | 2 | 4 | 3 |
  | B    | 3 | 3 | 2 | 5 | 4 |
  | C    | 6 | 4 | 1 | 5 | 2 |
  | D    | 6 | 6 | 3 | 4 | 5 |
}
technology plain on mills { input a, b; good y }
technology strong from plain { bad c; disposability strong }
technology hull from strong { returns fdh }
technology burning from strong { disposability by_production; polluting b; returns vrs }
technology growing from strong { disposability managerial }
technology bounded from plain { restrict price.a / price.b in 0.5 .. 2 }
technology chain on mills {
  stage first  { input a }
  stage second { input b; good y }
  link z: first -> second
}
direction win { good +observed; bad -observed }
direction all { input -observed; good +observed }
measure of_hull = radial(hull)
measure curved = hyperbolic(plain)
measure mixed = ebm(plain)
measure graph = russell(plain, orientation: none)
measure beyond = additive(plain, super: true)
measure of_both = ddf(burning, along: win)
measure parts = by_production(burning)
measure grown = ram(growing)
measure within_bounds = radial(bounded)
measure slacks = network_sbm(chain)
measure moves = network_ddf(chain, along: all)
measure product = relational(chain)
`;
const named = (kind: string) =>
  [...model.matchAll(new RegExp(`^${kind} (\\w+)`, "gm"))].map((found) => found[1]!);

describe("gtfp explain", () => {
  it.each([...named("measure"), ...named("technology")])("%s", async (name) => {
    const { code, out, err } = await gtfp(["explain", "-", name], { stdin: model });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(name);
    expect(out).not.toMatch(/NaN|undefined/);
  });

  it.each(named("measure"))("%s of one unit", async (name) => {
    for (const format of ["text", "latex", "lp", "mps"]) {
      const { code, out, err } = await gtfp(["explain", "-", name, "--dmu", "D", "--format", format], {
        stdin: model,
      });
      expect([code, err], format).toEqual([0, ""]);
      expect(out, format).not.toMatch(/NaN|undefined/);
    }
  });

  it("tells what the stages of a network use and make", async () => {
    const { out } = await gtfp(["explain", "-", "chain"], { stdin: model });
    expect(out).toContain("first   uses a; makes z.");
    expect(out).toContain("second  uses b, z; makes y.");
    expect(out).toContain("As much\n  of z is used as is made");
  });
});
