import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { checkSystems, codes, runSystems } from "../../helpers/systems.ts";

const dimensions = `dimension industry = steel, cement, services, farming
dimension heavy in industry = steel, cement
dimension region = east, west
`;
const economy = (entries: string) => `${dimensions}system economy {
  time [year] = 0 .. 1 step 1 using euler
  stock output by industry [t] = {steel: 10, cement: 20, services: 30, farming: 40}
  ${entries}
}`;
const first = (entries: string) => {
  const run = runSystems(economy(entries));
  return (name: string) => run.column(name)[0];
};

describe("ranges of a dimension", () => {
  it("subscript variables, which read those of the whole dimension by label", () => {
    const at = first(`aux tax by heavy = output / 10
  aux share by heavy = output / sum(output)
  aux among by heavy = output / sum(output[heavy])
  aux given by heavy = {steel: 1, cement: 2}
  aux total = sum(tax) + sum(given) * 1 [t]`);
    expect([at("tax[steel]"), at("tax[cement]")]).toEqual([1, 2]);
    expect(at("share[cement]")).toBe(0.2);
    expect(at("among[cement]")).toBe(20 / 30);
    expect(at("total")).toBe(6);
  });

  it("are what an override is of, and pick part of a variable", () => {
    const at = first(`param rate by heavy = {steel: 0.5, cement: 0.25}
  aux tax by industry = 0 [t]
  aux tax[heavy] = rate * output
  aux tax[cement] = 7 [t]
  aux dirty = sum(output[heavy])
  aux most = max(output[heavy])
  aux weighted = sum(rate * output)`);
    expect(["steel", "cement", "services"].map((label) => at(`tax[${label}]`))).toEqual([5, 7, 0]);
    expect([at("dirty"), at("most"), at("weighted")]).toEqual([30, 20, 10]);
  });

  it("join flows to the elements of a stock that they hold", () => {
    const run = runSystems(
      economy(`flow cut by heavy: output -> cloud = output / 2 [year]
  flow growth by industry: cloud -> output = 1 [t/year]`),
    );
    expect(run.column("output[steel]")).toEqual([10, 6]);
    expect(run.column("output[services]")).toEqual([30, 31]);
  });

  it("stand beside other dimensions, in delays and in overrides of two", () => {
    const at = first(`aux part by region, heavy = output * weight
  param weight by region = {east: 0.25, west: 0.75}
  aux price by region, industry = 1
  aux price[west, heavy] = 3
  aux west = sum(part[west])
  aux seen by heavy = smooth(output, 2 [year], output / 2)`);
    expect(at("part[west, steel]")).toBe(7.5);
    expect(at("west")).toBe(22.5);
    expect([at("price[west, steel]"), at("price[west, services]"), at("price[east, cement]")]).toEqual([
      3, 1, 1,
    ]);
    expect(at("seen[cement]")).toBe(10);
  });

  it("may lie in ranges", () => {
    const run = runSystems(`dimension d = a, b, c
dimension ab in d = a, b
dimension just in ab = b
system s {
  time [1] = 0 .. 1
  param x by d = {a: 1, b: 2, c: 3}
  aux y by just = x * 10
  aux z by ab = x
  aux w by just = z + y
}`);
    expect(run.column("y[b]")[0]).toBe(20);
    expect(run.column("w[b]")[0]).toBe(22);
  });

  it("give no value to elements outside of them", () => {
    const told = (entries: string) => codes(checkSystems(economy(entries)).sink);
    expect(told("aux tax by heavy = 1; aux cost by industry = tax")).toEqual(["GTFP2038"]);
    expect(told("dimension x")).not.toEqual([]);
    expect(told("aux tax by heavy = 1; aux tax[services] = 2")).toEqual(["GTFP6104"]);
    expect(told("stock light by heavy [t] = 1; flow f by industry: light -> cloud = 1 [t/year]")).toEqual([
      "GTFP6110",
    ]);
    // Which label of the whole is meant would be a guess.
    expect(told("aux tax by heavy = 1; aux t = sum(tax by industry)")).toEqual(["GTFP2012"]);
  });

  it("are checked where they are declared", () => {
    const told = (text: string) =>
      check("m.gtfp", () => `${dimensions}${text}`).diagnostics.map((d) => d.code);
    expect(told("dimension light in industry = services, farm")).toEqual(["GTFP6104"]);
    expect(told("dimension light in industri = services")).toEqual(["GTFP6103"]);
    expect(told("dimension a in b = x\ndimension b in a = x")).toEqual(["GTFP2006"]);
  });
});
