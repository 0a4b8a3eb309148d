/** The files of one command: read once, named as the user or the model names them, with `/`. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { nearest } from "../../language/diagnostics/suggest.ts";
import { type Io, UsageError } from "../io.ts";

export const standardInput = "-";

/** Why a model cannot be read, and what may have been meant. */
export interface Unreadable {
  readonly why: string;
  readonly help?: string;
}

export class Workspace {
  readonly #io: Io;
  readonly #bytes = new Map<string, Uint8Array | null>();
  readonly #provided = new Set<string>();

  constructor(io: Io) {
    this.#io = io;
  }

  /** The file's bytes, or null where there is none that can be read. */
  readBytes(path: string): Uint8Array | null {
    let bytes = this.#bytes.get(path);
    if (bytes === undefined) {
      bytes = readOrNull(resolve(this.#io.cwd, path));
      this.#bytes.set(path, bytes);
    }
    return bytes;
  }

  /** The files that were asked for, whether they are there or not; full paths. */
  get asked(): string[] {
    return this.#files().map(([name]) => resolve(this.#io.cwd, name));
  }

  /** Whether a file that was asked for has another content by now. */
  get isStale(): boolean {
    return this.#files().some(([name, bytes]) => {
      const now = readOrNull(resolve(this.#io.cwd, name));
      return bytes === null || now === null ? bytes !== now : Buffer.compare(bytes, now) !== 0;
    });
  }

  /** Gives a text that stands in no file a name by which places in it can be shown. */
  provide(name: string, text: string): void {
    this.#bytes.set(name, new TextEncoder().encode(text));
    this.#provided.add(name);
  }

  /** The file's text, or null; bytes that are no UTF-8 show as replacement characters. */
  readText(path: string): string | null {
    const bytes = this.readBytes(path);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }

  /** Reads a model, standard input included; why it cannot be read, or null where it can. */
  async whyUnreadable(path: string): Promise<Unreadable | null> {
    if (path === standardInput && !this.#bytes.has(path)) {
      this.#bytes.set(path, await this.#io.readStdin());
    }
    const bytes = this.readBytes(path);
    if (bytes === null) return this.#whyNot(path);
    return isText(bytes) ? null : { why: "it is not a text file in UTF-8" };
  }

  /** Makes sure that a model can be read, or says why not. */
  async open(path: string): Promise<void> {
    const reason = await this.whyUnreadable(path);
    if (reason === null) return;
    const help = reason.help === undefined ? "" : ` (${reason.help})`;
    throw new UsageError(`cannot read ${path}: ${reason.why}${help}`);
  }

  /** The models that arguments name: files as they are, folders by every `.gtfp` in them. */
  models(paths: readonly string[]): string[] {
    const found = paths.flatMap((path) => {
      const name = slashes(path);
      if (path === standardInput || !isFolder(resolve(this.#io.cwd, path))) return [name];
      const models = modelsIn(resolve(this.#io.cwd, path)).map((model) => join(name, model));
      if (models.length === 0) throw new UsageError(`there is no .gtfp file in ${path}`);
      return models.map(slashes);
    });
    return [...new Set(found)];
  }

  #files(): [string, Uint8Array | null][] {
    return [...this.#bytes].filter(([name]) => name !== standardInput && !this.#provided.has(name));
  }

  #whyNot(path: string): Unreadable {
    const full = resolve(this.#io.cwd, path);
    if (isFolder(full)) return { why: "it is a folder", help: "name a .gtfp file in it" };
    const folder = dirname(full);
    if (!isFolder(folder)) return { why: `there is no folder ${slashes(dirname(path))}` };
    const names = readdirSync(folder);
    const name = full.slice(folder.length + 1);
    if (names.includes(name)) return { why: "permission denied" };
    const why = "there is no such file";
    const similar = names.find((other) => other === `${name}.gtfp`) ?? nearest(name, names);
    if (similar === undefined) return { why };
    return { why, help: `did you mean ${slashes(join(dirname(path), similar))}?` };
  }
}

function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Paths below a folder, sorted; hidden folders and installed packages are left out. */
function modelsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
        return modelsIn(join(folder, entry.name)).map((path) => join(entry.name, path));
      }
      return entry.name.endsWith(".gtfp") ? [entry.name] : [];
    })
    .sort();
}

function slashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
