/** What the server needs from where it runs: a disk and processes, or a page. */
import type { JsonResults } from "../../runtime/report/results-json.ts";

export interface ServerHost {
  /** The bytes of a file that the editor has not opened, or null. */
  read(path: string): Uint8Array | null;
  /** The paths of all models in the workspace: for symbols, and for who imports whom. */
  models(): readonly string[];
  /** The editor opened these folders. */
  opened?(folders: readonly string[]): void;
  /** Runs a model as it is saved; where it is absent the editor's own side runs models. */
  run?(path: string): Promise<JsonResults>;
}
