/** A measure in mathematics: the family of programs as it is solved, what its letters mean, where it comes from. */
import { pulledFamily } from "../../compiler/lp/pulled-program.ts";
import { type Block, heading, type Prose, sentence, text } from "../../compiler/print/explanation.ts";
import { familyMath } from "../../compiler/print/family-math.ts";
import { fraction } from "../../compiler/print/math.ts";
import { networkBlocks } from "../../compiler/print/network-math.ts";
import { letters, Notation, scored, unit } from "../../compiler/print/notation.ts";
import { probeOf, readProgram, type SymbolicProgram } from "../../compiler/print/probe.ts";
import {
  disposabilityWords,
  kuosmanen,
  referenceSet,
  referenceWords,
  restrictionBlocks,
  returnsWords,
  variableTerms,
  type WordEntry,
} from "../../compiler/print/technology-math.ts";
import { scoreFormula, worthFormula, worthTerms } from "../../compiler/print/worth-math.ts";
import { measures } from "../../language/builtins/measures.ts";
import type { Measure, MeasureSpec, Model, Technology } from "../../language/model.ts";
import { methods } from "../measure/methods.ts";

/** The blocks below a measure's title. */
export function explainMeasure(measure: Measure, model: Model): Block[] {
  const { spec } = measure;
  const entry = measures.get(spec.fn)!;
  const technology = technologyOf(spec, model);
  return [
    text(
      `\`${call(spec)}\`: ${entry.line}.`,
      measure.doc === undefined ? "" : ` In this model: ${sentence(measure.doc)}`,
    ),
    ...programBlocks(spec, technology, model),
    ...(technology.stages === undefined ? [] : [heading("Its stages"), ...networkBlocks(technology)]),
    heading("As published"),
    text(`${entry.formula}.`),
    text(`${entry.source}.`),
    heading("The technology's part"),
    ...technologyWords(technology, periodOf(technology, model) !== undefined),
  ];
}

/** The program of any unit o, and the meaning of its letters. */
export function programBlocks(spec: MeasureSpec, technology: Technology, model: Model): Block[] {
  const program = symbolicProgram(spec, technology, false);
  if (program === null) {
    return [
      text("It has no linear program of one line for each role; the formula below is what is computed."),
    ];
  }
  const fixed = new Set(technology.variables.flatMap((v, i) => (v.fixed ? [i] : [])));
  const blocks = (symbols: SymbolicProgram): Block => {
    const notation = new Notation(technology.variables, symbols.own);
    return familyMath(symbols, notation, worthFormula(spec, notation, fixed));
  };
  const notation = new Notation(technology.variables, program.own);
  const score = scoreFormula(spec, notation);
  const beyond = spec.super === false ? null : symbolicProgram(spec, technology, true);
  return [
    heading(`The program of a unit o (a row of \`${technology.panel}\`)`),
    methods[spec.fn]?.around === undefined ? blocks(program) : curved(blocks(program)),
    ...(methods[spec.fn]?.around === undefined
      ? []
      : [
          text(
            "The curve 1/θ is met by tangents, each a linear program, until the last one touches it at the optimum.",
          ),
        ]),
    ...restrictionBlocks(technology),
    ...(score === null
      ? []
      : [{ is: "formulas", lines: [{ left: score, note: ["z* the optimum"] }] } as const]),
    ...(beyond === null
      ? []
      : [
          heading("Of a unit that this leaves on the frontier or beyond it, without the unit itself"),
          blocks(beyond),
        ]),
    heading("where"),
    {
      is: "terms",
      terms: [
        ...variableTerms(technology),
        { term: [unit], meaning: [referenceMeaning(spec, technology, model)] },
        ...intensityTerms(program, notation),
        ...movementTerms(spec, technology, notation),
        ...worthTerms(spec, notation),
        ...ownTerms(program, notation),
      ],
    },
  ];
}

