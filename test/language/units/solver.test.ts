import { expect, test } from "vitest";
import { codes, modelOf } from "../check/checking.ts";

/** CPU milliseconds of checking a system. */
function cost(entries: string): number {
  const before = process.cpuUsage();
  modelOf(`system s {
  time [year] = 0 .. 10
  stock x [t] = 1
  param p = 2
${entries}
}`);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// Both took more than five times these bounds where each solution was looked up through all those it leads to.
test("a chain of thousands of auxiliaries written backwards is solved in time that grows with its length", () => {
  const n = 2000;
  const chain = Array.from({ length: n }, (_, i) => `  aux a${i} = a${i + 1} * p + a${i + 1} * p`);
  expect(cost([...chain, `  aux a${n} = x`].join("\n"))).toBeLessThan(3000);
});

test("a sum and a product of hundreds of unknowns", () => {
  const names = Array.from({ length: 500 }, (_, i) => `q${i}`);
  const params = names.map((name) => `  param ${name} = 1`);
  expect(
    cost([...params, `  aux all = ${names.join(" + ")}`, `  aux each = ${names.join(" * ")}`].join("\n")),
  ).toBeLessThan(1500);
});

test("the unit at the end of a long chain is the one at its start", () => {
  const chain = Array.from({ length: 300 }, (_, i) => `  aux a${i} = a${i + 1} * 2`);
  const text = (end: string) => `system s {
  time [year] = 0 .. 10
  stock x [t] = 1
${chain.join("\n")}
  aux a300 = x
  aux end [${end}] = a0
}`;
  expect(codes(text("t"))).toEqual([]);
  expect(codes(text("year"))).toHaveLength(1);
});
