/** `name = value`: what scenarios and modules change. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { T } from "./base.ts";
import { blockOf } from "./recovery.ts";
import { StudyParser } from "./studies.ts";

export const CHANGES = blockOf("scenario", true);

export abstract class ChangeParser extends StudyParser {
  /** A name, or several with dots. */
  readonly dotted: ParserMethod<[], ast.Name> = this.RULE("dotted", (): ast.Name => {
    const start = this.LA(1);
    let name = this.name(0);
    this.MANY(() => {
      this.CONSUME(T.dot);
      const text = `${name.text}.${this.name(1).text}`;
      name = { text, span: this.span(start) };
    });
    return name;
  });

  /** `growth = annual(6.5%)`, `value[services] = 200` */
  readonly change: ParserMethod<[], ast.ChangeEntry> = this.RULE("change", (): ast.ChangeEntry => {
    const start = this.LA(1);
    const target = this.SUBRULE(this.dotted);
    let labels: ast.Label[] | undefined;
    this.OPTION(() => {
      labels = this.SUBRULE(this.labels);
    });
    this.CONSUME(T.equal);
    const value = this.SUBRULE(this.expression);
    return { target, ...(labels ? { labels } : {}), value, ...this.docOf(start), span: this.span(start) };
  });
}
