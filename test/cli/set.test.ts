import { describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const stdin = `system economy {
  time [year] = 2017 .. 2018 step 1
  param growth [1/year] = annual(6%)
  param \`cost of x\` [CNY] = 5
  stock value [t] = 100
  flow gain: cloud -> value = growth * value
}
scenario a of economy
scenario b from a { growth = annual(9%) }
data p {
  dmu k
  | k | x [1/year] |
  | A | 0.5        |
}
`;
const run = (...set: string[]) =>
  gtfp(["run", "-", "--only", "economy", "--format", "json", ...set.flatMap((text) => ["--set", text])], {
    stdin,
  });

describe("--set", () => {
  it("gives the system another value; a scenario's own change still wins", async () => {
    const { code, out } = await run(
      "economy.growth=7%",
      "economy.value = 5000 [kg]",
      "economy.`cost of x`=6",
    );
    expect(code).toBe(0);
    const { columns, rows } = JSON.parse(out).tables.economy;
    const at = (name: string) => columns.findIndex((c: { name: string }) => c.name === name);
    const starts = rows.filter((row: unknown[]) => row[at("time")] === 2017);
    const picked = starts.map((row: unknown[]) =>
      ["scenario", "growth", "value", "cost of x"].map((name) => row[at(name)]),
    );
    expect(picked).toEqual([
      ["a", 0.07, 5, 6],
      ["b", Math.log1p(0.09), 5, 6],
    ]);
  });

  it.each([
    ["economy.growht=7%", "GTFP6206", 9, "did you mean `growth`?"],
    ["econmy.growth=7%", "GTFP6201", 1, "did you mean `economy`?"],
    ["economy.growth=7 [t]", "GTFP3011", 16, "correct the unit"],
    ["economy.gain=7", "GTFP6207", 9, "let its equation read a parameter"],
    ["economy.growth=)", "GTFP1020", 16, null],
    ["economy.growth=only(p.x)", "GTFP2010", 21, null],
    ["economy.growth=1 }", "GTFP1025", 17, "take it out"],
  ])("%s is refused where it stands", async (text, diagnostic, column, help) => {
    const { code, out, err } = await run("economy.value=1", text);
    expect(code).toBe(2);
    const [found, ...more] = JSON.parse(out).diagnostics.filter(
      (d: { severity: string }) => d.severity === "error",
    );
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: diagnostic, file: "--set", range: { start: { line: 2 } } });
    expect(found.range.start.column).toBeGreaterThanOrEqual(column);
    if (help !== null) expect(found.help).toContain(help);
    expect(err).toContain(`| ${text}`);
  });

  it("must name a system and a value", async () => {
    const { code, err } = await run("growth=7%");
    expect(code).toBe(2);
    expect(err).toContain("Give SYSTEM.NAME=VALUE, such as economy.growth=7%.");
  });
});
