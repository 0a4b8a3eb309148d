import { describe, expect, it } from "vitest";
import { pipelineWith } from "../../helpers/pipeline.ts";

const tank = (using: string, scenarios = "") => `system tank {
  time [year] = 0 .. 4 step 1/2 using ${using} save every 1
  stock water [t] = 100
  param life [year] = 2
  flow loss: water -> cloud = water / life
  aux noise = random.normal(0, 1)
  aux seen [t] = smooth(water, 1)
  stock drift = 0
  flow walk: cloud -> drift = noise / 1 [year]
}
${scenarios}`;

async function moved(text: string) {
  const { results, diagnostics } = await pipelineWith(text, { halveStep: true });
  if (results === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const table = results.tables.find((t) => t.name === "tank.step");
  const cells = (name: string) => table?.columns.find((c) => c.name === name)?.cells.values;
  return { rows: table?.rows, cells, notes: table?.notes };
}

describe("the halved step", () => {
  it("tells which variable moves by more than 1 %, where it moves most, and by how much (closed form)", async () => {
    const { cells, notes } = await moved(
      tank("euler", "scenario slow of tank { life = 500 [year] }\nscenario fast of tank"),
    );
    expect(cells("variable")).toEqual(["water", "loss", "seen"]);
    expect(cells("scenario")).toEqual(["fast", "fast", "fast"]);
    const [coarse, fine] = [100 * 0.75 ** 8, 100 * 0.875 ** 16];
    expect(cells("time")?.[0]).toBe(4);
    expect(Number(cells("value")?.[0])).toBeCloseTo(coarse, 10);
    expect(Number(cells("halved")?.[0])).toBeCloseTo(fine, 10);
    expect(Number(cells("change")?.[0])).toBeCloseTo(1 - coarse / fine, 10);
    expect(notes).toEqual(["Halving the step of 0.5 moves what is listed here by more than 1 %."]);
  });

  it("says how little moves where the step is fine, and takes a tenth of an adaptive method's tolerance", async () => {
    const fixed = await moved(tank("rk4"));
    expect(fixed.rows).toBe(0);
    expect(fixed.notes?.[0]).toMatch(
      /^Halving the step of 0.5 moves nothing by more than 1 %; most \w+ in baseline, by 0.\d+ % at \d.$/,
    );
    const adaptive = await moved(tank("rk45 tolerance 1e-4"));
    expect(adaptive.rows).toBe(0);
    expect(adaptive.notes?.[0]).toMatch(/^A tenth of the tolerance of 0.0001 moves nothing/);
  });

  it("leaves out what random numbers reach", async () => {
    const { cells } = await moved(tank("euler"));
    expect(cells("variable")).not.toContain("noise");
    expect(cells("variable")).not.toContain("drift");
  });
});
