import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";
import { columnOf, modelOf, told } from "../check/checking.ts";

/** Formulas that have the dimension of the column `m` (a mass), over `m`, `n` (masses), `p` (money) and `h` (a time). */
const { mass } = fc.letrec<{ mass: string; money: string; number: string; condition: string }>((tie) => {
  const mass = tie("mass");
  const money = tie("money");
  const number = tie("number");
  const two = (a: fc.Arbitrary<string>, b: fc.Arbitrary<string>, form: (a: string, b: string) => string) =>
    fc.tuple(a, b).map(([x, y]) => form(x, y));
  return {
    mass: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("m", "n", "0.5 [t]", "max(n, 3 [kg])", "sum(m)", "(m / h * 1 [day])"),
      two(mass, mass, (x, y) => `(${x} + ${y})`),
      two(mass, mass, (x, y) => `(${x} - ${y})`),
      two(mass, number, (x, y) => `(${x} * ${y})`),
      two(mass, mass, (x, y) => `max(${x}, ${y})`),
      two(mass, money, (x, y) => `(${x} * p / (abs(${y}) + p))`),
      fc.tuple(tie("condition"), mass, mass).map(([c, x, y]) => `(if ${c} then ${x} else ${y})`),
      mass.map((x) => `sqrt(${x} * ${x})`),
      mass.map((x) => `(${x} ^ 3 / m ^ 2)`),
    ),
    money: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("p", "2 [CNY]"),
      two(money, money, (x, y) => `(${x} + ${y})`),
      two(money, number, (x, y) => `(${x} * ${y})`),
    ),
    number: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("2", "-0.5", "10%", "m / n", "ln(p / 1 [100M CNY])"),
      two(mass, mass, (x, y) => `(${x} / (abs(${y}) + n))`),
    ),
    condition: fc.oneof(
      // Away from ties, which rounding decides: `sqrt(n * n) > n`.
      two(mass, mass, (x, y) => `${x} > ${y} + 0.013713 [t]`),
      two(money, money, (x, y) => `${x} <= ${y} + 0.013713 [100M CNY]`),
    ),
  };
});

const masses: readonly (readonly [string, number])[] = [
  ["t", 1],
  ["kg", 1000],
  ["10k t", 1e-4],
  ["Mt", 1e-6],
];
const monies = [
  ["100M CNY", 1],
  ["CNY", 1e8],
  ["10k CNY", 1e4],
] as const;
const times = [
  ["day", 1],
  ["h", 24],
  ["s", 86400],
] as const;

type Sizes = Readonly<Record<"m" | "n" | "p" | "h", readonly [string, number]>>;

/** The panel with its columns in some units, the numbers scaled to mean the same. */
function panel(formula: string, { m, n, p, h }: Sizes): string {
  const rows = [
    [1.5, 2.5, 3, 7],
    [4, 0.25, 11, 2],
    [0.125, 9, 0.5, 1],
  ];
  const cells = (row: number[]) => [m, n, p, h].map(([, size], i) => row[i]! * size).join(" | ");
  return `data d {
  dmu k
  | k | m [${m[0]}] | n [${n[0]}] | p [${p[0]}] | h [${h[0]}] |
${rows.map((row, i) => `  | r${i} | ${cells(row)} |`).join("\n")}
  out [t] = ${formula}
}
`;
}

async function values(text: string): Promise<number[]> {
  const { results, diagnostics } = await pipeline(text);
  if (results === null) throw new Error(`${text}\n${diagnostics.map((d) => d.message).join("\n")}`);
  const column = results.tables[0]!.columns.find((c) => c.name === "out")!;
  return [...(column.cells.values as Float64Array)];
}

describe("rescaling units", () => {
  test("leaves what a formula means", async () => {
    const base: Sizes = { m: masses[0]!, n: masses[0]!, p: monies[0], h: times[0] };
    const sizes = fc.record({
      m: fc.constantFrom(...masses),
      n: fc.constantFrom(...masses),
      p: fc.constantFrom(...monies),
      h: fc.constantFrom(...times),
    });
    await fc.assert(
      fc.asyncProperty(mass, sizes, async (formula, other) => {
        const before = await values(panel(formula, base));
        const after = await values(panel(formula, other));
        // Differences of nearly equal numbers lose digits, so the size of the parts is the yardstick.
        const yardstick = Math.max(1, ...before.map(Math.abs).filter(Number.isFinite));
        before.forEach((value, i) => {
          if (Number.isNaN(value)) expect(after[i], formula).toBeNaN();
          else expect(Math.abs(after[i]! - value) / yardstick, formula).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 120 },
    );
  });
});

describe("inference", () => {
  const system = (lines: string) => `system s {
  time [year] = 2020 .. 2022 step 1
  stock x [t] = 1
  flow gain: cloud -> x = rate * x + extra
  ${lines}
}
`;
  const unitOf = (text: string, name: string) => {
    const declared = modelOf(text).declarations[0]!;
    if (declared.kind !== "system") throw new Error(declared.kind);
    return declared.variables.find((v) => v.name === name)!.unit?.text;
  };

  test("goes backwards from the stock to the parameters of its flow", () => {
    const text = system("param rate = 5%\n  param extra = 3\n  aux twice = extra * 2");
    expect(unitOf(text, "rate")).toBe("1/year");
    expect(unitOf(text, "extra")).toBe("t/year");
    expect(unitOf(text, "twice")).toBe("t/year");
  });

  test("a contradiction through several equations is told once", () => {
    const text = system(
      "param rate = 5%\n  param extra = price * 2\n  param price [CNY] = 3\n  aux twice = extra * 2",
    );
    expect(told(text)).toHaveLength(1);
    expect(told(text)[0]).toMatch(/GTFP30|GTFP6/);
  });

  test("columns without units stay without where nothing tells", () => {
    const text =
      "data d {\n  dmu k\n  | k | a | b | c [t] |\n  | r | 1 | 2 | 3 |\n  sum_ab = a + b\n  with_c = b + c\n  per = c / a\n}\n";
    const model = modelOf(text);
    expect(columnOf(model, "d", "with_c").unit?.text).toBe("t");
    expect(columnOf(model, "d", "b").unit?.text).toBe("t");
    expect(columnOf(model, "d", "sum_ab").unit?.text).toBe("t");
    expect(columnOf(model, "d", "per").unit?.text).toBe("1");
    const free = modelOf("data d {\n  dmu k\n  | k | a | b |\n  | r | 1 | 2 |\n  q = a / b\n}\n");
    expect(columnOf(free, "d", "q").unit).toBeNull();
  });
});
