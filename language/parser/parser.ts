/** The whole grammar: a file is a version line and declarations. */
import { EOF, type IToken, type ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword, lex } from "../lexer.ts";
import type { SourceFile } from "../source.ts";
import { VERSION_WORD } from "../tokens.ts";
import { closers, Resync, T } from "./base.ts";
import { DECLARATION_WORDS, NO_BLOCK, type OpenBlock } from "./recovery.ts";
import { ReportParser } from "./reports.ts";
import { numberOf } from "./values.ts";

const GTFP = keyword(VERSION_WORD.word);
const VERSION = new Map([[VERSION_WORD.word, GTFP]]);
/** The major version that this parser reads. */
export const LANGUAGE_VERSION = 1;

export class GtfpParser extends ReportParser {
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  /** Starts over on other tokens of a source. */
  begin(source: SourceFile, tokens: IToken[], sink: Diagnostics, docs: ReadonlyMap<number, string>): void {
    this.input = tokens;
    this.source = source;
    this.sink = sink;
    this.docs = docs;
    this.endLabel = "the end of the file";
    this.current = NO_BLOCK;
    this.openBlocks = [];
    this.depth = 0;
    this.atBinds = true;
    this.numbersTakeUnits = true;
  }
  /** Reads what had to wait for the end of the main parse; gives the blocks that the main parse left open. */
  finish(): readonly OpenBlock[] {
    const { openBlocks } = this;
    for (const read of this.pending.splice(0)) read();
    return openBlocks;
  }

