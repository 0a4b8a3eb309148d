/** A measure or index again under other choices, and how far the results agree with those of the model's own choice. */
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Choice, Model, Reference, Robustness } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { computeChanges } from "../index/compute-changes.ts";
import { linksOf } from "../index/links.ts";
import type { Scale } from "../index/scale.ts";
import { scaleOf } from "../index/scale.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { rowName } from "../measure/observations.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import type { Answer } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import { labels, numbers } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import { ownRequests } from "./frontiers.ts";
import { kendall, places, spearman } from "./rank-correlation.ts";

const onFrontier = 1e-7;

/** What a choice gives for each row of the panel. */
interface Outcome {
  /** Scores, or changes of an index; NaN where there is none. */
  readonly values: Float64Array;
  readonly infeasible: number;
  /** Efficient units, or rows with progress. */
  readonly efficient: number;
  readonly answers: readonly Answer[];
  /** Null where the data do not allow the choice. */
  readonly data: FrontierData | null;
  /** Why not, in that case. */
  readonly refused: string | null;
}

/** The table of a robustness; none after errors with the base choice, which are in the sink. */
export function runRobustness(
  robustness: Robustness,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, choices } = robustness;
  const outcomes: Outcome[] = [];
  for (const [i, choice] of choices.entries()) {
    // What the data refuse under the model's own choice is an error; under another one it is a finding.
    const sink = i === 0 ? options.sink : new Diagnostics();
    const outcome = outcomeOf(choice, model, env, { ...options, sink, progress: undefined });
    if (i === 0 && outcome.data === null) return { tables: [], count: countPrograms(name, []) };
    outcomes.push(outcome);
    options.progress?.(i + 1, choices.length);
  }
  const all = outcomes.flatMap((outcome) => outcome.answers);
  return { tables: [tableOf(robustness, outcomes)], count: countPrograms(name, all) };
}

function outcomeOf(
  { technology, subject }: Choice,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): Outcome {
  const declarations = model.declarations.map((d) => (d.name === technology.name ? technology : d));
  const data = readFrontier(subject.spec, { ...model, declarations }, env, options.sink);
  if (data === null) {
    const refused = options.sink.list.find((d) => d.severity === "error")?.message ?? "";
    return { values: new Float64Array(0), infeasible: 0, efficient: 0, answers: [], data, refused };
  }
  if (subject.kind === "measure") {
    const answers = scoreRequests(data, ownRequests(data), options);
    const reaches = ({ status, efficiency }: Answer) => status === "optimal" && efficiency >= 1 - onFrontier;
    return {
      values: Float64Array.from(answers, (answer) => answer.score),
      infeasible: answers.filter((answer) => answer.status === "infeasible").length,
      efficient: answers.filter(reaches).length,
      answers,
      data,
      refused: null,
    };
  }
  const links = linksOf(data.scored);
  const { changes, distances } = computeChanges(subject, data, links, subject.reference, options);
  const values = Float64Array.from(links, ({ row }) => changes.get(row)?.values.change ?? Number.NaN);
  const { none } = scaleOf(subject);
  return {
    values,
    infeasible: [...changes.values()].filter((change) => change.status === "infeasible").length,
    efficient: values.filter((value) => value - none > onFrontier).length,
    answers: distances.all().map((one) => one.answer),
    data,
    refused: null,
  };
}

