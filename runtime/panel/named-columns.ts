/** The expressions in a part of the model, and which columns of which tables they name. */
import type { Expr } from "../../language/model.ts";

/** Every `column` expression in a piece of checked model, whatever it is. */
export function namedColumns(part: unknown): { table: string; column: string }[] {
  return expressionsIn(part).flatMap((node) =>
    node.op === "column" ? [{ table: node.table, column: node.column }] : [],
  );
}

/**
 * Every expression in a piece of checked model, outer ones first: the model is plain data, so that walking all of it cannot
 * forget a place where an expression may stand.
 */
export function expressionsIn(part: unknown): Expr[] {
  const found: Expr[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isExpression(node)) found.push(node);
    for (const child of Object.values(node)) visit(child);
  };
  visit(part);
  return found;
}

function isExpression(node: object): node is Expr {
  return "op" in node && "type" in node;
}
