/** One unit of a measure: its program in numbers, its solution, or why it has none. */

import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { type Block, heading, joined, type Prose, text } from "../../compiler/print/explanation.ts";
import { figure } from "../../compiler/print/math.ts";
import { Notation, roleWords } from "../../compiler/print/notation.ts";
import { tableau } from "../../compiler/print/tableau.ts";
import type { Variable } from "../../language/model.ts";
import type { Details } from "../measure/details.ts";
import { methods } from "../measure/methods.ts";
import type { Program } from "../measure/score-requests.ts";
import { bindingRows } from "./binding-rows.ts";
import { infeasibleBlocks } from "./explain-infeasible.ts";
import { movements, peerParts, reached, slackParts } from "./unit-parts.ts";
import { shownColumns, type UnitProgram } from "./unit-program.ts";
import { type PeerPart, unitSentence } from "./unit-words.ts";

/** The blocks below the title. */
export function explainUnit(unit: UnitProgram): Block[] {
  const { data, answer, details, name, nameOf, note } = unit;
  const { program } = answer;
  const noted = note === undefined ? [] : [text(note)];
  if (program === null) {
    return [...noted, text(`${name} has no program: ${answer.reason}.`)];
  }
  const { family, task } = program;
  const notation = new Notation(data.technology.variables, family.own);
  const shown = shownColumns(family, program, details);
  const numbers: Block[] = [
    ...noted,
    heading(program.beyond ? "Its program, without the unit itself" : "Its program"),
    tableau(
      family,
      task,
      notation,
      shown,
      nameOf,
      answer.status === "optimal" && details !== null ? bindingRows(program, details) : null,
    ),
    ...tangentNote(data.spec.fn, program),
  ];
  if (answer.status === "infeasible") return [...numbers, ...infeasibleBlocks(unit, program)];
  if (details === null) return [...numbers, text(`It has no number: ${answer.reason}.`)];
  return [...numbers, heading("Its solution"), ...solutionBlocks(unit, program, details)];
}

/** A curve stands as the tangent that met it last. */
function tangentNote(fn: string, { point }: Program): Block[] {
  if (methods[fn]?.around === undefined) return [];
  const at = figure(point.around ?? 1, 8);
  return [text(`1/θ stands linear here, by its tangent at θ = ${at}, where it touches the curve.`)];
}

function solutionBlocks(unit: UnitProgram, program: Program, details: Details): Block[] {
  const { data, answer, scale } = unit;
  const { spec } = data;
  const method = methods[spec.fn]!;
  const { efficiency } = answer;
  const peers = peerParts(unit, program, details);
  const facts = [
    `${method.symbol(spec)} = ${figure(answer.score, 6)}`,
    `efficiency ${figure(efficiency, 6)}`,
    ...(details.class === null ? [] : [details.class.replace("_", " ")]),
    ...(scale === null ? [] : [`${scale} returns to scale`]),
  ];
  return [
    text(
      unitSentence(unit.short, movements(unit, program, details), peers),
      slackSentence(unit, program, details),
    ),
    text(`${facts.join(", ")}.`),
    variableTable(unit, program, details),
    ...(peers.length === 0 ? [] : [peerTable(peers, unit.short)]),
    text(bindingSentence(program.family, bindingRows(program, details))),
    ...priceSentences(unit, details),
    text(certificateSentence(program)),
  ];
}

/** What is left beyond the movement. */
function slackSentence(unit: UnitProgram, program: Program, details: Details): string {
  const left = slackParts(unit, program, details).map(
    ({ variable, amount: slack }) =>
      `${amount(slack, variable)} ${variable.role === "good" ? "more" : "less"} ${variable.name}`,
  );
  return left.length === 0 ? "" : ` There the mix has also ${joined(left)} (slack).`;
}

function amount(value: number, { unit }: Pick<Variable, "unit">): string {
  return `${figure(value, 4)}${unit === null || unit.text === "1" ? "" : ` ${unit.text}`}`;
}

