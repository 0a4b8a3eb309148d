import { expect, it } from "vitest";
import { runSystems } from "../../helpers/systems.ts";

const time = "time [year] = 2020 .. 2021";

it("an unknown that comes out as a pure number is on the scale 1, and conversions stand where scales differ", () => {
  const run = runSystems(`system s {
  ${time}
  param share = 50%
  stock technology = 1
  stock mass [Mt] = 3
  aux part [Gt] = share * mass
  aux more [kt] = mass * technology * share / 1
  aux ratio = part / mass
  aux again [Gt] = mass * ratio * technology
}`);
  expect(run.column("share")[0]).toBe(0.5);
  expect(run.column("technology")[0]).toBe(1);
  expect(run.column("part")[0]).toBeCloseTo(0.0015, 12);
  expect(run.column("more")[0]).toBeCloseTo(1500, 9);
  expect(run.column("again")[0]).toBeCloseTo(0.0015, 12);
  for (const name of ["share", "technology"]) {
    expect(run.table.columns.find((c) => c.name === name)?.unit?.text, name).toBe("1");
  }
});

it("whatever the order in which the equations tell it", () => {
  const equations = [
    "aux a [Gt] = b * p",
    "aux b = c * q",
    "aux c [kt] = 2",
    "param p = 3",
    "param q = 5",
    "aux d [Mt] = b / q",
  ];
  const orders = [equations, [...equations].reverse(), [...equations.slice(3), ...equations.slice(0, 3)]];
  for (const order of orders) {
    const run = runSystems(`system s {\n  ${time}\n  stock x = 1\n  ${order.join("\n  ")}\n}`);
    const [a, d] = [run.column("a")[0], run.column("d")[0]];
    // c is 2 kt whatever else is inferred: a = 30 kt, d = 2 kt, each in its own unit.
    expect([a, d], order.join("; ")).toEqual([expect.closeTo(30e-6, 15), expect.closeTo(2e-3, 12)]);
  }
});

it("an unknown with a dimension still takes the scale that its equation gives", () => {
  const run = runSystems(`system s {
  ${time}
  stock mass [Mt] = 3
  param price = 5
  aux cost [G CNY] = price * mass
}`);
  expect(run.column("cost")[0]).toBe(15);
});
