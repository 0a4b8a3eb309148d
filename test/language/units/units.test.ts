import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInUnits } from "../../../language/units/built-in.ts";
import type { Unit } from "../../../language/units/unit.ts";
import { codes, columnOf, modelOf } from "../check/checking.ts";

/** The unit that a text in brackets means. */
function unit(text: string, before = ""): Unit {
  return columnOf(
    modelOf(
      `${before}\ndata d { dmu m; | m | x [${text}] | ; | a | 1 | }`
        .replace(/; \|/g, "\n|")
        .replace("| }", "|\n}"),
    ),
    "d",
    "x",
  ).unit!;
}

/** The text of the unit that an expression over columns gets. */
function inferred(columns: Record<string, string>, expression: string): string {
  const names = Object.keys(columns);
  const model = `data d {
  dmu m
  | m | ${names.map((name) => `${name} [${columns[name]}]`).join(" | ")} |
  | a | ${names.map(() => "1").join(" | ")} |
  out = ${expression}
}
`;
  return columnOf(modelOf(model), "d", "out").unit!.text;
}

describe("units as written", () => {
  test.each([
    ["10k person", { person: 1 }, 1e4],
    ["M person", { person: 1 }, 1e6],
    ["100M CNY", { CNY: 1 }, 1e8],
    ["t", { kg: 1 }, 1e3],
    ["Mt", { kg: 1 }, 1e9],
    ["t/10k person", { kg: 1, person: -1 }, 0.1],
    ["kg m^2/s^2", { kg: 1, m: 2, s: -2 }, 1],
    ["GJ/(t year)", { m: 2, s: -3 }, 1e9 / 1e3 / 31_557_600],
    ["1/year", { s: -1 }, 1 / 31_557_600],
    ["%", {}, 0.01],
    ["1", {}, 1],
    ["month", { s: 1 }, 31_557_600 / 12],
    ["10k tce", { kg: 1, m: 2, s: -2 }, 29.3076e13],
  ] as const)("[%s]", (text, dimensions, scale) => {
    const read = unit(text);
    expect(read.dimensions).toEqual(dimensions);
    expect(read.scale / scale).toBeCloseTo(1, 12);
    expect(read.text).toBe(text);
  });

  test("declared units have their own dimension, or a size in others", () => {
    expect(unit("crate", "unit crate").dimensions).toEqual({ crate: 1 });
    expect(unit("ton", "unit ton = 907.18474 [kg]").scale).toBeCloseTo(907.18474, 10);
    expect(unit("box", "unit box = 12 [crate]\nunit crate")).toMatchObject({
      dimensions: { crate: 1 },
      scale: 12,
    });
  });

  test("a built-in unit may be stated again, not changed", () => {
    expect(codes("unit tce = 29.3076 [GJ]\nunit person\nunit Mt = 1000000 [t]\n")).toEqual([]);
    expect(codes("unit t = 907 [kg]\n")).toEqual(["GTFP3002"]);
  });

  test("the same thing under two names has the same size", () => {
    for (const [a, b] of [
      ["kWh", "3.6 MJ"],
      ["Mtoe", "41868 TJ"],
      ["ha", "10k m^2"],
      ["Gt", "1M kt"],
    ] as const) {
      expect(unit(a).scale / unit(b).scale).toBeCloseTo(1, 12);
      expect(unit(a).dimensions).toEqual(unit(b).dimensions);
    }
  });

  test("every built-in unit has a line, a positive size and a name that the grammar reads", () => {
    expect(builtInUnits.size).toBeGreaterThan(90);
    for (const { name, line, scale } of builtInUnits.values()) {
      expect(line.length, name).toBeGreaterThan(2);
      expect(unit(name).scale / scale, name).toBeCloseTo(1, 12);
    }
  });
});

describe("texts of inferred units", () => {
  test.each([
    [{ x: "10k t", y: "100M CNY" }, "x / y", "10k t/100M CNY"],
    [{ x: "t/toe", y: "Mtoe" }, "x * y", "Mt"],
    [{ x: "Mt", y: "t" }, "x / y", "Mt/t"],
    [{ x: "kg", y: "t" }, "x / y", "kg/t"],
    [{ x: "kg", y: "t" }, "1 / y * x", "kg/t"],
    [{ x: "100M CNY", y: "10k CNY" }, "x / y", "100M CNY/10k CNY"],
    [{ x: "kg", y: "t", z: "GJ" }, "z * (x / y)", "MJ"],
    [{ x: "kg", y: "t" }, "(x / y) * y", "kg"],
    [{ x: "t", y: "t" }, "x / y", "1"],
    [{ x: "t", y: "kg" }, "x + y", "t"],
    [{ x: "CNY", y: "person" }, "x / y / y", "CNY/person^2"],
    [{ x: "CNY", y: "person", z: "year" }, "x / y / z", "CNY/(person year)"],
    [{ x: "year" }, "1 / x", "1/year"],
    [{ x: "m^2" }, "sqrt(x)", "m"],
    [{ x: "t" }, "sqrt(x)", "t^0.5"],
    [{ x: "100M CNY/year", y: "year" }, "x * y", "100M CNY"],
    [{ x: "t" }, "x * 50 [CNY/t]", "CNY"],
  ] as const)("%j: %s is in [%s]", (columns, expression, text) => {
    expect(inferred(columns, expression)).toBe(text);
  });

  test("an inferred text, written as a unit, is that unit again", () => {
    const texts = ["t", "10k t", "100M CNY", "GJ", "person", "year", "t/toe", "%", "kWh/m^2", "10k kg"];
    const shapes = [
      "x / y * z / z",
      "x * y / z",
      "x / (y * z)",
      "x ^ 2 / y * z",
      "1 / x / y",
      "x * y * z",
      "sqrt(x * x) / z",
    ];
    const any = fc.constantFrom(...texts);
    fc.assert(
      fc.property(any, any, any, fc.constantFrom(...shapes), (x, y, z, shape) => {
        const model = `data d {
  dmu m
  | m | x [${x}] | y [${y}] | z [${z}] |
  | a | 1 | 1 | 1 |
  out = ${shape}
}
`;
        const found = columnOf(modelOf(model), "d", "out").unit!;
        const again = unit(found.text);
        expect(again.dimensions, found.text).toEqual(found.dimensions);
        expect(again.scale / found.scale, found.text).toBeCloseTo(1, 9);
      }),
      { numRuns: 150 },
    );
  });
});
