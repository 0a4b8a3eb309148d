import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { Expr } from "../../language/model.ts";
import { hash } from "./hash.ts";
import type { Place } from "./lower-expression.ts";
import type { OdeExpr } from "./ode-system.ts";
import * as s from "./scalar-expressions.ts";
import { timeGrid } from "./time-grid.ts";

type Call = Expr & { op: "call" };

/** The scalar form of a built-in function of systems, as its equations in the catalogue have it. */
export function lowerDynamic(expr: Call, place: Place, inner: (e: Expr) => OdeExpr): OdeExpr {
  const parameters = dynamicFunctions.get(expr.fn)?.parameters ?? [];
  // Each argument is lowered once, so that a delay inside it has its stocks once.
  const lowered = new Map<string, OdeExpr>();
  const given = (name: string): OdeExpr | undefined => {
    const at = parameters.findIndex((parameter) => parameter.name === name);
    const arg = expr.named[name] ?? expr.args[at];
    if (arg !== undefined && !lowered.has(name)) lowered.set(name, inner(arg));
    return lowered.get(name);
  };
  const arg = (name: string): OdeExpr => given(name) ?? s.constant(Number.NaN);
  const { builder } = place;
  switch (expr.fn) {
    case "step":
      builder.breaks.push(arg("start"));
      return s.choose(s.call("ge", s.middle, arg("start")), arg("height"), s.constant(0));
    case "ramp": {
      const end = given("end");
      builder.breaks.push(arg("start"), ...(end ? [end] : []));
      const begun = s.call("max", s.inputTime, arg("start"));
      const reached = end === undefined ? begun : s.call("min", begun, s.call("max", arg("start"), end));
      return s.multiply(arg("slope"), s.subtract(reached, arg("start")));
    }
    case "pulse": {
      const until = s.add(arg("start"), s.call("max", given("width") ?? s.dt, s.atLeast));
      builder.breaks.push(arg("start"), until);
      return s.call("and", s.call("ge", s.middle, arg("start")), s.call("lt", s.middle, until));
    }
    case "pulse_train": {
      const end = given("end");
      builder.breaks.push(
        ...trainBreaks(builder, arg("start"), arg("width"), arg("period")),
        ...(end ? [end] : []),
      );
      const since = s.call("mod", s.subtract(s.middle, arg("start")), arg("period"));
      const on = s.call("lt", since, s.call("max", arg("width"), s.atLeast));
      const begun = s.call("ge", s.middle, arg("start"));
      return s.call("and", s.call("and", begun, on), end ? s.call("lt", s.middle, end) : s.constant(1));
    }
    case "delay1":
    case "delay3":
    case "delayn": {
      const n = expr.fn === "delay1" ? 1 : expr.fn === "delay3" ? 3 : orderOf(arg("n"), expr, place);
      return materialDelay(place, expr, n, arg("input"), arg("delay"), given("initial"));
    }
    case "smooth":
    case "smooth3":
    case "smoothn": {
      const n = expr.fn === "smooth" ? 1 : expr.fn === "smooth3" ? 3 : orderOf(arg("n"), expr, place);
      return smooth(place, expr, n, arg("input"), arg("time"), given("initial"));
    }
    case "trend":
      return trend(place, expr, arg("input"), arg("time"), given("initial"));
    case "forecast": {
      const growth = trend(place, expr, arg("input"), arg("time"), given("initial"));
      const ahead = s.multiply(growth, arg("horizon"));
      return s.multiply(arg("input"), s.add(s.constant(1), ahead));
    }
    case "initial": {
      const kept = internal(place, expr, "initial");
      builder.equations[kept].start = arg("x");
      return s.slot(kept);
    }
    case "active_initial": {
      const active = internal(place, expr, "active");
      builder.equations[active].run = arg("x");
      builder.equations[active].start = arg("start");
      return s.slot(active);
    }
    case "previous":
      return delayed(place, expr, arg("x"), given("initial"));
    case "delay_fixed":
      return delayed(place, expr, arg("input"), given("initial"), arg("delay"));
    case "sample": {
      const now = internal(place, expr, "sample");
      const before = delayed(place, expr, s.slot(now), arg("initial"));
      builder.equations[now].run = s.choose(arg("condition"), arg("x"), before);
      builder.equations[now].held = true;
      return s.slot(now);
    }
    case "safediv": {
      const zero = s.call("eq", arg("b"), s.constant(0));
      return s.choose(zero, given("else") ?? s.constant(0), s.divide(arg("a"), arg("b")));
    }
    case "annual":
      return s.call("log1p", arg("rate"));
    default:
      return random(place, expr, arg, given("seed"));
  }
}

/** The starts and ends of the pulses of a train within the run, where its arguments are numbers. */
function trainBreaks(
  { system }: Place["builder"],
  start: OdeExpr,
  width: OdeExpr,
  period: OdeExpr,
): OdeExpr[] {
  if (start.op !== "const" || width.op !== "const" || period.op !== "const" || !(period.value > 0)) return [];
  const grid = timeGrid(system.time);
  const breaks: OdeExpr[] = [];
  for (let at = start.value; at < grid.at(system.time.steps); at += period.value) {
    breaks.push(s.constant(at), s.constant(at + width.value));
  }
  return breaks;
}

function internal(place: Place, expr: Call, what: string): number {
  return place.builder.addInternal(place.owner, what, expr.span);
}

/** A slot with an equation of its own, so that what stands in several places is evaluated once. */
function named(place: Place, expr: Call, what: string, value: OdeExpr): OdeExpr {
  if (value.op === "slot" || value.op === "const") return value;
  const index = internal(place, expr, what);
  place.builder.equations[index].run = value;
  return s.slot(index);
}

