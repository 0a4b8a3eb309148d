/** `system`: time, parameters, stocks, flows, auxiliaries, lookups, series. */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword } from "../lexer.ts";
import { Resync, T } from "./base.ts";
import { STRENGTH } from "./expressions.ts";
import { blockOf, words } from "./recovery.ts";
import { SystemPartsParser } from "./system-parts.ts";

const SYSTEM = blockOf("system");
const K = {
  system: keyword("system"),
  time: keyword("time"),
  param: keyword("param"),
  stock: keyword("stock"),
  flow: keyword("flow"),
  aux: keyword("aux"),
  lookup: keyword("lookup"),
  series: keyword("series"),
  using: keyword("using"),
  save: keyword("save"),
  tolerance: keyword("tolerance"),
  nonnegative: keyword("nonnegative"),
  after: keyword("after"),
};
const TIME_CLAUSES = words(["using", "save", "tolerance"]);
const NONNEGATIVE = words(["nonnegative"]);
const AFTER = words(["after"]);
const INTERPOLATIONS = new Set(["linear", "hold", "next"]);

type Changing<N> = { -readonly [K in keyof N]: N[K] };
/** What stands between a variable's name and its equation. */
interface Subscripts {
  by?: readonly ast.Name[];
  brackets: ast.Bracket[];
  range?: ast.RangeExpr;
}

