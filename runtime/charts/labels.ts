/** Words on charts: titles of axes with their units, numbers in sentences. */
import type { Expr } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import type { Panel } from "./panel.ts";

/** `co2 [Mt/year]`, `gtfp.change, ML [1]`; without brackets where no unit is known. */
export function axisTitle(label: string, unit: Unit | null, symbol?: string): string {
  const signed = symbol === undefined ? label : `${label}, ${symbol}`;
  return unit === null ? signed : `${signed} [${unit.text}]`;
}

/** A variable of a run without its system: all runs of a chart are of the same one. */
export function shownLabel(label: string, expr: Expr): string {
  if (expr.op !== "run" || expr.scenario !== undefined) return label;
  const start = `${expr.system}.`;
  return label.startsWith(start) ? label.slice(start.length) : label;
}

/** What is left of a zero after much arithmetic. */
const nothing = 1e-12;

/** Three significant digits: `0.98`, `1,230`, `4.5e9`. */
export function amount(x: number): string {
  const short = Math.abs(x) < nothing ? 0 : Number(x.toPrecision(3));
  const size = Math.abs(short);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return short.toExponential().replace("e+", "e");
  const [whole, part] = String(short).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",").replace("-", "−");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** An amount with its unit: `1,230 Mt/year`. A ratio near 1 is told by what it is off. */
export function quantity(x: number, { unit, scale }: Pick<Panel, "unit" | "scale">): string {
  if (scale === "ratio" && x > 0.1 && x < 10) return x.toFixed(3);
  if (unit === null || unit.text === "1") return amount(x);
  // 3 [100M CNY], not 3 100M CNY
  return /^\d/.test(unit.text) ? `${amount(x)} [${unit.text}]` : `${amount(x)} ${unit.text}`;
}

/** `in 2030` of a year, `at 12.5` of any other time. */
export function when(x: string | number): string {
  const year = typeof x === "string" || (Number.isInteger(x) && x >= 1000 && x < 3000);
  return `${year ? "in" : "at"} ${x}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A sentence begins with a capital where it begins with a word of ours, and ends with a full stop. */
export function asSentence(words: string): string {
  const whole = /[.!?]$/.test(words) ? words : `${words}.`;
  return whole.replace(/^the /, "The ");
}