function variableTable(unit: UnitProgram, program: Program, details: Details): Block {
  const { data, row } = unit;
  const { variables } = data.technology;
  const number = (value: number, digits = 6): Prose => [Number.isNaN(value) ? "–" : figure(value, digits)];
  return {
    is: "table",
    columns: [
      { header: "variable" },
      { header: "unit" },
      { header: "role" },
      { header: "has", numeric: true },
      { header: "moves to", numeric: true },
      { header: "slack", numeric: true },
      { header: "target", numeric: true },
      { header: "price", numeric: true },
    ],
    rows: variables.map((variable, i) => [
      [variable.name],
      [variable.unit?.text ?? ""],
      [`${variable.fixed ? "fixed " : ""}${roleWords[variable.role].one}`],
      number(data.values[i]![row]!),
      number(reached(program, details, variable, i)),
      number(details.slacks[i]!),
      number(details.targets[i]!),
      number(price(details.prices[i]!, data.values[i]![row]!, unit.answer.score), 4),
    ]),
  };
}

/** Without rounding: a price at which the whole amount is worth nothing beside the score is none. */
function price(value: number, amount: number, score: number): number {
  return Math.abs(value * amount) < 1e-9 * Math.max(1, Math.abs(score)) ? 0 : value;
}

function peerTable(peers: readonly PeerPart[], unit: string): Block {
  const columns = [
    { header: "weight", sub: "λ", of: (peer: PeerPart) => peer.weight },
    { header: "abated", sub: "μ", of: (peer: PeerPart) => peer.abated },
    { header: "emissions", sub: "ν", of: (peer: PeerPart) => peer.emitting },
  ].filter(({ of }, i) => i === 0 || peers.some((peer) => of(peer) > 0));
  return {
    is: "table",
    columns: [
      { header: `peers of ${unit}` },
      ...columns.map(({ header, sub }) => ({ header, sub, numeric: true })),
    ],
    rows: peers.map((peer) => [[peer.name], ...columns.map(({ of }) => [figure(of(peer), 6)])]),
  };
}

/** The rows that hold with equality at the optimum; where many optima do, at the one that is shown. */
function bindingSentence(family: LpFamily, binds: readonly boolean[]): string {
  const binding = family.rows.flatMap((row, i) => (binds[i] ? [row.label] : []));
  const loose = family.rows.flatMap((row, i) => (binds[i] ? [] : [row.label]));
  const others = loose.length === 0 ? "." : `; ${joined(loose)} ${loose.length === 1 ? "does" : "do"} not.`;
  return binding.length === 0
    ? "No row binds."
    : `${joined(binding)} ${binding.length === 1 ? "binds" : "bind"}${others}`;
}

/** What prices mean, which are open, and which are below zero. */
function priceSentences({ data }: UnitProgram, details: Details): Block[] {
  const { variables } = data.technology;
  if (details.prices.every(Number.isNaN)) return [];
  const open = variables.flatMap((variable, i) => {
    const [low, high] = [details.low[i]!, details.high[i]!];
    const spread = high - low;
    if (Number.isNaN(low) && Number.isNaN(high)) return [];
    if (spread <= 1e-7 * Math.max(Math.abs(low), Math.abs(high))) return [];
    if (Number.isNaN(high)) return [`${variable.name} at least ${figure(low, 4)}`];
    if (Number.isNaN(low)) return [`${variable.name} at most ${figure(high, 4)}`];
    return [`${variable.name} ${figure(low, 4)} to ${figure(high, 4)}`];
  });
  const negative = variables.filter((v, i) => v.role === "bad" && details.prices[i]! < 0).map((v) => v.name);
  const sentences = [
    "A price is what the score changes by if there is one unit less of an input or bad output, or one more of a good one.",
    ...(open.length === 0 ? [] : [` The optimum leaves prices open: ${open.join("; ")}.`]),
    ...(negative.length === 0
      ? []
      : [
          ` The price of ${joined(negative)} is negative: there the frontier rewards more of it, which weak disposability allows.`,
        ]),
  ];
  return [text(...sentences)];
}

function certificateSentence({ solved }: Program): string {
  const { certificate, solver } = solved;
  if (!certificate.holds) return "Its certificate does not hold.";
  // What is smaller than this is rounding of no interest.
  const bound = Math.max(certificate.primal, certificate.dual, certificate.gap, 1e-8);
  return `Certified on the unscaled numbers: no row, no reduced cost and no gap between primal and dual is off by more than ${bound.toExponential(0)} of its size. Solved by ${solver}.`;
}
