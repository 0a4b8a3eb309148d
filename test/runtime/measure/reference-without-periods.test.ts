/** A frontier from another panel, where only one of the two has periods. */
import { describe, expect, it } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";

const panels = `data history {
  dmu mill
  | mill | labor [h] | paper [t] |
  | A | 10 | 100 |
  | B | 20 | 150 |
}
data futures {
  dmu mill; period year
  | mill | year | labor [h] | paper [t] |
  | F | 2025 | 12 | 100 |
  | F | 2030 | 12 | 110 |
}
`;
const scores = async (model: string, name: string) => {
  const { results } = await pipeline(panels + model);
  const table = results!.tables.find((t) => t.name === name)!;
  return [...table.columns.find((c) => c.name === "score")!.cells.values];
};

describe("a reference panel without periods", () => {
  it("serves every period of the scored panel", async () => {
    const model = "technology t on futures { input labor; good paper; reference global of history }\n";
    expect(await scores(`${model}measure e = radial(t)`, "e")).toEqual([
      expect.closeTo(10 / 12, 12),
      expect.closeTo(11 / 12, 12),
    ]);
  });
  it("serves a scored panel without periods from one that has them", async () => {
    const model = "technology t on history { input labor; good paper; reference global of futures }\n";
    expect(await scores(`${model}measure e = radial(t)`, "e")).toEqual([
      expect.closeTo(12 / 11, 12),
      expect.closeTo((150 * 12) / 110 / 20, 12),
    ]);
  });
  it.each(["contemporaneous", "sequential", "window 3", "biennial"])(
    "is refused for `%s`",
    async (reference) => {
      const model = `technology t on futures { input labor; good paper; reference ${reference} of history }`;
      const { diagnostics } = await pipeline(panels + model);
      expect(diagnostics.map((d) => d.code)).toEqual(["GTFP5045"]);
      expect(diagnostics[0]!.message).toContain("only `futures` has periods");
    },
  );
});
