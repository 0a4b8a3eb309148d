/** The clauses of report items: what each takes, as plain values. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import { ITEM_CLAUSES } from "../tokens.ts";
import { constantNumber } from "../units/constant.ts";
import type { CheckContext } from "./context.ts";
import type { Draft } from "./expression.ts";
import { hasKeys, suggestion } from "./naming.ts";

/** The clauses of all items. */
const allClauses = [...new Set(Object.values(ITEM_CLAUSES).flat())];

/** The clauses of one item by their word. */
export class Clauses {
  ok = true;
  readonly #item: string;
  readonly #byWord = new Map<string, ast.ReportClause>();
  readonly #ctx: CheckContext;

  constructor(item: string, clauses: readonly ast.ReportClause[], ctx: CheckContext) {
    const known = ITEM_CLAUSES[item] ?? [];
    this.#item = item;
    this.#ctx = ctx;
    for (const clause of clauses) {
      const { text, span } = clause.word;
      if (text === "") this.ok = false;
      else if (!known.includes(text)) {
        this.ok = false;
        // A word that no item knows has been reported by the parser.
        if (!allClauses.includes(text)) continue;
        const clauses = known.length === 0 ? "none" : known.map((word) => `\`${word}\``).join(", ");
        const params = { item, clause: text, clauses };
        report(ctx.sink, reports.unknownClause, span, params, suggestion(text, span, known));
      } else if (this.#byWord.has(text)) this.#refuse(clause, `to stand once in \`${this.#item}\``);
      else this.#byWord.set(text, clause);
    }
  }

  get(word: string): ast.ReportClause | undefined {
    return this.#byWord.get(word);
  }

  /** `digits 3` */
  digits(): number | undefined {
    const [value] = this.values("digits") ?? [];
    if (value === undefined) return undefined;
    const number = constantNumber(value);
    if (number !== null && Number.isInteger(number) && number >= 0 && number <= 15) return number;
    this.refuse("digits", "a whole number from 0 to 15");
    return undefined;
  }

  /** `sort descending` */
  sort(): "ascending" | "descending" | undefined {
    const [value] = this.values("sort") ?? [];
    if (value === undefined) return undefined;
    const word = value.kind === "name" ? value.name.text : "";
    if (word === "ascending" || word === "descending") return word;
    this.refuse("sort", "`ascending` or `descending`");
    return undefined;
  }

  /** `at 2025, 2030` */
  instants(): (number | string)[] | undefined {
    const values = this.values("at");
    const instants = values?.map((value) => (value.kind === "text" ? value.value : constantNumber(value)));
    if (instants === undefined || instants.every((instant) => instant !== null)) return instants;
    this.refuse("at", "periods or times, such as `2025, 2030`");
    return undefined;
  }

  /** `for s1, s2`: names as they stand. */
  nameList(word: string, needs: string): ast.Name[] | undefined {
    const values = this.values(word);
    if (values === undefined) return undefined;
    const list = values.flatMap((value) => (value.kind === "name" ? [value.name] : []));
    if (list.length === values.length && list.length > 0) return list;
    this.refuse(word, needs);
    return undefined;
  }

  /** `for s1, "Beijing"`: names and texts alike. */
  labelList(word: string, needs: string): ast.Name[] | undefined {
    const values = this.values(word);
    if (values === undefined) return undefined;
    const list = values.flatMap((value): ast.Name[] => {
      if (value.kind === "name") return [value.name];
      if (value.kind === "text") return [{ text: value.value, span: value.span }];
      return value.kind === "number" ? [{ text: String(value.value), span: value.span }] : [];
    });
    if (list.length === values.length) return list;
    this.refuse(word, needs);
    return undefined;
  }

  /** `at 2017`: a single period or time. */
  instant(): number | string | undefined {
    const instants = this.instants();
    if (instants === undefined || instants.length === 1) return instants?.[0];
    this.refuse("at", "one period here, such as `2017`");
    return undefined;
  }

  /** `using "tiles.csv"` */
  text(word: string, needs: string): ast.Text | undefined {
    const [value] = this.values(word) ?? [];
    if (value === undefined || value.kind === "text") return value;
    this.refuse(word, needs);
    return undefined;
  }

  /** `by region, industry`: keys or groups that every value has. */
  keys(word: string, drafts: readonly Draft[]): string[] | undefined {
    const list = this.nameList(word, "keys or groups, such as `region`");
    if (list === undefined) return undefined;
    for (const name of list) {
      for (const { type } of drafts) {
        const known = [...type.keys.map((key) => key.name), ...type.groups];
        if (known.includes(name.text)) continue;
        const params = { key: name.text, keys: hasKeys(type.keys, type.groups) };
        report(this.#ctx.sink, names.unknownKey, name.span, params, suggestion(name.text, name.span, known));
        this.ok = false;
        break;
      }
    }
    return list.map((name) => name.text);
  }

  /** What stands after the word; absent without it, or after a report. */
  values(word: string): readonly ast.Expr[] | undefined {
    const clause = this.#byWord.get(word);
    if (clause?.values.some((value) => value.kind === "broken")) this.ok = false;
    else if (clause !== undefined && clause.values.length === 0) this.refuse(word, "something after it");
    else return clause?.values;
    return undefined;
  }

  refuse(word: string, needs: string): void {
    this.#refuse(this.get(word)!, needs);
  }

  #refuse(clause: ast.ReportClause, needs: string): void {
    report(this.#ctx.sink, reports.badClause, clause.span, { clause: clause.word.text, needs });
    this.ok = false;
  }
}
