/** The settings of an experiment's block: each head once, and what it takes as plain values. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Output } from "../model.ts";
import { constantNumber } from "../units/constant.ts";
import type { CheckContext } from "./context.ts";
import { outputKeys, outputScope, type Subject } from "./experiment.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";

export type Setting = Extract<ast.ExperimentEntry, { readonly kind: "setting" }>;

/** The settings of a block by head. */
export class Settings {
  ok = true;
  readonly #byHead = new Map<string, Setting[]>();
  readonly #ctx: CheckContext;

  /** @param repeatable heads that may stand more than once */
  constructor(decl: ast.ExperimentDecl, repeatable: readonly string[], ctx: CheckContext) {
    this.#ctx = ctx;
    for (const entry of decl.entries) {
      if (entry.kind !== "setting") continue;
      const { text } = entry.head;
      const list = this.#byHead.get(text) ?? [];
      if (list.length > 0 && !repeatable.includes(text)) {
        const related = [{ span: list[0].span, message: "the first one" }];
        report(ctx.sink, experiments.settingTwice, entry.span, { setting: text }, { related });
        this.ok = false;
      }
      list.push(entry);
      this.#byHead.set(text, list);
    }
  }

  all(head: string): readonly Setting[] {
    return this.#byHead.get(head) ?? [];
  }

  first(head: string): Setting | undefined {
    return this.all(head)[0];
  }

  /** `samples 1000`: a whole number of a range. */
  whole(head: string, otherwise: number, least: number, most: number): number {
    const setting = this.first(head);
    if (setting === undefined) return otherwise;
    const [value, ...more] = setting.values;
    const number = value === undefined || more.length > 0 ? null : constantNumber(value);
    if (number !== null && Number.isInteger(number) && number >= least && number <= most) return number;
    this.refuse(
      setting,
      `a whole number from ${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}`,
    );
    return otherwise;
  }

  /** `sampling latin`: one of some words, the first of which is the default. */
  word<W extends string>(head: string, words: readonly W[]): W {
    const setting = this.first(head);
    if (setting === undefined) return words[0];
    const [value] = setting.values;
    const written = value?.kind === "name" && setting.values.length === 1 ? value.name : undefined;
    const word = words.find((known) => known === written?.text);
    if (word !== undefined) return word;
    const more = written === undefined ? {} : suggestion(written.text, written.span, words);
    this.refuse(setting, words.map((known) => `\`${known}\``).join(" or "), more);
    return words[0];
  }

  /** `bands 50, 90, 95`: numbers between two bounds, ascending and each once. */
  numbers(head: string, otherwise: readonly number[], low: number, high: number): readonly number[] {
    const setting = this.first(head);
    if (setting === undefined) return otherwise;
    const numbers = setting.values.map(constantNumber);
    if (numbers.every((n) => n !== null && n > low && n < high)) {
      return [...new Set(numbers as number[])].sort((a, b) => a - b);
    }
    this.refuse(setting, `numbers between ${low} and ${high}`);
    return otherwise;
  }

  refuse(setting: Setting, needs: string, more = {}): void {
    // What could not be read has been told.
    if (!setting.values.some((value) => value.kind === "broken")) {
      report(
        this.#ctx.sink,
        experiments.badSetting,
        setting.span,
        { setting: setting.head.text, needs },
        more,
      );
    }
    this.ok = false;
  }
}

/** Expressions over a run's variables; null after reported errors. */
export function checkOutputs(
  values: readonly ast.Expr[],
  what: string,
  of: "number" | "boolean",
  subject: Subject,
  ctx: CheckContext,
  keys: readonly string[] = outputKeys(subject),
): Output[] | null {
  const scope = outputScope(subject, ctx);
  const list = values.map((value) => {
    const expr = checkExpr(value, scope, ctx, { what, of, keys });
    const label = value.kind === "name" ? value.name.text : ctx.text(value.span).replace(/\s+/g, " ");
    return expr === null ? null : { label, expr };
  });
  return list.every((output) => output !== null) ? list : null;
}

/** The outputs that are kept where none are named: all stocks and auxiliaries that are not varied. */
export function defaultOutputs({ system }: Subject, varied: ReadonlySet<string>): ast.Expr[] {
  return system.variables
    .filter(({ role, name }) => (role === "stock" || role === "aux") && !varied.has(name))
    .map(({ name, span }) => ({ kind: "name", name: { text: name, span }, span }));
}
