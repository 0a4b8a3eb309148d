/**
 * Whether an equation rises or falls with one of the values that it reads, where that can be told: its derivative in interval
 * arithmetic over all values that the run takes. An interval on one side of zero is a proof for that run; one on both sides says
 * nothing.
 */
import type { OdeExpr, OdeTable } from "../ode/ode-system.ts";
import type { Interval } from "./interval.ts";
import * as i from "./interval.ts";

export type Polarity = 1 | -1 | 0 | "?";

/** What each slot's value can be; `time` and `dt` too. */
export interface Ranges {
  slot(slot: number): Interval;
  readonly time: Interval;
  readonly dt: Interval;
}

/** The sign of ∂expr/∂slot. */
export function polarity(expr: OdeExpr, slot: number, ranges: Ranges): Polarity {
  const { low, high } = new Derivative(slot, ranges).of(expr);
  if (low === 0 && high === 0) return 0;
  return low >= 0 ? 1 : high <= 0 ? -1 : "?";
}

class Derivative {
  readonly #slot: number;
  readonly #ranges: Ranges;

  constructor(slot: number, ranges: Ranges) {
    this.#slot = slot;
    this.#ranges = ranges;
  }

  of(expr: OdeExpr): Interval {
    switch (expr.op) {
      case "slot":
      case "held":
        return expr.slot === this.#slot ? i.point(1) : i.zero;
      case "if":
        return this.#choice(expr);
      case "call":
        return this.#call(expr.fn, expr.args);
      case "table":
        return this.#table(expr);
      default:
        return i.zero;
    }
  }

