import { expect, it } from "vitest";
import { edited } from "./edit.ts";

const rest = `
  stock water [t] = 5
  flow rain: cloud -> water = growth * water
}
`;
const system = (parameter: string) => `system lake {
  time [year] = 0 .. 10 step 1
  ${parameter}${rest}`;
function slid(parameter: string, value: number): string {
  const text = edited(system(parameter), { of: "parameter", system: "lake", parameter: "growth", value });
  const [, after = text] = /step 1\n {2}(.*)\n {2}stock/s.exec(text) ?? [];
  return after;
}

it("keeps the form of the value", () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ["param growth [1/year] = annual(6%)", Math.log(1.07), "param growth [1/year] = annual(7%)"],
    ["param growth [1/year] = annual(0.06)", Math.log(1.07123456), "param growth [1/year] = annual(0.07123)"],
    ["param growth [1/year] = 6%", 0.065, "param growth [1/year] = 6.5%"],
    ["param growth [1/year] = 0.06", 0.065, "param growth [1/year] = 0.065"],
    ["param growth [1/year] = -6%", 0.02, "param growth [1/year] = 2%"],
    ["param growth [1/year] = 6%", -0.02, "param growth [1/year] = -2%"],
    // 1 in a hundred months is 12 in a hundred years.
    ["param growth [1/year] = 0.01 [1/month]", 0.24, "param growth [1/year] = 0.02 [1/month]"],
    ["param growth [1/month] = annual(6%)", Math.log(1.07) / 12, "param growth [1/month] = annual(7%)"],
  ];
  for (const [before, value, after] of cases) expect(slid(before, value)).toBe(after);
});

it("writes a plain number in place of a formula, in per cent where the range is", () => {
  expect(slid("param growth [1/year] = ln(1.06)", 0.065)).toBe("param growth [1/year] = 0.065");
  expect(slid("param growth [1/year] in 0% .. 10% = ln(1.06)", 0.065)).toBe(
    "param growth [1/year] in 0% .. 10% = 6.5%",
  );
});

it("keeps range, documentation and comments", () => {
  const before = "/// per year\n  param growth [1/year] in 0% .. 10% = annual(6%) // of all";
  expect(slid(before, Math.log(1.0655))).toBe(
    "/// per year\n  param growth [1/year] in 0% .. 10% = annual(6.55%) // of all",
  );
});

const base = system("param growth [1/year] = annual(6%)");
function inScenario(scenarios: string, scenario: string, value: number, parameter = "growth"): string {
  const text = edited(base + scenarios, { of: "parameter", system: "lake", parameter, scenario, value });
  return text.startsWith(base) ? text.slice(base.length).trimStart() : text;
}

it("changes what a scenario sets", () => {
  expect(inScenario("scenario wet of lake { growth = annual(6.5%) } // or so\n", "wet", Math.log(1.08))).toBe(
    "scenario wet of lake { growth = annual(8%) } // or so\n",
  );
  expect(inScenario("scenario wet of lake { growth = schedule(0: 6%, 5: 7%) }\n", "wet", 0.08)).toBe(
    "scenario wet of lake { growth = 0.08 }\n",
  );
});

it("adds an entry, in the form of what it inherits", () => {
  expect(inScenario("scenario wet of lake\n", "wet", Math.log(1.08))).toBe(
    "scenario wet of lake { growth = annual(8%) }\n",
  );
  expect(inScenario("scenario wet of lake {}\n", "wet", Math.log(1.08))).toBe(
    "scenario wet of lake { growth = annual(8%) }\n",
  );
  const two = "scenario wet of lake { growth = 7% }\nscenario wetter from wet { water = 6 }\n";
  expect(inScenario(two, "wetter", 0.08)).toBe(two.replace("water = 6", "water = 6; growth = 8%"));
  const lines = "scenario wet of lake {\n  water = 6 // full\n}\n";
  expect(inScenario(lines, "wet", Math.log(1.08))).toBe(
    "scenario wet of lake {\n  water = 6 // full\n  growth = annual(8%)\n}\n",
  );
});

it("says what is not there", () => {
  expect(inScenario("", "dry", 1)).toBe("wrong: the model has no scenario `dry`");
  expect(inScenario("scenario wet of lake\n", "wet", 1, "rain")).toBe(
    "wrong: `lake` has no parameter `rain`",
  );
});

it("changes a scenario of a system that is imported, but not the system", () => {
  const text = 'import "lake.gtfp"\nscenario wet of lake\n';
  const edit = { of: "parameter", system: "lake", parameter: "growth", value: Math.log(1.08) } as const;
  expect(edited(text, { ...edit, scenario: "wet" }, { "lake.gtfp": base })).toBe(
    'import "lake.gtfp"\nscenario wet of lake { growth = annual(8%) }\n',
  );
  expect(edited(text, edit, { "lake.gtfp": base })).toBe(
    "wrong: `lake` stands in `lake.gtfp`: open that file to change it",
  );
});