function tableOf({ name, measure, choices }: Robustness, outcomes: readonly Outcome[]): Table {
  const base = outcomes[0]!;
  const { scored, labels: known } = base.data!;
  const subject = choices[0]!.subject;
  const scale = subject.kind === "index" ? scaleOf(subject) : null;
  const agreement = outcomes.map((outcome) => agreementOf(base, outcome));
  const tried = (of: (outcome: Outcome) => number) =>
    outcomes.map((outcome) => (outcome.refused === null ? of(outcome) : Number.NaN));
  const notes = outcomes.flatMap(({ refused }, i) =>
    refused === null ? [] : [`${choices[i]!.label} has no numbers: ${refused}`],
  );
  const what = subject.kind === "index" ? "the change" : "the score";
  const average = scale?.none === 1 ? "geometric mean" : "mean";
  notes.unshift(
    `\`n\`, ${average} and moves are those of ${what} of \`${measure}\`; rank correlations are taken over the rows of all periods that both choices score.`,
  );
  if (subject.kind === "index") notes.unshift("`efficient` counts the rows with progress.");
  return {
    name,
    rows: choices.length,
    columns: [
      labels(
        "choice",
        choices.map((choice) => choice.label),
        "dimension",
      ),
      labels(
        "returns",
        choices.map((choice) => choice.technology.returns),
      ),
      labels(
        "disposability",
        choices.map((choice) => disposabilityOf(choice)),
      ),
      labels(
        "reference",
        choices.map(({ subject: one, technology }) =>
          referenceText(one.kind === "index" ? one.reference : technology.reference),
        ),
      ),
      labels(
        "without",
        choices.map((choice) => choice.without ?? null),
      ),
      numbers(
        "n",
        tried(({ values }) => values.filter((value) => !Number.isNaN(value)).length),
      ),
      numbers(
        "infeasible",
        tried((outcome) => outcome.infeasible),
      ),
      numbers(
        "mean",
        tried(({ values }) => meanOf(values, scored.order, scale)),
      ),
      numbers(
        "efficient",
        tried((outcome) => outcome.efficient),
      ),
      numbers(
        "spearman",
        agreement.map((one) => one.spearman),
        { symbol: "ρ" },
      ),
      numbers(
        "kendall",
        agreement.map((one) => one.kendall),
        { symbol: "τ" },
      ),
      numbers(
        "largest_move",
        agreement.map((one) => one.move),
      ),
      labels(
        "largest_move_unit",
        agreement.map(({ row }) => (row < 0 ? null : rowName(known, scored, row))),
      ),
    ],
    notes,
  };
}

function disposabilityOf({ technology }: Choice): string | null {
  return technology.variables.some((v) => v.role === "bad") ? technology.disposability : null;
}

function referenceText(reference: Reference): string {
  if (reference.kind !== "window") return reference.kind;
  return `window ${reference.size}${reference.centered ? " centered" : ""}`;
}

/** In the order of labels, so that the last digit does not depend on the order of rows. */
function meanOf(values: Float64Array, order: readonly number[], scale: Scale | null): number {
  const known = order.map((row) => values[row]!).filter((value) => !Number.isNaN(value));
  if (known.length === 0) return Number.NaN;
  if (scale?.none === 1)
    return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

interface Agreement {
  readonly spearman: number;
  readonly kendall: number;
  /** The largest difference from the base choice, and the row that has it. */
  readonly move: number;
  readonly row: number;
}

function agreementOf(base: Outcome, outcome: Outcome): Agreement {
  if (outcome.data === null) {
    return { spearman: Number.NaN, kendall: Number.NaN, move: Number.NaN, row: -1 };
  }
  const { order } = base.data!.scored;
  const rows = order.filter((row) => !Number.isNaN(base.values[row]!) && !Number.isNaN(outcome.values[row]!));
  const of = ({ values }: Outcome) => places(Float64Array.from(rows, (row) => values[row]!));
  const [a, b] = [of(base), of(outcome)];
  let move = rows.length === 0 ? Number.NaN : 0;
  let at = -1;
  for (const row of rows) {
    const change = outcome.values[row]! - base.values[row]!;
    if (Math.abs(change) <= 1e-9 * Math.max(1, Math.abs(base.values[row]!))) continue;
    if (Math.abs(change) <= Math.abs(move)) continue;
    move = change;
    at = row;
  }
  return { spearman: spearman(a, b), kendall: kendall(a, b), move, row: at };
}
