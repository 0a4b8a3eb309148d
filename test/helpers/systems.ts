/** Systems in memory: parsed, checked and run on their own, so that what fails is the dynamics and nothing else. */
import type * as ast from "../../language/ast.ts";
import type { CheckContext, TableShape } from "../../language/check/context.ts";
import { checkDimension } from "../../language/check/dimension.ts";
import { checkScenario } from "../../language/check/scenario.ts";
import { checkSystem } from "../../language/check/system.ts";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Declared, Scenario, System } from "../../language/model.ts";
import { parse } from "../../language/parser/parse.ts";
import { UnitReader } from "../../language/units/read-unit.ts";
import { runSystem } from "../../runtime/dynamics/run-system.ts";
import type { Environment } from "../../runtime/evaluate/environment.ts";
import type { Table } from "../../runtime/tables/table.ts";

export interface CheckedSystems {
  readonly declarations: readonly Declared[];
  readonly systems: readonly System[];
  readonly scenarios: readonly Scenario[];
  readonly sink: Diagnostics;
  readonly shapes: ReadonlyMap<string, TableShape>;
}

/** Result tables that a system may read, as the checker and as the run see them. */
export interface Outside {
  readonly shapes?: readonly TableShape[];
  readonly tables?: readonly Table[];
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** Checks the dimensions, systems and scenarios of a text, in its order. */
export function checkSystems(text: string, outside: Outside = {}): CheckedSystems {
  const { file, diagnostics } = parse({ path: "model.gtfp", text });
  const sink = new Diagnostics();
  for (const diagnostic of diagnostics) sink.add(diagnostic);
  const named = file.declarations.filter((d) => "name" in d);
  const unitDecls = new Map<string, ast.UnitDecl>();
  for (const d of named) if (d.kind === "unit") unitDecls.set(d.name.text, d);
  const reader = new UnitReader(unitDecls, sink, (span) => text.slice(span.start, span.end));
  const checked = new Map<string, Declared>();
  const shapes = new Map((outside.shapes ?? []).map((shape) => [shape.name, shape]));
  const ctx: CheckContext = {
    sink,
    declared: new Map<string, ast.Declaration>(named.map((d) => [d.name.text, d])),
    checked,
    shapes,
    readUnit: (expr) => reader.read(expr),
    text: (span) => text.slice(span.start, span.end),
    resolvePath: (path) => path.value,
  };
  for (const d of named) {
    const made =
      d.kind === "system"
        ? checkSystem(d, ctx)
        : d.kind === "scenario"
          ? checkScenario(d, ctx)
          : d.kind === "dimension"
            ? dimension(d, ctx)
            : null;
    if (made !== null) checked.set(made.name, made);
  }
  const declarations = [...checked.values()];
  return {
    declarations,
    systems: declarations.filter((d) => d.kind === "system"),
    scenarios: declarations.filter((d) => d.kind === "scenario"),
    sink,
    shapes,
  };
}

function dimension(d: ast.DimensionDecl, ctx: CheckContext): Declared | null {
  if (d.labels !== undefined) return checkDimension(d, ctx);
  const labels = { table: "outside", column: d.name.text };
  return { kind: "dimension", name: d.name.text, span: d.name.span, labels };
}

/** The codes of all that was reported. */
export function codes(sink: Diagnostics): string[] {
  return sink.list.map((d) => d.code);
}

export interface SystemRun {
  readonly table: Table;
  readonly sink: Diagnostics;
  /** A column's numbers, of one scenario or of all. */
  column(name: string, scenario?: string): number[];
}

/** Checks and runs the first system of a text, or that of a name, with all its scenarios; throws what was reported as an error. */
export function runSystems(text: string, outside: Outside = {}, name?: string): SystemRun {
  const tried = tryRun(text, outside, name);
  if (tried.table === null) throw new Error(tried.sink.list.map((d) => `${d.code} ${d.message}`).join("\n"));
  const { table, sink } = tried;
  const scenarios = table.columns[0].cells;
  return {
    table,
    sink,
    column: (name, scenario) => {
      const cells = table.columns.find((c) => c.name === name)?.cells;
      if (cells?.of !== "number" || scenarios.of !== "label") throw new Error(`no column ${name}`);
      return [...cells.values].filter((_, i) => scenario === undefined || scenarios.values[i] === scenario);
    },
  };
}

export function tryRun(
  text: string,
  outside: Outside = {},
  name?: string,
): { table: Table | null; sink: Diagnostics } {
  const checked = checkSystems(text, outside);
  const { sink, systems, scenarios, declarations } = checked;
  const system = name === undefined ? systems[0] : systems.find((s) => s.name === name);
  if (sink.hasErrors || system === undefined) return { table: null, sink };
  const tables = new Map((outside.tables ?? []).map((table) => [table.name, table]));
  const env: Environment = {
    table: (name) => tables.get(name),
    dimension: (name) => {
      const found = declarations.find((d) => d.kind === "dimension" && d.name === name);
      if (found?.kind === "dimension" && !("table" in found.labels)) return found.labels;
      return outside.labels?.[name] ?? [];
    },
  };
  const own = scenarios.filter((s) => s.system === system.name);
  return { table: runSystem(system, own, { declarations }, env, { sink })?.table ?? null, sink };
}
