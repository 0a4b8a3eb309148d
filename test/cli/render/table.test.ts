import { describe, expect, it } from "vitest";
import { renderGrid } from "../../../cli/render/grid.ts";
import { plain, styleFor } from "../../../cli/render/style.ts";
import { displayWidth, padStart, truncate, wrap } from "../../../cli/render/width.ts";
import { displayTable, everyRow } from "../../../runtime/tables/display-table.ts";
import { decimalsFor, formatNumber } from "../../../runtime/tables/number-text.ts";
import type { Table, TableColumn } from "../../../runtime/tables/table.ts";

function numbers(name: string, values: number[], more: Partial<TableColumn> = {}): TableColumn {
  const cells = { of: "number", values: Float64Array.from(values) } as const;
  return { name, role: "value", unit: null, cells, ...more };
}
function labels(name: string, role: TableColumn["role"], values: (string | number | null)[]): TableColumn {
  return { name, role, unit: null, cells: { of: "label", values } };
}
const unit = (text: string) => ({ dimensions: {}, scale: 1, text });
const grid = (table: Table, width = 100, limit = everyRow) =>
  renderGrid(displayTable(table, limit), {
    width,
    indent: "",
    style: plain,
    hiddenText: (rows) => `… ${rows} more rows`,
  });

const scores: Table = {
  name: "efficiency",
  rows: 4,
  columns: [
    labels("省份", "dmu", ["北京", "北京", "Inner Mongolia", "Inner Mongolia"]),
    labels("year", "period", [2016, 2017, 2016, 2017]),
    numbers("score", [1, 0.90123456, Number.NaN, 0.5], { symbol: "θ", unit: unit("1") }),
    numbers("slack.energy", [0, 614838.01, 2, 3], { unit: unit("10k tce") }),
    labels("class", "value", ["efficient", "inefficient", null, "inefficient"]),
  ],
};

describe("tables in the terminal", () => {
  it("repeats groups in folded blocks where keys alone do not tell rows apart, in the author's order", () => {
    const means: Table = {
      name: "means",
      rows: 4,
      columns: [
        labels("region", "group", ["east", "west", "east", "west"]),
        labels("industry", "dmu", ["paper", "paper", "steel", "steel"]),
        numbers("first_value", [1, 2, 3, 4]),
        numbers("second_value", [5, 6, 7, 8]),
      ],
    };
    const [first, second] = grid(means, 34).split("\n\n");
    for (const block of [first!, second!]) expect(block).toMatch(/^.*\n?region +industry/m);
    expect(second).toContain("west    steel");
  });

  it("aligns numbers at the point, shows symbols, units and missing values, and repeats no group label", () => {
    expect(grid(scores)).toBe(`省份            year   score  slack.energy  class
                           θ     [10k tce]
──────────────  ────  ──────  ────────────  ───────────
北京            2016  1.0000          0.00  efficient
                2017  0.9012    614,838.01  inefficient
Inner Mongolia  2016       –          2.00  –
                2017  0.5000          3.00  inefficient
`);
  });

  it("folds a table that is too wide into blocks that repeat the keys", () => {
    const text = grid(scores, 40);
    expect(text.match(/省份 {12}year/g)).toHaveLength(3);
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it("abbreviates a long table and says by how many rows", () => {
    const n = 100;
    const table: Table = {
      name: "long",
      rows: n,
      columns: [
        labels(
          "k",
          "dmu",
          Array.from({ length: n }, (_, i) => `d${i}`),
        ),
        numbers("x", Array(n).fill(1)),
      ],
    };
    const lines = grid(table, 100, { limit: 24, first: 3, last: 2 }).trimEnd().split("\n");
    expect(lines.slice(2)).toEqual(["d0   1", "d1   1", "d2   1", "… 95 more rows", "d98  1", "d99  1"]);
  });

  it("never splits what the author's digits ask for", () => {
    const table: Table = { name: "t", rows: 1, columns: [numbers("x", [1.5], { digits: 3 })] };
    expect(grid(table)).toContain("1.500");
  });
});

describe("numbers for people", () => {
  it.each([
    [[1, 0.5, 0.25], 2],
    [[0.123456, 1.05], 4],
    [[1, 2, 3], 0],
    [[614838.01, 532184.36], 0],
    [[614838.01, 2.5, 0.25], 2],
    [[0.00012345], 7],
    [[Number.NaN], 0],
    [[12.3456], 3],
  ])("chooses the decimals of %j", (values, expected) => {
    expect(decimalsFor(values)).toBe(expected);
  });

  it.each([
    [614838.014, 2, "614,838.01"],
    [-614838.014, 0, "-614,838"],
    [9999.5, 1, "9,999.5"],
    [-0.00001, 2, "0.00"],
    [Number.NaN, 2, "–"],
    [Number.POSITIVE_INFINITY, 2, "∞"],
    [1e21, 0, "1.0000e+21"],
    [1.2346e-9, 12, "1.235e-9"],
  ])("writes %d with %d decimals as %s", (x, decimals, text) => {
    expect(formatNumber(x, decimals)).toBe(text);
  });
});

describe("text in terminal cells", () => {
  it("measures, pads, cuts and wraps by cells", () => {
    expect(displayWidth("省份 a")).toBe(6);
    expect(displayWidth("e\u0301")).toBe(1);
    expect(padStart("省", 4)).toBe("  省");
    expect(truncate("省份省份", 5)).toBe("省份…");
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  });

  it("has colour on a terminal only, and follows NO_COLOR and FORCE_COLOR", () => {
    const painted = (isTTY: boolean, env: Record<string, string>) => styleFor(isTTY, env).red("x") !== "x";
    expect(painted(true, {})).toBe(true);
    expect(painted(false, {})).toBe(false);
    expect(painted(true, { NO_COLOR: "1" })).toBe(false);
    expect(painted(true, { NO_COLOR: "" })).toBe(true);
    expect(painted(false, { FORCE_COLOR: "1" })).toBe(true);
    expect(painted(true, { FORCE_COLOR: "0" })).toBe(false);
    expect(painted(true, { TERM: "dumb" })).toBe(false);
  });
});
