/**
 * Functions along the period (or a run's time). A series is what is left when all keys but the period are fixed;
 * its places are the distinct periods of the whole panel in order, so a DMU that lacks a period has an empty
 * place there and its neighbours are not moved together.
 */
import { rowName, without } from "./align.ts";
import { mapNumbers, together } from "./row-by-row.ts";
import { type KeyColumn, type Label, numbersOf, type Value } from "./value.ts";

/** One series: for each place in time the row that stands there, −1 where there is none. */
type Series = Int32Array;

export function timeKey(value: Pick<Value, "keys">): KeyColumn {
  const key = value.keys.find((k) => k.role === "period" || k.role === "time");
  if (!key) throw new Error("a series needs a period");
  return key;
}

/** The distinct periods in order: numbers by size, text by its letters. */
export function orderedPeriods(labels: readonly Label[]): Label[] {
  const distinct = [...new Set(labels)];
  if (distinct.every((l) => typeof l === "number")) return distinct.sort((a, b) => Number(a) - Number(b));
  return distinct.sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

function seriesOf(value: Value): { periods: Label[]; series: Series[] } {
  const key = timeKey(value);
  const periods = orderedPeriods(key.labels);
  const place = new Map(periods.map((p, i) => [p, i]));
  const others = without(value.keys, key.name);
  const found = new Map<string, Series>();
  for (let row = 0; row < value.rows; row++) {
    const name = rowName(others, row);
    let series = found.get(name);
    if (!series) {
      series = new Int32Array(periods.length).fill(-1);
      found.set(name, series);
    }
    series[place.get(key.labels[row]!)!] = row;
  }
  return { periods, series: [...found.values()] };
}

/** Rewrites each series: `fn` gets its numbers by place (NaN where there is none) and gives new ones. */
function alongSeries(
  value: Value,
  fn: (xs: number[], periods: readonly Label[]) => readonly number[],
): Value {
  const { periods, series } = seriesOf(value);
  const numbers = numbersOf(value);
  const out = new Float64Array(value.rows).fill(Number.NaN);
  for (const rows of series) {
    const result = fn(
      Array.from(rows, (row) => (row < 0 ? Number.NaN : numbers[row]!)),
      periods,
    );
    rows.forEach((row, t) => {
      if (row >= 0) out[row] = result[t]!;
    });
  }
  return { ...value, cells: { of: "number", values: out } };
}

/** x(t − n); a negative n looks ahead. */
export function lag(x: Value, n: number): Value {
  return alongSeries(x, (xs) => xs.map((_, t) => xs[t - n] ?? Number.NaN));
}

/** x(t) / x(t − 1) − 1 */
export function growth(x: Value): Value {
  return alongSeries(x, (xs) => xs.map((v, t) => v / (xs[t - 1] ?? Number.NaN) - 1));
}

/** The running sum from the first number on; after a missing place it stays empty. */
export function cumulate(x: Value): Value {
  return alongSeries(x, (xs) => {
    let total: number | null = null;
    return xs.map((v) => {
      if (total !== null || !Number.isNaN(v)) total = (total ?? 0) + v;
      return total ?? Number.NaN;
    });
  });
}

/** x at the prices of the base period: x(t) · p(base) / p(t), with the price index p = `by`. */
export function deflate(x: Value, by: Value, base: Label): Value {
  const atBase = alongSeries(by, (ps, periods) => {
    const place = periods.findIndex((p) => String(p) === String(base));
    return ps.map(() => ps[place] ?? Number.NaN);
  });
  return mapNumbers([x, by, atBase], (v, p, p0) => (v * p0) / p);
}

/** How a perpetual inventory begins: I(0) divided by a rate, at a value, or I(0) / (g + δ). */
export type InitialStock =
  | { readonly kind: "rate" | "value"; readonly value: Value }
  | { readonly kind: "growth" };

/**
 * Capital from investment: K(t) = (1 − δ) K(t − 1) + I(t), from the first period with investment on.
 * K(0) = I(0) / rate, or the value given, or I(0) / (g + δ) with g the mean growth rate of investment over the
 * DMU's own periods (Harberger 1978). After a missing place it stays empty.
 */
export function perpetualInventory(investment: Value, depreciation: Value, initial: InitialStock): Value {
  const operands = initial.kind === "growth" ? [depreciation] : [depreciation, initial.value];
  const { shape, rows } = together([investment, ...operands]);
  const whole: Value = {
    ...investment,
    ...shape,
    cells: { of: "number", values: gather(investment, rows[0]!) },
  };
  const delta = gather(depreciation, rows[1]!);
  const start = initial.kind === "growth" ? delta : gather(initial.value, rows[2]!);
  const { series } = seriesOf(whole);
  const flows = numbersOf(whole);
  const stock = new Float64Array(whole.rows).fill(Number.NaN);
  for (const places of series) {
    const present = [...places].filter((row) => row >= 0 && !Number.isNaN(flows[row]!));
    if (present.length === 0) continue;
    const first = present[0]!;
    const i0 = flows[first]!;
    const g = meanGrowth(present.map((row) => flows[row]!));
    stock[first] =
      initial.kind === "value"
        ? start[first]!
        : i0 / (initial.kind === "rate" ? start[first]! : g + delta[first]!);
    for (let t = places.indexOf(first) + 1; t < places.length; t++) {
      const row = places[t]!;
      const before = places[t - 1]!;
      if (row < 0 || before < 0) break;
      stock[row] = (1 - delta[row]!) * stock[before]! + flows[row]!;
    }
  }
  return { ...whole, cells: { of: "number", values: stock } };
}

/** The constant rate that leads from the first number to the last. */
function meanGrowth(xs: readonly number[]): number {
  return xs.length < 2 ? Number.NaN : (xs.at(-1)! / xs[0]!) ** (1 / (xs.length - 1)) - 1;
}

function gather(value: Value, rows: Int32Array): Float64Array {
  const numbers = numbersOf(value);
  return Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : numbers[row]!));
}

/** For each series one number out of its whole course; the period is gone. */
function overSeries(value: Value, fn: (xs: readonly number[], periods: readonly Label[]) => number): Value {
  const { periods, series } = seriesOf(value);
  const numbers = numbersOf(value);
  const key = timeKey(value).name;
  const first = series.map((rows) => rows.find((row) => row >= 0)!);
  const take = (columns: readonly KeyColumn[]) =>
    without(columns, key).map((c) => ({ ...c, labels: first.map((row) => c.labels[row]!) }));
  return {
    keys: take(value.keys),
    groups: [],
    rows: series.length,
    cells: {
      of: "number",
      values: Float64Array.from(series, (rows) =>
        fn(
          Array.from(rows, (row) => (row < 0 ? Number.NaN : numbers[row]!)),
          periods,
        ),
      ),
    },
  };
}

/** When the maximum is reached, the first time where it is reached twice; empty where it is at the last time. */
export function peakTime(x: Value): Value {
  return overSeries(x, (xs, periods) => {
    const place = peakPlace(xs);
    const time = periods[place];
    return place < 0 || place === xs.length - 1 || typeof time !== "number" ? Number.NaN : time;
  });
}

/** The maximum over time. */
export function peakValue(x: Value): Value {
  return overSeries(x, (xs) => xs[peakPlace(xs)] ?? Number.NaN);
}

function peakPlace(xs: readonly number[]): number {
  let place = -1;
  xs.forEach((x, t) => {
    if (!Number.isNaN(x) && (place < 0 || x > xs[place]!)) place = t;
  });
  return place;
}
