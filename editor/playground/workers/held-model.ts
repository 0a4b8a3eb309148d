/** The files that the worker holds, and what has been made of them: nothing is checked or computed twice for the same text. */
import { type CheckResult, check } from "../../../language/check/check.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import type { Model } from "../../../language/model.ts";
import type { ParseResult } from "../../../language/parser/parse.ts";
import { Parses } from "../../../language/services/analysis.ts";
import { closure } from "../../../runtime/dependencies.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import type { PanelSizes } from "../../../runtime/expected-cost.ts";
import { onlyNeeded } from "../../../runtime/explain/needed.ts";
import type { Host, Results } from "../../../runtime/results.ts";
import { run } from "../../../runtime/run.ts";
import { runEnvironment } from "../../../runtime/run-environment.ts";
import { type DataFacts, dataFacts } from "../../../runtime/tables/data-facts.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import type { Files } from "../contract.ts";

export class HeldModel {
  readonly #files = new Map<string, string | Uint8Array>();
  readonly #parses = new Parses();
  readonly #facts = new Map<string, DataFacts | null>();
  #entry = "";
  #checked: CheckResult | null = null;
  /** Tables that stand for the text as it is. */
  #tables = new Map<string, Table>();
  #computed = new Set<string>();

  /** Files that changed; null takes one away. The entry is the model that is looked at. */
  update(files: Readonly<Record<string, string | Uint8Array | null>>, entry: string): void {
    const changed = Object.entries(files);
    if (changed.length === 0 && entry === this.#entry) return;
    for (const [path, content] of changed) {
      if (content === null) this.#files.delete(path);
      else this.#files.set(path, content);
      this.#facts.delete(path);
      if (content === null) this.#parses.forget(path);
    }
    this.#entry = entry;
    this.#checked = null;
    this.#tables = new Map();
    this.#computed = new Set();
  }

  get entry(): string {
    return this.#entry;
  }
  get files(): Files {
    return this.#files;
  }

  get checked(): CheckResult {
    this.#checked ??= check(this.#entry, this.text, {
      headersOf: (path) => this.facts(path)?.header ?? null,
      parse: this.#parses.parse,
    });
    return this.#checked;
  }

  /** The tree of a file as it stands. */
  parsed(path: string): ParseResult {
    return this.#parses.parse({ path, text: this.text(path) ?? "" });
  }

  /** What a data file holds; null where it cannot be read. */
  facts(path: string): DataFacts | null {
    let facts = this.#facts.get(path);
    if (facts === undefined) {
      facts = dataFacts(path, this.host());
      this.#facts.set(path, facts);
    }
    return facts;
  }

  /** What is known of panels without building them. */
  readonly sizes: PanelSizes = {
    rows: ({ source }) => {
      if (source.kind === "inline") return source.rows.length;
      return source.kind === "file" ? (this.facts(source.path)?.rows ?? null) : null;
    },
    labels: ({ source, columns }, name) => {
      const from = columns.find((column) => column.name === name)?.from;
      const header = from?.kind === "header" ? from.header : name;
      if (source.kind === "file") return this.facts(source.path)?.distinct(header) ?? 1;
      if (source.kind !== "inline") return 1;
      const at = source.columns.indexOf(header);
      return new Set(source.rows.map(({ cells }) => cells[at]?.text)).size;
    },
  };

  readonly text = (path: string): string | null => {
    const content = this.#files.get(path);
    if (content === undefined) return null;
    return typeof content === "string" ? content : new TextDecoder().decode(content);
  };

  host(progress?: Host["progress"]): Host {
    return {
      read: (path) => {
        const content = this.#files.get(path);
        if (content === undefined) return null;
        return typeof content === "string" ? new TextEncoder().encode(content) : content;
      },
      ...(progress === undefined ? {} : { progress }),
    };
  }

  /** Keeps the tables of a run of the whole model. */
  keep(model: Model, { tables }: Pick<Results, "tables">): void {
    if (this.#checked?.model !== model) return;
    for (const table of tables) this.#tables.set(table.name, table);
    for (const { name } of model.declarations) this.#computed.add(name);
  }

  /** The tables that a part of the model needs, computed where they are not there yet; else the errors of its data. */
  async environmentOf(
    part: unknown,
    model: Model,
  ): Promise<Environment | { readonly failed: readonly Diagnostic[] }> {
    const names = [...closure([part], model)];
    if (!names.every((name) => this.#computed.has(name))) {
      const results = await run(onlyNeeded([part], model), this.host());
      if (results.diagnostics.some((d) => d.severity === "error")) return { failed: results.diagnostics };
      for (const table of results.tables) this.#tables.set(table.name, table);
      for (const name of names) this.#computed.add(name);
    }
    return runEnvironment(model, this.#tables);
  }
}
