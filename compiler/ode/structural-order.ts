import { children } from "../../language/check/expression-children.ts";
import type { Expr, System } from "../../language/model.ts";
import { hash } from "./hash.ts";

/** How far equations are followed: variables that differ farther off are told apart by name. */
const rounds = 8;

/**
 * An order of a system's variables that depends neither on the order of declarations nor on names, but on what the equations
 * say: each variable's mark is refined by the marks of those it reads and joins, as in the colour refinement of graphs
 * (Weisfeiler and Leman 1968). Sums over flows are taken in this order, because the last digit of a sum depends on it.
 */
export function structuralOrder(system: System): (a: string, b: string) => number {
  let marks = new Map(system.variables.map((v) => [v.name, hash(v.role)]));
  for (let round = 0; round < rounds; round++) {
    const markOf = (name: string | null | undefined) => marks.get(name ?? "") ?? 0;
    marks = new Map(
      system.variables.map(({ name, role, equations, from, to }) => {
        const said = equations.map(({ labels, expr }) => `${labels?.join() ?? ""}=${shape(expr, markOf)}`);
        return [name, hash([role, markOf(from), markOf(to), ...said.sort()].join(";"))];
      }),
    );
  }
  return (a, b) => (marks.get(a) ?? 0) - (marks.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

/** What an expression says, with marks in the place of names. */
function shape(expr: Expr, markOf: (name: string) => number): string {
  const inner = children(expr)
    .map((child) => shape(child, markOf))
    .join(",");
  return `${expr.op}${detail(expr, markOf)}(${inner})`;
}

function detail(expr: Expr, markOf: (name: string) => number): string {
  switch (expr.op) {
    case "number":
    case "text":
    case "boolean":
      return String(expr.value);
    case "variable":
      return String(markOf(expr.variable));
    case "lookup":
      return String(markOf(expr.lookup));
    case "column":
      return `${expr.table}.${expr.column}`;
    case "convert":
      return String(expr.factor);
    case "compare":
      return expr.relation;
    case "call":
    case "aggregate":
      return expr.fn;
    case "pick":
      return String(expr.label);
    case "map":
      return Object.keys(expr.entries).join();
    case "table":
      return `${expr.form}${expr.beyond}${expr.points.map((point) => point.x).join()}`;
    default:
      return "";
  }
}
