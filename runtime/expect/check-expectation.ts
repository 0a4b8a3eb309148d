/** Expectations: claims about results that hold or fail, with the reason told. */
import type { Expectation, Expr } from "../../language/model.ts";
import { describeRow } from "../evaluate/aggregate.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { together } from "../evaluate/row-by-row.ts";
import { stillRising } from "../evaluate/still-rising.ts";
import { type Label, labelsOf, numbersOf, type Value } from "../evaluate/value.ts";
import type { ExpectationResult } from "../results.ts";

/** How many of the rows that break a claim its reason names. */
const named = 5;

/**
 * A claim about a column must hold in every row that has a value, and there must be one; a claim about a single
 * value fails where it is empty.
 *
 * @param place the line on which the claim begins, from 1
 */
export function checkExpectation(
  expectation: Expectation,
  place: { readonly file: string; readonly line: number },
  env: Environment,
): ExpectationResult {
  const value = evaluate(expectation.expr, env);
  const actual = actualValue(expectation.expr, env);
  const reason = whyNot(value, expectation.expr, env);
  return {
    title: expectation.title,
    text: expectation.text,
    file: place.file,
    line: place.line,
    pass: reason === null,
    actual,
    ...(reason !== null && { reason }),
  };
}

/** Null where the claim holds. */
function whyNot(value: Value, claim: Expr, env: Environment): string | null {
  const truth = numbersOf(value);
  const shown = sides(claim, value, env);
  if (value.keys.length === 0) {
    if (Number.isNaN(truth[0])) return withReason("the value is empty", stillRising(claim, env));
    return truth[0] === 1 ? null : `it is false${shown(0) === null ? "" : `: ${shown(0)}`}`;
  }
  if (value.rows === 0) return "there are no rows";
  const known = [...truth].filter((t) => !Number.isNaN(t)).length;
  if (known === 0)
    return withReason(
      value.rows === 1 ? "the value is empty" : `all ${value.rows} rows are empty`,
      stillRising(claim, env),
    );
  const broken = [...truth.keys()].filter((row) => truth[row] === 0);
  if (broken.length === 0) return null;
  const examples = broken.slice(0, named).map((row) => {
    const text = shown(row);
    return `${describeRow(value.keys, row)}${text === null ? "" : `: ${text}`}`;
  });
  const more = broken.length > named ? `; and ${broken.length - named} more` : "";
  return `${broken.length} of ${known} rows break it: ${examples.join("; ")}${more}`;
}

function withReason(what: string, reason: string | null): string {
  return reason === null ? what : `${what}: ${reason}`;
}

/** What stood on the left (and, where it varies, on the right) of a comparison, by row of the claim's value. */
function sides(claim: Expr, shape: Value, env: Environment): (row: number) => string | null {
  if (claim.op !== "compare" && claim.op !== "between") return () => null;
  const left = evaluate(claim.op === "compare" ? claim.left : claim.arg, env);
  const right = claim.op === "compare" && claim.right.op !== "number" ? evaluate(claim.right, env) : null;
  const { rows } = together([shape, left, ...(right ? [right] : [])]);
  const leftCells = labelsOf(left);
  const rightCells = right && labelsOf(right);
  return (row) => {
    const a = short(leftCells[rows[1]![row]!] ?? null);
    return rightCells ? `${a}, against ${short(rightCells[rows[2]![row]!] ?? null)}` : a;
  };
}

/** A number to six significant digits; what is needed to see by how much a claim fails. */
function short(cell: Label): string {
  if (cell === null) return "empty";
  return typeof cell === "number" ? String(Number(cell.toPrecision(6))) : `"${cell}"`;
}

function actualValue(claim: Expr, env: Environment): number | null {
  if (claim.op === "not") return actualValue(claim.arg, env);
  if (claim.op !== "compare" && claim.op !== "between") return null;
  const left = evaluate(claim.op === "compare" ? claim.left : claim.arg, env);
  if (left.rows !== 1 || left.cells.of === "label") return null;
  const number = numbersOf(left)[0]!;
  return Number.isFinite(number) ? number : null;
}
