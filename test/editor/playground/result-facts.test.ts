import { beforeAll, describe, expect, it } from "vitest";
import { numberFacts } from "../../../editor/playground/panels/results/number-facts.ts";
import { summaryOf } from "../../../editor/playground/panels/results/summary.ts";
import { tableGroups } from "../../../editor/playground/panels/results/table-groups.ts";
import type { RunAnswer } from "../../../editor/playground/workers/protocol.ts";
import { mills, pond, runOf } from "./panel-models.ts";

let run: RunAnswer;
beforeAll(async () => {
  run = await runOf(mills);
});
const tableOf = (name: string) => run.tables.find((table) => table.name === name)!;

describe("what stands behind a number", () => {
  it("is its program's proof and its peers, by their names in the unit's own period", () => {
    const facts = numberFacts(run.tables, "inefficiency", { dmu: "C", period: "2017" });
    expect(facts.status).toBe("optimal");
    expect(facts.peers.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(facts.peers[0]!.weight).toBeCloseTo(5 / 6, 9);
    expect(facts.certificate).toMatchObject({ holds: true, solver: "kernel", retried: false });
    expect(facts.certificate!.residual).toBeLessThan(1e-9);
    expect(facts.distances).toEqual([]);
  });

  it("is a proof that there is none, for a program without solution", () => {
    const facts = numberFacts(run.tables, "theta", { dmu: "A", period: "2017" });
    expect(facts.status).toBe("infeasible");
    expect(facts.peers).toEqual([]);
    expect(facts.certificate?.holds).toBe(true);
  });

  it("is for a change the four distances of its two periods", () => {
    const facts = numberFacts(run.tables, "gtfp", { dmu: "C", period: "2018" });
    const pairs = facts.distances.map(({ observed, reference }) => `${observed}|${reference}`);
    expect(pairs.sort()).toEqual(["2017|2017", "2017|2018", "2018|2017", "2018|2018"]);
    expect(facts.certificate).toBeNull();
    expect(numberFacts(run.tables, "gtfp", { dmu: "C", period: "2017" }).distances).toEqual([]);
  });

  it("is nothing for a unit that is not there", () => {
    expect(numberFacts(run.tables, "inefficiency", { dmu: "Z", period: "2017" })).toMatchObject({
      status: null,
      peers: [],
      certificate: null,
    });
  });
});

describe("the sentence over a table", () => {
  it("counts who is on the frontier and names who is farthest from it", () => {
    expect(summaryOf(tableOf("inefficiency"))).toEqual({
      of: "measure",
      units: 6,
      efficient: 4,
      without: 0,
      farthest: "C 2017",
    });
    expect(summaryOf(tableOf("theta"))).toMatchObject({ efficient: 4, without: 2, farthest: null });
  });

  it("means changes geometrically", () => {
    const facts = summaryOf(tableOf("gtfp"));
    if (facts.of !== "index") throw new Error(facts.of);
    const changes = [...tableOf("gtfp").columns.find(({ name }) => name === "change")!.cells.values]
      .map(Number)
      .filter((x) => !Number.isNaN(x));
    expect(facts).toMatchObject({ changes: 3, without: 3, scale: "ratio", best: "C 2018" });
    expect(facts.mean).toBeCloseTo(changes.reduce((a, b) => a * b, 1) ** (1 / 3), 12);
  });

  it("counts runs and rows", async () => {
    const { tables } = await runOf(pond);
    expect(summaryOf(tables[0]!)).toMatchObject({ of: "runs", runs: 3, from: "2020", to: "2030" });
    expect(summaryOf(tableOf("mills"))).toEqual({ of: "rows", rows: 6, columns: 6 });
  });
});

it("groups tables by declaration: computed ones first, panels last, what is empty left out", () => {
  const groups = tableGroups(run.tables, new Set(["mills"]));
  expect(groups.map(({ main }) => main.name)).toEqual(["inefficiency", "theta", "gtfp", "mills"]);
  const sides = Object.fromEntries(
    groups.map(({ main, sides }) => [main.name, sides.map(({ name }) => name)]),
  );
  expect(sides.inefficiency).toEqual(["inefficiency.peers", "inefficiency.certificates"]);
  expect(sides.theta).toContain("theta.infeasible");
  expect(sides.mills).toEqual([]);
});
