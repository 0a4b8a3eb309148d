/** `technology`, `direction`, `measure`, `index`, `robustness`, `influence`, `regression`. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { keyword } from "../lexer.ts";
import { Resync, T } from "./base.ts";
import { DataParser } from "./data.ts";
import { STRENGTH } from "./expressions.ts";
import type { Head } from "./heads.ts";
import { blockOf, words } from "./recovery.ts";

const TECHNOLOGY = blockOf("technology");
const STAGE = { ...TECHNOLOGY, kind: "stage" };
const DIRECTION = blockOf("direction", true);
const K = {
  technology: keyword("technology"),
  direction: keyword("direction"),
  measure: keyword("measure"),
  index: keyword("index"),
  fixed: keyword("fixed"),
  returns: keyword("returns"),
  disposability: keyword("disposability"),
  reference: keyword("reference"),
  restrict: keyword("restrict"),
  polluting: keyword("polluting"),
  stage: keyword("stage"),
  link: keyword("link"),
  of: keyword("of"),
  centered: keyword("centered"),
};
const ROLES = words(["input", "good", "bad"]);
const LINK_MODES = new Set(["free", "fixed"]);
const REFERENCE_WORDS = words(["centered", "of"]);

export abstract class FrontierParser extends DataParser {
  readonly technologyDecl: ParserMethod<[], ast.TechnologyDecl> = this.RULE(
    "technologyDecl",
    (): ast.TechnologyDecl => {
      const start = this.CONSUME(K.technology);
      const name = this.declaredName(0, "technology");
      const entries: ast.TechnologyEntry[] = [];
      let head: Head = {};
      this.rest(() => {
        head = this.SUBRULE(this.head, { ARGS: ["technology"] });
        this.OPTION(() => this.block(TECHNOLOGY, () => entries.push(this.SUBRULE(this.technologyEntry))));
      });
      const { on, by, from } = head;
      return {
        kind: "technology",
        name,
        ...(on ? { on } : {}),
        ...(by ? { by } : {}),
        ...(from ? { from } : {}),
        entries,
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  readonly technologyEntry: ParserMethod<[], ast.TechnologyEntry> = this.RULE(
    "technologyEntry",
    (): ast.TechnologyEntry => {
      const start = this.LA(1);
      const made = <E extends object>(entry: E) => ({
        ...entry,
        ...this.docOf(start),
        span: this.span(start),
      });
      return this.OR<ast.TechnologyEntry>({
        DEF: [
          { ALT: () => this.SUBRULE(this.role) },
          {
            ALT: () => {
              this.CONSUME(K.returns);
              return made({ kind: "returns", word: this.name(0) });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.disposability);
              return made({ kind: "disposability", word: this.name(1) });
            },
          },
          { ALT: () => this.SUBRULE(this.reference_) },
          {
            ALT: () => {
              this.CONSUME(T.where);
              return made({ kind: "where", condition: this.SUBRULE(this.expression) });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.restrict);
              return made({ kind: "restrict", condition: this.SUBRULE2(this.expression) });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.polluting);
              return made({ kind: "polluting", names: this.SUBRULE(this.names) });
            },
          },
          { ALT: () => this.SUBRULE(this.stage) },
          { ALT: () => this.SUBRULE(this.link) },
        ],
        ERR_MSG: "an entry such as `input`, `good`, `bad` or `returns`",
      });
    },
  );

  /** `input labor, capital`, `fixed input rain`, `input labor = staff` */
  readonly role: ParserMethod<[], ast.TechnologyEntry> = this.RULE("role", (): ast.TechnologyEntry => {
    const start = this.LA(1);
    let fixed = false;
    this.OPTION(() => {
      this.CONSUME(K.fixed);
      fixed = true;
      this.ACTION(() => this.settle(ROLES));
    });
    const role = this.oneOf(0, [...ROLES.values()], "`input`");
    const variables: { name: ast.Name; value?: ast.Expr; span: ast.Node["span"] }[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.comma,
      DEF: () => {
        const from = this.LA(1);
        const name = this.name(0);
        let value: ast.Expr | undefined;
        this.OPTION2(() => {
          this.CONSUME(T.equal);
          value = this.SUBRULE(this.expression);
        });
        variables.push({ name, ...(value ? { value } : {}), span: this.span(from) });
      },
    });
    return {
      kind: "role",
      role: this.wordOf(role) as ast.Role,
      ...(fixed ? { fixed } : {}),
      variables,
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** `reference window 3 centered of history` */
  readonly reference_: ParserMethod<[], ast.TechnologyEntry> = this.RULE(
    "referenceEntry",
    (): ast.TechnologyEntry => {
      const start = this.CONSUME(K.reference);
      const word = this.name(0);
      let size: ast.Expr | undefined;
      let centered = false;
      let of: ast.Name | undefined;
      this.OPTION(() => {
        size = this.SUBRULE(this.number);
      });
      this.ACTION(() => this.settle(REFERENCE_WORDS));
      this.OPTION2(() => {
        this.CONSUME(K.centered);
        centered = true;
        this.ACTION(() => this.settle(REFERENCE_WORDS));
      });
      this.OPTION3(() => {
        this.CONSUME(K.of);
        of = this.name(1);
      });
      return {
        kind: "reference",
        word,
        ...(size ? { size } : {}),
        ...(centered ? { centered } : {}),
        ...(of ? { of } : {}),
        ...this.docOf(start),
        span: this.span(start),
      };
    },
  );

  readonly stage: ParserMethod<[], ast.TechnologyEntry> = this.RULE("stage", (): ast.TechnologyEntry => {
    const start = this.CONSUME(K.stage);
    const name = this.name(0, "the stage's name");
    const entries: ast.TechnologyEntry[] = [];
    this.block(STAGE, () => entries.push(this.SUBRULE(this.technologyEntry)));
    return { kind: "stage", name, entries, ...this.docOf(start), span: this.span(start) };
  });

  /** `link services_used: services -> manufacturing free` */
  readonly link: ParserMethod<[], ast.TechnologyEntry> = this.RULE("link", (): ast.TechnologyEntry => {
    const start = this.CONSUME(K.link);
    const name = this.name(0, "the link's name");
    this.CONSUME(T.colon);
    const from = this.name(1, "the stage");
    this.CONSUME(T.arrow);
    const to = this.name(2, "the stage");
    let mode: ast.Name | undefined;
    this.OPTION({
      // `fixed input rain` is the next entry.
      GATE: () => LINK_MODES.has(this.LA(1).image) && !ROLES.has(this.LA(2).image),
      DEF: () => {
        mode = this.name(3);
      },
    });
    return {
      kind: "link",
      name,
      from,
      to,
      ...(mode ? { mode } : {}),
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  readonly directionDecl: ParserMethod<[], ast.DirectionDecl> = this.RULE(
    "directionDecl",
    (): ast.DirectionDecl => {
      const start = this.CONSUME(K.direction);
      const name = this.declaredName(0, "direction");
      const entries: ast.DirectionEntry[] = [];
      this.rest(() => this.block(DIRECTION, () => entries.push(this.SUBRULE(this.directionEntry))));
      return { kind: "direction", name, entries, ...this.docOf(start), span: this.span(start) };
    },
  );

  readonly directionEntry: ParserMethod<[], ast.DirectionEntry> = this.RULE(
    "directionEntry",
    (): ast.DirectionEntry => {
      const start = this.LA(1);
      const target = this.name(0);
      const sign = this.OR<1 | -1>({
        DEF: [
          { ALT: () => (this.CONSUME(T.plus) ? 1 : 1) },
          { ALT: () => (this.CONSUME(T.minus) ? -1 : -1) },
        ],
        ERR_MSG: "`+` or `-` and a size",
      });
      const size = this.SUBRULE(this.expression, { ARGS: [STRENGTH.product] });
      if (!this.RECORDING_PHASE && (this.next(T.plus) || this.next(T.minus))) {
        this.unexpected("parentheses around a size that is a sum", this.LA(1), this.LA(0));
        throw new Resync();
      }
      return { target, sign, size, ...this.docOf(start), span: this.span(start) };
    },
  );

  readonly measureDecl: ParserMethod<[], ast.MeasureDecl | ast.IndexDecl> = this.RULE(
    "measureDecl",
    (): ast.MeasureDecl | ast.IndexDecl => {
      const start = this.oneOf(0, [K.measure, K.index]);
      const kind = this.wordOf(start) as "measure" | "index";
      const name = this.declaredName(0, kind);
      let value = this.broken(start);
      this.rest(() => {
        this.CONSUME(T.equal);
        value = this.SUBRULE(this.expression);
      });
      return { kind, name, value, ...this.docOf(start), span: this.span(start) };
    },
  );
}