/** `ddf(green, along: win_win)`, as the model has it. */
export function call(spec: MeasureSpec): string {
  const parts = [
    spec.technology,
    ...(spec.orientation === undefined ? [] : [`orientation: ${spec.orientation}`]),
    ...(spec.along === undefined ? [] : [`along: ${spec.along}`]),
    ...(spec.super === false ? [] : [`super: ${spec.super === "observation" ? "true" : "dmu"}`]),
    ...(spec.slacks === "normalized" ? ["slacks: normalized"] : []),
    ...(spec.weights === undefined
      ? []
      : [`weights: ${spec.weights.kind === "map" ? "{…}" : spec.weights.kind}`]),
    ...(spec.prices === undefined ? [] : ["prices: {…}"]),
  ];
  return `${spec.fn}(${parts.join(", ")})`;
}

export function technologyOf(spec: Pick<MeasureSpec, "technology">, model: Model): Technology {
  const found = model.declarations.find((d) => d.kind === "technology" && d.name === spec.technology);
  if (found?.kind !== "technology") throw new Error(`no technology ${spec.technology}`);
  return found;
}

/** What returns, disposability and reference of a technology mean, one sentence each. */
export function technologyWords(technology: Technology, periods: boolean): Block[] {
  const convex = technology.returns === "vrs" || technology.returns === "ndrs";
  const bads = technology.variables.some((v) => v.role === "bad");
  const fixed = technology.variables.filter((v) => v.fixed).map((v) => v.name);
  const term = (word: string, entry: WordEntry) => ({
    term: [word],
    meaning: [`${sentence(entry.line)}${entry.source === undefined ? "" : ` ${entry.source}.`}`],
  });
  return [
    {
      is: "terms",
      terms: [
        term(technology.returns, returnsWords[technology.returns]),
        ...(bads ? [term(technology.disposability, disposabilityWords[technology.disposability])] : []),
        ...(bads && convex && technology.disposability === "weak" ? [term("", kuosmanen)] : []),
        ...(periods
          ? [term(referenceName(technology.reference), referenceWords[technology.reference.kind])]
          : []),
        ...(fixed.length === 0
          ? []
          : [
              term("fixed", {
                line: `Not for the unit to choose, so it never moves: ${fixed.join(", ")}`,
                source: "Banker & Morey (1986)",
              }),
            ]),
      ],
    },
  ];
}

/** The name of the panel's period, if it has one. */
export function periodOf({ panel }: Technology, model: Model): string | undefined {
  const found = model.declarations.find((d) => d.kind === "panel" && d.name === panel);
  return found?.kind === "panel" ? found.period : undefined;
}

export function referenceName(reference: Technology["reference"]): string {
  return reference.kind === "window"
    ? `window ${reference.size}${reference.centered ? " centered" : ""}`
    : reference.kind;
}

function symbolicProgram(spec: MeasureSpec, technology: Technology, beyond: boolean): SymbolicProgram | null {
  const method = methods[spec.fn];
  const build = beyond ? method?.beyond?.family : method?.family;
  // A network's program has a block for each stage; one unit's shows it with its numbers.
  if (build === undefined || technology.stages !== undefined) return null;
  const moves = technology.variables.map((v) => {
    const move = spec.moves?.find((one) => one.variable === v.name);
    return move === undefined ? "none" : move.size.kind === "observed" ? "observed" : "moving";
  });
  const probe = probeOf(technology, moves);
  if (method!.around !== undefined) return straightened(spec, technology, probe);
  return readProgram(build(technology.name, technology, probe.reference, [probe.point], spec), probe);
}

/** The hyperbolic program with θ in the place of 1/θ, which `curved` puts back. */
function straightened(
  { orientation }: MeasureSpec,
  technology: Technology,
  probe: ReturnType<typeof probeOf>,
): SymbolicProgram | null {
  const family = pulledFamily("", technology, probe.reference, [probe.point], {
    sense: "min",
    own: [{ name: "θ", free: false }],
    costs: () => Float64Array.of(1),
    row: (i, { at }) => {
      const { role, fixed } = technology.variables[i]!;
      const still = role === "input" && (fixed || orientation === "output");
      return still ? { rhs: at[i]!, own: 0, by: 0 } : { rhs: 0, own: 0, by: -at[i]! };
    },
  });
  return readProgram(family, probe);
}

