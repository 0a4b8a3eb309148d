import { beforeAll, describe, expect, it } from "vitest";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import type { PanelData } from "./frontier-model.ts";
import { along, labelsOf, measured, numbersOf, technology } from "./frontier-model.ts";

beforeAll(() => loadSolvers());

/** A small panel from a fixed generator, three periods of nine units. */
function panel(seed: number): PanelData {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return 0.5 + state / 2147483647;
  };
  const rows = 27;
  const list = () => Array.from({ length: rows }, next);
  return {
    dmu: Array.from({ length: rows }, (_, i) => `unit ${i % 9}`),
    period: Array.from({ length: rows }, (_, i) => 2000 + Math.floor(i / 9)),
    columns: { k: list(), l: list(), y: list(), b: list() },
  };
}

const roles = { input: ["k", "l"], good: ["y"], bad: ["b"] };
const moves = along({ y: "observed", b: "observed" });
const kinds = [
  ["crs", {}],
  ["vrs", { returns: "vrs" }],
  ["strong", { disposability: "strong", returns: "ndrs" }],
] as const;

function scores(data: PanelData, more: (typeof kinds)[number][1]): Map<string, number[]> {
  const { tables } = measured(data, technology(roles, more), { fn: "ddf", moves });
  const main = tables.get("m")!;
  const wanted = ["score", "slack.k", "target.y", "price.b", "rank"].map((name) => numbersOf(main, name));
  const dmu = labelsOf(main, "unit");
  const year = labelsOf(main, "year");
  return new Map(dmu.map((name, row) => [`${name} ${year[row]}`, wanted.map((column) => column[row]!)]));
}

describe.each(kinds)("%s", (_, more) => {
  it("does not depend on the order of rows, not by a digit", () => {
    const data = panel(7);
    const order = Array.from({ length: 27 }, (_, i) => (i * 11 + 5) % 27);
    const pick = <T>(list: readonly T[]) => order.map((i) => list[i]!);
    const shuffled: PanelData = {
      dmu: pick(data.dmu),
      period: pick(data.period!),
      columns: Object.fromEntries(Object.entries(data.columns).map(([name, list]) => [name, pick(list)])),
    };
    expect(Object.fromEntries(scores(shuffled, more))).toEqual(Object.fromEntries(scores(data, more)));
  });

  it.each([1e-6, 1e9])("does not depend on units (trap 28): × %d", (factor) => {
    const data = panel(11);
    const columns = {
      ...data.columns,
      k: data.columns.k!.map((v) => v * factor),
      b: data.columns.b!.map((v) => v / factor),
    };
    const before = scores(data, more);
    for (const [key, values] of scores({ ...data, columns }, more)) {
      expect(values[0]).toBeCloseTo(before.get(key)![0]!, 8);
    }
  });

  it("does not change when a dominated unit joins", () => {
    const data = panel(13);
    const bigger: PanelData = {
      dmu: [...data.dmu, "worse"],
      period: [...data.period!, 2000],
      columns: Object.fromEntries(
        Object.entries(data.columns).map(([name, list]) => [
          name,
          [...list, list[0]! * (name === "y" ? 0.5 : name === "b" ? 0.5 : 2)],
        ]),
      ),
    };
    const before = scores(data, more);
    for (const [key, values] of scores(bigger, more)) {
      if (!key.startsWith("worse")) expect(values[0]).toBeCloseTo(before.get(key)![0]!, 9);
    }
  });
});

describe.each([
  ["sbm", { fn: "sbm", orientation: "none", super: "observation" }],
  ["nddf", { fn: "nddf", moves }],
  ["additive", { fn: "additive", weights: { kind: "mip" } }],
  ["bam", { fn: "bam" }],
] as const)("%s", (_, spec) => {
  it("does not depend on the order of rows, not by a digit, nor on units", () => {
    const data = panel(19);
    const on = technology(roles, { disposability: "strong", reference: { kind: "global" } });
    const read = (from: PanelData) => {
      const main = measured(from, on, spec).tables.get("m")!;
      const names = ["score", "slack.k", "target.y", "target.b", "rank"];
      const columns = names.map((name) => numbersOf(main, name));
      const year = labelsOf(main, "year");
      return Object.fromEntries(
        labelsOf(main, "unit").map((name, row) => [`${name} ${year[row]}`, columns.map((one) => one[row]!)]),
      );
    };
    const order = Array.from({ length: 27 }, (_, i) => (i * 5 + 8) % 27);
    const pick = <T>(list: readonly T[]) => order.map((i) => list[i]!);
    const shuffled: PanelData = {
      dmu: pick(data.dmu),
      period: pick(data.period!),
      columns: Object.fromEntries(Object.entries(data.columns).map(([name, list]) => [name, pick(list)])),
    };
    const plain = read(data);
    expect(read(shuffled)).toEqual(plain);
    const scaled = read({ ...data, columns: { ...data.columns, k: data.columns.k!.map((v) => v * 1e6) } });
    for (const [key, values] of Object.entries(scaled)) expect(values[0]).toBeCloseTo(plain[key]![0]!, 8);
  });
});

