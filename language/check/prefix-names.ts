import type { Expr, SystemVariable } from "../model.ts";

/** A system's variable as a module of another system has it: `water` is `north.water`, in its equations too. */
export function withPrefix(variable: SystemVariable, module: string): SystemVariable {
  const named = (name: string) => `${module}.${name}`;
  const end = (name: string | null | undefined) => (typeof name === "string" ? named(name) : name);
  const inside = (expr: Expr) => rename(expr, named);
  return {
    ...variable,
    name: named(variable.name),
    equations: variable.equations.map((equation) => ({ ...equation, expr: inside(equation.expr) })),
    ...(variable.role === "flow" ? { from: end(variable.from), to: end(variable.to) } : {}),
    ...(variable.solve === undefined
      ? {}
      : { solve: { ...variable.solve, low: inside(variable.solve.low), high: inside(variable.solve.high) } }),
  };
}

/** An expression with other names for the variables and lookups of its system. The labels of dimensions are no variables. */
function rename<T>(node: T, named: (name: string) => string): T {
  if (Array.isArray(node)) return node.map((item) => rename(item, named)) as T;
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([field, part]) => [
      field,
      field === "type" || field === "span" ? part : rename(part, named),
    ]),
  ) as T;
  const expr = node as unknown as Expr;
  if (expr.op === "variable" && expr.type.of !== "label") return { ...copy, variable: named(expr.variable) };
  return expr.op === "lookup" ? { ...copy, lookup: named(expr.lookup) } : copy;
}