/** Goods grow by 1/θ. */
function curved(block: Block): Block {
  if (block.is !== "program") return block;
  const lines = block.lines.map((line) => {
    const [theta, amount] = line.right?.is === "product" ? line.right.factors : [];
    const good = amount?.is === "symbol" && amount.text === letters.good.amount;
    return good ? { ...line, right: fraction(amount, theta!) } : line;
  });
  return { ...block, lines };
}

function referenceMeaning(spec: MeasureSpec, technology: Technology, model: Model): string {
  const without =
    spec.super === "observation"
      ? ", without o itself"
      : spec.super === "dmu"
        ? ", without o's DMU in any period"
        : "";
  return `runs over ${referenceSet(technology, periodOf(technology, model))}${methods[spec.fn]?.beyond === undefined ? without : ""}`;
}

function intensityTerms(program: SymbolicProgram, notation: Notation): { term: Prose; meaning: Prose }[] {
  const kinds = new Set(program.rows.flatMap((row) => row.intensities.map(({ kind }) => kind)));
  const fractional = program.own.some((one) => one.name === "t");
  const times = fractional ? ", times t (Charnes & Cooper 1962)" : "";
  return [...kinds].map((kind) => ({
    term: [notation.intensity(kind)],
    meaning: [
      kind === "mu"
        ? "how much of unit j stands abated: it uses its inputs, but makes and emits nothing"
        : kind === "nu"
          ? `how much of unit j is in the mix whose emissions o is compared with${times}`
          : `how much of unit j is in the mix that o is compared with${times}`,
    ],
  }));
}

/** The direction's sizes that are not the unit's own amounts. */
function movementTerms(
  spec: MeasureSpec,
  technology: Technology,
  notation: Notation,
): { term: Prose; meaning: Prose }[] {
  const words: Readonly<Record<string, string>> = {
    mean: "the mean",
    sd: "the standard deviation",
    range: "the range",
    max: "the greatest amount",
  };
  return (spec.moves ?? []).flatMap(({ variable, size }) => {
    if (size.kind === "observed") return [];
    const i = technology.variables.findIndex((v) => v.name === variable);
    const of = technology.variables[i]!;
    const unit = of.unit === null || of.unit.text === "1" ? "" : ` ${of.unit.text}`;
    const meaning =
      size.kind !== "expr"
        ? `${words[size.kind]} of ${variable} in o's period and group`
        : size.expr.op === "number"
          ? `${size.expr.value}${unit} of ${variable}`
          : `the size that direction \`${spec.along}\` gives ${variable}`;
    return [{ term: [notation.move(i, true)], meaning: [meaning] }];
  });
}

const ownMeanings: Readonly<Record<string, string>> = {
  θ: "the score: the share to which the inputs can shrink",
  φ: "the score: the factor by which the good outputs can grow",
  β: "how far o can move, in sizes of the direction",
  "slack input": "input that could still be saved, the slack",
  "slack good": "output that could still be made, the slack",
  "slack bad": "bad output that could still be avoided, the slack",
  "excess input": "how much more input brings o within the others' reach",
  "excess good": "how much less output brings o within the others' reach",
  "excess bad": "how much more bad output brings o within the others' reach",
  η: "the factor by which the good outputs can grow",
  amount: "the amount that is chosen",
  t: "the scaling that makes the fraction linear (Charnes & Cooper 1962)",
  abatement: "the abatement factor, common to all units",
};

function ownTerms(program: SymbolicProgram, notation: Notation): { term: Prose; meaning: Prose }[] {
  const terms = new Map<string, { term: Prose; meaning: Prose }>();
  for (const one of program.own) {
    const what = one.name.split(" ")[0]!;
    const role = notation.variables.find((v) => v.name === one.variable)?.role;
    const meaning = ownMeanings[`${what} ${role}`] ?? ownMeanings[what];
    const formula = notation.own(one, true);
    if (meaning !== undefined) terms.set(JSON.stringify(formula), { term: [formula], meaning: [meaning] });
  }
  return [...terms.values(), { term: [scored], meaning: ["the unit that is scored"] }];
}
