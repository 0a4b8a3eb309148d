import { type Element, elementName, labelsIn } from "../../language/check/elements.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Expr, System, SystemVariable } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { OdeDelay, OdeExpr, OdeSlot, OdeStock } from "./ode-system.ts";

/** What a system takes from outside when it is compiled. */
export interface OdeInputs {
  labels(dimension: string): readonly string[];
  /** The number that an expression without system variables gives for an element; NaN where it is missing. */
  value(expr: Expr, element: Element): number;
  /** The points of a series for an element, times ascending, missing ones left out. */
  points(expr: Expr, element: Element): { readonly xs: readonly number[]; readonly ys: readonly number[] };
}

/** What a slot's value is: its equation while running and, where that differs, its value at the start. */
export interface SlotEquation {
  span: Span;
  /** Absent for what only steps change: stocks, delays, `initial(…)`. */
  run?: OdeExpr;
  start?: OdeExpr;
  held?: boolean;
  /** Of an auxiliary that is solved for: its bounds. */
  solve?: { readonly low: OdeExpr; readonly high: OdeExpr };
}

/** The ODE system while it is put together. */
export class OdeBuilder {
  readonly system: System;
  readonly inputs: OdeInputs;
  readonly sink: Diagnostics;
  readonly variables: ReadonlyMap<string, SystemVariable>;
  readonly slots: OdeSlot[] = [];
  readonly equations: SlotEquation[] = [];
  readonly stocks: (OdeStock & {
    readonly inflows: number[];
    readonly outflows: number[];
    share?: number;
  })[] = [];
  readonly delays: OdeDelay[] = [];
  readonly tables: { readonly name: string; readonly span: Span }[] = [];
  readonly lags: { readonly slot: number; readonly duration: OdeExpr; readonly span: Span }[] = [];
  readonly breaks: OdeExpr[] = [];
  /** Which expressions take all they read from outside the system, as far as it has been asked. */
  readonly external = new Map<Expr, boolean>();
  readonly #slots = new Map<string, number>();

  constructor(system: System, inputs: OdeInputs, sink: Diagnostics) {
    this.system = system;
    this.inputs = inputs;
    this.sink = sink;
    this.variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  }

  /** A new slot of a variable's element. */
  addElement(variable: SystemVariable, role: OdeSlot["role"], element: Element): number {
    const labels = labelsIn(element, variable.dimensions) ?? [];
    return this.#add({
      variable: variable.name,
      labels,
      name: elementName(variable.name, labels),
      role,
      span: variable.span,
    });
  }

  /** A new slot for a part of an element's equation, such as a delay's stock. */
  addInternal(owner: OdeSlot, what: string, span: Span): number {
    let name = `${owner.name}#${what}`;
    for (let n = 2; this.#slots.has(name); n++) name = `${owner.name}#${what}${n}`;
    return this.#add({ variable: owner.variable, labels: owner.labels, name, role: "internal", span });
  }

  /** The slot of a variable's element, whose dimensions the element must fix; undefined where it does not. */
  find(variable: string, element: Element): number | undefined {
    const labels = labelsIn(element, this.variables.get(variable)?.dimensions ?? []);
    return labels === undefined ? undefined : this.#slots.get(elementName(variable, labels));
  }

  /** Whether a dimension has a label; reports where it has not, which only data may show. */
  knows(dimension: string, label: string, span: Span): boolean {
    const known = this.inputs.labels(dimension);
    if (known.includes(label)) return true;
    const help = didYouMean(label, known);
    report(this.sink, dynamics.unknownLabel, span, { label, dimension, known }, help ? { help } : {});
    return false;
  }

  addTable(name: string, span: Span): number {
    return this.tables.push({ name, span }) - 1;
  }

  #add(slot: OdeSlot): number {
    const index = this.slots.push(slot) - 1;
    this.#slots.set(slot.name, index);
    this.equations.push({ span: slot.span });
    return index;
  }
}
