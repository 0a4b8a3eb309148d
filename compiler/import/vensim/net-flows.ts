/** Vensim's stocks change by one expression; GTFP's are joined by flows, which are found in it. */
import type { ImportedVariable, Subscript, Term } from "../imported-model.ts";
import { extended, folded, unused, written } from "../names.ts";
import { isConstant } from "../write-model.ts";

interface Flow {
  readonly key: string;
  readonly sign: 1 | -1;
}

/**
 * Each stock with the flows that enter and leave it. Where the rate is a sum or difference of plain variables with the stock's own
 * subscripts, none of them taken by another stock at the same end, these are its flows: one that leaves a stock and enters
 * another is one pipe. Any other rate becomes one flow of its own, `net_STOCK`.
 */
export function netFlows(variables: readonly ImportedVariable[]): ImportedVariable[] {
  const byKey = new Map(variables.map((v) => [folded(v.name), v]));
  const taken = new Set(byKey.keys());
  const ends = new Map<string, { from?: string; to?: string }>();
  const nets: { readonly after: string; readonly flow: ImportedVariable }[] = [];
  for (const stock of variables) {
    if (stock.role !== "stock") continue;
    const flows = plainFlows(stock, byKey);
    const free = flows?.every(({ key, sign }) => ends.get(key)?.[sign === 1 ? "to" : "from"] === undefined);
    const looped = flows?.some(({ key, sign }) => ends.get(key)?.[sign === 1 ? "from" : "to"] === stock.name);
    if (flows !== undefined && free === true && looped !== true) {
      for (const { key, sign } of flows) {
        const known = ends.get(key) ?? {};
        ends.set(key, sign === 1 ? { ...known, to: stock.name } : { ...known, from: stock.name });
      }
      continue;
    }
    const name = unused(extended("net_", written(stock.name)), taken);
    taken.add(folded(name));
    const { span, equations } = stock;
    const flow: ImportedVariable = {
      name,
      role: "flow",
      to: stock.name,
      equations: equations.map(({ rate, ...equation }) => ({ ...equation, value: rate ?? equation.value })),
      span,
    };
    nets.push({ after: folded(stock.name), flow });
  }
  return variables.flatMap((variable) => {
    const key = folded(variable.name);
    const pipe = ends.get(key);
    const own: ImportedVariable = pipe === undefined ? variable : { ...variable, role: "flow", ...pipe };
    return [own, ...nets.filter(({ after }) => after === key).map(({ flow }) => flow)];
  });
}

/** The flows of a stock whose every equation has the same ones; undefined where a rate is anything else. */
function plainFlows(
  stock: ImportedVariable,
  byKey: ReadonlyMap<string, ImportedVariable>,
): Flow[] | undefined {
  let common: string | undefined;
  let found: Flow[] = [];
  for (const { rate, subscripts } of stock.equations) {
    const flows: Flow[] = [];
    if (rate === undefined || !collect(rate, 1, subscripts, flows)) return undefined;
    const text = flows
      .map(({ key, sign }) => `${sign}${key}`)
      .sort()
      .join();
    if (common !== undefined && common !== text) return undefined;
    common = text;
    found = flows;
  }
  const keys = found.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return undefined;
  return keys.every((key) => isFlow(byKey.get(key), stock)) ? found : undefined;
}

/** A flow has an equation for exactly the elements of its stock; a constant stays a parameter, which scenarios change. */
function isFlow(variable: ImportedVariable | undefined, stock: ImportedVariable): boolean {
  if (variable?.role !== "value" || variable.equations.every(({ value }) => isConstant(value))) return false;
  const count = stock.equations[0]?.subscripts.length ?? 0;
  if (count === 0) return variable.equations.every(({ subscripts }) => subscripts.length === 0);
  const [one] = stock.equations;
  const [other] = variable.equations;
  return (
    stock.equations.length === 1 &&
    variable.equations.length === 1 &&
    sameSubscripts(one?.subscripts ?? [], other?.subscripts ?? [])
  );
}

/** Adds the terms of a sum of plain variables; false where one of them is anything else. */
function collect(term: Term, sign: 1 | -1, own: readonly Subscript[], into: Flow[]): boolean {
  if (term.op === "unary" && term.sign === "-") return collect(term.arg, sign === 1 ? -1 : 1, own, into);
  if (term.op === "binary" && (term.sign === "+" || term.sign === "-")) {
    const right = term.sign === "+" ? sign : sign === 1 ? -1 : 1;
    return collect(term.left, sign, own, into) && collect(term.right, right, own, into);
  }
  if (term.op !== "name" || !sameSubscripts(term.subscripts, own)) return false;
  into.push({ key: folded(term.name), sign });
  return true;
}

function sameSubscripts(a: readonly Subscript[], b: readonly Subscript[]): boolean {
  return a.length === b.length && a.every((s, i) => !s.each && folded(s.name) === folded(b[i]!.name));
}
