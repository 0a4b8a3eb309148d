import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import {
  PreparedRuns,
  planRuns,
  prepareRuns,
  type RunTarget,
} from "../../../runtime/dynamics/prepare-runs.ts";
import { checkSystems, runSystems } from "../../helpers/systems.ts";

const labels = ["a", "b"];
const economy = (method = "rk4") => `dimension d = a, b
system economy {
  time [year] = 2020 .. 2030 step 1/4 using ${method} save every 1
  param growth [1/year] = annual(6%)
  param share by d = {a: 0.3, b: 0.7}
  stock gdp by d [CNY] = 100 * share
  stock co2 [t] = 0
  flow gain by d: cloud -> gdp = growth * gdp
  flow emitted: cloud -> co2 = intensity * total / 1 [year]
  flow absorbed: co2 -> cloud = co2 / 50 [year] + random.normal(0, 1) * 0.01 [t/year]
  flow decay: co2 -> cloud = 0.001 [1/year] * co2
  aux total = sum(gdp)
  aux intensity [t/CNY] = 0.5 [t/CNY] / (1 + total / 1000 [CNY])
}
`;

function prepare(text: string, targets: readonly RunTarget[]) {
  const { systems, sink } = checkSystems(text);
  const env = { table: () => undefined, dimension: () => labels };
  const runs = systems[0] && prepareRuns(systems[0], targets, env, sink);
  if (!runs) throw new Error(sink.list.map((d) => d.message).join("\n"));
  return runs;
}

function column(runs: PreparedRuns, numbers: readonly number[], name: string): number[] {
  const outcome = runs.run(numbers);
  if ("failure" in outcome) throw new Error(JSON.stringify(outcome.failure));
  const place = runs.place(name) ?? -1;
  return Array.from(outcome.run.times, (_, row) => outcome.run.values[row * runs.width + place]);
}

describe("prepared runs", () => {
  it.each(["euler", "rk4", "rk45", "rosenbrock"])("give the numbers of a scenario, %s", (method) => {
    const runs = prepare(economy(method), [
      { variable: "growth", labels: null },
      { variable: "share", labels: ["b"] },
      { variable: "co2", labels: null },
      { variable: "intensity", labels: null },
    ]);
    const scenario = runSystems(`${economy(method)}
scenario plain of economy
scenario other of economy { growth = 0.02 [1/year]; share[b] = 0.9; co2 = 7 [t]; intensity = 0.25 [t/CNY] }`);
    for (const name of ["co2", "gdp[a]", "gdp[b]", "total", "intensity", "emitted"]) {
      expect(column(runs, [0.02, 0.9, 7, 0.25], name)).toEqual(scenario.column(name, "other"));
    }
  });

  it("set all elements alike where no labels are named", () => {
    const runs = prepare(economy(), [{ variable: "gdp", labels: null }]);
    expect(column(runs, [3], "gdp[a]")[0]).toBe(3);
    expect(column(runs, [3], "gdp[b]")[0]).toBe(3);
  });

  it("leave nothing of one run to the next, and write over its arrays", () => {
    const runs = prepare(economy(), [{ variable: "growth", labels: null }]);
    const first = column(runs, [0.05], "co2");
    const other = column(runs, [0.01], "co2");
    expect(other).not.toEqual(first);
    expect(column(runs, [0.05], "co2")).toEqual(first);
    const [a, b] = [runs.run([0.05]), runs.run([0.01])];
    if ("failure" in a || "failure" in b) throw new Error("no run");
    expect(b.run.values).toBe(a.run.values);
  });

  it("differ by seed", () => {
    const runs = prepare(economy(), [{ variable: "growth", labels: null }]);
    const last = (seed: number) => {
      const outcome = runs.run([0.05], seed);
      return "run" in outcome
        ? outcome.run.values[outcome.run.values.length - runs.width + (runs.place("co2") ?? -1)]
        : 0;
    };
    expect(last(1)).not.toBe(last(2));
    expect(last(1)).toBe(last(1));
  });

  it("give a failure where a run breaks off, and go on after it", () => {
    const runs = prepare(
      `system s {
      time [year] = 0 .. 10
      param rate = 0.1
      stock x = 1
      flow gain: cloud -> x = rate * x ^ 2 / 1 [year]
    }`,
      [{ variable: "rate", labels: null }],
    );
    expect(runs.run([50])).toMatchObject({ failure: { kind: "diverged" } });
    expect(runs.run([0.01])).toHaveProperty("run");
  });

  it("are made from plain data, which another thread can be sent", () => {
    const { systems } = checkSystems(economy());
    const env = { table: () => undefined, dimension: () => labels };
    const plan = planRuns(systems[0], [{ variable: "growth", labels: null }], env, new Diagnostics());
    if (plan === null) throw new Error("no plan");
    const sent = new PreparedRuns(structuredClone(plan));
    expect(column(sent, [0.03], "co2")).toEqual(
      column(prepare(economy(), [{ variable: "growth", labels: null }]), [0.03], "co2"),
    );
  });
});
