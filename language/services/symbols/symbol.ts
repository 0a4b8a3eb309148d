/** Names and where they stand: what definition, references, rename, hover and highlighting read. */
import type * as ast from "../../ast.ts";
import type { Span } from "../../source.ts";

export type SymbolKind =
  | Exclude<ast.Declaration["kind"], "import" | "expect">
  /** A column, key or group of a panel, or a variable that a technology computes. */
  | "column"
  /** A column that the catalogue gives to results: `score`, `change`. */
  | "result"
  /** A parameter, stock, flow, auxiliary, lookup or series of a system. */
  | "variable"
  /** The argument of a lookup. */
  | "argument"
  | "stage"
  | "link"
  | "module"
  | "label";

/** One thing that has a name. */
export interface ModelSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The declaration that holds it; its own name for a declaration. */
  readonly owner: string;
  /** Where it is declared; absent for what the catalogue or a file gives. */
  readonly span?: Span;
  /** The declaration or entry that declares it. */
  readonly node?: SymbolNode;
  /** Why it cannot be renamed, as a whole sentence. */
  readonly fixed?: string;
}

export type SymbolNode =
  | ast.Declaration
  | ast.DataEntry
  | ast.SystemEntry
  | ast.ModuleEntry
  | ast.TechnologyEntry;

/** One place where a name stands. */
export interface Occurrence {
  readonly span: Span;
  readonly symbol: ModelSymbol;
  readonly declares: boolean;
  /** A column that takes its header's name: where `= header` must be written once it has another name. */
  readonly header?: { readonly at: Span; readonly name: string };
}

/** All names of a model and all places where they stand. */
export class SymbolIndex {
  readonly #byFile = new Map<string, Occurrence[]>();
  readonly #bySymbol = new Map<ModelSymbol, Occurrence[]>();
  readonly #root: (symbol: ModelSymbol) => ModelSymbol;
  /** The declarations by name. */
  readonly declared: ReadonlyMap<string, ModelSymbol>;
  readonly units: ReadonlyMap<string, ModelSymbol>;

  /** @param root the one symbol that stands for all that are linked with it */
  constructor(
    occurrences: readonly Occurrence[],
    declared: ReadonlyMap<string, ModelSymbol>,
    units: ReadonlyMap<string, ModelSymbol>,
    root: (symbol: ModelSymbol) => ModelSymbol,
  ) {
    this.declared = declared;
    this.units = units;
    this.#root = root;
    const seen = new Set<string>();
    for (const occurrence of occurrences) {
      const { span, symbol } = occurrence;
      const key = `${span.file} ${span.start}`;
      const first = !seen.has(key);
      seen.add(key);
      // One word may stand for several linked symbols; it is one place all the same.
      if (first) push(this.#byFile, span.file, occurrence);
      if (first) push(this.#bySymbol, root(symbol), occurrence);
    }
    for (const list of this.#byFile.values()) list.sort((a, b) => a.span.start - b.span.start);
  }

  /** The name that stands at an offset, its end included. */
  at(file: string, offset: number): Occurrence | undefined {
    const found = this.in(file).filter(({ span }) => span.start <= offset && offset <= span.end);
    return found.at(-1);
  }
  in(file: string): readonly Occurrence[] {
    return this.#byFile.get(file) ?? [];
  }
  /** All places of a symbol and of those that are linked with it. */
  of(symbol: ModelSymbol): readonly Occurrence[] {
    return this.#bySymbol.get(this.#root(symbol)) ?? [];
  }
  get files(): Iterable<string> {
    return this.#byFile.keys();
  }
  /** Whether two symbols must always have the same name. */
  same(a: ModelSymbol, b: ModelSymbol): boolean {
    return this.#root(a) === this.#root(b);
  }
  /** Every member of a symbol's link. */
  root(symbol: ModelSymbol): ModelSymbol {
    return this.#root(symbol);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
