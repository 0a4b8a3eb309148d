/** An imported model as text of GTFP, with the place that each line comes from. */
import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import { tableFunctions } from "../../language/builtins/table-functions.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import type { Span } from "../../language/source.ts";
import { partsOf } from "./aggregates.ts";
import {
  type EquationScope,
  ExpressionWriter,
  isTime,
  type KnownVariable,
  numeral,
  table,
  type WriterContext,
} from "./expression-writer.ts";
import type { ImportedEquation, ImportedModel, ImportedVariable, Points, Term } from "./imported-model.ts";
import type { ImportedUnits } from "./imported-units.ts";
import { extended, folded, unused, written } from "./names.ts";
import { Dimensions, type KnownDimension, shareLabels } from "./subscripts.ts";

/** A line of the text, the name that it is told by, and the place in the imported file. */
export interface WrittenLine {
  readonly text: string;
  readonly name: string;
  readonly span: Span;
}

/** The declarations in their order; without `units` every number is a plain one. */
export function writeModel(
  model: ImportedModel,
  system: string,
  units: ImportedUnits | null,
  sink: Diagnostics,
): WrittenLine[] {
  return new ModelWriter(model, units, sink).write(system);
}

class ModelWriter {
  readonly #model: ImportedModel;
  readonly #units: ImportedUnits | null;
  readonly #sink: Diagnostics;
  readonly #dimensions: Dimensions;
  readonly #variables = new Map<string, KnownVariable>();
  readonly #expressions: ExpressionWriter;
  /** Lookups made for points inside equations, and the inputs at which every lookup is read. */
  readonly #lookups: { readonly name: string; readonly points: Points; readonly text: string }[] = [];
  readonly #inputs = new Map<string, Term[]>();
  readonly #taken: Set<string>;

