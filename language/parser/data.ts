/** `import`, `unit`, `data`, `dimension`. */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword } from "../lexer.ts";
import { Resync, T } from "./base.ts";
import { HeadParser } from "./heads.ts";
import { inlineTable } from "./inline-table.ts";
import { blockOf } from "./recovery.ts";

const DATA = blockOf("data", true);
const MISSING_RULES = ["drop", "error", "values"];
const K = {
  import: keyword("import"),
  unit: keyword("unit"),
  data: keyword("data"),
  dimension: keyword("dimension"),
  from: keyword("from"),
  on: keyword("on"),
  dmu: keyword("dmu"),
  period: keyword("period"),
  group: keyword("group"),
  missing: keyword("missing"),
  join: keyword("join"),
  decimal: keyword("decimal"),
  sheet: keyword("sheet"),
  wide: keyword("wide"),
};

export abstract class DataParser extends HeadParser {
  /** Reads that wait for the end of the main parse: units in table headers, holes of texts. */
  protected pending: (() => void)[] = [];
  /** Reads a unit in brackets from a part of the text, and tells its mistakes. */
  protected abstract readUnitLater(start: number, end: number, done: (unit: ast.UnitExpr) => void): void;

  readonly importDecl: ParserMethod<[], ast.ImportDecl> = this.RULE("importDecl", (): ast.ImportDecl => {
    const start = this.CONSUME(K.import);
    const path = this.textOf(this.CONSUME(T.string));
    return { kind: "import", path, ...this.docOf(start), span: this.span(start) };
  });

