/** A study at rest: what is kept in the browser and what stands aside. What comes back from a store is looked at before it is believed. */

export interface StoredStudy {
  readonly files: readonly (readonly [path: string, content: string | Uint8Array])[];
  /** The model that is run, and the file in the editor. */
  readonly entry: string;
  readonly shown: string;
  /** The lesson that it belongs to. */
  readonly lesson: string | null;
}

/** The study in a stored value, or null where it is none: written by another version, damaged, absent. */
export function readStoredStudy(value: unknown): StoredStudy | null {
  if (!isRecord(value) || !Array.isArray(value.files)) return null;
  const files: [string, string | Uint8Array][] = [];
  for (const pair of value.files as readonly unknown[]) {
    if (!Array.isArray(pair)) return null;
    const [path, content] = pair as readonly unknown[];
    if (typeof path !== "string" || !isPath(path)) return null;
    if (typeof content !== "string" && !(content instanceof Uint8Array)) return null;
    files.push([path, content]);
  }
  const has = (path: unknown): path is string => files.some(([name]) => name === path);
  const entry = has(value.entry) ? value.entry : files.find(([path]) => isModel(path))?.[0];
  if (entry === undefined) return null;
  return {
    files,
    entry,
    shown: has(value.shown) ? value.shown : entry,
    lesson: typeof value.lesson === "string" ? value.lesson : null,
  };
}

/** Whether two studies hold the same files. */
export function sameFiles(a: Pick<StoredStudy, "files">, b: Pick<StoredStudy, "files">): boolean {
  const others = new Map(b.files);
  return (
    a.files.length === b.files.length && a.files.every(([path, content]) => others.get(path) === content)
  );
}

export function isModel(path: string): boolean {
  return path.endsWith(".gtfp");
}

/** Paths stay below the study: relative, with `/`. */
export function isPath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 200 &&
    !path.startsWith("/") &&
    !/[\\\p{Cc}]/u.test(path) &&
    !path.split("/").some((part) => part === "" || part === "." || part === "..")
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
