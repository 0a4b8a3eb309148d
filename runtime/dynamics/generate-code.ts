import type { OdeAssignment, OdeStock, OdeSystem, OdeTable } from "../../compiler/ode/ode-system.ts";
import { slotsRead, visit } from "../../compiler/ode/scalar-expressions.ts";
import { type EmitNames, emitExpression } from "./emit-expression.ts";
import { emitTable, fixedValues } from "./emit-table.ts";

/** The most equations that stand in one function: engines do not optimise very long ones. */
const longest = 200;

/**
 * The whole run of a system with fixed steps as straight-line JavaScript: the body of a function of the names in `parameters`.
 * Small systems keep their slots in local variables; larger ones read and write the array `v` in functions of moderate
 * length. It computes the very numbers that the interpreter does, for every scenario with the same structure.
 */
export function generateCode(system: OdeSystem): string {
  const { method } = system.time;
  const stages = method === "rk4" ? 4 : method === "rk2" ? 2 : 1;
  const small = (system.dynamic.length + system.stocks.length) * stages <= 2 * longest;
  const writer = new Writer(system, small);
  const { stocks, delays } = system;
  const slot = (index: number) => writer.slot(index);
  const each = (write: (stock: OdeStock, i: number) => string) => stocks.map(write).join("");
  const sum = (flows: readonly number[]) => (flows.length === 0 ? "0" : `(${flows.map(slot).join("+")})`);
  const rate = ({ inflows, outflows }: OdeStock) =>
    inflows.length === 0
      ? `-${sum(outflows)}`
      : outflows.length === 0
        ? sum(inflows)
        : `${sum(inflows)}-${sum(outflows)}`;
  const rates = (name: string) =>
    writer.block(stocks.map((stock, i) => `${writer.cell(name, i)}=${rate(stock)};`));
  const move = (length: string, name: string) =>
    writer.block(
      stocks.map(
        (stock, i) => `${slot(stock.slot)}=${writer.cell("H", i)}+${length}*${writer.cell(name, i)};`,
      ),
    );
  const stage = (at: string, name: string) =>
    `t=(offset+(k+${at})*stride)/denominator;${writer.dynamic(true)}${rates(name)}`;
  const combined = (names: string) =>
    writer.block(
      stocks.map(
        (_, i) => `${writer.cell("A", i)}+=${names.replace(/[B-D]/g, (name) => writer.cell(name, i))};`,
      ),
    );
  const integrate: Readonly<Record<string, () => string>> = {
    // Rates read flows, and flows are known, so that each stock may move at once.
    euler: () => writer.block(stocks.map((stock) => `${slot(stock.slot)}+=dt*(${rate(stock)});`)),
    rk2: () => `${rates("A")}${move("dt", "A")}${stage("1", "B")}${combined("B")}${move("(dt/2)", "A")}`,
    rk4: () =>
      `${rates("A")}${move("(dt/2)", "A")}${stage("0.5", "B")}${move("(dt/2)", "B")}${stage("0.5", "C")}${move("dt", "C")}${stage("1", "D")}${combined("2*B+2*C+D")}${move("(dt/6)", "A")}`,
  };
  const start = writer.dynamic(false);
  const shown = writer.shown();
  const counted = each(({ share }, i) => (share === undefined ? "" : `if(${slot(share)}<1)limited[${i}]++;`));
  const settled = each(({ slot: own, share, inflows }, i) => {
    if (share === undefined) return "";
    const gross = [writer.cell("H", i), ...inflows.map((flow) => `dt*Math.abs(${slot(flow)})`)].join("+");
    return `if(${slot(own)}<0&&${slot(own)}>-1e-12*(${gross}))${slot(own)}=0;`;
  });
  const begins = stages > 1 || stocks.some((stock) => stock.share !== undefined);
  const begin = begins
    ? writer.block(stocks.map((stock, i) => `${writer.cell("H", i)}=${slot(stock.slot)};`))
    : "";
  const instant = "(offset+k*stride)/denominator";
  const step = integrate[method]();
  const loop = [
    "let row=0;for(let k=0,next=0;;k++){",
    writer.usesTime || !small || stages > 1 ? `let t=${instant};const h=t;` : "",
    begin,
    delays
      .map((d, i) => `if(k>=rings[${i}].length)${slot(d.slot)}=rings[${i}][k%rings[${i}].length];`)
      .join(""),
    start,
    delays.map((d, i) => `rings[${i}][k%rings[${i}].length]=${slot(d.source)};`).join(""),
    `if(k===next){const o=row*width;times[row++]=${instant};`,
    shown,
    writer.save(),
    "if(k===steps)break;next=Math.min(k+saveEvery,steps);}",
    counted,
    step,
    settled,
    "}",
  ].join("\n");
  return [`"use strict";`, writer.preamble(), loop].join("\n");
}

/** What the generated code gets, by name. */
export const parameters = [
  "v",
  "saved",
  "times",
  "limited",
  "below",
  "above",
  "rings",
  "width",
  "steps",
  "saveEvery",
  "offset",
  "stride",
  "denominator",
  "dt",
  "seed",
  "F",
  "power",
  "random",
  "read",
] as const;

