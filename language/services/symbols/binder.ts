/** Collects symbols and the places where they stand; names that must stay equal are linked. */
import type * as ast from "../../ast.ts";
import { type ModelSymbol, type Occurrence, SymbolIndex } from "./symbol.ts";

export class Binder {
  readonly declared = new Map<string, ModelSymbol>();
  readonly units = new Map<string, ModelSymbol>();
  /** The first declaration of each name. */
  readonly declarations = new Map<string, ast.Declaration>();
  readonly #occurrences: Occurrence[] = [];
  readonly #links = new Map<ModelSymbol, ModelSymbol>();

  /** A new symbol and the place that declares it. */
  declare(
    name: ast.Name,
    more: Omit<ModelSymbol, "name" | "span">,
    header?: Occurrence["header"],
  ): ModelSymbol {
    const symbol: ModelSymbol = { name: name.text, span: name.span, ...more };
    if (name.text !== "") {
      this.#occurrences.push({ span: name.span, symbol, declares: true, ...(header ? { header } : {}) });
    }
    return symbol;
  }

  /** A place where a symbol is named; nothing where the name is unknown. */
  mention(name: { readonly span: ast.Node["span"] } | undefined, symbol: ModelSymbol | undefined): void {
    if (name === undefined || symbol === undefined) return;
    this.#occurrences.push({ span: name.span, symbol, declares: false });
  }
  mentionDeclared(name: ast.Name | undefined): void {
    if (name !== undefined) this.mention(name, this.declared.get(name.text));
  }

  /** Says that two names must stay the same: columns of stacked panels, a variable on two panels. */
  link(a: ModelSymbol | undefined, b: ModelSymbol | undefined): void {
    if (a === undefined || b === undefined) return;
    const [from, to] = [this.root(a), this.root(b)];
    if (from === to) return;
    // What cannot be renamed stands for all, so that its reason is found.
    if (from.fixed !== undefined) this.#links.set(to, from);
    else this.#links.set(from, to);
  }
  root(symbol: ModelSymbol): ModelSymbol {
    let at = symbol;
    for (let next = this.#links.get(at); next !== undefined; next = this.#links.get(at)) at = next;
    return at;
  }

  index(): SymbolIndex {
    return new SymbolIndex(this.#occurrences, this.declared, this.units, (symbol) => this.root(symbol));
  }
}