  protected override readUnitLater(start: number, end: number, done: (unit: ast.UnitExpr) => void): void {
    this.#later(start, end, "the end of the cell", () => {
      const unit = this.loneUnit();
      if (unit !== undefined) done(unit);
    });
  }
  protected override readExpressionLater(start: number, end: number, done: (value: ast.Expr) => void): void {
    this.#later(start, end, "the end of the hole", () => done(this.loneExpression()));
  }
  #later(start: number, end: number, endLabel: string, read: () => void): void {
    this.pending.push(() => {
      const { source, sink } = this;
      this.begin(source, lex(source, sink, start, end).tokens, sink, new Map());
      this.endLabel = endLabel;
      read();
    });
  }
  #end(wanted: string): void {
    const t = this.LA(1);
    if (t.tokenType !== EOF) this.unexpected(wanted, t, this.LA(0));
    while (this.LA(1).tokenType !== EOF) this.SKIP_TOKEN();
  }

  readonly loneUnit: ParserMethod<[], ast.UnitExpr | undefined> = this.RULE("loneUnit", () => {
    let unit: ast.UnitExpr | undefined;
    this.guard(
      () => {
        unit = this.SUBRULE(this.bracketUnit);
        this.ACTION(() => this.#end("`|`"));
      },
      () => this.#toEnd(),
    );
    return unit;
  });

  readonly loneExpression: ParserMethod<[], ast.Expr> = this.RULE("loneExpression", (): ast.Expr => {
    let value = this.broken(this.LA(1));
    this.guard(
      () => {
        value = this.SUBRULE(this.expression);
        this.ACTION(() => this.#end("`}`"));
      },
      () => this.#toEnd(),
    );
    return value;
  });
  #toEnd(): void {
    while (this.LA(1).tokenType !== EOF) this.SKIP_TOKEN();
  }

  readonly file: ParserMethod<[], Omit<ast.FileNode, "kind" | "source" | "span">> = this.RULE("file", () => {
    const declarations: ast.Declaration[] = [];
    let version: ast.FileNode["version"];
    this.ACTION(() => this.settle(VERSION));
    this.OPTION(() => {
      version = this.SUBRULE(this.version);
    });
    const step = () => declarations.push(this.SUBRULE(this.declaration));
    if (this.RECORDING_PHASE) this.MANY(step);
    else {
      for (let fresh = true; ; fresh = false) {
        for (; this.next(T.semicolon); fresh = true) this.SKIP_TOKEN();
        const t = this.LA(1);
        if (t.tokenType === EOF) break;
        this.openBlocks.length = 0;
        this.guard(
          () => {
            if (!fresh && !this.firstOnLine(t)) this.#refuseRest(t);
            this.#settleDeclaration();
            step();
          },
          (start) => this.skipToDeclaration(start),
        );
      }
    }
    return { ...(version ? { version } : {}), declarations };
  });

  readonly version: ParserMethod<[], ast.FileNode["version"]> = this.RULE(
    "version",
    (): ast.FileNode["version"] => {
      const start = this.CONSUME(GTFP);
      let version: ast.FileNode["version"];
      this.guard(
        () => {
          const number = this.CONSUME(T.number, { ERR_MSG: "a version such as `1`" });
          version = { value: numberOf(number.image), span: this.span(start) };
        },
        () => {
          while (this.LA(1).tokenType !== EOF && !this.firstOnLine(this.LA(1))) this.SKIP_TOKEN();
        },
      );
      return version;
    },
  );

  readonly declaration: ParserMethod<[], ast.Declaration> = this.RULE(
    "declaration",
    (): ast.Declaration =>
      this.OR<ast.Declaration>({
        DEF: [
          { ALT: () => this.SUBRULE(this.importDecl) },
          { ALT: () => this.SUBRULE(this.unitDecl) },
          { ALT: () => this.SUBRULE(this.dataDecl) },
          { ALT: () => this.SUBRULE(this.dimensionDecl) },
          { ALT: () => this.SUBRULE(this.technologyDecl) },
          { ALT: () => this.SUBRULE(this.directionDecl) },
          { ALT: () => this.SUBRULE(this.measureDecl) },
          { ALT: () => this.SUBRULE(this.robustnessDecl) },
          { ALT: () => this.SUBRULE(this.influenceDecl) },
          { ALT: () => this.SUBRULE(this.regressionDecl) },
          { ALT: () => this.SUBRULE(this.systemDecl) },
          { ALT: () => this.SUBRULE(this.scenarioDecl) },
          { ALT: () => this.SUBRULE(this.experimentDecl) },
          { ALT: () => this.SUBRULE(this.reportDecl) },
          { ALT: () => this.SUBRULE(this.expectDecl) },
        ],
        ERR_MSG: "a declaration such as `data`, `measure` or `report`",
      }),
  );

  /** Something on the line of a declaration that can neither belong to it nor begin the next one. */
  #refuseRest(t: IToken): void {
    if (DECLARATION_WORDS.has(t.image) || closers.has(t.tokenTypeIdx)) return;
    if (t.tokenType === T.identifier && nearest(t.image, DECLARATION_WORDS.keys()) !== undefined) return;
    this.unexpected("the end of the declaration", t, this.LA(0));
    throw new Resync();
  }

  #settleDeclaration(): void {
    const t = this.LA(1);
    if (closers.has(t.tokenTypeIdx)) {
      report(this.sink, syntax.stray, this.spanOf(t), { found: this.foundAt(t) });
      throw new Resync();
    }
    if (t.tokenTypeIdx !== T.identifier.tokenTypeIdx || this.settle(DECLARATION_WORDS)) return;
    if (t.image === VERSION_WORD.word && this.next(T.number, 2)) {
      const problem = "the version line stands before every declaration, and only once";
      report(this.sink, syntax.badVersion, this.spanOf(t), { problem });
      throw new Resync();
    }
    const mended = this.mend(t, DECLARATION_WORDS, (help, fixes) =>
      report(
        this.sink,
        syntax.unknownDeclaration,
        this.spanOf(t),
        { word: t.image },
        { ...(fixes.length > 0 && help !== undefined ? { help } : {}), fixes },
      ),
    );
    if (!mended) throw new Resync();
  }
}
