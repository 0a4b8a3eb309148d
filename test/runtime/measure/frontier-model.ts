/** Small panels and models for tests of measures and indices, without text. */
import { readFileSync } from "node:fs";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type {
  Direction,
  Expr,
  Index,
  Measure,
  MeasureSpec,
  Model,
  Move,
  Technology,
} from "../../../language/model.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import { runIndex } from "../../../runtime/index/run-index.ts";
import { runMeasure } from "../../../runtime/measure/run-measure.ts";
import type { Table } from "../../../runtime/tables/table.ts";

const span = { file: "model.gtfp", start: 0, end: 0 };

export interface PanelData {
  readonly dmu: readonly string[];
  readonly period?: readonly number[];
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

/** A published case's data. */
export function fixture(id: string): PanelData & {
  readonly cases: readonly { readonly id: string; readonly expected: Readonly<Record<string, unknown>> }[];
} {
  const path = new URL(`../../fixtures/dea/${id}.json`, import.meta.url);
  const { data, cases } = JSON.parse(readFileSync(path, "utf8"));
  return { ...data, cases };
}

/** What a published case expects. */
export function expected(id: string, name: string): Readonly<Record<string, (number | string | null)[]>> {
  return fixture(id).cases.find((one) => one.id === name)!.expected as never;
}

export function panelTable(data: PanelData): Table {
  const label = (name: string, role: "dmu" | "period" | "group", values: readonly (string | number)[]) => ({
    name,
    role,
    unit: null,
    cells: { of: "label" as const, values },
  });
  return {
    name: "panel",
    rows: data.dmu.length,
    columns: [
      label("unit", "dmu", data.dmu),
      ...(data.period === undefined ? [] : [label("year", "period", data.period)]),
      ...Object.entries(data.groups ?? {}).map(([name, values]) => label(name, "group", values)),
      ...Object.entries(data.columns).map(([name, values]) => ({
        name,
        role: "value" as const,
        unit: null,
        cells: { of: "number" as const, values: Float64Array.from(values) },
      })),
    ],
  };
}

function column(name: string): Expr {
  const type = { of: "number", unit: null, keys: ["unit", "year"], scale: "level" } as const;
  return { op: "column", table: "panel", column: name, type, span };
}

type Sizes = Readonly<Record<string, Move["size"]["kind"] | number>>;

/** How far each variable moves: a word, or a number in the variable's unit. */
export function along(sizes: Sizes): Move[] {
  return Object.entries(sizes).map(([variable, size]): Move => {
    if (typeof size !== "number") return { variable, size: { kind: size } as Move["size"], span };
    const type = { of: "number", unit: null, keys: [], scale: "level" } as const;
    return { variable, size: { kind: "expr", expr: { op: "number", value: size, type, span } }, span };
  });
}

export function technology(
  roles: {
    readonly input?: readonly string[];
    readonly good?: readonly string[];
    readonly bad?: readonly string[];
  },
  more: Partial<Technology> = {},
): Technology {
  const variables = (["input", "good", "bad"] as const).flatMap((role) =>
    (roles[role] ?? []).map((name) => ({ name, role, value: column(name), unit: null, fixed: false, span })),
  );
  return {
    kind: "technology",
    name: "technology",
    span,
    panel: "panel",
    referencePanel: "panel",
    by: [],
    variables,
    returns: "crs",
    disposability: "weak",
    reference: { kind: "contemporaneous" },
    ...more,
  };
}

export interface Ran {
  readonly tables: ReadonlyMap<string, Table>;
  readonly sink: Diagnostics;
  readonly count: import("../../../runtime/results.ts").ProgramCount;
}

function run(
  data: PanelData,
  declared: readonly (Technology | Direction)[],
  compute: (
    model: Model,
    env: Environment,
    sink: Diagnostics,
  ) => { tables: readonly Table[]; count: Ran["count"] },
): Ran {
  const sink = new Diagnostics();
  const panel = panelTable(data);
  const env: Environment = { table: (name) => (name === "panel" ? panel : undefined), dimension: () => [] };
  const model: Model = { name: "model", files: [], declarations: declared, reports: [], expectations: [] };
  const { tables, count } = compute(model, env, sink);
  return { tables: new Map(tables.map((table) => [table.name, table])), sink, count };
}

/** Runs a measure called `m`. */
export function measured(data: PanelData, on: Technology, spec: Partial<MeasureSpec> & { fn: string }): Ran {
  const full: MeasureSpec = { technology: on.name, super: false, slacks: "plain", ...spec };
  const measure: Measure = { kind: "measure", name: "m", span, spec: full };
  return run(data, [on], (model, env, sink) => runMeasure(measure, model, env, { sink }));
}

/** Runs an index called `i`. */
export function indexed(
  data: PanelData,
  on: Technology,
  index: Partial<Omit<Index, "spec">> & { fn: string; spec: Partial<MeasureSpec> & { fn: string } },
): Ran {
  const spec: MeasureSpec = { technology: on.name, super: false, slacks: "plain", ...index.spec };
  const whole: Index = {
    kind: "index",
    name: "i",
    span,
    reference: on.reference,
    rebase: false,
    ...index,
    spec,
  };
  return run(data, [on], (model, env, sink) => runIndex(whole, model, env, { sink }));
}

export function numbersOf(table: Table | undefined, name: string): number[] {
  const cells = table?.columns.find((one) => one.name === name)?.cells;
  if (cells?.of !== "number") throw new Error(`no numbers ${name} in ${table?.name}`);
  return [...cells.values];
}

export function labelsOf(table: Table | undefined, name: string): readonly (string | number | null)[] {
  const cells = table?.columns.find((one) => one.name === name)?.cells;
  if (cells?.of !== "label") throw new Error(`no labels ${name} in ${table?.name}`);
  return cells.values;
}
