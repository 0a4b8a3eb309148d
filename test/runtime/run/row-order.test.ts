import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";
import { run } from "../../../runtime/run.ts";
import type { Table } from "../../../runtime/tables/table.ts";

const rows = [2017, 2018, 2019].flatMap((year) =>
  ["A", "B", "C"].flatMap((unit, u) =>
    ["m", "s"].map(
      (kind, k) =>
        `| ${unit} | ${kind} | ${year} | ${u < 2 ? "east" : "west"} | ${(u + 2) * (k + 1) + (year % 7) * u} |`,
    ),
  ),
);
const model = (order: readonly string[]) => `
data d {
  dmu unit, kind
  period year
  group region
  | unit | kind | year | region | x [t] |
  ${order.join("\n  ")}
  share = x / sum(x by region, year)
  before = lag(x)
  total = cumulate(x)
  quotient = location_quotient(x by kind)
}
data pairs from d {
  dmu unit
  period year
  group region
  m = only(d.x where d.kind == "m")
  s = sum(d.x where d.kind != "m")
  both = coagglomeration(m / s, only(d.quotient where d.kind == "m"))
}
report r { table d.x, d.share by region, kind; table d.before rows unit columns year }
`;

async function tablesOf(order: readonly string[]): Promise<Table[]> {
  const checked = check("m.gtfp", () => model(order));
  expect(checked.diagnostics).toEqual([]);
  const results = await run(checked.model!, { read: () => null });
  expect(results.diagnostics).toEqual([]);
  const items = results.reports.flatMap((r) => r.items.flatMap((i) => (i.kind === "table" ? [i.table] : [])));
  return [...results.tables, ...items];
}

/** Rows as text, in an order of their own; the last digits of sums may differ. */
function byLabel(table: Table): string[] {
  const cell = (v: unknown) => (typeof v === "number" ? Number(v.toPrecision(12)) : v);
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns
      .map((c) => `${c.name}=${cell(c.cells.values[row])}`)
      .sort()
      .join(" "),
  ).sort();
}

test("the order of rows in the data does not show in any value", async () => {
  const expected = (await tablesOf(rows)).map(byLabel);
  expect(expected.map((t) => t.length)).toEqual([18, 9, 4, 3]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect((await tablesOf(order)).map(byLabel)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});