describe("what stands beside a score", () => {
  it.each(kinds)("%s: p·g = 1 and targets are what the peers make", (_, more) => {
    const data = panel(17);
    const { tables } = measured(data, technology(roles, more), { fn: "ddf", moves });
    const main = tables.get("m")!;
    const of = (name: string) => numbersOf(main, name);
    const [y, b, py, pb] = [data.columns.y!, data.columns.b!, of("price.y"), of("price.b")];
    const beta = of("score");
    const target = of("target.y");
    for (let row = 0; row < 27; row++) {
      expect(py[row]! * y[row]! + pb[row]! * b[row]!).toBeCloseTo(1, 8);
      expect(target[row]).toBeGreaterThanOrEqual(y[row]! * (1 + beta[row]!) - 1e-9);
    }
    const peers = tables.get("m.peers")!;
    const made = new Map<string, number>();
    const key = (name: string, year: string) => {
      const names = labelsOf(peers, name);
      const years = labelsOf(peers, year);
      return (row: number) => `${names[row]} ${years[row]}`;
    };
    const [unit, peer] = [key("unit", "year"), key("peer_unit", "peer_year")];
    const at = new Map(data.dmu.map((name, row) => [`${name} ${data.period![row]}`, row]));
    const weights = numbersOf(peers, "weight");
    for (let row = 0; row < peers.rows; row++) {
      const part = weights[row]! * y[at.get(peer(row))!]!;
      made.set(unit(row), (made.get(unit(row)) ?? 0) + part);
    }
    for (const [name, row] of at) expect(made.get(name)).toBeCloseTo(target[row]!, 8);
  });

  it("gives equal ranks to ties and the next place after them", () => {
    const data: PanelData = { dmu: ["A", "B", "C", "D"], columns: { x: [1, 2, 2, 4], y: [1, 1, 1, 1] } };
    const { tables } = measured(data, technology({ input: ["x"], good: ["y"] }), {
      fn: "radial",
      orientation: "input",
    });
    expect(numbersOf(tables.get("m"), "rank")).toEqual([1, 2, 2, 4]);
    expect(labelsOf(tables.get("m"), "class")).toEqual([
      "efficient",
      "inefficient",
      "inefficient",
      "inefficient",
    ]);
  });

  it("tells weakly efficient units by their slack, and duplicates as efficient (traps 17 and 22)", () => {
    const data: PanelData = {
      dmu: ["A", "B", "C", "E"],
      columns: { a: [2, 4, 2, 2], b: [4, 2, 6, 4], y: [1, 1, 1, 1] },
    };
    const on = technology({ input: ["a", "b"], good: ["y"] });
    const { tables } = measured(data, on, { fn: "radial", orientation: "input" });
    expect(labelsOf(tables.get("m"), "class")).toEqual([
      "efficient",
      "efficient",
      "weakly_efficient",
      "efficient",
    ]);
    expect(numbersOf(tables.get("m"), "slack.b")[2]).toBeCloseTo(2, 9);
    expect(numbersOf(tables.get("m"), "target.b")[2]).toBeCloseTo(4, 9);
    const beyond = measured(data, on, { fn: "radial", orientation: "input", super: "observation" });
    expect(numbersOf(beyond.tables.get("m"), "score")[0]).toBeCloseTo(1, 9);
  });

  it("leaves a unit out in every period with `super: dmu` (trap 17)", () => {
    const data: PanelData = {
      dmu: ["A", "A", "B", "B"],
      period: [1, 2, 1, 2],
      columns: { x: [1, 1, 2, 2], y: [1, 1, 1, 1] },
    };
    const on = technology({ input: ["x"], good: ["y"] }, { reference: { kind: "global" } });
    const run = (leave: "observation" | "dmu") =>
      numbersOf(
        measured(data, on, { fn: "radial", orientation: "input", super: leave }).tables.get("m"),
        "score",
      );
    expect(run("observation").map((v) => v.toFixed(9))).toEqual([
      "1.000000000",
      "1.000000000",
      "0.500000000",
      "0.500000000",
    ]);
    expect(run("dmu").map((v) => v.toFixed(9))).toEqual([
      "2.000000000",
      "2.000000000",
      "0.500000000",
      "0.500000000",
    ]);
  });

  it("says that super-efficiency under vrs can be infeasible, in words (trap 16)", () => {
    const data: PanelData = { dmu: ["A", "B"], columns: { x: [1, 2], y: [1, 4] } };
    const on = technology({ input: ["x"], good: ["y"] }, { returns: "vrs" });
    const { tables, count } = measured(data, on, {
      fn: "radial",
      orientation: "input",
      super: "observation",
    });
    expect(labelsOf(tables.get("m"), "status")).toEqual(["optimal", "infeasible"]);
    expect(numbersOf(tables.get("m"), "rank")).toEqual([1, Number.NaN]);
    expect(labelsOf(tables.get("m.infeasible"), "reason")).toEqual([
      "no mix of the other units of the panel makes this much y",
    ]);
    expect(count).toMatchObject({ optimal: 1, infeasible: 1, certified: 2 });
  });
});
