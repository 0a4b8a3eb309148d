/** `text` items: prose with holes that hold values. */
import type { Expr, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { stillRising } from "../evaluate/still-rising.ts";
import { type Label, labelsOf } from "../evaluate/value.ts";

/** The text with its holes filled; a hole with several values lists them. */
export function reportText(item: Extract<ReportItem, { kind: "text" }>, env: Environment): string {
  return item.parts.map((part) => (typeof part === "string" ? part : hole(part, env))).join("");
}

function hole(expr: Expr, env: Environment): string {
  const value = evaluate(expr, env);
  const cells = labelsOf(value);
  if (value.cells.of === "boolean")
    return cells.map((c) => (c === null ? "–" : c ? "true" : "false")).join(", ");
  return cells.map((cell) => (cell === null ? (stillRising(expr, env) ?? "–") : proseCell(cell))).join(", ");
}

function proseCell(cell: NonNullable<Label>): string {
  return typeof cell === "number" ? proseNumber(cell) : cell;
}

/** Whole numbers as they are, others to three significant digits or, from 100 on, without decimals; thousands grouped. */
export function proseNumber(x: number): string {
  if (!Number.isFinite(x)) return "–";
  const size = Math.abs(x);
  if (Number.isInteger(x) || size >= 100) return grouped(x.toFixed(0));
  if (size < 1e-4) return x.toExponential(2);
  return x.toPrecision(3);
}

function grouped(whole: string): string {
  return whole.replace(/^-?\d{5,}$/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}
