import type { OdeBeyond, OdeExpr, OdeTable } from "../../compiler/ode/ode-system.ts";
import { literal } from "./emit-expression.ts";

/** The numbers of a table's points where they never change: literals and constants, which are read from `v`. */
export function fixedValues(ys: readonly OdeExpr[], constant: ReadonlySet<number>): string[] | undefined {
  const texts = ys.map((y) => {
    if (y.op === "const") return literal(y.value);
    return y.op === "slot" && constant.has(y.slot) ? `v[${y.slot}]` : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/**
 * The body of `(x, id) => value` for a table with fixed values, with the points compared one by one. With an `id` the reads
 * beyond the ends are counted under it. The same operations as `readTable`, so the same numbers.
 */
export function emitTable(table: OdeTable, ys: readonly string[]): string {
  const { xs, form } = table;
  const last = xs.length - 1;
  const lines = [
    `if(x<${literal(xs[0])}){if(id>=0)below[id]++;return ${beyond(table, table.before, ys, 0)};}`,
    `if(x>=${literal(xs[last])}){if(x===${literal(xs[last])})return ${ys[last]};if(id>=0)above[id]++;return ${beyond(table, table.after, ys, last)};}`,
  ];
  for (let i = 0; i < last; i++) {
    const guard = i === last - 1 ? "" : `if(x<${literal(xs[i + 1])})`;
    const slope = `((${ys[i + 1]}-${ys[i]})/${literal(xs[i + 1] - xs[i])})`;
    const value =
      form === "linear"
        ? `${ys[i]}+${slope}*(x-${literal(xs[i])})`
        : form === "schedule"
          ? ys[i]
          : `x===${literal(xs[i])}?${ys[i]}:${ys[i + 1]}`;
    lines.push(`${guard}return ${value};`);
  }
  // NaN fails every comparison and would fall through to the last interval.
  if (form !== "linear" || last === 0) lines.unshift("if(x!==x)return NaN;");
  return lines.join("");
}

function beyond({ form, xs }: OdeTable, how: OdeBeyond, ys: readonly string[], end: number): string {
  if (how === "error") return "NaN";
  if (how === "hold" || xs.length === 1 || form !== "linear") return ys[end];
  const [a, b] = end === 0 ? [0, 1] : [end - 1, end];
  return `${ys[end]}+((${ys[b]}-${ys[a]})/${literal(xs[b] - xs[a])})*(x-${literal(xs[end])})`;
}
