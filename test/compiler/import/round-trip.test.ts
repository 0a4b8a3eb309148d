/** Every system of the examples and the acceptance tests: written as XMILE, read back, run again. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importXmile } from "../../../compiler/import/xmile/read-xmile.ts";
import { xmile } from "../../../compiler/print/xmile.ts";
import { check } from "../../../language/check/check.ts";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type { System } from "../../../language/model.ts";
import { runSystem } from "../../../runtime/dynamics/run-system.ts";
import { systemInputs } from "../../../runtime/dynamics/system-inputs.ts";
import { run } from "../../../runtime/run.ts";
import { runEnvironment } from "../../../runtime/run-environment.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { loadWorkbooks } from "../../../runtime/tables/workbooks.ts";
import { runText } from "./imported.ts";

const root = resolve(import.meta.dirname, "../../..");

function models(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".gtfp") && !/wrong-\d/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => /^system /m.test(readFileSync(join(root, path), "utf8")));
}
const paths = [
  ...models("examples"),
  ...models("test/acceptance/systems"),
  ...models("test/acceptance/reports"),
];

/** What XMILE has no form for, or what runs on other random numbers. */
const left: readonly RegExp[] = [/random\./];

interface Exported {
  readonly system: System;
  readonly text: string;
  readonly table: Table;
}

/** The systems of a model as XMILE, with their own runs at every step. */
async function exported(path: string): Promise<readonly (Exported | { readonly refused: string })[]> {
  const read = (name: string) => {
    try {
      return new Uint8Array(readFileSync(resolve(root, dirname(path), name)));
    } catch {
      return null;
    }
  };
  const entry = relative(dirname(path), path);
  const { model } = check(entry, (name) => {
    const bytes = read(name);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  });
  if (model === null) throw new Error(`${path} has errors`);
  await loadWorkbooks(model);
  const systems = model.declarations.filter((d): d is System => d.kind === "system");
  const results = await run(model, { read });
  const env = runEnvironment(model, new Map(results.tables.map((t) => [t.name, t])));
  return systems.map((declared) => {
    // XMILE holds neither data nor pulses over the stages of a step: with Euler's method there are none.
    const held = /series|pulse/.test(new TextDecoder().decode(read(entry)!));
    const method = held ? ("euler" as const) : declared.time.method;
    const system = { ...declared, time: { ...declared.time, method } };
    const document = xmile(system, systemInputs(env));
    if ("refused" in document) return { refused: document.refused.join(", ") };
    const everyStep = { ...system, time: { ...system.time, saveEvery: 1 } };
    const table = runSystem(everyStep, [], model, env, { sink: new Diagnostics() })?.table;
    if (table === undefined) return { refused: "a run that ends early" };
    return { system, text: document.text, table };
  });
}

function numbers(table: Table): Map<string, readonly number[]> {
  return new Map(
    table.columns.flatMap((c) => (c.cells.of === "number" ? [[c.name, [...c.cells.values]] as const] : [])),
  );
}

describe("XMILE that GTFP wrote", () => {
  it("is there to be read", () => expect(paths.length).toBeGreaterThan(20));

  it.each(paths)("gives the same run when it comes back: %s", async (path) => {
    if (left.some((pattern) => pattern.test(readFileSync(join(root, path), "utf8")))) return;
    for (const one of await exported(path)) {
      if ("refused" in one) {
        expect(one.refused).toMatch(
          /spline|next value|events|simultaneous|median|ends early|over a dimension|`\w+`/,
        );
        continue;
      }
      const { system, text, table } = one;
      const { text: model, diagnostics } = importXmile({ path: "model.xmile", text }, system.name);
      const errors = diagnostics.filter((d) => d.severity === "error").map((d) => `${d.code} ${d.message}`);
      expect(errors, text).toEqual([]);
      const again = await runText(model!);
      let compared = 0;
      for (const [name, values] of numbers(table)) {
        const now = again.series(name.replace(/\./g, "_"));
        expect(now.length, name).toBe(values.length);
        values.forEach((value, i) => {
          const near = Math.abs(now[i]! - value) <= 1e-9 * Math.max(1, Math.abs(value));
          if (!near) expect(now[i], `${name} in row ${i} of\n${model}`).toBeCloseTo(value, 9);
        });
        compared++;
      }
      expect(compared).toBeGreaterThan(1);
    }
  });
});