export abstract class SystemParser extends SystemPartsParser {
  readonly systemDecl: ParserMethod<[], ast.SystemDecl> = this.RULE("systemDecl", (): ast.SystemDecl => {
    const start = this.CONSUME(K.system);
    const name = this.declaredName(0, "system");
    const entries: ast.SystemEntry[] = [];
    const parts: ast.SystemPart[] = [];
    this.rest(() =>
      this.block(SYSTEM, () => {
        const entry = this.SUBRULE(this.systemEntry);
        if (entry.kind === "module" || entry.kind === "event" || entry.kind === "solve") parts.push(entry);
        else entries.push(entry);
      }),
    );
    const modules = parts.filter((part) => part.kind === "module");
    const events = parts.filter((part) => part.kind === "event");
    const solves = parts.filter((part) => part.kind === "solve");
    return {
      kind: "system",
      name,
      entries,
      ...(modules.length > 0 ? { modules } : {}),
      ...(events.length > 0 ? { events } : {}),
      ...(solves.length > 0 ? { solves } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  readonly systemEntry: ParserMethod<[], ast.SystemEntry | ast.SystemPart> = this.RULE(
    "systemEntry",
    (): ast.SystemEntry | ast.SystemPart =>
      this.OR<ast.SystemEntry | ast.SystemPart>({
        DEF: [
          { ALT: () => this.SUBRULE(this.variable) },
          { ALT: () => this.SUBRULE(this.flow) },
          { ALT: () => this.SUBRULE(this.time) },
          { ALT: () => this.SUBRULE(this.lookup) },
          { ALT: () => this.SUBRULE(this.series) },
          { ALT: () => this.SUBRULE(this.module) },
          { ALT: () => this.SUBRULE(this.event) },
          { ALT: () => this.SUBRULE(this.solve) },
          { ALT: () => this.SUBRULE(this.bare) },
        ],
        ERR_MSG: "an entry such as `stock`, `flow`, `aux` or `param`",
      }),
  );

  /** `time [year] = 2017 .. 2030 step 1/8 using rk45 tolerance 1e-8 save every 1` */
  readonly time: ParserMethod<[], ast.SystemEntry> = this.RULE("time", (): ast.SystemEntry => {
    const start = this.CONSUME(K.time);
    const parts: Pick<Changing<ast.TimeEntry>, "unit" | "using" | "saveEvery" | "tolerance"> = {};
    this.OPTION(() => {
      parts.unit = this.SUBRULE(this.bracketUnit);
    });
    this.CONSUME(T.equal);
    const span = this.SUBRULE(this.range);
    this.MANY({
      GATE: () => this.clauseWord(TIME_CLAUSES, "after the span of time", ["step"]),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              this.CONSUME(K.using);
              parts.using = this.name(0);
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.save);
              this.every();
              parts.saveEvery = this.SUBRULE2(this.expression, { ARGS: [STRENGTH.sum] });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.tolerance);
              parts.tolerance = this.SUBRULE3(this.expression, { ARGS: [STRENGTH.sum] });
            },
          },
        ]),
    });
    const { from, to, step } = span;
    return {
      kind: "time",
      ...parts,
      from,
      to,
      ...(step ? { step } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** The second word of `save every`, which is no keyword and so is looked at here. */
  private every(): void {
    const t = this.LA(1);
    if (!this.RECORDING_PHASE && t.image !== "every" && t.tokenType === T.identifier) {
      this.unexpected("`every`", t, this.LA(0));
      throw new Resync();
    }
    this.CONSUME(T.identifier, { ERR_MSG: "`every`" });
  }

  /** `by a, b`, `[unit]` or `[label]`, `in range`, in any order. */
  readonly subscripts: ParserMethod<[], Subscripts> = this.RULE("subscripts", () => {
    const found: Subscripts = { brackets: [] };
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(T.by);
            found.by = this.SUBRULE(this.names);
          },
        },
        { ALT: () => found.brackets.push(this.SUBRULE(this.bracket)) },
        {
          ALT: () => {
            this.CONSUME(T.in);
            found.range = this.SUBRULE(this.range);
          },
        },
      ]),
    );
    return found;
  });

  readonly bracket: ParserMethod<[], ast.Bracket> = this.RULE("bracket", (): ast.Bracket => {
    const open = this.CONSUME(T.leftBracket);
    const units: ast.UnitExpr[] = [];
    const labels: ast.Label[] = [];
    let items = 0;
    this.AT_LEAST_ONE_SEP({
      SEP: T.comma,
      DEF: () => {
        items++;
        this.OR({
          DEF: [
            {
              ALT: () => {
                const text = this.textOf(this.CONSUME(T.string));
                labels.push({ value: text.value, span: text.span });
              },
            },
            {
              ALT: () => {
                const unit = this.SUBRULE(this.unit);
                units.push(unit);
                if (unit.kind === "unit-name") labels.push({ value: unit.name.text, span: unit.span });
                else if (unit.kind === "unit-number") labels.push({ value: unit.value, span: unit.span });
              },
            },
          ],
          ERR_MSG: "a unit or a label",
        });
      },
    });
    this.close(0, T.rightBracket, open);
    const unit = items === 1 ? units[0] : undefined;
    return {
      ...(unit ? { unit } : {}),
      ...(labels.length === items ? { labels } : {}),
      span: this.span(open),
    };
  });

  readonly variable: ParserMethod<[], ast.SystemEntry> = this.RULE("variable", (): ast.SystemEntry => {
    const start = this.oneOf(0, [K.param, K.stock, K.aux]);
    const kind = this.wordOf(start) as ast.VariableEntry["kind"];
    let nonnegative = false;
    this.ACTION(() => kind === "stock" && this.nextIsName(2) && this.settle(NONNEGATIVE));
    this.OPTION({
      GATE: () => kind === "stock" && this.next(K.nonnegative),
      DEF: () => {
        this.CONSUME(K.nonnegative);
        nonnegative = true;
      },
    });
    const name = this.name(0, `the ${kind === "param" ? "parameter" : kind}`);
    let { by, brackets, range }: Subscripts = { brackets: [] };
    let value: ast.Expr | undefined;
    this.salvage(() => {
      ({ by, brackets, range } = this.SUBRULE(this.subscripts));
      this.OPTION2(() => {
        this.CONSUME(T.equal);
        value = this.SUBRULE(this.expression);
        // `= 0.06 in 0 .. 0.1`: the range after the value.
        if (
          kind === "param" &&
          value.kind === "binary" &&
          value.operator === "in" &&
          value.right.kind === "range"
        ) {
          range = value.right;
          value = value.left;
        }
      });
    });
    return {
      kind,
      name,
      ...(nonnegative ? { nonnegative } : {}),
      ...(by ? { by } : {}),
      brackets,
      ...(range ? { range } : {}),
      ...(value ? { value } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** A variable without its entry word, e.g. `x = 1`: told, and read as an auxiliary so that its name is known. */
  readonly bare: ParserMethod<[], ast.SystemEntry> = this.RULE("bare", (): ast.SystemEntry => {
    const start = this.oneOf(0, [T.identifier, T.quoted]);
    const name = this.named(start, "the name");
    this.ACTION(() => this.#tellBare(start));
    let { by, brackets, range }: Subscripts = { brackets: [] };
    let value: ast.Expr | undefined;
    this.salvage(() => {
      ({ by, brackets, range } = this.SUBRULE(this.subscripts));
      this.CONSUME(T.equal);
      value = this.SUBRULE(this.expression);
    });
    return {
      kind: "aux",
      name,
      ...(by ? { by } : {}),
      brackets,
      ...(range ? { range } : {}),
      ...(value ? { value } : {}),
      span: this.span(start),
    };
  });

  #tellBare(t: IToken): void {
    const start = this.spanOf(t).start;
    report(
      this.sink,
      syntax.unknownEntry,
      this.spanOf(t),
      { word: t.image, block: "system" },
      {
        help: `say what it is: put \`stock\`, \`flow\`, \`aux\` or \`param\` before \`${t.image}\``,
        fixes: ["aux", "param"].map((word) => ({
          title: `make it \`${word} ${t.image}\``,
          edits: [{ span: { file: this.source.path, start, end: start }, text: `${word} ` }],
        })),
      },
    );
  }

  /** `flow investment: cloud -> capital = savings * output` */
  readonly flow: ParserMethod<[], ast.SystemEntry> = this.RULE("flow", (): ast.SystemEntry => {
    const start = this.CONSUME(K.flow);
    const name = this.name(0, "the flow");
    let { by, brackets }: Subscripts = { brackets: [] };
    const more: ast.Bracket[] = [];
    const ends: Pick<Changing<ast.FlowEntry>, "from" | "to"> = {};
    let value: ast.Expr | undefined;
    this.salvage(() => {
      ({ by, brackets } = this.SUBRULE(this.subscripts));
      this.OPTION(() => {
        this.CONSUME(T.colon);
        const from = this.SUBRULE(this.pipeEnd);
        this.CONSUME(T.arrow);
        const to = this.SUBRULE2(this.pipeEnd);
        if (from.text !== "cloud" || from.quoted) ends.from = from;
        if (to.text !== "cloud" || to.quoted) ends.to = to;
        this.MANY(() => more.push(this.SUBRULE(this.bracket)));
      });
      this.OPTION2(() => {
        this.CONSUME(T.equal);
        value = this.SUBRULE(this.expression);
      });
    });
    return {
      kind: "flow",
      name,
      ...(by ? { by } : {}),
      brackets: this.RECORDING_PHASE ? more : [...brackets, ...more],
      ...ends,
      ...(value ? { value } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** `lookup productivity(t [year]) [1/year] = linear(…)` */
  readonly lookup: ParserMethod<[], ast.SystemEntry> = this.RULE("lookup", (): ast.SystemEntry => {
    const start = this.CONSUME(K.lookup);
    const name = this.name(0, "the lookup");
    const parts: Pick<Changing<ast.LookupEntry>, "argument" | "unit" | "value"> = {};
    this.salvage(() => {
      this.OPTION(() => {
        const open = this.CONSUME(T.leftParen);
        const from = this.LA(1);
        const argument = this.name(1, "the argument");
        let unit: ast.UnitExpr | undefined;
        this.OPTION1(() => {
          unit = this.SUBRULE(this.bracketUnit);
        });
        parts.argument = { name: argument, ...(unit ? { unit } : {}), span: this.span(from) };
        this.close(0, T.rightParen, open);
      });
      this.OPTION2(() => {
        parts.unit = this.SUBRULE2(this.bracketUnit);
      });
      this.OPTION3(() => {
        this.CONSUME(T.equal);
        parts.value = this.SUBRULE(this.expression);
      });
    });
    return { kind: "lookup", name, ...parts, ...this.docOf(start), span: this.span(start) };
  });

  /** `series rd = china_rd.share linear after hold` */
  readonly series: ParserMethod<[], ast.SystemEntry> = this.RULE("series", (): ast.SystemEntry => {
    const start = this.CONSUME(K.series);
    const name = this.name(0, "the series");
    const parts: Pick<Changing<ast.SeriesEntry>, "unit" | "interpolation" | "after"> = {};
    this.OPTION(() => {
      parts.unit = this.SUBRULE(this.bracketUnit);
    });
    this.CONSUME(T.equal);
    const value = this.SUBRULE(this.expression);
    this.OPTION2({
      GATE: () => INTERPOLATIONS.has(this.LA(1).image),
      DEF: () => {
        parts.interpolation = this.name(1);
      },
    });
    this.OPTION3({
      GATE: () => this.clauseWord(AFTER, "after a series", [...INTERPOLATIONS]),
      DEF: () => {
        this.CONSUME(K.after);
        parts.after = this.name(2);
      },
    });
    return { kind: "series", name, ...parts, value, ...this.docOf(start), span: this.span(start) };
  });
}
