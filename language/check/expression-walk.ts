/** The names that an expression mentions, before anything is resolved. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";

/** A name in an expression; `member` where a point follows it, so that it can only mean a table. */
export interface MentionedName {
  readonly text: string;
  readonly span: Span;
  readonly member: boolean;
}

/** Every name that may mean a value or a declaration, in order; keys after `by`, labels and argument names do not. */
export function expressionNames(expr: ast.Expr): MentionedName[] {
  const found: MentionedName[] = [];
  visit(expr);
  return found;

  function visit(node: ast.Expr): void {
    switch (node.kind) {
      case "name":
        found.push({ text: node.name.text, span: node.name.span, member: false });
        return;
      case "member": {
        const base = baseOf(node);
        if (base.kind === "name") found.push({ text: base.name.text, span: base.name.span, member: true });
        else visit(base);
        return;
      }
      case "call":
        // A lookup of a system is called by its name.
        found.push({ text: node.callee.text, span: node.callee.span, member: false });
        for (const arg of node.args) {
          if (arg.key !== undefined) visit(arg.key);
          visit(arg.value);
        }
        if (node.where !== undefined) visit(node.where);
        return;
      case "quantity":
        visit(node.value);
        return;
      case "pick":
        visit(node.object);
        return;
      case "unary":
        visit(node.arg);
        return;
      case "binary":
        visit(node.left);
        visit(node.right);
        return;
      case "within":
        visit(node.comparison);
        visit(node.tolerance);
        return;
      case "range":
        visit(node.from);
        visit(node.to);
        if (node.step !== undefined) visit(node.step);
        return;
      case "if":
        visit(node.condition);
        visit(node.then);
        visit(node.otherwise);
        return;
      case "at":
        visit(node.object);
        visit(node.at);
        return;
      case "map":
        for (const entry of node.entries) visit(entry.value);
        return;
      case "number":
      case "text":
      case "broken":
        return;
    }
  }
}

function baseOf(expr: ast.MemberExpr): ast.Expr {
  let base: ast.Expr = expr;
  while (base.kind === "member") base = base.object;
  return base;
}
