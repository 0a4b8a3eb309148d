/** `scenario`, and the experiments: `sweep`, `sensitivity`, `calibration`, `optimization`. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { keyword } from "../lexer.ts";
import { Resync, T } from "./base.ts";
import { CHANGES } from "./changes.ts";
import { STRENGTH } from "./expressions.ts";
import type { Head } from "./heads.ts";
import { type Block, blockOf, words } from "./recovery.ts";
import { SystemParser } from "./system.ts";

type ExperimentKind = ast.ExperimentDecl["kind"];
const KINDS: readonly ExperimentKind[] = ["sweep", "sensitivity", "calibration", "optimization"];
const EXPERIMENTS = new Map<string, Block>(KINDS.map((kind) => [kind, blockOf(kind, true)]));
const K = { scenario: keyword("scenario"), subject: keyword("subject"), to: keyword("to") };
const SETTINGS = [...new Set([...EXPERIMENTS.values()].flatMap((b) => [...b.words.values()]))].filter(
  (type) => type !== K.subject,
);
const TO = words(["to"]);

export abstract class ScenarioParser extends SystemParser {
  readonly scenarioDecl: ParserMethod<[], ast.ScenarioDecl> = this.RULE(
    "scenarioDecl",
    (): ast.ScenarioDecl => {
      const start = this.CONSUME(K.scenario);
      const name = this.declaredName(0, "scenario");
      const entries: ast.ChangeEntry[] = [];
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: ["scenario"] });
        this.OPTION(() => this.block(CHANGES, () => entries.push(this.SUBRULE(this.change))));
      });
      const { of, from, using } = head;
      return {
        kind: "scenario",
        name,
        ...(of ? { of } : {}),
        ...(from ? { from } : {}),
        ...(using ? { using } : {}),
        entries,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  readonly experimentDecl: ParserMethod<[], ast.ExperimentDecl> = this.RULE(
    "experimentDecl",
    (): ast.ExperimentDecl => {
      const start = this.oneOf(0, KINDS.map(keyword));
      const kind = this.wordOf(start) as ExperimentKind;
      const name = this.declaredName(0, kind);
      const entries: ast.ExperimentEntry[] = [];
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: [kind] });
        this.OPTION(() =>
          this.block(EXPERIMENTS.get(kind) ?? CHANGES, () =>
            entries.push(this.SUBRULE(this.experimentEntry)),
          ),
        );
      });
      return {
        kind,
        name,
        ...(head.of ? { of: head.of } : {}),
        entries,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  readonly experimentEntry: ParserMethod<[], ast.ExperimentEntry> = this.RULE(
    "experimentEntry",
    (): ast.ExperimentEntry =>
      this.OR<ast.ExperimentEntry>({
        DEF: [
          { ALT: () => this.SUBRULE(this.constraint) },
          { ALT: () => this.SUBRULE(this.setting) },
          { ALT: () => this.SUBRULE(this.variation) },
        ],
        ERR_MSG: "an entry such as `growth in 6% .. 8%`",
      }),
  );

  /** `growth in 6% .. 8% step 0.25%`, `growth ~ normal(6%, 0.5%)`, `rate[services] in 1% .. 2%` */
  readonly variation: ParserMethod<[], ast.ExperimentEntry> = this.RULE(
    "variation",
    (): ast.ExperimentEntry => {
      const start = this.LA(1);
      const word = this.oneOf(0, [T.identifier, T.quoted]);
      let target = this.named(word, "the parameter");
      this.MANY(() => {
        this.CONSUME(T.dot);
        target = { text: `${target.text}.${this.name(0).text}`, span: this.span(start) };
      });
      let labels: ast.Label[] | undefined;
      this.OPTION(() => {
        labels = this.SUBRULE(this.labels);
      });
      const element = labels ? { labels } : {};
      return this.OR2<ast.ExperimentEntry>({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(T.in);
              const range = this.SUBRULE(this.expression, { ARGS: [STRENGTH.range] });
              return {
                kind: "range",
                target,
                ...element,
                range,
                ...this.docOf(start),
                span: this.span(start),
              };
            },
          },
          {
            ALT: () => {
              this.CONSUME(T.tilde);
              const distribution = this.SUBRULE2(this.expression, { ARGS: [STRENGTH.range] });
              return {
                kind: "distribution",
                target,
                ...element,
                distribution,
                ...this.docOf(start),
                span: this.span(start),
              };
            },
          },
        ],
        ERR_MSG: "`in` and a range, or `~` and a distribution",
      });
    },
  );

  /** `subject to peak_time(co2) < 2030` */
  readonly constraint: ParserMethod<[], ast.ExperimentEntry> = this.RULE(
    "constraint",
    (): ast.ExperimentEntry => {
      const start = this.CONSUME(K.subject);
      const from = this.LA(1);
      if (!this.RECORDING_PHASE && !this.settle(TO)) {
        this.unexpected("`to` and a condition", from, this.LA(0));
        throw new Resync();
      }
      this.CONSUME(K.to);
      const value = this.SUBRULE(this.expression);
      return {
        kind: "setting",
        head: this.wordName(start),
        values: [],
        clauses: [{ word: this.wordName(from), value, span: this.span(from) }],
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  /** `samples 1000`, `match gdp, co2 to panel in a .. b` */
  readonly setting: ParserMethod<[], ast.ExperimentEntry> = this.RULE("setting", (): ast.ExperimentEntry => {
    const start = this.oneOf(0, SETTINGS);
    const clauses: { word: ast.Name; value: ast.Expr; span: ast.Node["span"] }[] = [];
    let values: readonly ast.Expr[] = [];
    this.OPTION(() => {
      values = this.SUBRULE(this.expressions, { ARGS: [STRENGTH.sum] });
    });
    this.MANY({
      GATE: () => this.next(T.in) || this.settle(TO),
      DEF: () => {
        const from = this.LA(1);
        const value = this.OR2<ast.Expr>([
          {
            ALT: () => {
              this.CONSUME(K.to);
              return this.SUBRULE(this.expression, { ARGS: [STRENGTH.sum] });
            },
          },
          {
            ALT: () => {
              this.CONSUME(T.in);
              return this.SUBRULE2(this.expression, { ARGS: [STRENGTH.range] });
            },
          },
        ]);
        clauses.push({ word: this.wordName(from), value, span: this.span(from) });
      },
    });
    if (!this.RECORDING_PHASE && values.length === 0 && clauses.length === 0) {
      this.unexpected("a value", this.LA(1), this.LA(0));
    }
    return {
      kind: "setting",
      head: this.wordName(start),
      values,
      clauses,
      ...this.docOf(start),
      span: this.span(start),
    };
  });
}