  readonly unitDecl: ParserMethod<[], ast.UnitDecl> = this.RULE("unitDecl", (): ast.UnitDecl => {
    const start = this.CONSUME(K.unit);
    const name = this.declaredName(0, "unit");
    let definition: ast.UnitDecl["definition"];
    this.rest(() =>
      this.OPTION(() => {
        this.CONSUME(T.equal);
        this.numbersTakeUnits = false;
        const factor = this.SUBRULE(this.expression);
        this.numbersTakeUnits = true;
        const end = this.spanOf(this.LA(0));
        let unit: ast.UnitExpr = { kind: "unit-number", value: 1, span: { ...end, start: end.end } };
        this.OPTION2(() => {
          unit = this.SUBRULE(this.bracketUnit);
        });
        definition = { factor, unit };
      }),
    );
    this.numbersTakeUnits = true;
    return {
      kind: "unit",
      name,
      ...(definition ? { definition } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  readonly dimensionDecl: ParserMethod<[], ast.DimensionDecl> = this.RULE(
    "dimensionDecl",
    (): ast.DimensionDecl => {
      const start = this.CONSUME(K.dimension);
      const name = this.declaredName(0, "dimension");
      let within: ast.Name | undefined;
      let source: Pick<ast.DimensionDecl, "labels" | "from"> = {};
      this.rest(() => {
        // `dimension heavy in industry = steel, cement`
        this.OPTION(() => {
          this.CONSUME(T.in);
          within = this.name(1, "the dimension");
        });
        this.ACTION(() => this.settle(FROM));
        this.OR({
          DEF: [
            {
              ALT: () => {
                this.CONSUME(T.equal);
                // `= from china.industry`; a label may be called `from` too, but has no point after what follows it.
                this.ACTION(() => this.next(T.dot, 3) && this.settle(FROM));
                this.OR2([
                  {
                    // A settled word is the keyword, though a label could bear the name.
                    IGNORE_AMBIGUITIES: true,
                    ALT: () => {
                      this.CONSUME2(K.from);
                      source = { from: this.SUBRULE2(this.expression) };
                    },
                  },
                  {
                    ALT: () => {
                      const labels: ast.Name[] = [];
                      this.AT_LEAST_ONE_SEP({
                        SEP: T.comma,
                        DEF: () => labels.push(this.SUBRULE(this.key)),
                      });
                      source = { labels };
                    },
                  },
                ]);
              },
            },
            {
              ALT: () => {
                this.CONSUME(K.from);
                source = { from: this.SUBRULE(this.expression) };
              },
            },
          ],
          ERR_MSG: "`=` or `from`",
        });
      });
      const range = within === undefined ? {} : { within };
      return { kind: "dimension", name, ...range, ...source, ...this.docOf(start), span: this.span(start) };
    },
  );

  readonly dataDecl: ParserMethod<[], ast.DataDecl> = this.RULE("dataDecl", (): ast.DataDecl => {
    const start = this.CONSUME(K.data);
    const name = this.declaredName(0, "data");
    const entries: ast.DataEntry[] = [];
    let parts: Pick<ast.DataDecl, "file" | "from" | "stack"> = {};
    let table: ast.InlineTable | undefined;
    this.rest(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(T.equal);
            const stack: ast.Name[] = [];
            this.AT_LEAST_ONE_SEP({ SEP: T.plus, DEF: () => stack.push(this.name(1)) });
            parts = { stack };
          },
        },
        {
          ALT: () => {
            parts = this.SUBRULE(this.head, { ARGS: ["data"] });
          },
        },
      ]);
      this.OPTION(() =>
        this.block(DATA, () => {
          const entry = this.SUBRULE(this.dataEntry);
          if (!("columns" in entry)) entries.push(entry);
          else if (table === undefined) table = entry;
          else report(this.sink, syntax.badRow, entry.span, { problem: "a block holds only one table" });
        }),
      );
    });
    const { file, from, stack } = parts;
    return {
      kind: "data",
      name,
      ...(file ? { file } : {}),
      ...(from ? { from } : {}),
      ...(stack ? { stack } : {}),
      entries,
      ...(table ? { table } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  readonly dataEntry: ParserMethod<[], ast.DataEntry | ast.InlineTable> = this.RULE("dataEntry", () => {
    const start = this.LA(1);
    const made = <E extends object>(entry: E) => ({ ...entry, ...this.docOf(start), span: this.span(start) });
    return this.OR<ast.DataEntry | ast.InlineTable>({
      DEF: [
        { ALT: () => this.SUBRULE(this.column) },
        {
          ALT: () => {
            this.CONSUME(K.dmu);
            return made({ kind: "dmu", names: this.SUBRULE(this.names) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.period);
            return made({ kind: "period", name: this.name(1) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.group);
            return made({ kind: "group", names: this.SUBRULE2(this.names) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.where);
            return made({ kind: "where", condition: this.SUBRULE(this.expression) });
          },
        },
        { ALT: () => this.SUBRULE(this.missing) },
        {
          ALT: () => {
            this.CONSUME(K.join);
            const path = this.textOf(this.CONSUME1(T.string));
            if (!this.RECORDING_PHASE && !this.settle(ON)) {
              this.unexpected("`on` and the columns that match", this.LA(1), this.LA(0));
              throw new Resync();
            }
            this.CONSUME(K.on);
            return made({ kind: "join", path, on: this.SUBRULE3(this.names) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.decimal);
            return made({ kind: "decimal", value: this.textOf(this.CONSUME2(T.string)) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.sheet);
            return made({ kind: "sheet", value: this.textOf(this.CONSUME3(T.string)) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.wide);
            return made({ kind: "wide", name: this.name(2) });
          },
        },
        {
          ALT: () => {
            const rows: IToken[] = [];
            this.AT_LEAST_ONE(() => rows.push(this.CONSUME(T.row)));
            return this.RECORDING_PHASE
              ? (undefined as never)
              : inlineTable(rows, this.source, this.sink, (from, to, done) =>
                  this.readUnitLater(from, to, done),
                );
          },
        },
      ],
      ERR_MSG: "a column, a row of a table or an entry such as `dmu`, `period` or `where`",
    });
  });

  readonly missing: ParserMethod<[], ast.DataEntry> = this.RULE("missing", (): ast.DataEntry => {
    const start = this.CONSUME(K.missing);
    const rule = this.name(0);
    // A misspelt rule is read as the one that was meant, so that it is one mistake and not two.
    const meant = () => (MISSING_RULES.includes(rule.text) ? rule.text : nearest(rule.text, MISSING_RULES));
    const values: ast.Text[] = [];
    let target: ast.Name | undefined;
    this.OPTION({
      GATE: () => meant() === "drop",
      DEF: () => {
        target = this.name(1);
      },
    });
    this.OPTION2({
      GATE: () => meant() === "values",
      DEF: () =>
        this.AT_LEAST_ONE_SEP({ SEP: T.comma, DEF: () => values.push(this.textOf(this.CONSUME(T.string))) }),
    });
    const span = this.span(start);
    if (rule.text === "values") return { kind: "missing-values", values, ...this.docOf(start), span };
    return { kind: "missing", rule, ...(target ? { target } : {}), ...this.docOf(start), span };
  });

  readonly column: ParserMethod<[], ast.DataColumn> = this.RULE("column", (): ast.DataColumn => {
    const start = this.LA(1);
    const token = this.oneOf(0, [T.identifier, T.quoted]);
    const name = this.named(token, "the column name");
    let unit: ast.UnitExpr | undefined;
    let value: ast.Expr | undefined;
    this.salvage(() =>
      this.OR2({
        DEF: [
          {
            ALT: () => {
              unit = this.SUBRULE(this.bracketUnit);
              this.OPTION(() => {
                this.CONSUME(T.equal);
                value = this.SUBRULE(this.expression);
              });
            },
          },
          {
            ALT: () => {
              this.CONSUME2(T.equal);
              value = this.SUBRULE2(this.expression);
            },
          },
        ],
        ERR_MSG: "a unit in brackets or `=`",
      }),
    );
    return {
      kind: "column",
      name,
      ...(unit ? { unit } : {}),
      ...(value ? { value } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });
}

const FROM = new Map([["from", K.from]]);
const ON = new Map([["on", K.on]]);
