import { describe, expect, it } from "vitest";
import { runSystems } from "../../helpers/systems.ts";

const economy = (entries: string) => `dimension industry = manufacturing, services
dimension region = east, west
system economy {
  time [year] = 0 .. 1 step 1 using euler
  ${entries}
}`;

describe("subscripts", () => {
  it("elements have values of their own, flows run element by element, sums run over them", () => {
    const run = runSystems(
      economy(`stock value by industry [100M CNY] = {manufacturing: 300, services: 200}
  param rate by industry [1/year] = {manufacturing: 5%, services: 10%}
  flow gain by industry: cloud -> value = rate * value
  aux total = sum(value)
  aux share by industry = value / total
  aux best = max(value)
  aux middle = mean(value)
  aux first = value[manufacturing]`),
    );
    expect(run.column("value[manufacturing]")).toEqual([300, 315]);
    expect(run.column("value[services]")).toEqual([200, 220]);
    expect(run.column("total")).toEqual([500, 535]);
    expect(run.column("share[services]")[0]).toBe(0.4);
    expect(run.column("best")).toEqual([300, 315]);
    expect(run.column("middle")).toEqual([250, 267.5]);
    expect(run.column("first")).toEqual([300, 315]);
    expect(run.table.columns.map((c) => c.name)).toEqual([
      "scenario",
      "time",
      "value[manufacturing]",
      "value[services]",
      "rate[manufacturing]",
      "rate[services]",
      "gain[manufacturing]",
      "gain[services]",
      "total",
      "share[manufacturing]",
      "share[services]",
      "best",
      "middle",
      "first",
    ]);
  });

  it("an override replaces one element's equation", () => {
    const run = runSystems(
      economy(`stock value by industry = 100
  aux price by industry = 2
  aux price[services] = 3
  aux worth by industry = price * value`),
    );
    expect(run.column("worth[manufacturing]")[0]).toBe(200);
    expect(run.column("worth[services]")[0]).toBe(300);
  });

  it("several dimensions: a variable with fewer broadcasts, `by` keeps one", () => {
    const run = runSystems(
      economy(`stock value by region, industry = 10
  param weight by industry = {manufacturing: 1, services: 2}
  aux weighted by region, industry = weight * value
  aux regional by region = sum(weighted by region)
  aux everything = sum(weighted)`),
    );
    expect(run.column("weighted[west, services]")[0]).toBe(20);
    expect(run.column("regional[east]")[0]).toBe(30);
    expect(run.column("everything")[0]).toBe(60);
  });

  it("an element may depend on another of the same variable: no false loop", () => {
    const run = runSystems(
      economy(`stock value = 1
  aux level by industry = 5
  aux level[services] = 2 * level[manufacturing] * value`),
    );
    expect(run.column("level[services]")[0]).toBe(10);
  });

  it("delays have stocks for each element", () => {
    const run = runSystems(
      economy(`param goal by industry = {manufacturing: 1, services: 2}
  aux seen by industry = smooth(goal, 2, 0)`),
    );
    expect(run.column("seen[services]")).toEqual([0, 1]);
    expect(run.column("seen[manufacturing]")).toEqual([0, 0.5]);
  });

  it("shares, single elements, and all combinations of two dimensions", () => {
    const run = runSystems(
      economy(`stock value by industry [t] = {manufacturing: 300, services: 100}
  param weight by region = {east: 1, west: 2}
  aux part by industry = share(value)
  aux one = only(value where industry == "services")
  aux many = count(value where value > 200 [t])
  aux rich = share(value > 200 [t])
  aux crossed by region, industry = weight * value
  aux all = sum(weight * value)`),
    );
    expect(run.column("part[manufacturing]")[0]).toBe(0.75);
    expect(run.column("one")[0]).toBe(100);
    expect(run.column("many")[0]).toBe(1);
    expect(run.column("rich")[0]).toBe(0.5);
    expect(run.column("crossed[west, services]")[0]).toBe(200);
    expect(run.column("all")[0]).toBe(1200);
  });
});
