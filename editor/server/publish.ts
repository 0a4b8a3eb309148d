/** Pushes diagnostics: those of the source at once, those of the data when the typing pauses. */
import type { Connection } from "vscode-languageserver";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { readPanels } from "../../runtime/read-panels.ts";
import { loadWorkbooks } from "../../runtime/tables/workbooks.ts";
import type { Converter } from "./convert.ts";
import type { Uris } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** How long nothing is typed before data files are read, in milliseconds. */
const PAUSE = 400;

export class Publisher {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #uris: Uris;
  readonly #convert: Converter;
  /** What was sent of each file, to send only what has changed. */
  readonly #sent = new Map<string, string>();
  /** What was found in data files, and the texts for which it was. */
  #data: readonly Diagnostic[] = [];
  readonly #dataTexts = new Map<string, string>();
  #soon = false;
  #stopped = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, workspace: Workspace, uris: Uris, convert: Converter) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#uris = uris;
    this.#convert = convert;
  }

  /** Publishes once the messages that have arrived are taken in: of several keystrokes only the last one counts. */
  soon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#readData(), PAUSE);
    if (this.#soon) return;
    this.#soon = true;
    setTimeout(() => {
      this.#soon = false;
      this.now();
    }, 0);
  }

  /** The connection ends: what is still due is not sent. */
  stop(): void {
    clearTimeout(this.#pause);
    this.#stopped = true;
  }

  now(): void {
    if (this.#stopped) return;
    for (const path of this.#workspace.openModels) this.#send(path);
  }

  clear(path: string): void {
    if (!this.#sent.delete(path)) return;
    void this.#connection.sendDiagnostics({ uri: this.#uris.uriOf(path), diagnostics: [] });
  }

  /** All that has been found for a file: what quick fixes are made from. */
  of(path: string): Diagnostic[] {
    const text = this.#workspace.text(path) ?? "";
    const known = this.#dataTexts.get(path) ?? "";
    // Until the data are read again, what stands before the place of a change still holds.
    const data = this.#data.filter(
      ({ span }) => span.file === path && text.slice(0, span.end) === known.slice(0, span.end),
    );
    return [...this.#workspace.diagnostics(path), ...data];
  }

  #send(path: string): void {
    const diagnostics = this.of(path).map((d) => this.#convert.diagnostic(d));
    const text = JSON.stringify(diagnostics);
    if (this.#sent.get(path) === text) return;
    this.#sent.set(path, text);
    void this.#connection.sendDiagnostics({ uri: this.#uris.uriOf(path), diagnostics });
  }

  async #readData(): Promise<void> {
    const { openModels, bytes } = this.#workspace;
    const roots = new Set(openModels.flatMap((path) => this.#workspace.rootsOf(path)));
    const checked = [...roots].map((root) => this.#workspace.analysis(root).checked);
    const texts = openModels.map((path) => [path, this.#workspace.text(path) ?? ""] as const);
    for (const { sound } of checked) await loadWorkbooks(sound);
    this.#data = checked.flatMap(({ sound, model }) => readPanels(sound, { read: bytes }, model !== null));
    this.#dataTexts.clear();
    for (const [path, text] of texts) this.#dataTexts.set(path, text);
    this.now();
  }
}
