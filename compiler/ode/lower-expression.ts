import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import { type Element, elementsOf, equationOf } from "../../language/check/elements.ts";
import { children } from "../../language/check/expression-children.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { Expr } from "../../language/model.ts";
import { lowerDynamic } from "./lower-dynamic.ts";
import type { OdeBuilder } from "./ode-builder.ts";
import type { OdeExpr, OdeSlot } from "./ode-system.ts";
import { add, call, choose, constant, divide, dt, multiply, slot, time } from "./scalar-expressions.ts";

/** Where an expression stands while it is lowered. */
export interface Place {
  readonly builder: OdeBuilder;
  /** The element whose equation it is: for messages and for the names of internal slots. */
  readonly owner: OdeSlot;
  readonly element: Element;
  /** Inside a lookup: what it is called with. */
  readonly argument?: OdeExpr;
  /** The table's name in messages, inside a lookup. */
  readonly lookup?: string;
}

const arithmetic = new Set(["add", "subtract", "power", "and", "or"]);
const relations = { "==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge" } as const;

/** The scalar expression of one element of a model expression. Truth is 1 and 0. */
export function lower(expr: Expr, place: Place): OdeExpr {
  const { builder, element } = place;
  const inner = (e: Expr) => lower(e, place);
  if (isExternal(expr, builder.external)) return constant(externalValue(expr, place));
  switch (expr.op) {
    case "number":
      return constant(expr.value);
    case "boolean":
      return constant(expr.value ? 1 : 0);
    case "time":
      return time;
    case "dt":
      return dt;
    case "argument":
      return place.argument ?? time;
    case "variable": {
      const found = builder.find(expr.variable, element);
      if (found === undefined) throw new Error(`no element of ${expr.variable} for ${place.owner.name}`);
      return slot(found);
    }
    case "negate":
    case "not":
      return call(expr.op, inner(expr.arg));
    case "compare":
      return lowerComparison(expr, place);
    case "between": {
      const arg = inner(expr.arg);
      return call("and", call("ge", arg, inner(expr.low)), call("le", arg, inner(expr.high)));
    }
    case "if":
      return choose(inner(expr.condition), inner(expr.then), inner(expr.otherwise));
    case "convert":
      return multiply(inner(expr.arg), constant(expr.factor));
    case "aggregate":
      return lowerAggregate(expr, place);
    case "pick":
      if (expr.range === true) {
        const label = element.get(String(expr.label)) ?? "";
        return lower(expr.arg, { ...place, element: new Map(element).set(expr.key, label) });
      }
      if (!builder.knows(expr.key, String(expr.label), expr.span)) return constant(Number.NaN);
      return lower(expr.arg, { ...place, element: new Map(element).set(expr.key, String(expr.label)) });
    case "map": {
      for (const label of Object.keys(expr.entries)) builder.knows(expr.dimension, label, expr.span);
      const entry = expr.entries[element.get(expr.dimension) ?? ""];
      if (entry !== undefined) return inner(entry);
      const { name, role } = place.owner;
      report(builder.sink, dynamics.missingEquation, expr.span, { name, role });
      return constant(Number.NaN);
    }
    case "table": {
      const ys = expr.points.map((point) => inner(point.y));
      const name = place.lookup ?? place.owner.name;
      const xs = expr.points.map((point) => point.x);
      const input = inner(expr.input);
      if (input.op === "time") builder.breaks.push(...xs.map(constant));
      return {
        op: "table",
        table: builder.addTable(name, expr.span),
        form: expr.form,
        xs,
        ys,
        before: expr.beyond,
        after: expr.beyond,
        // A schedule over time jumps; it is held over the step, as test inputs are.
        input: expr.form === "schedule" && input.op === "time" ? { op: "held_time" } : input,
      };
    }
    case "lookup": {
      const lookup = builder.variables.get(expr.lookup);
      const input = inner(expr.input);
      const equation = lookup === undefined ? undefined : equationOf(lookup, element);
      if (equation === undefined) throw new Error(`no lookup ${expr.lookup}`);
      return lower(equation.expr, { ...place, argument: input, lookup: expr.lookup });
    }
    case "call":
      if (dynamicFunctions.has(expr.fn)) return lowerDynamic(expr, place, inner);
      return call(expr.fn, ...expr.args.map(inner), ...Object.values(expr.named).map(inner));
    default:
      if (expr.op === "multiply") return multiply(inner(expr.left), inner(expr.right));
      if (expr.op === "divide") return divide(inner(expr.left), inner(expr.right));
      if (arithmetic.has(expr.op) && "left" in expr)
        return call(expr.op, inner(expr.left), inner(expr.right));
      throw new Error(`${expr.op} cannot stand in an equation of ${place.owner.name}`);
  }
}