  #choice({ condition, then, otherwise }: OdeExpr & { op: "if" }): Interval {
    const inside = i.hull(this.of(then), this.of(otherwise));
    const turn = this.of(condition);
    if (i.isZero(turn)) return inside;
    const step = i.add(value(then, this.#ranges), i.negate(value(otherwise, this.#ranges)));
    return i.add(inside, i.multiply(turn, sided(step)));
  }

  #call(fn: string, args: readonly OdeExpr[]): Interval {
    const inner = args.map((arg) => this.of(arg));
    if (inner.every(i.isZero)) return i.zero;
    const values = args.map((arg) => value(arg, this.#ranges));
    const [a, b] = values as [Interval, Interval];
    const [da, db] = inner as [Interval, Interval];
    const chain = (slope: Interval) => i.multiply(slope, da);
    switch (fn) {
      case "add":
        return inner.reduce(i.add);
      case "subtract":
        return i.add(da, i.negate(db));
      case "negate":
        return i.negate(da);
      case "multiply":
        return i.add(i.multiply(da, b), i.multiply(a, db));
      case "divide": {
        const under = i.reciprocal(b);
        const lower = i.negate(i.multiply(i.multiply(a, db), i.multiply(under, under)));
        return i.add(i.multiply(da, under), i.isZero(db) ? i.zero : lower);
      }
      case "power":
        return i.add(
          i.isZero(da) ? i.zero : i.multiply(da, slopeOfPower(a, b)),
          i.isZero(db) ? i.zero : i.multiply(db, i.multiply(powers(a, b), i.increasing(a, Math.log))),
        );
      case "exp":
        return chain(i.increasing(a, Math.exp));
      case "ln":
      case "log1p":
      case "sqrt":
      case "log":
      case "floor":
      case "trunc":
      case "round":
        return chain(i.rising);
      case "abs":
        return chain(a.low >= 0 ? i.point(1) : a.high <= 0 ? i.point(-1) : { low: -1, high: 1 });
      case "sin":
      case "cos":
        return chain({ low: -1, high: 1 });
      case "min":
      case "max":
        return inner.reduce(i.hull);
      case "ge":
      case "gt":
        return i.multiply(i.rising, i.add(da, i.negate(db)));
      case "le":
      case "lt":
        return i.multiply(i.rising, i.add(db, i.negate(da)));
      case "and":
      case "or":
        return i.multiply(i.rising, i.add(da, db));
      case "not":
        return i.multiply(i.falling, da);
      default:
        return i.anything;
    }
  }

  /** The table's slopes at what it is read with, and its own values where they are computed. */
  #table(table: OdeTable): Interval {
    const input = this.of(table.input);
    const own = table.ys.map((y) => this.of(y)).reduce(i.hull, i.zero);
    if (i.isZero(input)) return own;
    const ys = table.ys.map((y) => value(y, this.#ranges));
    const slopes = table.xs.slice(1).map((x, k): Interval => {
      const step = i.add(ys[k + 1]!, i.negate(ys[k]!));
      if (table.form === "linear") return i.multiply(step, i.point(1 / (x - table.xs[k]!)));
      return table.form === "spline" ? i.anything : sided(step);
    });
    return i.add(own, i.multiply(input, slopes.reduce(i.hull, i.zero)));
  }
}

/** A jump by so much: only its side is known. */
function sided({ low, high }: Interval): Interval {
  if (low === 0 && high === 0) return i.zero;
  return low >= 0 ? i.rising : high <= 0 ? i.falling : i.anything;
}

function powers(base: Interval, exponent: Interval): Interval {
  if (base.low < 0) return i.anything;
  const corners = [base.low, base.high].flatMap((b) => [b ** exponent.low, b ** exponent.high]);
  return corners.some(Number.isNaN) ? i.anything : { low: Math.min(...corners), high: Math.max(...corners) };
}

function slopeOfPower(base: Interval, exponent: Interval): Interval {
  const square = exponent.low === exponent.high && Number.isInteger(exponent.low);
  if (square && exponent.low % 2 === 1 && exponent.low > 0) return i.rising;
  if (base.low >= 0) return i.multiply(exponent, i.rising);
  return square && base.high <= 0 ? i.multiply(exponent, i.falling) : i.anything;
}

/** What an expression's value can be. */
export function value(expr: OdeExpr, ranges: Ranges): Interval {
  const of = (e: OdeExpr) => value(e, ranges);
  switch (expr.op) {
    case "const":
      return i.point(expr.value);
    case "slot":
    case "held":
      return ranges.slot(expr.slot);
    case "time":
    case "held_time":
    case "input_time":
      return ranges.time;
    case "dt":
      return ranges.dt;
    case "half_step":
      return i.hull(i.zero, i.multiply(ranges.dt, i.point(0.5)));
    case "if":
      return i.hull(of(expr.then), of(expr.otherwise));
    case "table":
      return expr.before === "extend" || expr.after === "extend" || expr.form === "spline"
        ? i.anything
        : expr.ys.map(of).reduce(i.hull);
    case "call":
      return ofCall(expr.fn, expr.args.map(of));
  }
}

function ofCall(fn: string, values: readonly Interval[]): Interval {
  const [a, b] = values as readonly [Interval, Interval];
  switch (fn) {
    case "add":
      return values.reduce(i.add, i.zero);
    case "subtract":
      return i.add(a, i.negate(b));
    case "negate":
      return i.negate(a);
    case "multiply":
      return i.multiply(a, b);
    case "divide":
      return i.multiply(a, i.reciprocal(b));
    case "power":
      return powers(a, b);
    case "exp":
      return i.increasing(a, Math.exp);
    case "ln":
    case "log":
      return i.increasing(a, Math.log);
    case "log1p":
      return i.increasing(a, Math.log1p);
    case "sqrt":
      return i.increasing(a, Math.sqrt);
    case "floor":
      return i.increasing(a, Math.floor);
    case "trunc":
      return i.increasing(a, Math.trunc);
    case "round":
      return i.increasing(a, Math.round);
    case "abs":
      return a.low >= 0 ? a : a.high <= 0 ? i.negate(a) : { low: 0, high: Math.max(-a.low, a.high) };
    case "sin":
    case "cos":
      return { low: -1, high: 1 };
    case "min":
      return { low: Math.min(...values.map((v) => v.low)), high: Math.min(...values.map((v) => v.high)) };
    case "max":
      return { low: Math.max(...values.map((v) => v.low)), high: Math.max(...values.map((v) => v.high)) };
    case "median":
      return values.reduce(i.hull);
    case "random":
    case "eq":
    case "ne":
    case "ge":
    case "gt":
    case "le":
    case "lt":
    case "and":
    case "or":
    case "not":
      return { low: 0, high: 1 };
    default:
      return i.anything;
  }
}
