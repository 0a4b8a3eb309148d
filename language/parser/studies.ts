/** `robustness`, `influence`, `regression`. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { keyword } from "../lexer.ts";
import { T } from "./base.ts";
import { STRENGTH } from "./expressions.ts";
import { FrontierParser } from "./frontier.ts";
import type { Head } from "./heads.ts";
import { blockOf, words } from "./recovery.ts";

const ROBUSTNESS = blockOf("robustness");
const REGRESSION = blockOf("regression");
const K = {
  robustness: keyword("robustness"),
  influence: keyword("influence"),
  regression: keyword("regression"),
  fixed: keyword("fixed"),
  errors: keyword("errors"),
  censored: keyword("censored"),
  algorithm: keyword("algorithm"),
  below: keyword("below"),
  above: keyword("above"),
  replications: keyword("replications"),
  seed: keyword("seed"),
};
const ESTIMATORS = ["ols", "random", "tobit", "truncated", "quantile"].map(keyword);
const CHOICES = [...ROBUSTNESS.words.values()];
const LIMITS = words(["below", "above"]);
const FORMULA_CLAUSES = words(["censored", "below", "above", "algorithm"]);

type RegressionEntry = ast.RegressionDecl["entries"][number];
type FormulaClause = Extract<RegressionEntry, { kind: "formula" }>["clauses"][number];

export abstract class StudyParser extends FrontierParser {
  readonly robustnessDecl: ParserMethod<[], ast.RobustnessDecl> = this.RULE(
    "robustnessDecl",
    (): ast.RobustnessDecl => {
      const start = this.CONSUME(K.robustness);
      const name = this.declaredName(0, "robustness");
      const entries: ast.WordsEntry[] = [];
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: ["robustness"] });
        this.OPTION(() => this.block(ROBUSTNESS, () => entries.push(this.SUBRULE(this.choice))));
      });
      return {
        kind: "robustness",
        name,
        ...(head.of ? { of: head.of } : {}),
        entries,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  /** `disposability weak, strong`, `all combinations` */
  readonly choice: ParserMethod<[], ast.WordsEntry> = this.RULE("choice", (): ast.WordsEntry => {
    const start = this.LA(1);
    const head = this.oneOf(0, CHOICES, "a choice such as `disposability` or `returns`");
    const words = this.SUBRULE(this.names);
    return { head: this.wordName(head), words, ...this.docOf(start), span: this.span(start) };
  });

  readonly influenceDecl: ParserMethod<[], ast.InfluenceDecl> = this.RULE(
    "influenceDecl",
    (): ast.InfluenceDecl => {
      const start = this.CONSUME(K.influence);
      const name = this.declaredName(0, "influence");
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: ["influence"] });
      });
      return {
        kind: "influence",
        name,
        ...(head.of ? { of: head.of } : {}),
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  readonly regressionDecl: ParserMethod<[], ast.RegressionDecl> = this.RULE(
    "regressionDecl",
    (): ast.RegressionDecl => {
      const start = this.CONSUME(K.regression);
      const name = this.declaredName(0, "regression");
      const entries: RegressionEntry[] = [];
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: ["regression"] });
        this.block(REGRESSION, () =>
          entries.push(
            this.OR({
              DEF: [
                { ALT: () => this.SUBRULE(this.formula) },
                { ALT: () => this.SUBRULE(this.regressionWords) },
                { ALT: () => this.SUBRULE(this.regressionNumber) },
              ],
              ERR_MSG: "an entry such as `ols`, `fixed` or `errors`",
            }),
          ),
        );
      });
      return {
        kind: "regression",
        name,
        ...(head.on ? { on: head.on } : {}),
        entries,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  /** `ols gtfp.change ~ synergy + synergy^2`, `quantile y ~ x at 0.5`, `truncated φ ~ x below 1 algorithm 1` */
  readonly formula: ParserMethod<[], RegressionEntry> = this.RULE("formula", (): RegressionEntry => {
    const start = this.LA(1);
    const estimator = this.oneOf(0, ESTIMATORS, "an estimator such as `ols`");
    const clauses: FormulaClause[] = [];
    this.atBinds = false;
    const left = this.SUBRULE(this.expression, { ARGS: [STRENGTH.sum] });
    this.CONSUME(T.tilde);
    const right = this.SUBRULE2(this.expression, { ARGS: [STRENGTH.sum] });
    this.MANY({
      GATE: () => this.next(T.at) || this.next(T.in) || this.clauseWord(FORMULA_CLAUSES, "after a formula"),
      DEF: () => clauses.push(this.SUBRULE(this.formulaClause)),
    });
    this.atBinds = true;
    return {
      kind: "formula",
      estimator: this.wordName(estimator),
      left,
      right,
      clauses,
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** `at 0.5`, `censored in 0 .. 1`, `censored below 0`, `in 0 .. 1`, `below 1`, `algorithm 2` */
  readonly formulaClause: ParserMethod<[], FormulaClause> = this.RULE("formulaClause", (): FormulaClause => {
    const start = this.LA(1);
    const word = this.wordName(start);
    const limits = (): FormulaClause => {
      const from = this.LA(1);
      const value = this.OR2<ast.Expr>({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(T.in);
              return this.SUBRULE(this.expression, { ARGS: [STRENGTH.range] });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.below);
              return this.SUBRULE2(this.expression, { ARGS: [STRENGTH.sum] });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.above);
              return this.SUBRULE3(this.expression, { ARGS: [STRENGTH.sum] });
            },
          },
        ],
        ERR_MSG: "limits such as `in 0 .. 1` or `below 0`",
      });
      return { word: this.wordName(from), value, span: this.span(start) };
    };
    return this.OR<FormulaClause>([
      {
        ALT: () => {
          this.CONSUME(T.at);
          return { word, value: this.SUBRULE(this.number), span: this.span(start) };
        },
      },
      {
        ALT: () => {
          this.OPTION(() => {
            this.CONSUME(K.censored);
            this.settle(LIMITS);
          });
          return limits();
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.algorithm);
          return { word, value: this.SUBRULE2(this.number), span: this.span(start) };
        },
      },
    ]);
  });

  /** `replications 2000`, `seed 42` */
  readonly regressionNumber: ParserMethod<[], RegressionEntry> = this.RULE(
    "regressionNumber",
    (): RegressionEntry => {
      const start = this.oneOf(0, [K.replications, K.seed]);
      const value = this.SUBRULE(this.number);
      return {
        kind: "number",
        head: this.wordName(start),
        value,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  /** `fixed province, year`, `errors cluster province` */
  readonly regressionWords: ParserMethod<[], RegressionEntry> = this.RULE(
    "regressionWords",
    (): RegressionEntry => {
      const start = this.oneOf(0, [K.fixed, K.errors]);
      let words: readonly ast.Name[] = this.SUBRULE(this.names);
      // `errors cluster province`: how, then by what.
      this.OPTION({
        GATE: () => this.wordOf(start) === "errors" && !REGRESSION.words.has(this.LA(1).image),
        DEF: () => {
          const more = this.SUBRULE2(this.names);
          words = this.RECORDING_PHASE ? [] : [...words, ...more];
        },
      });
      return {
        kind: "words",
        head: this.wordName(start),
        words,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );
}
