import type { OdeAssignment, OdeExpr, OdeSystem, OdeTable } from "../../compiler/ode/ode-system.ts";
import { type EmitNames, emitExpression } from "./emit-expression.ts";
import { emitLoop, type IndexLists, parts } from "./emit-loops.ts";
import { emitTable, fixedValues } from "./emit-table.ts";
import { loopsOf } from "./loops.ts";
import { fill, nameOf, type Place, type Statement, Template } from "./statement.ts";

/** The most statements that stand in one function: engines do not optimise very long ones. */
const longest = 200;

/**
 * Names, functions and blocks of one generated program. Small programs keep their places in local variables; larger ones read and
 * write arrays, in loops, in functions of moderate length.
 */
export class CodeWriter {
  readonly #system: OdeSystem;
  readonly #small: boolean;
  readonly #constant: ReadonlySet<number>;
  readonly #stockAt: ReadonlyMap<number, number>;
  readonly #used = new Map<string, Place>();
  readonly #functions: string[] = [];
  /** The functions of tables, by their points. */
  readonly #tables = new Map<string, { readonly name: string; readonly text: string }>();
  readonly #lists: IndexLists = new Map();
  /** Whether an equation reads the time, or is in a function that is passed it. */
  usesTime: boolean;

  /** @param statements how many a step has, over all its stages */
  constructor(system: OdeSystem, statements: number) {
    this.#system = system;
    this.#small = statements <= 2 * longest;
    this.usesTime = !this.#small;
    this.#constant = new Set(system.constants.map((a) => a.slot));
    this.#stockAt = new Map(system.stocks.map((stock, i) => [stock.slot, i]));
  }

  /** A place as the code has it: a variable of its own, or an element of an array. */
  place(place: Place): string {
    if (place.list === "") return String(place.index);
    this.#used.set(nameOf(place), place);
    return this.#small ? nameOf(place) : `${place.list}[${place.index}]`;
  }

  /** What the elements of a variable, or of the same part of its equations, have in common. */
  family(slot: number): string {
    const { variable, name } = this.#system.slots[slot];
    return `${variable}${name.match(/#.*/)?.[0] ?? ""}`;
  }

  /** Equations in order. At a later stage of a step, and where loops are tried, reads of tables are not counted. */
  equations(list: readonly OdeAssignment[], later: boolean): string {
    const texts: string[] = [];
    let statements: Statement[] = [];
    const flush = () => {
      texts.push(this.block(statements));
      statements = [];
    };
    for (const assignment of list) {
      if (assignment.solve === undefined) {
        statements.push(this.#statement(assignment, later));
        continue;
      }
      flush();
      texts.push(this.#search(assignment, assignment.solve));
    }
    flush();
    return texts.join("\n");
  }

  /** An expression in place. */
  expression(expr: OdeExpr): string {
    const at = new Template();
    const template = emitExpression(expr, this.#names(at, true));
    return fill(template, (i) => this.place(at.places[i]));
  }

  #statement({ slot, expr }: OdeAssignment, later: boolean): Statement {
    const at = new Template();
    const template = emitExpression(expr, this.#names(at, later));
    return { family: this.family(slot), target: { list: "v", index: slot }, template, places: at.places };
  }

  /** The search for a slot's value for which its equation holds; the other members of its loop follow it as equations. */
  #search({ slot, expr }: OdeAssignment, { low, high, within }: NonNullable<OdeAssignment["solve"]>): string {
    const own = this.place({ list: "v", index: slot });
    const trial = `${own}=x;${this.equations(within, true)}return ${this.expression(expr)}-x;`;
    const search = `root(${this.expression(low)},${this.expression(high)},(x)=>{${trial}})`;
    if (this.#small) return `${own}=${search};`;
    const name = `f${this.#functions.length}`;
    this.#functions.push(`function ${name}(v,dt,t,h,k){return ${search};}`);
    return `${own}=${name}(v,dt,t,h,k);`;
  }

  #names(at: Template, later: boolean): EmitNames {
    return {
      slot: (index) => at.at("v", index),
      held: (index) => at.at("H", this.#stockAt.get(index) ?? 0),
      time: () => this.#moment("t"),
      heldTime: () => this.#moment("h"),
      table: (table, input, ys) => this.#table(table, input, ys, later ? "-1" : at.at("", table.table)),
    };
  }

  /** Statements in place, or in functions that are called one after the other. */
  block(statements: readonly Statement[]): string {
    if (this.#small) {
      const text = ({ target, template, places }: Statement) =>
        `${this.place(target)}=${fill(template, (i) => this.place(places[i]))};`;
      return statements.map(text).join("\n");
    }
    for (const { target, places } of statements) for (const place of [target, ...places]) this.place(place);
    const calls: string[] = [];
    let body: string[] = [];
    let length = 0;
    const close = () => {
      if (length === 0) return;
      const name = `f${this.#functions.length}`;
      this.#functions.push(`function ${name}(v,dt,t,h,k){${body.join("\n")}}`);
      calls.push(`${name}(v,dt,t,h,k);`);
      [body, length] = [[], 0];
    };
    for (const loop of loopsOf(statements).flatMap((whole) => parts(whole, longest))) {
      if (length + loop.groups.length > longest) close();
      body.push(`{${emitLoop(loop, this.#lists)}}`);
      length += loop.groups.length;
    }
    close();
    return calls.join("");
  }

  /** Writes a row of results. */
  save(): string {
    if (!this.#small) return "saved.set(v,o);";
    const cells = [...this.#used.values()].filter(({ list }) => list === "v");
    return `saved.set(v,o);${cells.map((place) => `saved[o+${place.index}]=${nameOf(place)};`).join("")}`;
  }

  preamble(): string {
    const places = [...this.#used.values()];
    const lists = new Set(places.flatMap(({ list }) => (list === "v" ? [] : [list])));
    const n = this.#system.stocks.length;
    const declared = this.#small
      ? places.map((place) => `${nameOf(place)}=${place.list === "v" ? `v[${place.index}]` : "0"}`)
      : [
          ...[...lists].map((list) => `${list}=new Float64Array(${n})`),
          ...[...this.#lists].map(([text, name]) => `${name}=${text}`),
        ];
    return [
      declared.length === 0 ? "" : `let ${declared.join(",")};`,
      ...[...this.#tables.values()].map(({ text }) => text),
      ...this.#functions,
    ].join("\n");
  }

  #moment(name: string): string {
    this.usesTime = true;
    return name;
  }

  #table(table: OdeTable, input: string, ys: () => string, id: string): string {
    const fixed = fixedValues(table.ys, this.#constant);
    if (fixed === undefined || table.form === "spline" || table.xs.length > 40) {
      const { form, xs, before, after } = table;
      return `read(${JSON.stringify({ form, xs, before, after })},${ys()},${input},${id})`;
    }
    const points = [table.form, table.before, table.after, table.xs, fixed].join(";");
    let known = this.#tables.get(points);
    if (known === undefined) {
      const name = `table${this.#tables.size}`;
      known = { name, text: `function ${name}(x,id){${emitTable(table, fixed)}}` };
      this.#tables.set(points, known);
    }
    return `${known.name}(${input},${id})`;
  }
}
