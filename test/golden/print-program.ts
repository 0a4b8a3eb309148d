/** Programs as mathematics: the linear program of one unit, and the equations of a system. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { OdeAssignment, OdeExpr, OdeSystem } from "../../compiler/ode/ode-system.ts";

/** The program of one task; `nameOf` names the observation behind an intensity. */
export function printProgram(
  family: LpFamily,
  task: number,
  nameOf: (observation: number) => string,
): string {
  const { rhs, own, costs, excluded } = family.tasks[task]!;
  const n = family.columns.length;
  const letters = { lambda: "λ", mu: "μ", nu: "ν", limit: "τ" };
  const intensities = family.columns.map(({ kind, observation, stage }, j) => {
    const of =
      kind === "limit" ? `${j}` : [nameOf(observation), ...(stage === undefined ? [] : [stage])].join(" ");
    return `${letters[kind]}[${of}]`;
  });
  const objective = family.own.map((z, k) => term(costs[k]!, z.name)).filter(Boolean);
  const lines = family.rows.map((row, i) => {
    const left = [
      ...family.columns.map((_, j) =>
        excluded.includes(j) ? "" : term(family.matrix[i * n + j]!, intensities[j]!),
      ),
      ...family.own.map((z, k) => term(own[k * family.rows.length + i]!, z.name)),
    ].filter(Boolean);
    return `  ${row.label}: ${sum(left)} ${row.relation} ${number(rhs[i]!)}`;
  });
  const free = family.own.filter((z) => z.free).map((z) => z.name);
  const without = excluded.map((j) => intensities[j]!);
  return [
    `${family.sense} ${sum(objective)}`,
    ...lines,
    ...(free.length > 0 ? [`  free: ${free.join(", ")}`] : []),
    ...(family.single === true ? ["  one intensity alone differs from 0"] : []),
    ...(without.length > 0 ? [`  left out: ${without.join(", ")}`] : []),
    "",
  ].join("\n");
}

function term(factor: number, name: string): string {
  if (factor === 0) return "";
  if (Math.abs(factor) === 1) return `${factor < 0 ? "- " : "+ "}${name}`;
  return `${factor < 0 ? "- " : "+ "}${number(Math.abs(factor))} ${name}`;
}

function sum(terms: readonly string[]): string {
  return terms.length === 0 ? "0" : terms.join(" ").replace(/^\+ /, "").replace(/^- /, "-");
}

function number(x: number): string {
  return String(Number(x.toPrecision(10)));
}

export function printSystem(system: OdeSystem): string {
  const name = (slot: number) => system.slots[slot]!.name;
  const equation = ({ slot, expr, held, solve }: OdeAssignment) => {
    const text = (e: OdeExpr) => printOde(e, name);
    if (solve === undefined) return `  ${name(slot)} = ${text(expr)}${held ? "   (held)" : ""}`;
    const within = solve.within.map((a) => name(a.slot)).join(", ");
    return `  ${name(slot)} in ${text(solve.low)} .. ${text(solve.high)} so that ${name(slot)} = ${text(expr)}   (trying ${within})`;
  };
  const events = system.events.map(({ condition, changes }) => {
    const set = changes.map(({ slot, expr }) => `${name(slot)} = ${printOde(expr, name)}`);
    return `  when ${printOde(condition, name)}: ${set.join("; ")}`;
  });
  const pipes = system.stocks.map(({ slot, inflows, outflows }) => {
    const rate = [...inflows.map((f) => `+ ${name(f)}`), ...outflows.map((f) => `- ${name(f)}`)];
    return `  d ${name(slot)}/dt = ${sum(rate)}`;
  });
  const delays = system.delays.map((d) => {
    const duration = d.duration === undefined ? "one step" : name(d.duration);
    return `  ${name(d.slot)} = ${name(d.source)} ${duration} before`;
  });
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines]);
  return [
    ...part("constants", system.constants.map(equation)),
    ...part("at the start", system.initial.map(equation)),
    ...part("at every instant", system.dynamic.map(equation)),
    ...part("rates", pipes),
    ...part("delays", delays),
    ...part("events", events),
    "",
  ].join("\n");
}

const infix: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  power: "^",
};

function printOde(expr: OdeExpr, name: (slot: number) => string): string {
  const inner = (e: OdeExpr) => printOde(e, name);
  switch (expr.op) {
    case "const":
      return number(expr.value);
    case "slot":
      return name(expr.slot);
    case "held":
      return `held(${name(expr.slot)})`;
    case "if":
      return `(if ${inner(expr.condition)} then ${inner(expr.then)} else ${inner(expr.otherwise)})`;
    case "call": {
      const sign = infix[expr.fn];
      if (sign === undefined) return `${expr.fn}(${expr.args.map(inner).join(", ")})`;
      return `(${expr.args.map(inner).join(` ${sign} `)})`;
    }
    case "table": {
      const points = expr.xs.map((x, i) => `${number(x)}: ${inner(expr.ys[i]!)}`);
      return `${expr.form}(${points.join(", ")}; ${inner(expr.input)})`;
    }
    default:
      return expr.op;
  }
}
