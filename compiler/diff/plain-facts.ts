/** Facts of any piece of checked model: one for each of its fields, without places in the source. */
import type { Expr, Model } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import { type Fact, type FactContext, sourceText, unitForm } from "./facts.ts";
import { normalForm } from "./normal-form.ts";

const untold = new Set(["kind", "name", "span", "doc", "keySpans"]);

export function plainFacts(part: object, context: FactContext): Fact[] {
  return Object.entries(part).flatMap(([field, value]): Fact[] => {
    if (untold.has(field) || value === undefined) return [];
    return [{ key: field, form: formOf(value, context), shown: shownOf(value, context.model) }];
  });
}

function formOf(value: unknown, context: FactContext): string {
  if (isExpr(value)) return normalForm(value, context.names);
  if (isUnit(value)) return unitForm(value);
  if (Array.isArray(value)) return `[${value.map((one) => formOf(one, context)).join(", ")}]`;
  if (typeof value === "string") return context.names.declaration(value);
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).filter(([field]) => field !== "span" && field !== "doc");
  return `{${fields
    .map(([field, inner]) => `${field}: ${formOf(inner, context)}`)
    .sort()
    .join(", ")}}`;
}

/** Short where it can be: the source of an expression, a word, a list of them, else the source of the whole. */
function shownOf(value: unknown, model: Model): string {
  if (isExpr(value)) return sourceText(value.span, model);
  if (Array.isArray(value)) return value.map((one) => shownOf(one, model)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  if ("label" in value && typeof value.label === "string") return value.label;
  if ("span" in value) return sourceText(value.span as Span, model);
  if ("name" in value && typeof value.name === "string") return value.name;
  return Object.values(value)
    .filter((inner) => typeof inner !== "object")
    .join(" ");
}

function isExpr(value: unknown): value is Expr {
  return typeof value === "object" && value !== null && "op" in value && "type" in value;
}

function isUnit(value: unknown): value is Parameters<typeof unitForm>[0] & object {
  return (
    typeof value === "object" &&
    value !== null &&
    "dimensions" in value &&
    "scale" in value &&
    "text" in value
  );
}
