/** Files are replaced whole: written beside their place under another name, then renamed over it. */
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../io.ts";

/** What the system's usual refusals mean to the user. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EEXIST: "there is a file of that name where a folder is needed",
  ENOTDIR: "there is a file of that name where a folder is needed",
  EISDIR: "there is a folder of that name",
  ENOSPC: "the disk is full",
  EROFS: "the disk cannot be written",
};

/** Writes all files or none of them: renaming begins once everything has been written. */
export function replaceFiles(files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: { temporary: string; path: string }[] = [];
  try {
    for (const [named, content] of files) {
      const path = target(named);
      mkdirSync(dirname(path), { recursive: true });
      const temporary = join(dirname(path), `.gtfp-${process.pid}-${written.length}.tmp`);
      written.push({ temporary, path });
      writeFileSync(temporary, content);
      keepMode(path, temporary);
    }
    for (const { temporary, path } of written) renameSync(temporary, path);
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${path ?? ""}: ${reasons[code] ?? message}`);
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true });
  }
}

/** A link stays a link: what it points to is replaced. */
function target(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function keepMode(path: string, temporary: string): void {
  try {
    chmodSync(temporary, statSync(path).mode);
  } catch {
    // A new file has no mode to keep.
  }
}
