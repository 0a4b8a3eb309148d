/**
 * CPU time of runs of the two benchmark systems, and their ratios in the same run to the hand-written C of `dynamics-limit.c` and to
 * the JavaScript that SDEverywhere generates.
 *
 *     npm run bench -- dynamics
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { compileSystem } from "../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../compiler/ode/ode-system.ts";
import { check } from "../language/check/check.ts";
import { Diagnostics } from "../language/diagnostics/diagnostic.ts";
import type { Model, System } from "../language/model.ts";
import { generateCode, parameters } from "../runtime/dynamics/generate-code.ts";
import { integrate } from "../runtime/dynamics/integrate.ts";
import { integrateGenerated } from "../runtime/dynamics/integrate-generated.ts";
import { prepareRuns } from "../runtime/dynamics/prepare-runs.ts";
import { systemInputs } from "../runtime/dynamics/system-inputs.ts";
import type { Environment } from "../runtime/evaluate/environment.ts";
import { green, sir } from "./dynamics-models.ts";
import { sdeverywhereGreen } from "./sdeverywhere.ts";

const texts = { sir, green: green() };
type Name = keyof typeof texts;
/** What the end values of C are called here, in its order. */
const shown: Record<Name, readonly string[]> = {
  sir: ["susceptible"],
  green: ["ps_value", "mf_value", "total_energy", "total_emissions", "total_carbon"],
};

if (process.argv[2] === "compile") console.log(JSON.stringify(compileCold(process.argv[3] as Name)));
else await compare();

async function compare(): Promise<void> {
  const limit = cLimit();
  if (limit === null) console.log("No C compiler (cc) on this machine: no ratios to C.");
  for (const name of ["sir", "green"] as const) {
    const { ode, system, env } = compile(texts[name]);
    console.log(
      `${name}: ${ode.stocks.length} stocks, ${ode.dynamic.length} equations, ${ode.time.steps} steps`,
    );
    const cold = JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), "compile", name], { encoding: "utf8" }),
    ) as Record<"wall" | "cpu", Cold>;
    for (const [clock, { check, compile, generate }] of Object.entries(cold)) {
      const whole = check + compile + generate;
      console.log(
        `  text to code in a new process, ${clock} time in ms: check ${ms(check)}, compile ${ms(compile)}, generate ${ms(generate)}; all ${ms(whole)}`,
      );
    }
    const room = integrateGenerated(ode);
    const reuse = room !== null && "run" in room ? room.run : undefined;
    const generated = cpu(() => void integrateGenerated(ode, { reuse }), 300);
    const interpreted = cpu(() => void integrate(ode), 1);
    const bar = limit?.times[name];
    const ratio = bar === undefined ? "" : `, C ${bar.toFixed(3)}: ${(generated / bar).toFixed(2)} times C`;
    console.log(
      `  a run, in ms: generated ${generated.toFixed(3)}, interpreted ${interpreted.toFixed(1)}${ratio}`,
    );
    const values = endValues(ode, name);
    const off = limit?.ends[name].map((c, i) => Math.abs(values[i] / c - 1)) ?? [];
    console.log(
      `  end values ${values.join(" ")}${off.length ? `; from C's (printed to 4 digits after the point) ${Math.max(...off).toExponential(1)}` : ""}`,
    );
    if (name === "green") await againstSdeverywhere(generated, values);
    console.log(`  1,000 runs with other numbers, in s: ${thousand(system, env, name).toFixed(2)}`);
  }
}

async function againstSdeverywhere(ours: number, ends: readonly number[]): Promise<void> {
  const peer = await sdeverywhereGreen();
  if ("why" in peer) {
    console.log(`  no ratio to SDEverywhere, which could not be installed: ${peer.why}`);
    return;
  }
  const theirs = cpu(() => void peer.run(), 20);
  const off = Math.max(...peer.run().map((value, i) => Math.abs(ends[i] / value - 1)));
  console.log(
    `  SDEverywhere's JavaScript ${theirs.toFixed(3)} ms: ours is ${(theirs / ours).toFixed(1)} times as fast; end values differ by ${off.toExponential(1)}`,
  );
}

