/**
 * A study in a link: `1.` and base64url of the deflated JSON of its files. The number is the major version of the language, so that an
 * older page can say why it does not understand a newer link.
 */
import { isModel, isPath, readStoredStudy, type StoredStudy } from "./stored-study.ts";

const language = 1;
/** Links beyond this break in messengers and mail. */
export const longestLink = 30_000;
/** What a link may unfold to: a few hundred bytes can hold gigabytes of blanks. */
const largestStudy = 8_000_000;

type SharedFiles = Pick<StoredStudy, "files" | "entry">;
export type Decoded =
  | { readonly study: StoredStudy }
  | { readonly problem: "broken" }
  /** Written by a page of a later major version of the language. */
  | { readonly problem: "newer"; readonly version: number };

interface Payload {
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
  /** Files that are no text, in base64. */
  readonly bytes?: Readonly<Record<string, string>>;
}

export async function encodeStudy({ files, entry }: SharedFiles): Promise<string> {
  const texts = files.flatMap(([path, content]) => (typeof content === "string" ? [[path, content]] : []));
  const bytes = files.flatMap(([path, content]) =>
    typeof content === "string" ? [] : [[path, toBase64(content)]],
  );
  const payload: Payload = {
    entry,
    files: Object.fromEntries(texts),
    ...(bytes.length > 0 && { bytes: Object.fromEntries(bytes) }),
  };
  const json = new TextEncoder().encode(JSON.stringify(payload));
  const packed = await through(json, new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY);
  return `${language}.${toBase64(packed).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The study of a link; whatever is wrong with it is an answer, never an exception. */
export async function decodeStudy(code: string): Promise<Decoded> {
  const [, version, packed] = /^(\d{1,6})\.([\w-]+)$/.exec(code) ?? [];
  if (version === undefined) return { problem: "broken" };
  if (Number(version) > language) return { problem: "newer", version: Number(version) };
  try {
    const bytes = fromBase64(packed!.replaceAll("-", "+").replaceAll("_", "/"));
    const json = await through(bytes, new DecompressionStream("deflate-raw"), largestStudy);
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
    const { entry, files, bytes: others = {} } = value as Payload;
    const study = readStoredStudy({
      entry,
      files: [
        ...Object.entries(files),
        ...Object.entries(others).map(([path, text]) => [path, fromBase64(text)]),
      ],
    });
    return study === null ? { problem: "broken" } : { study };
  } catch {
    return { problem: "broken" };
  }
}

/** The file that takes most of a link that is too long, models last: a reader can send data another way. */
export async function largestFile(files: StoredStudy["files"]): Promise<string | undefined> {
  const sizes = await Promise.all(
    files.map(async ([path, content]) => ({
      path,
      size: (await encodeStudy({ files: [[path, content]], entry: path })).length,
    })),
  );
  const data = sizes.filter(({ path }) => isPath(path) && !isModel(path));
  return (data.length > 0 ? data : sizes).sort((a, b) => b.size - a.size)[0]?.path;
}

/** @throws where the stream does not hold what it should, or more than `most` bytes */
async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    chunks.push(read.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  const step = 0x8000;
  for (let i = 0; i < bytes.length; i += step) {
    binary += String.fromCharCode(...bytes.subarray(i, i + step));
  }
  return btoa(binary);
}
function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