/** The slots that a step needs: flows, sources of delays, what is held or counted, and all that these read. */
function coreSlots(system: OdeSystem): Set<number> {
  const equations = new Map(system.dynamic.map((a) => [a.slot, a]));
  const core = new Set<number>();
  const open = [
    ...system.stocks.flatMap(({ inflows, outflows, share }) => [...inflows, ...outflows, share ?? -1]),
    ...system.delays.map((delay) => delay.source),
  ];
  for (const { slot, expr, held } of system.dynamic) {
    let counts = held === true;
    visit(expr, (e) => {
      if (e.op === "table") counts = true;
    });
    if (counts) open.push(slot);
  }
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (core.has(slot)) continue;
    core.add(slot);
    const equation = equations.get(slot);
    if (equation !== undefined) open.push(...slotsRead(equation.expr));
  }
  return core;
}

/** Names, functions and blocks of one generated program. */
class Writer {
  readonly #system: OdeSystem;
  readonly #small: boolean;
  readonly #constant: ReadonlySet<number>;
  readonly #core: ReadonlySet<number>;
  /** Slots that the function being written has computed itself. */
  readonly #near = new Set<number>();
  readonly #locals = new Set<number>();
  readonly #cells = new Set<string>();
  readonly #functions: string[] = [];
  readonly #tables = new Map<string, string>();
  /** Whether an equation reads the time. */
  usesTime = false;

  constructor(system: OdeSystem, small: boolean) {
    this.#system = system;
    this.#small = small;
    this.#constant = new Set(system.constants.map((a) => a.slot));
    this.#core = coreSlots(system);
  }

  slot(index: number): string {
    if (!this.#small) return `v[${index}]`;
    this.#locals.add(index);
    return `s${index}`;
  }

  /** A stock's place in one of the lists of rates (A–D) and of values at the step's start (H). */
  cell(list: string, index: number): string {
    const name = this.#small ? `${list}${index}` : list;
    this.#cells.add(name);
    return this.#small ? name : `${list}[${index}]`;
  }

  /** The equations of an instant; at a later stage without those that are held over the step. */
  dynamic(later: boolean): string {
    return this.#assign(
      this.#system.dynamic.filter((a) => this.#core.has(a.slot) && !(later && a.held === true)),
      later,
    );
  }

  /** The equations that nothing depends on: they are evaluated where they are saved. */
  shown(): string {
    return this.#assign(
      this.#system.dynamic.filter((a) => !this.#core.has(a.slot)),
      false,
    );
  }

  #assign(assignments: readonly OdeAssignment[], later: boolean): string {
    const names = this.#names(later);
    return this.block(
      assignments.map(({ slot, expr }, i) => {
        // A function of its own begins: what earlier ones computed is read from the array.
        if (i % longest === 0) this.#near.clear();
        const value = emitExpression(expr, names);
        if (this.#small) return `${this.slot(slot)}=${value};`;
        this.#near.add(slot);
        return `const x${slot}=v[${slot}]=${value};`;
      }),
    );
  }

  /** Statements in place, or in functions of moderate length that are called one after the other. */
  block(statements: readonly string[]): string {
    if (this.#small) return statements.join("\n");
    const calls: string[] = [];
    for (let i = 0; i < statements.length; i += longest) {
      const name = `f${this.#functions.length}`;
      this.#functions.push(`function ${name}(v,dt,t,h,k){${statements.slice(i, i + longest).join("\n")}}`);
      calls.push(`${name}(v,dt,t,h,k);`);
    }
    return calls.join("");
  }

  save(): string {
    if (!this.#small) return "saved.set(v,o);";
    const cells = [...this.#locals].map((slot) => `saved[o+${slot}]=s${slot};`);
    return `saved.set(v,o);${cells.join("")}`;
  }

  preamble(): string {
    const locals = [...this.#locals].map((slot) => `s${slot}=v[${slot}]`);
    const n = this.#system.stocks.length;
    const cells = [...this.#cells].map((cell) =>
      this.#small ? `${cell}=0` : `${cell}=new Float64Array(${n})`,
    );
    const declared = [...locals, ...cells];
    return [
      declared.length === 0 ? "" : `let ${declared.join(",")};`,
      ...this.#tables.values(),
      ...this.#functions,
    ].join("\n");
  }

  #moment(name: string): string {
    this.usesTime = true;
    return name;
  }

  #names(later: boolean): EmitNames {
    const places = new Map(this.#system.stocks.map((stock, i) => [stock.slot, i]));
    return {
      slot: (index) => (this.#near.has(index) ? `x${index}` : this.slot(index)),
      held: (index) => this.cell("H", places.get(index) ?? 0),
      time: () => this.#moment("t"),
      heldTime: () => this.#moment("h"),
      table: (table, input, ys) => this.#table(table, input, ys, later),
    };
  }

  #table(table: OdeTable, input: string, ys: () => string, later: boolean): string {
    const id = later ? -1 : table.table;
    const fixed = fixedValues(table.ys, this.#constant);
    if (fixed === undefined || table.form === "spline" || table.xs.length > 40) {
      const { form, xs, before, after } = table;
      return `read(${JSON.stringify({ form, xs, before, after })},${ys()},${input},${id})`;
    }
    const body = emitTable(table, fixed);
    const name = this.#tables.get(body)?.match(/^function (\w+)/)?.[1] ?? `table${this.#tables.size}`;
    this.#tables.set(body, `function ${name}(x,id){${body}}`);
    return `${name}(${input},${id})`;
  }
}
