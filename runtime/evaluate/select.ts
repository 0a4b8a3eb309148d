/** `x at 2017` and `x["Beijing"]`: the rows of one label of a key, which is then gone. */
import { diagnose } from "../../language/diagnostics/entry.ts";
import { evaluation } from "../../language/diagnostics/runtime.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Span } from "../../language/source.ts";
import { takeValue, without } from "./align.ts";
import { EvaluationFault } from "./fault.ts";
import type { Label, Value } from "./value.ts";

/** Instants are equal when they differ by rounding only: 2017 + 8 × 0.1 is 2017.8. */
function sameLabel(a: Label, b: Label): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  return a !== null && b !== null && String(a) === String(b);
}

/** The rows of a value whose key has the label; a label that no row has is an error. */
export function select(value: Value, key: string, label: Label, how: "at" | "pick", span: Span): Value {
  const column = value.keys.find((k) => k.name === key) ?? value.groups.find((g) => g.name === key);
  if (!column) throw new Error(`no key ${key} to fix`);
  const rows: number[] = [];
  for (let row = 0; row < value.rows; row++) if (sameLabel(column.labels[row]!, label)) rows.push(row);
  if (rows.length === 0) throw new EvaluationFault(missing(column.labels, key, label, how, span));
  const kept = takeValue(value, rows);
  return { ...kept, keys: without(kept.keys, key), groups: without(kept.groups, key) };
}

function missing(labels: readonly Label[], key: string, label: Label, how: "at" | "pick", span: Span) {
  const distinct = [...new Set(labels)].filter((l) => l !== null);
  const known = listed(distinct);
  if (how === "at") return diagnose(evaluation.notSaved, span, { key, at: String(label), known });
  const help = didYouMean(String(label), distinct.map(String));
  return diagnose(evaluation.noSuchLabel, span, { key, label: String(label), known }, help ? { help } : {});
}

/** `2004, 2005, 2006, …, 2014`, or `none`. */
export function listed(labels: readonly Label[]): string {
  if (labels.length === 0) return "none";
  const sorted = labels.every((l) => typeof l === "number")
    ? [...labels].sort((a, b) => Number(a) - Number(b))
    : labels;
  if (sorted.length <= 8) return sorted.join(", ");
  return `${sorted.slice(0, 5).join(", ")}, …, ${sorted.at(-1)}`;
}
