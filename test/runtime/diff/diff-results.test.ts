import { describe, expect, it } from "vitest";
import { diffResults, type ResultsDiff } from "../../../runtime/diff/diff-results.ts";
import type { ExpectationResult, Results } from "../../../runtime/results.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { labels, numbers, table } from "../../helpers/tables.ts";

function results(tables: readonly Table[], claims: Readonly<Record<string, boolean>> = {}): Results {
  const expectations = Object.entries(claims).map(
    ([title, pass]): ExpectationResult => ({ title, text: title, file: "m", line: 1, pass, actual: null }),
  );
  return { model: "m", diagnostics: [], tables, reports: [], expectations, programs: [] };
}
const scores = (units: string[], values: number[], classes: string[]) =>
  table("eff", [
    labels("unit", "dmu", units),
    numbers("score", values),
    numbers(
      "rank",
      values.map((_, i) => i + 1),
    ),
    labels("class", "label", classes),
  ]);
const same = (name: string) => name;
const diff = (before: Results, after: Results): ResultsDiff => diffResults(before, after, same);

describe("what moved between two runs", () => {
  it("is nothing where numbers differ by rounding alone, in whatever order the rows stand", () => {
    const before = results([scores(["A", "B"], [0.3, 1], ["inefficient", "efficient"])]);
    const after = results([
      table("eff", [
        labels("unit", "dmu", ["B", "A"]),
        numbers("score", [1, 0.1 + 0.2]),
        numbers("rank", [2, 1]),
        labels("class", "label", ["efficient", "inefficient"]),
      ]),
    ]);
    expect(diff(before, after)).toEqual({ tables: [], expectations: [], same: ["eff"] });
  });

  it("tells how many numbers moved, their means, and the largest move with its row", () => {
    const before = results([scores(["A", "B", "C"], [0.5, 0.8, 1], ["x", "x", "x"])]);
    const after = results([scores(["A", "B", "C"], [0.7, 0.9, 1], ["x", "x", "x"])]);
    const [score] = diff(before, after).tables[0]!.moved;
    expect(score).toMatchObject({ column: "score", changed: 2, appeared: 0, vanished: 0 });
    expect(score!.meanBefore).toBeCloseTo(2.3 / 3, 12);
    expect(score!.meanAfter).toBeCloseTo(2.6 / 3, 12);
    expect(score!.largest).toEqual({ row: "A", before: 0.5, after: 0.7 });
  });

  it("counts numbers that appeared and vanished, and keeps them out of the means", () => {
    const before = results([scores(["A", "B"], [Number.NaN, 0.8], ["x", "x"])]);
    const after = results([scores(["A", "B"], [0.4, Number.NaN], ["x", "x"])]);
    expect(diff(before, after).tables[0]!.moved[0]).toMatchObject({
      changed: 0,
      appeared: 1,
      vanished: 1,
      largest: null,
    });
  });

  it("tells which classes became which, with the rows", () => {
    const before = results([scores(["A", "B", "C"], [1, 1, 1], ["efficient", "efficient", "inefficient"])]);
    const after = results([scores(["A", "B", "C"], [1, 1, 1], ["inefficient", "inefficient", "efficient"])]);
    expect(diff(before, after).tables[0]!.labels).toEqual([
      { column: "class", from: "efficient", to: "inefficient", count: 2, rows: ["A", "B"] },
      { column: "class", from: "inefficient", to: "efficient", count: 1, rows: ["C"] },
    ]);
  });

  it("compares the rows that both have, and counts the others", () => {
    const before = results([scores(["A", "B"], [1, 2], ["x", "x"])]);
    const after = results([scores(["B", "C", "D"], [2, 3, 4], ["x", "x", "x"])]);
    const [table] = diff(before, after).tables;
    expect(table!.rows).toEqual({ added: 2, removed: 1, common: 1 });
    expect(table!.moved.map((m) => m.column)).toEqual(["rank"]);
  });

  it("follows tables to their new names and tells of those that came and went", () => {
    const one = scores(["A"], [1], ["x"]);
    const before = results([one, { ...one, name: "eff.peers" }, { ...one, name: "gone" }]);
    const after = results([
      { ...one, name: "efficiency" },
      { ...one, name: "efficiency.peers" },
      { ...one, name: "fresh" },
    ]);
    const { tables, same: equal } = diffResults(before, after, (name) =>
      name.replace(/^eff\b/, "efficiency"),
    );
    expect(equal).toEqual(["efficiency", "efficiency.peers"]);
    expect(tables.map(({ change, name }) => `${change} ${name}`)).toEqual(["added fresh", "removed gone"]);
  });

  it("leaves certificates out", () => {
    const certificate = (gap: number) =>
      table("eff.certificates", [labels("unit", "dmu", ["A"]), numbers("gap", [gap])]);
    expect(diff(results([certificate(1e-17)]), results([certificate(3e-16)])).tables).toEqual([]);
  });

  it("tells which expectations flipped", () => {
    const before = results([], { kept: true, broken: true, mended: false, gone: true });
    const after = results([], { kept: true, broken: false, mended: true, fresh: true });
    expect(diff(before, after).expectations.map(({ title, change }) => `${title}: ${change}`)).toEqual([
      "broken: fails now",
      "mended: is met now",
      "fresh: added, met",
      "gone: removed",
    ]);
  });
});
