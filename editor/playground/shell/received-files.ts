/** Files from the reader's computer: what they are, and under which path a model expects them. */
import { isModel } from "./stored-study.ts";

export interface ReceivedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const data = /\.(csv|tsv|tab|txt|json|xlsx|xlsm)$/i;
export const accepted = ".gtfp,.csv,.tsv,.tab,.txt,.json,.xlsx,.xlsm";

function isData(path: string): boolean {
  return data.test(path);
}
export function isKnown(path: string): boolean {
  return isModel(path) || isData(path);
}

/** Text where the bytes are UTF-8 and the ending says text; else the bytes, for the reader of tables to judge. */
export function contentOf(name: string, bytes: Uint8Array): string | Uint8Array {
  if (/\.xls[xm]$/i.test(name)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/**
 * The path under which a model looks for a file of this name: `data/mills.csv` where it says so, else the name itself. What stands in
 * quotes in the models decides.
 */
export function expectedPath(name: string, models: readonly string[]): { path: string; named: boolean } {
  for (const text of models) {
    for (const [, quoted] of text.matchAll(/"([^"\n]+)"/g)) {
      if (quoted === name || quoted!.endsWith(`/${name}`)) return { path: quoted!, named: true };
    }
  }
  return { path: name, named: false };
}
