/** Runs a model through the host and keeps what it gave, for hovers, hints and lenses. */
import { MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { JsonResults } from "../../runtime/report/results-json.ts";
import { computedValues } from "./computed-values.ts";
import type { Serving } from "./server.ts";

export class Runs {
  readonly #serving: Serving;

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  /** `gtfp.run` and `gtfp.test` with the URI of a model: both run all of it. */
  async execute(command: string, args: readonly unknown[]): Promise<void> {
    const { workspace, uris } = this.#serving;
    const [uri] = args;
    if (workspace.host.run === undefined || typeof uri !== "string") return;
    const path = uris.pathOf(uri);
    const [entry = path] = workspace.rootsOf(path);
    const { files } = workspace.analysis(entry);
    const unsaved = [...files.keys()].filter((file) =>
      isUnsaved(workspace.host.read(file), workspace.text(file)),
    );
    if (unsaved.length > 0) {
      this.#tell(MessageType.Warning, `Save first: a run reads ${unsaved.join(", ")} as saved.`);
      return;
    }
    try {
      const results = await workspace.host.run(entry);
      this.show(entry, results);
      this.#tell(MessageType.Info, outcome(results, command));
    } catch (error) {
      this.#tell(MessageType.Error, error instanceof Error ? error.message : String(error));
    }
  }

  #tell(type: MessageType, message: string): void {
    void this.#serving.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  show(path: string, results: JsonResults): void {
    const { connection, workspace } = this.#serving;
    workspace.setValues(path, computedValues(results, workspace.text));
    // Not every client can be asked to look again; the next change shows them then.
    connection.languages.inlayHint.refresh().catch(() => {});
    connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
  }
}

function isUnsaved(bytes: Uint8Array | null, text: string | null): boolean {
  return bytes !== null && text !== null && new TextDecoder().decode(bytes) !== text;
}

function outcome({ tables, expectations = [], diagnostics }: JsonResults, command: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return `The model was not run: ${errors[0]!.message}`;
  const held = expectations.filter(({ pass }) => pass).length;
  const claims = expectations.length === 0 ? "" : `${held} of ${expectations.length} expectations hold`;
  if (command === "gtfp.test") return claims || "This model has no expectations.";
  const count = Object.keys(tables ?? {}).length;
  return [`${count} table${count === 1 ? "" : "s"} computed`, ...(claims === "" ? [] : [claims])].join("; ");
}
