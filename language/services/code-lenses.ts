/** What stands above declarations to be clicked: run, explain, the outcome of an expectation. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import type { ServiceHost } from "./values.ts";

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  readonly command: "gtfp.run" | "gtfp.test" | "gtfp.explain" | "gtfp.openReport";
  /** The declaration that it is about. */
  readonly name?: string;
}

const EXPLAINED: ReadonlySet<ast.Declaration["kind"]> = new Set(["measure", "index", "system", "scenario"]);

export function codeLenses(analysis: Analysis, file: string, host: ServiceHost): CodeLens[] {
  const declarations = analysis.files.get(file)?.file.declarations ?? [];
  const [first] = declarations;
  if (first === undefined) return [];
  const run: CodeLens = { span: first.span, title: "▶ Run", command: "gtfp.run" };
  return [run, ...declarations.flatMap((decl) => lensesOf(decl, host))];
}

function lensesOf(decl: ast.Declaration, { values }: ServiceHost): CodeLens[] {
  const { span, kind } = decl;
  if (kind === "expect") {
    const result = values?.claim(decl.condition.span);
    if (result === undefined) return [{ span, title: "Test", command: "gtfp.test" }];
    const actual = result.actual === null ? "" : `: ${Number(result.actual.toPrecision(6))}`;
    const title = result.pass ? `✓ holds${actual}` : `✗ fails${actual}${reason(result.reason)}`;
    return [{ span, title, command: "gtfp.test" }];
  }
  if (kind === "report") {
    return [{ span, title: "Open report", command: "gtfp.openReport", name: decl.name.text }];
  }
  if (!EXPLAINED.has(kind) || !("name" in decl) || decl.name.text === "") return [];
  return [{ span, title: "Explain", command: "gtfp.explain", name: decl.name.text }];
}

function reason(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  const [line] = text.split("\n");
  return ` — ${line!.length > 80 ? `${line!.slice(0, 79)}…` : line}`;
}
