/**
 * The built-in units: SI, usual energy and trade units, people and money. Masses are in kg, so a tonne of CO2 is a mass like any
 * other. Each currency is a dimension of its own: there are no exchange rates.
 */
import type { Unit } from "./unit.ts";

export interface BuiltInUnit {
  readonly name: string;
  readonly line: string;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly scale: number;
}

const mass = { kg: 1 };
const time = { s: 1 };
const length = { m: 1 };
const energy = { kg: 1, m: 2, s: -2 };
const power = { kg: 1, m: 2, s: -3 };

/** A year is 365.25 days of 24 hours (8766 h), a month a twelfth of it: rates per year convert without a calendar. */
const YEAR = 31_557_600;
const HOUR = 3600;

type Prefix = "m" | "c" | "k" | "M" | "G" | "T" | "P" | "E";
const prefixScale: Record<Prefix, number> = {
  m: 1e-3,
  c: 1e-2,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};
const prefixName: Record<Prefix, string> = {
  m: "a thousandth of a",
  c: "a hundredth of a",
  k: "thousand",
  M: "million",
  G: "billion",
  T: "10^12",
  P: "10^15",
  E: "10^18",
};

type Row = readonly [
  name: string,
  line: string,
  dimensions: Record<string, number>,
  scale: number,
  prefixes?: string,
];
const rows: readonly Row[] = [
  ["%", "per cent, a hundredth", {}, 0.01],
  ["m", "metre", length, 1, "mck"],
  ["ha", "hectare", { m: 2 }, 1e4],
  ["L", "litre", { m: 3 }, 1e-3, "m"],
  ["g", "gram", mass, 1e-3, "mk"],
  ["t", "tonne", mass, 1e3, "kMG"],
  ["s", "second", time, 1, "m"],
  ["min", "minute", time, 60],
  ["h", "hour", time, HOUR],
  ["day", "day of 24 hours", time, 24 * HOUR],
  ["week", "week of 7 days", time, 7 * 24 * HOUR],
  ["month", "a twelfth of a year, 730.5 hours", time, YEAR / 12],
  ["quarter", "a quarter of a year", time, YEAR / 4],
  ["year", "year of 365.25 days, 8766 hours", time, YEAR],
  ["A", "ampere", { A: 1 }, 1],
  ["K", "kelvin", { K: 1 }, 1],
  ["mol", "mole", { mol: 1 }, 1],
  ["cd", "candela", { cd: 1 }, 1],
  ["Hz", "hertz", { s: -1 }, 1],
  ["N", "newton", { kg: 1, m: 1, s: -2 }, 1],
  ["Pa", "pascal", { kg: 1, m: -1, s: -2 }, 1, "kM"],
  ["J", "joule", energy, 1, "kMGTPE"],
  ["W", "watt", power, 1, "kMGT"],
  ["Wh", "watt-hour", energy, HOUR, "kMGT"],
  ["cal", "thermochemical calorie, 4.184 J", energy, 4.184, "k"],
  ["Btu", "British thermal unit (ISO 31-4), 1055.06 J", energy, 1055.06],
  ["MMBtu", "million British thermal units", energy, 1055.06e6],
  ["toe", "tonne of oil equivalent (IEA), 41.868 GJ", energy, 41.868e9, "kMG"],
  ["tce", "tonne of coal equivalent, 29.3076 GJ", energy, 29.3076e9, "kMG"],
  ["person", "a person", { person: 1 }, 1],
];

const money: Readonly<Record<string, string>> = {
  AUD: "Australian dollar",
  BRL: "Brazilian real",
  CAD: "Canadian dollar",
  CHF: "Swiss franc",
  CNY: "Chinese yuan",
  CZK: "Czech koruna",
  DKK: "Danish krone",
  EUR: "euro",
  GBP: "pound sterling",
  HKD: "Hong Kong dollar",
  HUF: "Hungarian forint",
  IDR: "Indonesian rupiah",
  ILS: "Israeli shekel",
  INR: "Indian rupee",
  JPY: "Japanese yen",
  KRW: "South Korean won",
  MXN: "Mexican peso",
  MYR: "Malaysian ringgit",
  NOK: "Norwegian krone",
  NZD: "New Zealand dollar",
  PHP: "Philippine peso",
  PKR: "Pakistani rupee",
  PLN: "Polish zloty",
  RON: "Romanian leu",
  RUB: "Russian rouble",
  SAR: "Saudi riyal",
  SEK: "Swedish krona",
  SGD: "Singapore dollar",
  THB: "Thai baht",
  TRY: "Turkish lira",
  TWD: "New Taiwan dollar",
  USD: "US dollar",
  VND: "Vietnamese dong",
  ZAR: "South African rand",
};

function* all(): Iterable<BuiltInUnit> {
  for (const [name, line, dimensions, scale, prefixes = ""] of rows) {
    yield { name, line, dimensions, scale };
    for (const prefix of prefixes as Iterable<Prefix>) {
      const prefixed = `${prefixName[prefix]} ${line.split(/[ ,(]/)[0]}`;
      yield { name: prefix + name, line: prefixed, dimensions, scale: scale * prefixScale[prefix] };
    }
  }
  for (const [name, line] of Object.entries(money)) yield { name, line, dimensions: { [name]: 1 }, scale: 1 };
}

/** The built-in units by name, for the checker, hovers and the manual. */
export const builtInUnits: ReadonlyMap<string, BuiltInUnit> = new Map(
  [...all()].map((unit) => [unit.name, unit]),
);

/** The suffixes of numbers in units: `10k person`, `100M CNY`, and bare: `M person`. */
export const numberSuffixes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9 };

/** A built-in unit as a unit, or undefined. */
export function builtInUnit(name: string): Unit | undefined {
  const found = builtInUnits.get(name);
  return found === undefined
    ? undefined
    : { dimensions: found.dimensions, scale: found.scale, text: found.name };
}
