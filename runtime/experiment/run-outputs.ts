import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { type Element, elementName } from "../../language/check/elements.ts";
import { thisRun } from "../../language/check/experiment.ts";
import { children } from "../../language/check/expression-children.ts";
import type { Expr, Output } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import type { Run } from "../dynamics/run.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { numbersOf, type Value } from "../evaluate/value.ts";
import type { Table, TableColumn } from "../tables/table.ts";

/** One number (or one for each saved time) that a run gives. */
export interface OutputColumn {
  /** `co2`, or `value[services]`. */
  readonly name: string;
  /** The output it is of, by its place. */
  readonly output: number;
  readonly unit: Unit | null;
  readonly overTime: boolean;
  /** The label of each dimension. */
  readonly element: Element;
}

/** The outputs of runs of one compiled system: read once how they are laid out, then number by number. */
export class RunOutputs {
  readonly columns: readonly OutputColumn[];
  readonly times: readonly number[];
  readonly #readers: readonly ((run: Run) => readonly Float64Array[])[];

  /** @param sample any run of the system, from which the layout of the outputs is read */
  constructor(outputs: readonly Output[], system: string, ode: OdeSystem, sample: Run, env: Environment) {
    this.times = Array.from(sample.times);
    const read = outputs.map(({ label, expr }, output) => {
      const reader = plainReader(expr, system, ode) ?? valueReader(expr, system, ode, env);
      const overTime = expr.type.keys.includes("time");
      const columns = reader.elements(sample).map((element): OutputColumn => {
        const name = elementName(label, [...element.values()]);
        return { name, output, unit: expr.type.unit, overTime, element };
      });
      return { columns, read: reader.read };
    });
    this.columns = read.flatMap((one) => one.columns);
    this.#readers = read.map((one) => one.read);
  }

  /** The numbers of a run, by column: one, or one for each saved time. */
  read(run: Run): Float64Array[] {
    return this.#readers.flatMap((reader) => [...reader(run)]);
  }

  /** What a run that broke off gives: nothing. */
  missing(): Float64Array[] {
    return this.columns.map(({ overTime }) =>
      new Float64Array(overTime ? this.times.length : 1).fill(Number.NaN),
    );
  }
}

interface Reader {
  /** The element that each column is of. */
  elements(sample: Run): readonly Element[];
  read(run: Run): readonly Float64Array[];
}

/** A variable without dimensions stands in the run as it is. */
function plainReader(expr: Expr, system: string, ode: OdeSystem): Reader | null {
  if (expr.op !== "run" || expr.scenario !== thisRun || expr.system !== system) return null;
  const slot = ode.slots.findIndex((s) => s.name === expr.variable);
  if (slot < 0) return null;
  return { elements: () => [new Map()], read: (run) => [columnOf(run, slot, ode.slots.length)] };
}

function columnOf({ times, values }: Run, slot: number, width: number): Float64Array {
  const column = new Float64Array(times.length);
  for (let row = 0; row < column.length; row++) column[row] = values[row * width + slot];
  return column;
}

/** Any other expression is evaluated on the table of the run. */
function valueReader(expr: Expr, system: string, ode: OdeSystem, env: Environment): Reader {
  const variables = variablesIn(expr, system);
  const slots = ode.slots.flatMap((slot, i) =>
    variables.has(slot.variable) && slot.role !== "internal" ? [i] : [],
  );
  const others = readsOthers(expr, system) ? env.table(system) : undefined;
  const value = (run: Run): Value => {
    const table = runTable(system, ode, slots, run, others);
    return evaluate(expr, { ...env, table: (name) => (name === system ? table : env.table(name)) });
  };
  let layout: { readonly elements: readonly Element[]; readonly rows: readonly Int32Array[] } | undefined;
  const laidOut = (sample: Value, times: number) => (layout ??= layoutOf(sample, times));
  return {
    elements: (sample) => laidOut(value(sample), sample.times.length).elements,
    read: (run) => {
      const found = value(run);
      const numbers = numbersOf(found);
      return laidOut(found, run.times.length).rows.map((rows) =>
        Float64Array.from(rows, (row) => numbers[row]),
      );
    },
  };
}

/** The rows of each element of a value, in order of time. */
function layoutOf(value: Value, times: number) {
  const time = value.keys.find((key) => key.role === "time");
  const dimensions = value.keys.filter((key) => key !== time);
  const found = new Map<string, { readonly element: Element; readonly rows: number[] }>();
  for (let row = 0; row < value.rows; row++) {
    const element = new Map(dimensions.map((key) => [key.name, String(key.labels[row])]));
    const name = [...element.values()].join("\n");
    const known = found.get(name) ?? { element, rows: [] };
    known.rows.push(row);
    found.set(name, known);
  }
  const all = [...found.values()];
  if (time !== undefined) {
    for (const { rows } of all) {
      rows.sort((a, b) => Number(time.labels[a]) - Number(time.labels[b]));
      if (rows.length !== times) throw new Error("an output over time has a value at every saved time");
    }
  }
  return { elements: all.map((one) => one.element), rows: all.map((one) => Int32Array.from(one.rows)) };
}

/** The table of one run, with the variables that are needed; below those of the system's scenarios where these are read too. */
function runTable(system: string, ode: OdeSystem, slots: readonly number[], run: Run, others?: Table): Table {
  const rows = run.times.length;
  const before = (name: string) => others?.columns.find((c) => c.name === name)?.cells.values ?? [];
  const number = (name: string, role: TableColumn["role"], own: Float64Array): TableColumn => {
    const earlier = before(name) as Float64Array;
    const values = new Float64Array(earlier.length + rows);
    values.set(earlier);
    values.set(own, earlier.length);
    return { name, role, unit: null, cells: { of: "number", values } };
  };
  const names = [...(before("scenario") as readonly string[]), ...new Array<string>(rows).fill(thisRun)];
  return {
    name: system,
    rows: names.length,
    columns: [
      { name: "scenario", role: "scenario", unit: null, cells: { of: "label", values: names } },
      number("time", "time", run.times),
      ...slots.map((slot) => number(ode.slots[slot].name, "value", columnOf(run, slot, ode.slots.length))),
    ],
  };
}

function variablesIn(expr: Expr, system: string): ReadonlySet<string> {
  const found = new Set<string>();
  const see = (e: Expr): void => {
    if (e.op === "run" && e.system === system) found.add(e.variable);
    for (const child of children(e)) see(child);
  };
  see(expr);
  return found;
}

/** Whether an expression compares the run with the system's scenarios. */
function readsOthers(expr: Expr, system: string): boolean {
  if (expr.op === "run" && expr.system === system && expr.scenario !== thisRun) return true;
  return children(expr).some((child) => readsOthers(child, system));
}
