/** A system in mathematics: its equations in the order of evaluation, its parameters with their values, its feedback loops. */

import { compileSystem } from "../../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import { causalLinks } from "../../compiler/print/causal-graph.ts";
import {
  type Block,
  type FormulaLine,
  heading,
  joined,
  type Prose,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import { expressionMath } from "../../compiler/print/expression-math.ts";
import { feedbackLoops, type Loop } from "../../compiler/print/feedback-loops.ts";
import { figure, name, number, relation, symbol } from "../../compiler/print/math.ts";
import {
  equationLines,
  eventLines,
  seriesLine,
  stockLine,
  timeWords,
  unitWords,
} from "../../compiler/print/system-math.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { System, SystemVariable } from "../../language/model.ts";
import { reportFailure } from "../dynamics/report-failure.ts";
import type { Run } from "../dynamics/run.ts";
import { simulate } from "../dynamics/simulate.ts";
import { systemInputs } from "../dynamics/system-inputs.ts";
import type { Environment } from "../evaluate/environment.ts";
import { rangesOf } from "./run-ranges.ts";

/** How many loops are told one by one. */
const mostShown = 24;

/** The blocks below a system's title; null after errors in the sink. */
export function explainSystem(system: System, env: Environment, sink: Diagnostics): Block[] | null {
  const ode = compileSystem(system, systemInputs(env), sink);
  if (ode === null) return null;
  const outcome = simulate(ode);
  if ("failure" in outcome) {
    reportFailure(sink, outcome.failure, ode, undefined);
    return null;
  }
  const { run } = outcome;
  return [
    ...(system.doc === undefined ? [] : [text(sentence(system.doc))]),
    text(`${timeWords(system)}.`),
    ...equationBlocks(system, ode, run),
    ...parameterBlocks(system, ode, run),
    ...loopBlocks(ode, run),
  ];
}

function equationBlocks(system: System, ode: OdeSystem, run: Run): Block[] {
  const of = (...roles: SystemVariable["role"][]) => system.variables.filter((v) => roles.includes(v.role));
  const stocks = of("stock");
  const start = number(timeGrid(system.time).at(0));
  const order = orderOf(ode);
  const rank = (v: SystemVariable) => order.get(v.name) ?? -1;
  const running = of("aux", "flow").sort((a, b) => rank(a) - rank(b));
  const block = (title: string, lines: readonly FormulaLine[]): Block[] =>
    lines.length === 0 ? [] : [heading(title), { is: "formulas", lines }];
  return [
    ...block(
      "Stocks change by their flows",
      stocks.map((stock) => stockLine(stock, system)),
    ),
    ...block(
      "and begin with",
      stocks.flatMap((stock) => withValue(equationLines(stock, start), stock, ode, run)),
    ),
    ...block(
      "Flows and auxiliaries at each instant, in the order of evaluation",
      running.flatMap((variable) => equationLines(variable)),
    ),
    ...block(
      "Tables",
      of("lookup").flatMap((variable) => equationLines(variable)),
    ),
    ...block("Data", of("series").map(seriesLine)),
    ...block(
      "Events",
      (system.events ?? []).flatMap((event) => eventLines(event, system)),
    ),
  ];
}

/** Initial values that are computed are told too. */
function withValue(
  lines: readonly FormulaLine[],
  variable: SystemVariable,
  ode: OdeSystem,
  run: Run,
): FormulaLine[] {
  const slots = ode.slots.flatMap((slot, i) =>
    slot.variable === variable.name && slot.role === "stock" ? [i] : [],
  );
  if (slots.length !== 1 || lines.length !== 1 || lines[0]!.right?.is === "number") return [...lines];
  const value = figure(run.values[slots[0]!]!, 6);
  return [{ ...lines[0]!, note: [`= ${value} `, ...(lines[0]!.note ?? [])] }];
}

/** The place of each variable's first element in the order of evaluation. */
function orderOf(ode: OdeSystem): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const { slot } of [...ode.constants, ...ode.dynamic]) {
    const { variable, role } = ode.slots[slot]!;
    if (role !== "internal") order.set(variable, order.size);
  }
  return order;
}

