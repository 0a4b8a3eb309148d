/** CPU time of runs of the two benchmark systems: compiling, interpreted, generated. */
import { compileSystem } from "../compiler/ode/compile-system.ts";
import { check } from "../language/check/check.ts";
import { Diagnostics } from "../language/diagnostics/diagnostic.ts";
import { integrate } from "../runtime/dynamics/integrate.ts";
import { integrateGenerated } from "../runtime/dynamics/integrate-generated.ts";
import { green, sir } from "./dynamics-models.ts";

function cpu(run: () => void, runs: number): number {
  const batches = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    for (let i = 0; i < runs; i++) run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / runs;
  });
  return batches.sort((a, b) => a - b)[3] ?? Number.NaN;
}

for (const [name, text, runs] of [
  ["sir", sir, 100],
  ["green", green(), 50],
] as const) {
  const before = process.cpuUsage();
  const { model, diagnostics } = check("model.gtfp", () => text);
  const system = model?.declarations.find((d) => d.kind === "system");
  if (model === null || system?.kind !== "system")
    throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const labels = (dimension: string): readonly string[] => {
    const found = model.declarations.find((d) => d.kind === "dimension" && d.name === dimension);
    return found?.kind === "dimension" && !("table" in found.labels) ? found.labels : [];
  };
  const checked = process.cpuUsage(before);
  const ode = compileSystem(
    system,
    { labels, value: () => Number.NaN, points: () => ({ xs: [], ys: [] }) },
    new Diagnostics(),
  );
  if (ode === null) throw new Error("does not compile");
  const compiled = process.cpuUsage(before);
  integrateGenerated(ode);
  const first = process.cpuUsage(before);
  const ms = (u: NodeJS.CpuUsage) => ((u.user + u.system) / 1000).toFixed(1);
  console.log(
    `${name}: ${ode.stocks.length} stocks, ${ode.dynamic.length} equations, ${ode.time.steps} steps`,
  );
  console.log(
    `  check ${ms(checked)} ms, with compiling ${ms(compiled)} ms, with the first run ${ms(first)} ms (cold)`,
  );
  const generated = cpu(() => void integrateGenerated(ode), runs);
  const interpreted = cpu(() => void integrate(ode), 1);
  console.log(`  generated ${generated.toFixed(3)} ms, interpreted ${interpreted.toFixed(1)} ms`);
  const outcome = integrateGenerated(ode);
  if (outcome === null || "failure" in outcome) throw new Error("does not run");
  const last = outcome.run.values.subarray(-ode.slots.length);
  const shown = ode.slots.flatMap((slot, i) =>
    /^(susceptible|ps_value|mf_value|total_)/.test(slot.name) && slot.role !== "internal"
      ? [`${slot.name} ${last[i]}`]
      : [],
  );
  console.log(`  ${shown.join(", ")}`);
}