function lowerComparison(expr: Expr & { op: "compare" }, place: Place): OdeExpr {
  const [left, right] = [labelOf(expr.left, place), labelOf(expr.right, place)];
  if (left !== undefined && right !== undefined) {
    return constant((left === right) === (expr.relation === "==") ? 1 : 0);
  }
  return call(relations[expr.relation], lower(expr.left, place), lower(expr.right, place));
}

/** A label that is known from the element: a text, or a dimension's name, which is the element's own label. */
function labelOf(expr: Expr, place: Place): string | undefined {
  if (expr.op === "text") return expr.value;
  return expr.op === "variable" && expr.type.of === "label" ? place.element.get(expr.variable) : undefined;
}

/** An aggregate over dimensions as one scalar expression over all their elements, in the order of labels. */
function lowerAggregate(expr: Expr & { op: "aggregate" }, place: Place): OdeExpr {
  const over = expr.arg.type.keys.filter((key) => !expr.by.includes(key));
  const { inputs, system } = place.builder;
  const places = elementsOf(over, (dimension) => inputs.labels(dimension), system.ranges).map((element) => ({
    ...place,
    element: new Map([...place.element, ...element]),
  }));
  const kept = places.map((p) => (expr.where === undefined ? constant(1) : lower(expr.where, p)));
  const terms = places.map((p, i) => ({ value: lower(expr.arg, p), kept: kept[i], place: p }));
  const certain = terms.filter((t) => !(t.kept.op === "const" && t.kept.value === 0));
  const masked = (value: OdeExpr, t: (typeof terms)[number], otherwise: number) =>
    t.kept.op === "const" ? value : choose(t.kept, value, constant(otherwise));
  const total = (of: (t: (typeof terms)[number]) => OdeExpr) =>
    add(...certain.map((t) => masked(of(t), t, 0)));
  const count = total(() => constant(1));
  switch (expr.fn) {
    case "sum":
      return total((t) => t.value);
    case "count":
      return expr.arg.type.of === "boolean" ? total((t) => t.value) : count;
    case "mean": {
      const weights = expr.weights;
      if (weights === undefined)
        return divide(
          total((t) => t.value),
          count,
        );
      const weight = (t: (typeof terms)[number]) => lower(weights, t.place);
      return divide(
        total((t) => multiply(weight(t), t.value)),
        total(weight),
      );
    }
    case "share":
      if (expr.arg.type.of === "boolean")
        return divide(
          total((t) => t.value),
          count,
        );
      return divide(
        lower(expr.arg, place),
        total((t) => t.value),
      );
    case "only":
      if (certain.length === 1 && certain[0].kept.op === "const") return certain[0].value;
      report(place.builder.sink, dynamics.notOne, expr.span, { name: place.owner.name });
      return constant(Number.NaN);
    case "geomean":
      return call(
        "exp",
        divide(
          total((t) => call("ln", t.value)),
          count,
        ),
      );
    case "min":
    case "max": {
      const none = expr.fn === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      return call(expr.fn, ...certain.map((t) => masked(t.value, t, none)));
    }
    default:
      return call(expr.fn, ...certain.map((t) => masked(t.value, t, Number.NaN)));
  }
}

const insideOps: ReadonlySet<Expr["op"]> = new Set(["variable", "time", "dt", "argument", "lookup"]);

/** Whether an expression takes all it reads from outside the system; every element asks, so that the answer is kept. */
function isExternal(expr: Expr, known: Map<Expr, boolean>): boolean {
  const before = known.get(expr);
  if (before !== undefined) return before;
  let outside = false;
  let inside = false;
  const see = (e: Expr): void => {
    if (e.op === "column" || e.op === "run") outside = true;
    else if (insideOps.has(e.op) || (e.op === "call" && dynamicFunctions.has(e.fn))) inside = true;
    for (const child of children(e)) see(child);
  };
  see(expr);
  known.set(expr, outside && !inside);
  return outside && !inside;
}

function externalValue(expr: Expr, place: Place): number {
  const value = place.builder.inputs.value(expr, place.element);
  return Number.isFinite(value) ? value : missing(expr, place);
}

function missing(expr: Expr, { builder, owner }: Place): number {
  report(builder.sink, dynamics.emptyInput, expr.span, { name: owner.name });
  return Number.NaN;
}