  constructor(model: ImportedModel, units: ImportedUnits | null, sink: Diagnostics) {
    this.#model = model;
    this.#units = units;
    this.#sink = sink;
    this.#dimensions = new Dimensions(model.dimensions);
    this.#taken = new Set(model.variables.map((v) => folded(v.name)));
    for (const variable of model.variables) {
      const dimensions = this.#dimensions.of(variable, sink) ?? [];
      const { name, role, points } = variable;
      this.#variables.set(folded(name), {
        name: this.#nameOf(name, role),
        role,
        dimensions,
        ...(points === undefined ? {} : { points }),
      });
    }
    const time = model.time.units === undefined ? undefined : units?.text(model.time.units);
    const context: WriterContext = {
      dialect: model.dialect,
      dimensions: this.#dimensions,
      variables: this.#variables,
      sink,
      timeUnit: time === undefined ? "" : ` [${time}]`,
      lookup: (points, owner, input) => this.#lookup(points, owner, input),
      reads: (lookup, input) => this.#inputs.set(lookup, [...(this.#inputs.get(lookup) ?? []), input]),
    };
    this.#expressions = new ExpressionWriter(context);
  }

  /** A variable's name; one that means something else in a system becomes another. */
  #nameOf(name: string, role: ImportedVariable["role"]): string {
    const own = written(name);
    const called = tableFunctions.has(own) || dynamicFunctions.has(own);
    const taken = own === "time" || own === "dt" || (role === "lookup" && called);
    return taken ? unused(extended("", own, "_value"), this.#taken) : own;
  }

  write(system: string): WrittenLine[] {
    const { time, variables } = this.#model;
    const equations = variables.flatMap((variable) => this.#variable(variable));
    // The lookups are complete once every equation has been written.
    const lookups = [
      ...variables.filter((v) => v.role === "lookup").map((v) => this.#namedLookup(v)),
      ...this.#lookups.map(({ name, points }) => this.#lookupLine(name, points, undefined, undefined)),
    ];
    const unit = time.units === undefined ? undefined : this.#unit(time.units);
    const save = time.save === undefined || time.save === time.step ? "" : ` save every ${time.save}`;
    const span = `${numeral(time.start)} .. ${numeral(time.stop)} step ${time.step}`;
    const line = (text: string, name = system, at = time.span): WrittenLine => ({ text, name, span: at });
    const declared = [...(this.#units?.declared.values() ?? [])];
    return [
      ...declared.map((name) => line(`unit ${name}`, name)),
      ...this.#dimensions.all.map((d, i) => this.#dimension(d, this.#model.dimensions[i]!.span)),
      line(`system ${system} {`),
      line(`time [${unit ?? "1"}] = ${span} using ${time.method}${save}`, "time"),
      ...lookups,
      ...equations,
      line("}"),
    ];
  }

  #dimension({ name, labels, within, doc }: KnownDimension, span: Span): WrittenLine {
    const range = within === undefined ? "" : ` in ${within.name}`;
    return { text: `${docOf(doc)}dimension ${name}${range} = ${labels.join(", ")}`, name, span };
  }

  #unit(units: string | undefined): string | undefined {
    return units === undefined ? undefined : this.#units?.text(units);
  }

  #bracketed(units: string | undefined): string {
    const unit = this.#unit(units);
    return unit === undefined ? "" : ` [${unit}]`;
  }

  #variable(variable: ImportedVariable): WrittenLine[] {
    const { role, span, units, doc, nonnegative } = variable;
    if (role === "lookup") return [];
    const { name, dimensions } = this.#variables.get(folded(variable.name))!;
    const pipe = role === "flow" && (variable.from !== undefined || variable.to !== undefined);
    const constant = variable.equations.every(({ value }) => isConstant(value));
    const head = pipe ? "flow" : role === "stock" ? "stock" : constant && role === "value" ? "param" : "aux";
    const kind = `${head}${nonnegative === true && head === "stock" ? " nonnegative" : ""}`;
    const by = dimensions.length === 0 ? "" : ` by ${dimensions.map((d) => d.name).join(", ")}`;
    const ends = pipe ? `: ${this.#end(variable, "from")} -> ${this.#end(variable, "to")}` : "";
    const whole = variable.equations.filter((e) => this.#isWhole(e, dimensions));
    if (whole.length > 1) report(this.#sink, imports.twice, span, { name });
    for (const equation of whole) this.#checkExceptions(equation, variable, dimensions);
    const base = whole[0];
    const rows = base === undefined ? [] : this.#rows(base, variable, dimensions);
    const first = rows.find(({ labels }) => labels === null);
    const overrides = [
      ...rows,
      ...variable.equations.filter((e) => e !== base).flatMap((e) => this.#rows(e, variable, dimensions)),
    ].filter(({ labels }) => labels !== null);
    const map = constant ? mapOf(overrides, dimensions) : undefined;
    const value = first?.text ?? map;
    const declaration = `${docOf(doc)}${kind} ${name}${by}${this.#bracketed(units)}${ends}${value === undefined ? "" : ` = ${value}`}`;
    return [
      { text: declaration, name, span: base?.span ?? span },
      ...(map === undefined ? overrides : []).map(({ labels, text, at }) => ({
        text: `${head} ${name}[${labels!.join(", ")}] = ${text}`,
        name,
        span: at,
      })),
    ];
  }

  #end(variable: ImportedVariable, end: "from" | "to"): string {
    const stock = variable[end];
    if (stock === undefined) return "cloud";
    const known = this.#variables.get(folded(stock));
    if (known?.role !== "stock")
      report(this.#sink, imports.unknown, variable.span, { name: stock, what: "stock", near: undefined });
    return known?.name ?? "cloud";
  }

  #isWhole({ subscripts }: ImportedEquation, dimensions: readonly KnownDimension[]): boolean {
    return subscripts.every(({ name }, i) => this.#dimensions.dimension(name) === dimensions[i]);
  }

  /** What `:EXCEPT:` leaves out must stand elsewhere: the equation for all would hold there too. */
  #checkExceptions(
    equation: ImportedEquation,
    variable: ImportedVariable,
    dimensions: readonly KnownDimension[],
  ): void {
    const others = variable.equations.filter((e) => e !== equation);
    const keys = (name: string) => this.#dimensions.dimension(name)?.keys ?? [folded(name)];
    for (const exception of equation.except) {
      const covers = (e: ImportedEquation) =>
        dimensions.every((_, i) => {
          const inside = keys(e.subscripts[i]?.name ?? "");
          return keys(exception[i]?.name ?? "").every((key) => inside.includes(key));
        });
      if (others.some(covers)) continue;
      const why = "no other equation is for exactly the elements after `:EXCEPT:`";
      report(this.#sink, imports.subscripts, equation.span, { name: variable.name, why });
    }
  }

  /** An equation's right sides: one for all (`labels` is null), or one for each element or range that it is for. */
  #rows(
    equation: ImportedEquation,
    variable: ImportedVariable,
    dimensions: readonly KnownDimension[],
  ): { labels: readonly string[] | null; text: string; at: Span }[] {
    const { subscripts, value, span: at } = equation;
    const whole = this.#isWhole(equation, dimensions) || subscripts.length === 0;
    const owner = variable.name;
    if (!whole && equation.except.length > 0) {
      const why = "`:EXCEPT:` stands beside a part of a dimension";
      report(this.#sink, imports.subscripts, at, { name: owner, why });
    }
    if (value.op === "list") return this.#list(value, equation, owner, dimensions, whole);
    const writtenOut = this.#isAmbiguous(value, dimensions);
    if ((whole && !writtenOut) || subscripts.length === 0) {
      const scope: EquationScope = { owner, free: dimensions, bound: new Map(), writtenOut };
      return [{ labels: null, text: this.#expressions.number(value, scope), at }];
    }
    return this.#elements(equation, dimensions, writtenOut).map(({ labels, free, bound }) => ({
      labels,
      text: this.#expressions.number(value, { owner, free, bound, writtenOut }),
      at,
    }));
  }

  /** Whether an equation reads arrays where two dimensions share labels: it is written out for each element. */
  #isAmbiguous(value: Term, dimensions: readonly KnownDimension[]): boolean {
    const read: (readonly KnownDimension[])[] = [];
    const visit = (term: Term): void => {
      if (term.op === "name") read.push(this.#variables.get(folded(term.name))?.dimensions ?? []);
      for (const part of partsOf(term)) visit(part);
    };
    visit(value);
    return read.some((own) => own.length > 0) && [dimensions, ...read].some(shareLabels);
  }

  /** Overrides name labels and ranges: a whole dimension beside them is written out. */
  #elements({ subscripts }: ImportedEquation, dimensions: readonly KnownDimension[], rangesToo: boolean) {
    let found: { labels: string[]; free: KnownDimension[]; bound: Map<string, string> }[] = [
      { labels: [], free: [], bound: new Map() },
    ];
    subscripts.forEach(({ name }, i) => {
      const dimension = this.#dimensions.dimension(name);
      if (dimension === undefined) {
        for (const one of found) one.labels.push(this.#dimensions.label(name) ?? written(name));
      } else if (
        !rangesToo &&
        dimension !== dimensions[i] &&
        this.#dimensions.isWithin(dimension, dimensions[i]!)
      ) {
        for (const one of found) {
          one.labels.push(dimension.name);
          one.free.push(dimension);
        }
      } else {
        found = found.flatMap((one) =>
          dimension.labels.map((label) => ({
            ...one,
            labels: [...one.labels, label],
            bound: new Map(one.bound).set(dimension.key, label),
          })),
        );
      }
    });
    return found;
  }

  /** `1, 2, 3` over the dimensions of the left side; the last one runs fastest. */
  #list(
    value: Term & { op: "list" },
    equation: ImportedEquation,
    owner: string,
    dimensions: readonly KnownDimension[],
    whole: boolean,
  ) {
    const { span: at, subscripts } = equation;
    const scope: EquationScope = { owner, free: [], bound: new Map(), writtenOut: false };
    const numbers = value.rows.flat().map((term) => this.#expressions.number(term, scope));
    let elements: string[][] = [[]];
    for (const { name } of subscripts) {
      const dimension = this.#dimensions.dimension(name);
      const labels = dimension?.labels ?? [this.#dimensions.label(name) ?? written(name)];
      elements = elements.flatMap((element) => labels.map((label) => [...element, label]));
    }
    if (elements.length !== numbers.length) {
      const why = `it has ${elements.length} elements there, and ${numbers.length} numbers`;
      report(this.#sink, imports.subscripts, at, { name: owner, why });
    }
    if (whole && dimensions.length === 1) {
      const entries = dimensions[0]!.labels.map((label, i) => `${label}: ${numbers[i] ?? "0"}`);
      return [{ labels: null, text: `{${entries.join(", ")}}`, at }];
    }
    return elements.map((labels, i) => ({ labels, text: numbers[i] ?? "0", at }));
  }

  #namedLookup(variable: ImportedVariable): WrittenLine {
    const { name } = this.#variables.get(folded(variable.name))!;
    return this.#lookupLine(name, variable.points!, variable.units, variable.doc);
  }

  #lookupLine(name: string, points: Points, units: string | undefined, doc: string | undefined): WrittenLine {
    const argument = this.#inputUnit(this.#inputs.get(name) ?? []);
    const text = `${docOf(doc)}lookup ${name}(input${argument})${this.#bracketed(units)} = ${table(points)}`;
    return { text, name, span: points.span };
  }

  /** The unit in which a lookup is read, where every place reads it with the same. */
  #inputUnit(inputs: readonly Term[]): string {
    const { dialect, time, variables } = this.#model;
    const units = new Set(
      inputs.map((input) => {
        if (isTime(input, dialect)) return this.#bracketed(time.units);
        if (input.op !== "name") return "";
        return this.#bracketed(variables.find((v) => folded(v.name) === folded(input.name))?.units);
      }),
    );
    return units.size === 1 ? [...units][0]! : "";
  }

  #lookup(points: Points, owner: string, input: Term): string {
    const text = table(points);
    const same = this.#lookups.find(
      (l) => l.text === text && l.name.includes(written(owner).replaceAll("`", "")),
    );
    const base = extended("", written(owner), "_lookup");
    const name = same?.name ?? unused(base, this.#taken);
    if (same === undefined) {
      this.#taken.add(folded(name));
      this.#lookups.push({ name, points, text });
    }
    this.#inputs.set(name, [...(this.#inputs.get(name) ?? []), input]);
    return name;
  }
}

/** One map for numbers that each label of a dimension has on its own. */
function mapOf(
  rows: readonly { readonly labels: readonly string[] | null; readonly text: string }[],
  [dimension, ...others]: readonly KnownDimension[],
): string | undefined {
  if (dimension === undefined || others.length > 0 || rows.length !== dimension.labels.length)
    return undefined;
  const texts = dimension.labels.map((label) => rows.find(({ labels }) => labels?.[0] === label)?.text);
  if (texts.includes(undefined)) return undefined;
  return `{${dimension.labels.map((label, i) => `${label}: ${texts[i]}`).join(", ")}}`;
}

/** Whether a right side holds numbers alone. */
export function isConstant(term: Term): boolean {
  if (term.op === "number") return true;
  if (term.op !== "unary" && term.op !== "binary" && term.op !== "list") return false;
  return partsOf(term).every(isConstant);
}

/** Documentation before a declaration. */
function docOf(doc: string | undefined): string {
  const lines = (doc ?? "").split(/\r?\n/).map((line) => line.replace(/\s+/g, " ").trim());
  const text = lines.filter((line) => line !== "");
  return text.map((line) => `/// ${line}\n`).join("");
}
