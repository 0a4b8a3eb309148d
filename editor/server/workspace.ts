/**
 * The models that are open. A file is looked at as part of the models that import it, else as a model of its own; trees of unchanged
 * files are kept, and one change makes every analysis stale.
 */
import { folderOf, resolvePath } from "../../language/check/path.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { type Analysis, analyse, Parses } from "../../language/services/analysis.ts";
import type { ComputedValues, DataFile, ServiceHost } from "../../language/services/values.ts";
import { readDataFile } from "./data-files.ts";
import type { ServerHost } from "./host.ts";

export class Workspace {
  readonly host: ServerHost;
  readonly #open = new Map<string, string>();
  readonly #parses = new Parses();
  readonly #analyses = new Map<string, Analysis>();
  readonly #values = new Map<string, { readonly texts: string; readonly values: ComputedValues }>();
  readonly #data = new Map<string, { readonly bytes: Uint8Array; readonly file: DataFile | undefined }>();
  #importers: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(host: ServerHost) {
    this.host = host;
  }

  /** The text of an open document, after each change. */
  change(path: string, text: string): void {
    this.#open.set(path, text);
    this.stale();
  }
  close(path: string): void {
    this.#open.delete(path);
    this.#parses.forget(path);
    this.stale();
  }
  /** Something outside of the open documents may have changed. */
  stale(): void {
    this.#analyses.clear();
    this.#importers = undefined;
  }
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }
  get openModels(): string[] {
    return [...this.#open.keys()].filter(isModel);
  }

  readonly text = (path: string): string | null => {
    const open = this.#open.get(path);
    if (open !== undefined) return open;
    const bytes = this.host.read(path);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  readonly bytes = (path: string): Uint8Array | null => {
    const open = this.#open.get(path);
    return open === undefined ? this.host.read(path) : new TextEncoder().encode(open);
  };

  analysis(entry: string): Analysis {
    let found = this.#analyses.get(entry);
    if (found === undefined) {
      found = analyse(entry, this.text, this.#parses);
      this.#analyses.set(entry, found);
    }
    return found;
  }

  /** The models to which a file belongs: those that import it and are imported by none, else itself. */
  rootsOf(path: string): readonly string[] {
    const roots = new Set<string>();
    const seen = new Set<string>();
    const climb = (at: string): void => {
      if (seen.has(at)) return;
      seen.add(at);
      const importers = this.#importersOf(at);
      if (importers.length === 0) roots.add(at);
      else importers.forEach(climb);
    };
    climb(path);
    return roots.size === 0 ? [path] : [...roots];
  }
  #importersOf(path: string): readonly string[] {
    if (this.#importers === undefined) {
      const importers = new Map<string, string[]>();
      for (const model of new Set([...this.openModels, ...this.host.models()])) {
        const text = this.text(model);
        if (text === null || !text.includes("import")) continue;
        for (const declaration of this.#parses.parse({ path: model, text }).file.declarations) {
          if (declaration.kind !== "import") continue;
          const target = resolvePath(folderOf(model), declaration.path.value);
          importers.set(target, [...(importers.get(target) ?? []), model]);
        }
      }
      this.#importers = importers;
    }
    return this.#importers.get(path) ?? [];
  }

  /** The model in which a file's names are looked up. */
  main(path: string): Analysis {
    for (const root of this.rootsOf(path)) {
      const analysis = this.analysis(root);
      if (analysis.files.has(path)) return analysis;
    }
    return this.analysis(path);
  }
  all(path: string): Analysis[] {
    const found = this.rootsOf(path).map((root) => this.analysis(root));
    const holding = found.filter(({ files }) => files.has(path));
    return holding.length > 0 ? holding : [this.analysis(path)];
  }

  /** What the checker says of a file, in all models to which it belongs. */
  diagnostics(path: string): Diagnostic[] {
    const found = new Map<string, Diagnostic>();
    const add = (list: readonly Diagnostic[]) => {
      for (const d of list) if (d.span.file === path) found.set(`${d.code} ${d.span.start} ${d.message}`, d);
    };
    const analyses = this.all(path);
    for (const { checked } of analyses) add(checked.diagnostics);
    if (analyses.some(({ entry }) => entry === path)) return [...found.values()];
    // Reports and expectations of an imported file only count where it is a model of its own.
    const own = this.analysis(path);
    const spans = (own.files.get(path)?.file.declarations ?? [])
      .filter(({ kind }) => kind === "report" || kind === "expect")
      .map(({ span }) => span);
    const inside = ({ span }: Diagnostic) => spans.some((s) => s.start <= span.start && span.end <= s.end);
    add(own.checked.diagnostics.filter(inside));
    return [...found.values()];
  }

  // --- what hosts tell beside text ---

  /** The results of a run hold until a text of the model changes. */
  setValues(entry: string, values: ComputedValues): void {
    this.#values.set(entry, { texts: this.#texts(entry), values });
  }
  serviceHost(entry: string): ServiceHost {
    const known = this.#values.get(entry);
    const fresh = known !== undefined && known.texts === this.#texts(entry);
    return {
      dataFile: (path) => this.#dataFile(path),
      ...(fresh ? { values: known.values } : {}),
    };
  }
  #texts(entry: string): string {
    return [...this.analysis(entry).files.values()].map(({ file }) => file.source.text).join("\0");
  }
  #dataFile(path: string): DataFile | undefined {
    const bytes = this.bytes(path);
    if (bytes === null) return undefined;
    const known = this.#data.get(path);
    if (known !== undefined && known.bytes === bytes) return known.file;
    const file = readDataFile(path, bytes);
    this.#data.set(path, { bytes, file });
    return file;
  }
}

function isModel(path: string): boolean {
  return path.endsWith(".gtfp");
}
