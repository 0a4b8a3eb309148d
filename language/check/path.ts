/** Paths as models write them: `/` separates, relative to the file that names them. */

/** The folder of a path: `a/b.gtfp` lies in `a`, `b.gtfp` and standard input in the working folder, which is "". */
export function folderOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at < 0 ? "" : at === 0 ? "/" : path.slice(0, at);
}

/** The file's name without folder and ending. */
export function stemOf(path: string): string {
  if (path === "-") return "model";
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Whether a path does not depend on where it is named: `/data`, `C:/data`, `\\server\share`, `file:…`. */
export function isAbsolute(path: string): boolean {
  return /^([/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}

/** Whether a path holds what only some systems read as a path: a backslash or a control character. */
export function isUnreadable(path: string): boolean {
  return /[\\\p{Cc}]/u.test(path) && !/^\\\\/.test(path);
}

/** `folder/path` with `.` and `..` resolved as far as possible. */
export function resolvePath(folder: string, path: string): string {
  const whole = isAbsolute(path) || folder === "" ? path : `${folder}/${path}`;
  const root = whole.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || root === "") parts.push(part);
  }
  return root + parts.join("/");
}

/** Whether a resolved path lies in a folder or below it. */
export function isInside(folder: string, resolved: string): boolean {
  const base = resolvePath("", folder);
  const rest =
    base === ""
      ? resolved
      : resolved.startsWith(base === "/" ? base : `${base}/`)
        ? resolved.slice(base.length + 1)
        : null;
  return rest !== null && !isAbsolute(rest) && rest !== ".." && !rest.startsWith("../");
}