/** Whether only steps change a slot's value: that of a stock, of a delay's level. */
function isState(slot: number, { slots, equations }: Place["builder"]): boolean {
  const { role } = slots[slot];
  return role === "stock" || (role === "internal" && equations[slot].run === undefined);
}

/** levelᵢ' = inᵢ − outᵢ, outᵢ = levelᵢ / (delay/n), levelᵢ(t0) = initial · delay/n; conserves what enters. */
function materialDelay(
  place: Place,
  expr: Call,
  n: number,
  input: OdeExpr,
  delay: OdeExpr,
  initial: OdeExpr | undefined,
): OdeExpr {
  const { builder } = place;
  const share = named(place, expr, "delay", s.divide(delay, s.constant(n)));
  // What a stock receives is never itself a stock, so that all stocks of a step can be moved at once.
  const known = input.op === "slot" && !isState(input.slot, builder) ? input.slot : undefined;
  let inflow = known ?? internal(place, expr, "in");
  if (known === undefined) builder.equations[inflow].run = input;
  const entering = s.slot(inflow);
  for (let i = 0; i < n; i++) {
    const level = internal(place, expr, "level");
    const outflow = internal(place, expr, "out");
    builder.equations[level].start = s.multiply(initial ?? entering, share);
    builder.equations[outflow].run = s.divide(s.slot(level), share);
    builder.stocks.push({ slot: level, inflows: [inflow], outflows: [outflow] });
    inflow = outflow;
  }
  builder.lags.push({ slot: inflow, duration: share, span: expr.span });
  return s.slot(inflow);
}

/** sᵢ' = (sᵢ₋₁ − sᵢ) / (time/n), sᵢ(t0) = initial. */
function smooth(
  place: Place,
  expr: Call,
  n: number,
  input: OdeExpr,
  time: OdeExpr,
  initial: OdeExpr | undefined,
): OdeExpr {
  const { builder } = place;
  let before = named(place, expr, "in", input);
  const first = initial ?? before;
  const share = n === 1 ? time : named(place, expr, "time", s.divide(time, s.constant(n)));
  for (let i = 0; i < n; i++) {
    const level = internal(place, expr, "average");
    const change = internal(place, expr, "change");
    builder.equations[level].start = first;
    builder.equations[change].run = s.divide(s.subtract(before, s.slot(level)), share);
    builder.stocks.push({ slot: level, inflows: [change], outflows: [] });
    before = s.slot(level);
    if (i === n - 1) builder.lags.push({ slot: level, duration: share, span: expr.span });
  }
  return before;
}

/** (input − average) / (time · |average|), average(t0) = input / (1 + initial · time). */
function trend(
  place: Place,
  expr: Call,
  input: OdeExpr,
  time: OdeExpr,
  initial: OdeExpr | undefined,
): OdeExpr {
  const now = named(place, expr, "in", input);
  const first = s.divide(now, s.add(s.constant(1), s.multiply(initial ?? s.constant(0), time)));
  const average = smooth(place, expr, 1, now, time, first);
  const scale = s.multiply(time, s.call("abs", average));
  const relative = s.divide(s.subtract(now, average), scale);
  return s.choose(s.call("eq", average, s.constant(0)), s.constant(0), relative);
}

function delayed(
  place: Place,
  expr: Call,
  input: OdeExpr,
  initial: OdeExpr | undefined,
  duration?: OdeExpr,
): OdeExpr {
  const { builder } = place;
  const source = internal(place, expr, "source");
  const index = internal(place, expr, duration === undefined ? "previous" : "delayed");
  builder.equations[source].run = input;
  builder.equations[index].start = initial ?? s.slot(source);
  let length: number | undefined;
  if (duration !== undefined) {
    length = internal(place, expr, "delay");
    builder.equations[length].start = duration;
  }
  builder.delays.push({ slot: index, source, duration: length, span: expr.span });
  return s.slot(index);
}

/** A draw depends on the seed, the variable, its place among the variable's draws and the step, on nothing else. */
function random(
  place: Place,
  expr: Call,
  arg: (name: string) => OdeExpr,
  seed: OdeExpr | undefined,
): OdeExpr {
  const index = internal(place, expr, "random");
  const key = s.constant(hash(place.builder.slots[index].name));
  const draw = (n: number) => s.call("random", key, seed ?? s.constant(0), s.constant(n));
  const normal = () => {
    const radius = s.call("sqrt", s.multiply(s.constant(-2), s.call("ln", draw(0))));
    return s.multiply(radius, s.call("cos", s.multiply(s.constant(2 * Math.PI), draw(1))));
  };
  const shifted = () => s.add(arg("mean"), s.multiply(arg("sd"), normal()));
  const values: Record<string, () => OdeExpr> = {
    "random.uniform": () => s.add(arg("low"), s.multiply(s.subtract(arg("high"), arg("low")), draw(0))),
    "random.normal": shifted,
    "random.lognormal": () => s.call("exp", shifted()),
    "random.exponential": () =>
      s.multiply(s.call("negate", arg("mean")), s.call("ln", s.subtract(s.constant(1), draw(0)))),
  };
  const value = values[expr.fn];
  if (value === undefined) throw new Error(`no equations for ${expr.fn}`);
  place.builder.equations[index].run = value();
  place.builder.equations[index].held = true;
  return s.slot(index);
}

function orderOf(n: OdeExpr, expr: Call, { builder, owner }: Place): number {
  if (n.op === "const" && Number.isInteger(n.value) && n.value >= 1) return n.value;
  report(builder.sink, dynamics.badOrder, expr.span, { name: owner.name, fn: expr.fn });
  return 1;
}
