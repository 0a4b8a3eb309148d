/** Trees as short text, without spans: `(binary + 1 (name x))`. */
import type { Expr, FileNode, UnitExpr } from "../../../language/ast.ts";
import { parse } from "../../../language/parser/parse.ts";

export function expr(e: Expr): string {
  switch (e.kind) {
    case "number":
      return String(e.value);
    case "quantity":
      return `${expr(e.value)}[${unit(e.unit)}]`;
    case "text":
      return JSON.stringify(e.value);
    case "name":
      return e.name.quoted ? `\`${e.name.text}\`` : e.name.text;
    case "member":
      return `${expr(e.object)}.${e.member.text}`;
    case "pick":
      return `${expr(e.object)}[${e.labels.map((l) => JSON.stringify(l.value)).join(" ")}]`;
    case "call": {
      const args = e.args.map((a) => {
        const key = a.name ? `${a.name.text}:` : a.key ? `${expr(a.key)}:` : "";
        return key + expr(a.value);
      });
      const where = e.where ? ` where ${expr(e.where)}` : "";
      const by = e.by ? ` by ${e.by.map((n) => n.text).join(" ")}` : "";
      return `(${e.callee.text}! ${args.join(" ")}${where}${by})`;
    }
    case "unary":
      return `(${e.operator} ${expr(e.arg)})`;
    case "binary":
      return `(${e.operator} ${expr(e.left)} ${expr(e.right)})`;
    case "within":
      return `(within ${expr(e.comparison)} ${expr(e.tolerance)})`;
    case "range":
      return `(.. ${expr(e.from)} ${expr(e.to)}${e.step ? ` ${expr(e.step)}` : ""})`;
    case "if":
      return `(if ${expr(e.condition)} ${expr(e.then)} ${expr(e.otherwise)})`;
    case "at":
      return `(at ${expr(e.object)} ${expr(e.at)})`;
    case "map":
      return `{${e.entries.map((x) => `${x.key.text}:${expr(x.value)}`).join(" ")}}`;
    case "broken":
      return "<broken>";
  }
}

export function unit(u: UnitExpr): string {
  switch (u.kind) {
    case "unit-number":
      return String(u.value);
    case "unit-name":
      return u.name.text;
    case "unit-product":
      return `(* ${unit(u.left)} ${unit(u.right)})`;
    case "unit-quotient":
      return `(/ ${unit(u.left)} ${unit(u.right)})`;
    case "unit-power":
      return `(^ ${unit(u.base)} ${u.exponent})`;
  }
}

/** A tree without what does not matter to it: spans and the source; expressions and units as short text. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (node === null || typeof node !== "object") return node;
  const object = node as Record<string, unknown>;
  const keys = Object.keys(object).filter((k) => k !== "span" && k !== "source");
  if (keys.length === 1 && keys[0] === "text") return object.text;
  if (keys.length === 1 && keys[0] === "value") return object.value;
  if (typeof object.kind === "string") {
    if (object.kind.startsWith("unit-")) return `[${unit(node as UnitExpr)}]`;
    const known =
      EXPRESSIONS.has(object.kind) && !("items" in object) && !("parts" in object) && !("target" in object);
    if (known) return expr(node as Expr);
  }
  return Object.fromEntries(keys.map((k) => [k, bare(object[k])]));
}
const EXPRESSIONS = new Set(
  "number quantity text name member pick call unary binary within range if at map broken".split(" "),
);

/** The declarations of a text that must have no mistakes. */
export function declarations(text: string): FileNode["declarations"] {
  const { file, diagnostics } = parse({ path: "model.gtfp", text });
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return file.declarations;
}

/** An expression as short text. */
export function read(text: string): string {
  const [first] = declarations(`measure m = ${text}`);
  if (first?.kind !== "measure") throw new Error("no measure");
  return expr(first.value);
}
