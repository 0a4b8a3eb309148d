import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { slotsRead, visit } from "../../compiler/ode/scalar-expressions.ts";
import type { Model, Scenario, System } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Table } from "../tables/table.ts";
import { toleranceOf } from "./integrate-adaptive.ts";
import { type RunSystemOptions, runSystem, type SystemRuns } from "./run-system.ts";

/** A move of less than this share is no reason for a smaller step. */
const mattering = 0.01;

/** How far a variable moves in one scenario when the step is halved: where it moves most. */
interface Move {
  readonly scenario: string;
  readonly variable: string;
  readonly time: number;
  readonly value: number;
  readonly halved: number;
  /** Of the halved step's value, or of a hundredth of the variable's largest where that is more. */
  readonly change: number;
}

/**
 * Runs a system again with half its step (an adaptive method with a tenth of its tolerance) and tells what moves by more than 1 %:
 * the table `NAME.step`, a row for each variable and scenario with the saved time at which it moves most. What depends on random
 * numbers is left out, as each step draws its own. Null after reported errors.
 */
export function halvedStep(
  system: System,
  runs: SystemRuns,
  scenarios: readonly Scenario[],
  model: Pick<Model, "declarations">,
  env: Environment,
  options: RunSystemOptions,
): Table | null {
  const { time } = system;
  const tolerance = toleranceOf(time);
  const finer =
    tolerance === undefined
      ? {
          step: { numerator: time.step.numerator, denominator: 2 * time.step.denominator },
          steps: 2 * time.steps,
          saveEvery: 2 * time.saveEvery,
        }
      : { tolerance: tolerance / 10 };
  const again = runSystem({ ...system, time: { ...time, ...finer } }, scenarios, model, env, options);
  if (again === null) return null;
  const moves = movesOf(runs, again);
  const shown = moves.filter(({ change }) => change > mattering).sort((a, b) => b.change - a.change);
  const what =
    tolerance === undefined
      ? `Halving the step of ${time.step.numerator / time.step.denominator}`
      : `A tenth of the tolerance of ${tolerance}`;
  const most = moves.reduce<Move | undefined>(
    (a, b) => (a === undefined || b.change > a.change ? b : a),
    undefined,
  );
  const note =
    shown.length > 0
      ? `${what} moves what is listed here by more than 1 %.`
      : most === undefined
        ? `${what}: nothing to compare.`
        : `${what} moves nothing by more than 1 %; most ${most.variable} in ${most.scenario}, by ${percent(most.change)} at ${most.time}.`;
  return tableOf(`${system.name}.step`, shown, note);
}

function movesOf(runs: SystemRuns, again: SystemRuns): Move[] {
  const [scenario, time, ...columns] = runs.table.columns;
  if (scenario.cells.of !== "label" || time.cells.of !== "number") return [];
  const [scenarios, times] = [scenario.cells.values, time.cells.values];
  const drawn = new Map([...runs.systems].map(([name, ode]) => [name, drawnSlots(ode)]));
  const moves = new Map<string, Move>();
  for (const column of columns) {
    const fine = again.table.columns.find((other) => other.name === column.name);
    if (column.cells.of !== "number" || fine?.cells.of !== "number") continue;
    const [coarse, halved] = [column.cells.values, fine.cells.values];
    const largest = halved.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let row = 0; row < coarse.length; row++) {
      const name = String(scenarios[row]);
      if (drawn.get(name)?.has(column.name)) continue;
      const size = Math.max(Math.abs(halved[row]), largest / 100);
      const change = size === 0 ? 0 : Math.abs(coarse[row] - halved[row]) / size;
      const key = `${name}\n${column.name}`;
      const before = moves.get(key);
      if (before !== undefined && before.change >= change) continue;
      const at = { scenario: name, variable: column.name, time: times[row] };
      moves.set(key, { ...at, value: coarse[row], halved: halved[row], change });
    }
  }
  return [...moves.values()];
}

/** The names of the slots that random numbers reach. */
function drawnSlots({ slots, stocks, delays, initial, dynamic, events }: OdeSystem): ReadonlySet<string> {
  const drawn = new Set<number>();
  const edges: (readonly [readonly number[], number])[] = [
    ...[...initial, ...dynamic].map(({ slot, expr }) => [slotsRead(expr), slot] as const),
    ...stocks.map(({ slot, inflows, outflows }) => [[...inflows, ...outflows], slot] as const),
    ...delays.map(({ slot, source }) => [[source], slot] as const),
    ...events.flatMap(({ condition, changes }) =>
      changes.map(({ slot, expr }) => [[...slotsRead(condition), ...slotsRead(expr)], slot] as const),
    ),
  ];
  for (const { slot, expr } of dynamic) {
    visit(expr, (part) => {
      if (part.op === "call" && part.fn === "random") drawn.add(slot);
    });
  }
  for (let before = -1; before < drawn.size; ) {
    before = drawn.size;
    for (const [from, to] of edges) if (from.some((slot) => drawn.has(slot))) drawn.add(to);
  }
  return new Set([...drawn].map((slot) => slots[slot].name));
}

function tableOf(name: string, moves: readonly Move[], note: string): Table {
  const numbers = (column: "time" | "value" | "halved" | "change", title: string = column) => ({
    name: title,
    role: "value" as const,
    unit: null,
    cells: { of: "number" as const, values: Float64Array.from(moves, (move) => move[column]) },
  });
  const labels = (column: "scenario" | "variable", role: "scenario" | "value") => ({
    name: column,
    role,
    unit: null,
    cells: { of: "label" as const, values: moves.map((move) => move[column]) },
  });
  return {
    name,
    rows: moves.length,
    columns: [
      labels("scenario", "scenario"),
      labels("variable", "value"),
      numbers("time"),
      numbers("value"),
      numbers("halved"),
      numbers("change"),
    ],
    notes: [note],
  };
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
