import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topologicalOrder } from "../../../language/check/topological-order.ts";
import { runSystems } from "../../helpers/systems.ts";

const entries = [
  "param growth [1/year] = annual(6%)",
  "param share = 0.3",
  "stock gdp [CNY] = 100",
  "stock capital [CNY] = 3 * gdp",
  "flow gain: cloud -> gdp = growth * gdp * effect",
  "flow investment: cloud -> capital = share * output",
  "flow scrapping: capital -> cloud = capital / delay",
  "flow theft: capital -> cloud = 0.01 [1/year] * capital",
  "flow fire: capital -> cloud = 0.003 [1/year] * capital",
  "stock sum = 0",
  // (0.1 + 0.2) + 0.3 and 0.1 + (0.2 + 0.3) differ in their last digit.
  "flow first [1/year]: cloud -> sum = 0.1",
  "flow second [1/year]: cloud -> sum = 0.2",
  "flow third [1/year]: cloud -> sum = 0.3",
  "aux output [CNY/year] = 0.4 [1/year] * smoothed",
  "aux smoothed = smooth3(gdp, 3)",
  "aux effect = table(capital / gdp)",
  "aux delay [year] = 12 [year] + step(3 [year], 2)",
  "lookup table(ratio) = linear(0: 0.5, 3: 1, 6: 1.2)",
];
const system = (lines: readonly string[]) =>
  `system economy {\n  time [year] = 0 .. 5 step 1/8 using rk4 save every 1\n  ${lines.join("\n  ")}\n}`;
const names = [
  "growth",
  "share",
  "gdp",
  "capital",
  "gain",
  "investment",
  "scrapping",
  "output",
  "effect",
  "sum",
];
const numbers = (text: string, rename = (name: string) => name) => {
  const run = runSystems(text);
  return names.map((name) => run.column(rename(name)));
};

describe("the order of evaluation", () => {
  it("does not depend on the order of declarations: identical numbers", () => {
    const plain = numbers(system(entries));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
        (shuffled) => {
          expect(numbers(system(shuffled))).toEqual(plain);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("does not depend on names, however they sort", () => {
    const known = entries.map((line) => line.match(/^\w+ (\w+)/)?.[1] ?? "");
    const plain = numbers(system(entries));
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: known.length }), (shuffled) => {
        const rename = (name: string) => `省${shuffled.indexOf(name)}`;
        const pattern = new RegExp(`\\b(${known.join("|")})\\b`, "g");
        const renamed = entries.map((line) => line.replace(pattern, rename));
        expect(numbers(system(renamed), rename)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });
});

describe("topological order", () => {
  it("puts each after what it needs, and gives every member of a cycle once", () => {
    const needs: Record<string, string[]> = { a: ["b", "c"], b: ["c"], c: [], x: ["y"], y: ["z"], z: ["x"] };
    const { order, cycles } = topologicalOrder(Object.keys(needs), (id) => needs[id]);
    expect(order.indexOf("c")).toBeLessThan(order.indexOf("b"));
    expect(order.indexOf("b")).toBeLessThan(order.indexOf("a"));
    expect(cycles).toEqual([["x", "y", "z"]]);
    expect([...order].sort()).toEqual(Object.keys(needs).sort());
  });
  it("survives long chains", () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => i);
    expect(topologicalOrder(ids, (i) => (i < 49_999 ? [i + 1] : [])).order[0]).toBe(49_999);
  });
});
