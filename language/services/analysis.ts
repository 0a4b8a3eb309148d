/** What the services know of one model: its files parsed, checked, and their names bound. */
import { type CheckResult, check } from "../check/check.ts";
import type { LoadOptions, ReadText } from "../check/load.ts";
import { type ParseResult, parse } from "../parser/parse.ts";
import type { SourceFile } from "../source.ts";
import { bindNames } from "./symbols/bind-declarations.ts";
import type { SymbolIndex } from "./symbols/symbol.ts";
import type { Tables } from "./symbols/tables.ts";

export interface Analysis {
  /** The path of the main file. */
  readonly entry: string;
  /** The main file and all that it imports, by path. */
  readonly files: ReadonlyMap<string, ParseResult>;
  readonly checked: CheckResult;
  /** Bound at the first use: diagnostics do not wait for it. */
  readonly index: SymbolIndex;
  readonly tables: Tables;
}

/** Keeps the tree of each file until its text changes: of many files mostly one does. */
export class Parses {
  readonly #known = new Map<string, ParseResult>();

  readonly parse = (source: SourceFile): ParseResult => {
    const known = this.#known.get(source.path);
    if (known !== undefined && known.file.source.text === source.text) return known;
    const result = parse(source);
    this.#known.set(source.path, result);
    return result;
  };
  forget(path: string): void {
    this.#known.delete(path);
  }
}

/** Analyses a model; never fails, whatever stands in it. */
export function analyse(
  entry: string,
  read: ReadText,
  parses: Parses,
  options: Omit<LoadOptions, "parse"> = {},
): Analysis {
  const checked = check(entry, read, { ...options, parse: parses.parse });
  const files = new Map(checked.files.map((file) => [file.path, parses.parse(file)]));
  let bound: ReturnType<typeof bindNames> | undefined;
  const names = () => {
    bound ??= bindNames(
      [...files.values()].map((result) => result.file),
      checked.shapes,
    );
    return bound;
  };
  return {
    entry,
    files,
    checked,
    get index() {
      return names().index;
    },
    get tables() {
      return names().tables;
    },
  };
}
