/** One entry of a Vensim model: a range of subscripts, a lookup, or an equation. */
import type { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import type { Span } from "../../../language/source.ts";
import { EquationParser } from "../equation-parser.ts";
import { equationTokens } from "../equation-tokens.ts";
import type { ImportedDimension, Points, Subscript, Term } from "../imported-model.ts";
import type { MdlEntry } from "./split-entries.ts";

export type ReadEntry =
  | { readonly kind: "range"; readonly dimension: ImportedDimension }
  | { readonly kind: "lookup"; readonly name: string; readonly points: Points; readonly span: Span }
  | {
      readonly kind: "equation";
      readonly name: string;
      readonly subscripts: readonly Subscript[];
      readonly except: readonly (readonly Subscript[])[];
      readonly value: Term;
      readonly span: Span;
    };

/** Null after what is wrong has been told. */
export function readEntry({ equation, at }: MdlEntry, file: string, sink: Diagnostics): ReadEntry | null {
  const span: Span = { file, start: at, end: at + equation.length };
  const tokens = equationTokens(equation, "vensim", (start, end) => ({
    file,
    start: at + start,
    end: at + end,
  }));
  const parser = new EquationParser(tokens, "vensim", sink);
  const unsupported = (what: string, instead: string): null => {
    report(sink, imports.unsupported, span, { what, instead });
    return null;
  };
  const head = parser.next;
  if (head.kind !== "name" && head.kind !== "quoted") {
    parser.fail("the name of a variable");
    return null;
  }
  const name = parser.take().text;
  if (parser.is(":") && !(parser.peek(1).kind === "sign" && parser.peek(1).text === "=")) {
    parser.take();
    return range(parser, name, span, sink);
  }
  if (parser.is("<"))
    return unsupported(`That \`${name}\` is another name of a dimension`, "use one name for both");
  const subscripts = parser.is("[") ? parser.subscripts() : [];
  const except: (readonly Subscript[])[] = [];
  if (parser.accept(":except:")) {
    do except.push(parser.subscripts());
    while (parser.accept(","));
  }
  if (parser.failed) return null;
  const sign = parser.next;
  const data = () =>
    unsupported(`The data variable \`${name}\``, "put its numbers into a panel and read them by a `series`");
  if (sign.kind === "end") return data();
  if (sign.kind === "sign" && /^:/.test(sign.text)) {
    return /^:is:$/i.test(sign.text) ? unsupported("A text", "GTFP's variables are numbers") : data();
  }
  if (parser.accept("(")) {
    const points = parser.points();
    parser.expect(")");
    if (!parser.ended()) parser.fail("the end of the lookup");
    if (parser.failed) return null;
    if (subscripts.length > 0)
      return unsupported(`The lookup \`${name}\` with subscripts`, "give each element a lookup of its own");
    return { kind: "lookup", name, points, span };
  }
  parser.expect("=");
  parser.accept("=");
  const value = rightSide(parser);
  return parser.failed ? null : { kind: "equation", name, subscripts, except, value, span };
}

/** An expression, or a list of numbers: `1, 2, 3` or, in two dimensions, `1, 2; 3, 4;`. */
function rightSide(parser: EquationParser): Term {
  const first = parser.expression(0);
  if (!parser.is(",") && !parser.is(";")) {
    if (!parser.ended()) parser.fail("an operator or the end");
    return first;
  }
  const rows: Term[][] = [[first]];
  while (!parser.failed && !parser.ended()) {
    if (parser.accept(",")) rows.at(-1)!.push(parser.expression(0));
    else {
      parser.expect(";");
      if (!parser.ended() && !parser.failed) rows.push([parser.expression(0)]);
    }
  }
  return { op: "list", rows, span: { ...first.span, end: parser.peek(-1).span.end } };
}

/** `Province: (P1-P30)`, `Sector: PS, MF -> Branch` */
function range(parser: EquationParser, name: string, span: Span, sink: Diagnostics): ReadEntry | null {
  const labels: string[] = [];
  do {
    if (parser.accept("(")) {
      const from = parser.take().text;
      parser.expect("-");
      const to = parser.take().text;
      parser.expect(")");
      const [first, last] = [/^(.*?)(\d+)$/s.exec(from), /^(.*?)(\d+)$/s.exec(to)];
      const [low, high] = [Number(first?.[2]), Number(last?.[2])];
      if (first?.[1] !== last?.[1] || !(high >= low) || high - low > 10_000)
        parser.fail("labels such as `(P1-P30)`");
      else for (let n = low; n <= high; n++) labels.push(`${first?.[1]}${n}`);
    } else if (parser.next.kind === "name" || parser.next.kind === "quoted") {
      labels.push(parser.take().text);
    } else parser.fail("a label");
  } while (parser.accept(","));
  if (parser.is("-") && parser.peek(1).text === ">") {
    const how = "is left out; an equation that goes from one dimension to the other is told where it stands";
    report(sink, imports.differs, span, { what: `the mapping of \`${name}\``, how });
  } else if (!parser.ended()) parser.fail("`,` or the end");
  return parser.failed ? null : { kind: "range", dimension: { name, labels, span } };
}