/** Each parameter with its value, and what it is computed from. */
function parameterBlocks(system: System, ode: OdeSystem, run: Run): Block[] {
  const lines = system.variables.flatMap((parameter): FormulaLine[] => {
    if (parameter.role !== "param") return [];
    const [only, ...others] = parameter.equations;
    const doc = parameter.doc === undefined ? "" : sentence(parameter.doc);
    const unit = unitWords(parameter.unit);
    return ode.slots.flatMap((slot, i): FormulaLine[] => {
      if (slot.variable !== parameter.name || slot.role === "internal") return [];
      const value = number(run.values[i]!, 6);
      const { op } = only!.expr;
      const computed = others.length === 0 && op !== "number" && op !== "map";
      const right = computed ? relation(expressionMath(only!.expr), "=", value) : value;
      const left = name(
        parameter.name,
        slot.labels.map((label) => name(label)),
      );
      return [{ left, sign: "=", right, note: [[unit, doc].filter((part) => part !== "").join(" ")] }];
    });
  });
  return lines.length === 0 ? [] : [heading("Parameters"), { is: "formulas", lines }];
}

function loopBlocks(ode: OdeSystem, run: Run): Block[] {
  const { loops, limited } = feedbackLoops(ode, causalLinks(ode, rangesOf(ode, run)));
  const kinds = groups(loops);
  if (kinds.length === 0)
    return [heading("Feedback loops"), text("There is none: nothing in the system acts back on itself.")];
  const counts = { 1: 0, "-1": 0, "0": 0, "?": 0 };
  for (const loop of loops) counts[loop.polarity]++;
  const told = [
    counts[1] > 0 ? `${counts[1]} reinforcing (R)` : "",
    counts["-1"] > 0 ? `${counts["-1"]} balancing (B)` : "",
    counts["?"] > 0
      ? `${counts["?"]} whose polarity is not the same throughout the run or cannot be told (?)`
      : "",
  ].filter((part) => part !== "");
  const numbers = { R: 0, B: 0, "?": 0 };
  const rows = kinds.slice(0, mostShown).map(({ loop, count }): Prose[] => {
    const letter = loop.polarity === 1 ? "R" : loop.polarity === -1 ? "B" : "?";
    numbers[letter]++;
    return [
      [`${letter}${numbers[letter]}`],
      pathProse(loop, count > 1),
      [count > 1 ? `${count} of the kind` : ""],
    ];
  });
  const more = kinds.length - rows.length;
  return [
    heading("Feedback loops"),
    text(
      `${loops.length}${limited ? " found before the search stopped; there are more" : ""}: ${joined(told)}. `,
      "A sign above an arrow tells which way the next one moves when this one rises, over the values at the run's saved instants; ‖ marks a delay.",
    ),
    {
      is: "table",
      columns: [
        { header: "" },
        { header: "loop" },
        ...(rows.some((row) => row[2]![0] !== "") ? [{ header: "" }] : []),
      ],
      rows: rows.some((row) => row[2]![0] !== "") ? rows : rows.map((row) => row.slice(0, 2)),
    },
    ...(more > 0 ? [text(`… and ${more} longer ${more === 1 ? "one" : "ones"}.`)] : []),
  ];
}

/** Loops that differ by labels alone are one kind. */
function groups(loops: readonly Loop[]): { readonly loop: Loop; readonly count: number }[] {
  const kinds = new Map<string, { loop: Loop; count: number }>();
  for (const loop of loops) {
    const key = `${loop.members.map((m) => m.variable).join(" ")} ${loop.links.map((l) => l.polarity).join(" ")}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { loop, count: 1 });
    else known.count++;
  }
  return [...kinds.values()];
}

const marks: Readonly<Record<string, string>> = { "1": "+", "-1": "−", "0": "0", "?": "?" };

/** `gdp →⁺ expansion →⁺ gdp`. */
function pathProse({ members, links }: Loop, kind: boolean): Prose {
  const label = (m: Loop["members"][number]) => (kind ? m.variable : m.name);
  const steps = members.flatMap((m, i): Prose => {
    const { polarity, delayed } = links[i]!;
    return [
      `${label(m)} `,
      ...(delayed ? [symbol("‖")] : []),
      symbol("→", [], symbol(marks[String(polarity)]!)),
      " ",
    ];
  });
  return [...steps, label(members[0]!)];
}
