/** The URIs of an editor as the paths that models use, and back. */

/** `scheme://authority`, or `scheme:` for what has no authority, and the path. */
const parts = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/i;

export class Uris {
  readonly #known = new Map<string, string>();
  #prefix = "file://";

  /** The path of a URI, decoded, with `/`; on Windows without the slash before the drive. */
  pathOf(uri: string): string {
    const [, prefix = "", rest = uri] = parts.exec(uri) ?? [];
    const path = decode(rest).replace(/^\/([A-Za-z]:)/, "$1");
    if (prefix.includes("//")) this.#prefix = prefix;
    this.#known.set(path, uri);
    return path;
  }

  /** The URI of a path as the editor wrote it, else one of the same kind as the last one it wrote. */
  uriOf(path: string): string {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const absolute = /^[A-Za-z]:/.test(path) ? `/${path}` : path;
    return this.#prefix + absolute.split("/").map(encodeURIComponent).join("/");
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
