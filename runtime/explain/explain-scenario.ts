/** A scenario: what it changes, old and new, and what that does; two scenarios: what each change contributes to their difference. */

import { normalForm } from "../../compiler/diff/normal-form.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import {
  type Block,
  type FormulaLine,
  heading,
  joined,
  type Prose,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import { expressionMath, variableMath } from "../../compiler/print/expression-math.ts";
import { figure, relation } from "../../compiler/print/math.ts";
import { unitWords } from "../../compiler/print/system-math.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Expr, Model, Scenario, System, SystemVariable } from "../../language/model.ts";
import { runSystem } from "../dynamics/run-system.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Table } from "../tables/table.ts";
import { contributions, mostForShapley, neededSubsets } from "./attribution.ts";
import {
  changedVariables,
  inScenario,
  scenariosWithResults,
  systemOf,
  type VariableChange,
} from "./scenario-changes.ts";

/** The blocks below a scenario's title; null after errors in the sink. */
export function explainScenario(
  scenario: Scenario,
  model: Model,
  env: Environment,
  sink: Diagnostics,
): Block[] | null {
  const system = systemOf(scenario, model);
  const all = scenariosWithResults(model, env, sink);
  if (all === null) return null;
  const base = inScenario(system, scenario.from, all);
  const changed = inScenario(system, scenario.name, all);
  const changes = changedVariables(base, changed);
  const than = scenario.from ?? system.name;
  const doc = scenario.doc === undefined ? [] : [text(sentence(scenario.doc))];
  if (changes.length === 0) {
    return [
      ...doc,
      text(
        `It runs \`${system.name}\` as ${scenario.from === undefined ? "declared" : `\`${than}\` does`}: it changes nothing.`,
      ),
    ];
  }
  const tables = runBoth(system, [base, changed], env, sink);
  if (tables === null) return null;
  return [
    ...doc,
    text(
      `It runs \`${system.name}\` as ${scenario.from === undefined ? "declared" : `\`${than}\` does`}, but for ${changes.length === 1 ? "one variable" : `${changes.length} variables`}.`,
    ),
    ...changeBlocks(changes),
    heading(`What that does by t = ${figure(timeGrid(system.time).at(system.time.steps))}`),
    effectTable(system, tables, than, scenario.name),
  ];
}

/** `growth = annual(0.06) → annual(0.075)`, one line for each right-hand side that is another one. */
function changeBlocks(changes: readonly VariableChange[]): Block[] {
  const lines = changes.flatMap(({ before, after }) => {
    const places = [...effective(before), ...effective(after)].map(({ labels }) => labels);
    const distinct = [...new Map(places.map((labels) => [String(labels), labels])).values()];
    return distinct.flatMap((labels): FormulaLine[] => {
      const [old, now] = [rightSide(before, labels), rightSide(after, labels)];
      if (old === undefined || now === undefined || normalForm(old) === normalForm(now)) return [];
      return [
        {
          left: variableMath(after.name, labels ?? after.dimensions),
          sign: "=",
          right: relation(expressionMath(old), "→", expressionMath(now)),
          note: [unitWords(after.unit)],
        },
      ];
    });
  });
  return [{ is: "formulas", lines }];
}

/** The equations that no later one replaces as a whole. */
function effective({ equations }: SystemVariable): SystemVariable["equations"] {
  return equations.slice(
    Math.max(
      0,
      equations.findLastIndex(({ labels }) => labels === null),
    ),
  );
}

/** What the elements with these labels are computed from. */
function rightSide(variable: SystemVariable, labels: readonly string[] | null): Expr | undefined {
  const equations = effective(variable);
  const same = equations.findLast((one) => String(one.labels) === String(labels));
  const expr = (same ?? equations.find((one) => one.labels === null))?.expr;
  if (same === undefined && expr?.op === "map" && labels?.length === 1) return expr.entries[labels[0]!];
  return expr;
}

/** Runs systems that differ in equations alone, keeping the end. */
function runBoth(
  system: System,
  cases: readonly System[],
  env: Environment,
  sink: Diagnostics,
): Table | null {
  const { time } = system;
  const ends = { ...system, time: { ...time, saveEvery: Math.max(1, time.steps) } };
  return runCases(ends, cases, env, sink);
}

function runCases(
  system: System,
  cases: readonly System[],
  env: Environment,
  sink: Diagnostics,
): Table | null {
  const scenarios = cases.map((one, i): Scenario => {
    const changes = changedVariables(system, one).flatMap(({ after }) =>
      after.equations.map((equation) => ({ variable: after.name, ...equation })),
    );
    return { kind: "scenario", name: `case ${i}`, span: system.span, system: system.name, changes };
  });
  const runs = runSystem(system, scenarios, { declarations: scenarios }, env, { sink });
  return runs === null ? null : runs.table;
}

/** The values of a column at each case's end. */
function endsOf(table: Table, column: string): number[] {
  const times = table.columns[1]!.cells.values as Float64Array;
  const cases = table.columns[0]!.cells.values;
  const values = table.columns.find((c) => c.name === column)!.cells.values as Float64Array;
  return [...values].filter((_, row) => row === times.length - 1 || cases[row] !== cases[row + 1]);
}

function effectTable(system: System, table: Table, base: string, scenario: string): Block {
  const rows = table.columns.slice(2).flatMap((column): Prose[][] => {
    const variable = system.variables.find((v) => v.name === column.name.replace(/\[.*/, ""));
    if (variable?.role !== "stock" && variable?.role !== "aux") return [];
    const [before, after] = endsOf(table, column.name) as [number, number];
    if (Object.is(before, after)) return [];
    const change = before === 0 ? "" : `${signed((after / before - 1) * 100, 3)} %`;
    return [
      [
        [column.name],
        [column.unit?.text ?? ""],
        [figure(before, 6)],
        [figure(after, 6)],
        [signed(after - before, 5)],
        [change],
      ],
    ];
  });
  if (rows.length === 0) return text("No stock and no auxiliary ends elsewhere.");
  return {
    is: "table",
    columns: [
      { header: "variable" },
      { header: "unit" },
      { header: base, numeric: true },
      { header: scenario, numeric: true },
      { header: "difference", numeric: true },
      { header: "change", numeric: true },
    ],
    rows,
  };
}

function signed(value: number, digits: number): string {
  return `${value > 0 ? "+" : ""}${figure(value, digits)}`;
}

export interface ComparisonAsked {
  readonly against: string;
  readonly outcome: string;
  /** A moment of the run; its end unless given. */
  readonly at?: number;
}

/** The blocks that tell where the difference between two scenarios comes from. */
export function explainDifference(
  scenario: Scenario,
  asked: ComparisonAsked,
  model: Model,
  env: Environment,
  sink: Diagnostics,
): Block[] | { readonly wrong: string } | null {
  const system = systemOf(scenario, model);
  const other = model.declarations.find((d) => d.name === asked.against);
  const siblings = model.declarations.filter(
    (d) => d.kind === "scenario" && d.system === system.name && d.name !== scenario.name,
  );
  if (other === undefined || (other.kind !== "scenario" && other !== system)) {
    const help =
      didYouMean(
        asked.against,
        siblings.map((d) => d.name),
      ) ?? `\`${system.name}\` has ${joined(siblings.map((d) => d.name)) || "no other scenario"}`;
    return { wrong: `there is no scenario \`${asked.against}\`; ${help}` };
  }
  if (other.kind === "scenario" && other.system !== system.name) {
    return { wrong: `\`${asked.against}\` is a scenario of \`${other.system}\`, not of \`${system.name}\`` };
  }
  const grid = timeGrid(system.time);
  const at = asked.at ?? grid.at(system.time.steps);
  const steps = Array.from({ length: system.time.steps + 1 }, (_, k) => k).find(
    (k) => Math.abs(grid.at(k) - at) < grid.dt * 1e-9,
  );
  if (steps === undefined || steps === 0) {
    return {
      wrong: `--at ${asked.at} is no moment after the start that a step of \`${system.name}\` ends at`,
    };
  }
  const all = scenariosWithResults(model, env, sink);
  if (all === null) return null;
  const base = inScenario(system, other.kind === "scenario" ? other.name : undefined, all);
  const changed = inScenario(system, scenario.name, all);
  const changes = changedVariables(base, changed);
  if (changes.length > 30)
    return { wrong: `the two differ in ${changes.length} variables; more than 30 cannot be told apart` };
  const subsets = neededSubsets(changes.length);
  const short = { ...base, time: { ...base.time, steps, saveEvery: steps } };
  const table = runCases(
    short,
    subsets.map((subset) => mixed(base, changes, subset)),
    env,
    sink,
  );
  if (table === null) return null;
  const column = table.columns.find((c) => c.name === asked.outcome && c.role === "value");
  if (column === undefined) {
    const names = table.columns.filter((c) => c.role === "value").map((c) => c.name);
    return {
      wrong: `\`${system.name}\` has no \`${asked.outcome}\`; ${didYouMean(asked.outcome, names) ?? `it has ${names.join(", ")}`}`,
    };
  }
  const ends = endsOf(table, column.name);
  const outcomes = new Map(subsets.map((subset, i) => [subset, ends[i]!]));
  return differenceBlocks(
    scenario.name,
    { ...asked, at },
    changes,
    (subset) => outcomes.get(subset)!,
    column.unit?.text,
  );
}

