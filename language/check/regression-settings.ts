/** The clauses and entries of a regression beside its terms, as plain values. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { regressions } from "../diagnostics/regressions.ts";
import type { Estimator, Regression } from "../model.ts";
import type { Span } from "../source.ts";
import { constantNumber } from "../units/constant.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { hasKeys, suggestion } from "./naming.ts";

type Entry = ast.RegressionDecl["entries"][number];
export type FormulaEntry = Extract<Entry, { kind: "formula" }>;
type Clause = FormulaEntry["clauses"][number];

const errorKinds = ["classical", "robust", "hc3", "cluster"] as const;

/** The clauses and entries of one regression, by word. */
export class RegressionSettings {
  ok = true;
  readonly #estimator: Estimator;
  readonly #entries = new Map<string, Exclude<Entry, FormulaEntry>>();
  readonly #clauses = new Map<string, Clause>();
  readonly #ctx: CheckContext;

  constructor(decl: ast.RegressionDecl, formula: FormulaEntry, ctx: CheckContext) {
    this.#estimator = formula.estimator.text as Estimator;
    this.#ctx = ctx;
    for (const entry of decl.entries) {
      if (entry.kind !== "formula")
        this.#take(this.#entries, entry.head.text, entry, `\`${entry.head.text}\``);
    }
    for (const clause of formula.clauses) {
      this.#take(this.#clauses, clause.word.text, clause, `\`${clause.word.text}\``);
    }
  }

  #take<T extends ast.Node>(map: Map<string, T>, word: string, item: T, what: string): void {
    const first = map.get(word);
    if (first === undefined) map.set(word, item);
    else {
      const related = [{ span: first.span, message: "the first one" }];
      report(this.#ctx.sink, regressions.twice, item.span, { entry: what }, { related });
      this.ok = false;
    }
  }

  /** Whether a clause or entry stands here. */
  has(word: string): boolean {
    return this.#clauses.has(word) || this.#entries.has(word);
  }

  /** Reports clauses and entries that this estimator does not take. */
  only(words: readonly string[]): void {
    for (const [word, { span }] of [...this.#clauses, ...this.#entries]) {
      if (words.includes(word) || word === "fixed" || word === "errors") continue;
      this.#unfit(span, `\`${word}\``, words.length === 0 ? "" : `, only ${listed(words)}`);
    }
  }

  /** `fixed province, year`: keys or groups of the panel. */
  fixed(shape: TableShape): string[] {
    const entry = this.#entries.get("fixed");
    if (entry?.kind !== "words") return [];
    const found = entry.words.flatMap((word) => this.#key(word, shape) ?? []);
    return [...new Set(found)];
  }

  /** `errors cluster province`; classical where it does not stand. */
  errors(shape: TableShape): Regression["errors"] {
    const entry = this.#entries.get("errors");
    if (entry?.kind !== "words") return { kind: "classical" };
    const [word, key, ...more] = entry.words;
    const kind = errorKinds.find((known) => known === word?.text);
    if (kind === undefined || word === undefined) {
      const near = word === undefined ? {} : suggestion(word.text, word.span, errorKinds);
      const needs = "one of `classical`, `robust`, `hc3` and `cluster KEY`";
      return this.#badErrors(word?.span ?? entry.span, needs, near);
    }
    if (kind === "hc3" && this.#estimator !== "ols") {
      this.#unfit(entry.span, "`hc3` errors", ": they are made of least squares' leverages");
      return { kind: "classical" };
    }
    if (kind === "cluster") {
      if (key === undefined || more.length > 0) {
        return this.#badErrors(entry.span, "one key after `cluster`, as in `errors cluster province`");
      }
      const by = this.#key(key, shape);
      return by === undefined ? { kind: "classical" } : { kind, by };
    }
    if (key !== undefined) return this.#badErrors(key.span, `nothing after \`${kind}\``);
    return { kind };
  }

  /** `in 0 .. 1`, `below 0`, `above 1`; undefined where none stands. */
  limits(): Regression["limits"] {
    const [range, below, above] = ["in", "below", "above"].map((word) => this.#clauses.get(word));
    if (range !== undefined) {
      const { value } = range;
      const ends = value.kind === "range" ? [value.from, value.to].map(constantNumber) : [];
      const [low, high] = ends;
      if (typeof low === "number" && typeof high === "number" && low < high && !(below ?? above)) {
        return { low, high };
      }
      this.#bad(range.span, "in", "two numbers in the dependent's own unit, the lower one first");
      return {};
    }
    const limits = { ...this.#limit("low", below), ...this.#limit("high", above) };
    if (limits.low !== undefined && limits.high !== undefined && limits.low >= limits.high) {
      this.#bad(above!.span, "above", "a limit that is greater than the one after `below`");
    }
    return below === undefined && above === undefined ? undefined : limits;
  }
  #limit(side: "low" | "high", clause: Clause | undefined): { low?: number; high?: number } {
    if (clause === undefined) return {};
    const number = constantNumber(clause.value);
    if (number !== null) return { [side]: number };
    this.#bad(clause.span, clause.word.text, "a number in the dependent's own unit");
    return {};
  }

  /** A number of a clause or entry that meets a condition. */
  number(word: string, otherwise: number, needs: string, fits: (value: number) => boolean): number {
    const item = this.#clauses.get(word) ?? this.#entries.get(word);
    if (item === undefined || !("value" in item)) return otherwise;
    const number = constantNumber(item.value);
    if (number !== null && fits(number)) return number;
    this.#bad(item.span, word, needs);
    return otherwise;
  }

  /** Where a clause or entry stands. */
  spanOf(word: string): Span | undefined {
    return (this.#clauses.get(word) ?? this.#entries.get(word))?.span;
  }

  #key({ text, span }: ast.Name, shape: TableShape): string | undefined {
    const known = [...shape.keys.map((key) => key.name), ...shape.groups];
    if (known.includes(text)) return text;
    if (text !== "") {
      const params = { key: text, keys: hasKeys(shape.keys, shape.groups) };
      report(this.#ctx.sink, names.unknownKey, span, params, suggestion(text, span, known));
    }
    this.ok = false;
    return undefined;
  }
  #bad(span: Span, setting: string, needs: string): void {
    report(this.#ctx.sink, regressions.badNumber, span, { setting, needs });
    this.ok = false;
  }
  #badErrors(span: Span, needs: string, more = {}): Regression["errors"] {
    report(this.#ctx.sink, regressions.badErrors, span, { needs }, more);
    this.ok = false;
    return { kind: "classical" };
  }
  #unfit(span: Span, clause: string, takes: string): void {
    const params = { estimator: this.#estimator, clause, takes };
    report(this.#ctx.sink, regressions.badClause, span, params);
    this.ok = false;
  }
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
