/** Waits for files to change. */
import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write in several steps; so many milliseconds after the last one they are done. */
const calm = 100;

/**
 * Resolves once one of the files has another content than what was read, and nothing has happened for a moment. Folders are
 * watched, as a file that is replaced is another one to the system; a folder that is not there is left out.
 *
 * @param differs whether any content is another one by now
 */
export function nextChange(paths: readonly string[], differs: () => boolean): Promise<void> {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = dirname(path);
    names.set(folder, (names.get(folder) ?? new Set()).add(basename(path)));
  }
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    const look = () => {
      if (!differs()) return;
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, calm);
    };
    for (const [folder, files] of names) {
      try {
        // Some systems do not tell the name.
        const watcher = watch(folder, (_, name) => (name === null || files.has(name)) && soon());
        watcher.on("error", () => watcher.close());
        watchers.push(watcher);
      } catch {
        // The model says itself what it lacks.
      }
    }
    // What changed while the model ran was not watched yet.
    soon();
  });
}