/** The base with the changes of a subset. */
function mixed(base: System, changes: readonly VariableChange[], subset: number): System {
  const chosen = new Map(
    changes.flatMap(({ after }, i) =>
      Math.floor(subset / 2 ** i) % 2 === 1 ? [[after.name, after] as const] : [],
    ),
  );
  return { ...base, variables: base.variables.map((v) => chosen.get(v.name) ?? v) };
}

function differenceBlocks(
  name: string,
  { against, outcome, at }: Required<ComparisonAsked>,
  changes: readonly VariableChange[],
  outcomeOf: (subset: number) => number,
  unit: string | undefined,
): Block[] {
  const whole = outcomeOf(2 ** changes.length - 1);
  const before = outcomeOf(0);
  const difference = whole - before;
  const units = unit === undefined || unit === "1" ? "" : ` ${unit}`;
  const relative = before === 0 ? "" : ` (${signed((difference / before) * 100, 4)} %)`;
  const head = text(
    `\`${outcome}\` at t = ${figure(at)} is ${figure(whole, 8)}${units} in \`${name}\` and ${figure(before, 8)}${units} in \`${against}\`: a difference of ${signed(difference, 6)}${units}${relative}.`,
  );
  if (changes.length === 0) return [text(`\`${name}\` and \`${against}\` have the same equations.`)];
  const parts = contributions(changes.length, outcomeOf);
  const full = changes.length <= mostForShapley;
  const share = (value: number) => (difference === 0 ? "" : `${figure((value / difference) * 100, 4)} %`);
  const counted = parts.map((part) => (full ? part.shapley : part.alone));
  const together = difference - counted.reduce((sum, value) => sum + value, 0);
  const row = (label: string, alone: string, last: string, value: number): Prose[] => [
    [label],
    [alone],
    [last],
    ...(full ? [[signed(value, 6)]] : []),
    [share(value)],
  ];
  return [
    head,
    heading("Changed"),
    ...changeBlocks(changes),
    heading("What each change contributes"),
    {
      is: "table",
      columns: [
        { header: "variable" },
        { header: "alone", numeric: true },
        { header: "if it alone is missing", numeric: true },
        ...(full ? [{ header: "contribution", numeric: true }] : []),
        { header: "share", numeric: true },
      ],
      rows: [
        ...changes.map(({ after }, i) =>
          row(after.name, signed(parts[i]!.alone, 6), signed(parts[i]!.last, 6), counted[i]!),
        ),
        ...(full ? [] : [[["together"], [signed(together, 6)], [""], [share(together)]]]),
        [
          ["sum"],
          full ? [""] : [signed(difference, 6)],
          [""],
          ...(full ? [[signed(difference, 6)]] : []),
          [difference === 0 ? "" : "100 %"],
        ],
      ],
    },
    text(
      full
        ? `Alone: its change and no other, from \`${against}\`. If it alone is missing: all changes, less all but this one. Contribution: the mean over all orders in which the changes can be made (Shapley 1953); contributions add up to the difference.`
        : `Alone: its change and no other, from \`${against}\`. Together: what the changes do only jointly. With more than ${mostForShapley} changes their orders are too many for Shapley values.`,
    ),
  ];
}