function compile(text: string): { ode: OdeSystem; system: System; env: Environment } {
  const { system, env } = checked(text);
  const ode = compileSystem(system, systemInputs(env), new Diagnostics());
  if (ode === null) throw new Error("does not compile");
  return { ode, system, env };
}

function checked(text: string): { system: System; env: Environment } {
  const { model, diagnostics } = check("model.gtfp", () => text);
  if (model === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const system = model.declarations.find((d) => d.kind === "system");
  if (system?.kind !== "system") throw new Error("no system");
  return { system, env: { table: () => undefined, dimension: (name) => labelsOf(model, name) } };
}

function labelsOf(model: Model, name: string): readonly string[] {
  const found = model.declarations.find((d) => d.kind === "dimension" && d.name === name);
  return found?.kind === "dimension" && !("table" in found.labels) ? found.labels : [];
}

interface Cold {
  readonly check: number;
  readonly compile: number;
  /** Writing the code and handing it to the engine. */
  readonly generate: number;
}
/**
 * In a process of its own: what a user waits for before the first run. Wall time is that waiting; CPU time also counts the engine's
 * threads that optimise meanwhile.
 */
function compileCold(name: Name): Record<"wall" | "cpu", Cold> {
  const began = clocks();
  const { system, env } = checked(texts[name]);
  const hasChecked = clocks();
  const ode = compileSystem(system, systemInputs(env), new Diagnostics());
  if (ode === null) throw new Error("does not compile");
  const hasCompiled = clocks();
  new Function(...parameters, generateCode(ode));
  const hasGenerated = clocks();
  const spent = (clock: "wall" | "cpu"): Cold => ({
    check: hasChecked[clock] - began[clock],
    compile: hasCompiled[clock] - hasChecked[clock],
    generate: hasGenerated[clock] - hasCompiled[clock],
  });
  return { wall: spent("wall"), cpu: spent("cpu") };
}

function clocks(): Record<"wall" | "cpu", number> {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

/** CPU seconds of 1,000 runs of a system that is prepared once. */
function thousand(system: System, env: Environment, name: Name): number {
  const start = process.cpuUsage();
  const variable = name === "sir" ? "contact_rate" : "growth";
  const runs = prepareRuns(system, [{ variable, labels: null }], env, new Diagnostics());
  if (runs === null) throw new Error("does not compile");
  let sum = 0;
  for (let i = 0; i < 1000; i++) {
    const outcome = runs.run([name === "sir" ? 0.3 + i * 1e-6 : 0.06 + i * 1.5e-5]);
    if ("failure" in outcome) throw new Error("does not run");
    sum += outcome.run.values[outcome.run.values.length - 1];
  }
  if (!Number.isFinite(sum)) throw new Error("no numbers");
  return since(start) / 1000;
}

function endValues(ode: OdeSystem, name: Name): number[] {
  const outcome = integrateGenerated(ode);
  if (outcome === null || "failure" in outcome) throw new Error("does not run");
  const last = outcome.run.values.subarray(-ode.slots.length);
  return shown[name].map((variable) => last[ode.slots.findIndex((slot) => slot.name === variable)]);
}

/** CPU milliseconds of a run: the median of several batches. */
function cpu(run: () => void, runs: number): number {
  const batches = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    for (let i = 0; i < runs; i++) run();
    return since(before) / runs;
  });
  return batches.sort((a, b) => a - b)[3];
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function ms(value: number): string {
  return value.toFixed(0);
}

/** Compiles and runs the C limit; null where there is no compiler. */
function cLimit(): { times: Record<Name, number>; ends: Record<Name, readonly number[]> } | null {
  const program = join(mkdtempSync(join(tmpdir(), "gtfp-bench-")), "limit");
  try {
    execFileSync("cc", ["-O3", "-march=native", "-o", program, "bench/dynamics-limit.c", "-lm"], {
      stdio: "pipe",
    });
  } catch {
    return null;
  }
  const text = execFileSync(program, { encoding: "utf8" });
  const numbers = (pattern: RegExp) => (text.match(pattern)?.[1] ?? "").trim().split(/\s+/).map(Number);
  return {
    times: { sir: numbers(/C sir 10000 steps +(\S+)/)[0], green: numbers(/C green 320 steps +(\S+)/)[0] },
    ends: { sir: numbers(/check sir \S+ (.*)/), green: numbers(/check green (.*)/) },
  };
}
