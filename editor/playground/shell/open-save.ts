/** Files in and out: with the browser's access to files where it has one, else by picking and by download. */
import { study } from "../state/study.ts";
import { tell } from "./notice.ts";
import { receive } from "./receive.ts";
import { accepted } from "./received-files.ts";

interface WritableFile {
  write(content: Blob): Promise<void>;
  close(): Promise<void>;
}
/** As in the File System Access API, which TypeScript's library leaves out. */
interface FileHandle {
  getFile(): Promise<File>;
  createWritable(): Promise<WritableFile>;
}
type Picker = (options: { readonly multiple: boolean }) => Promise<readonly FileHandle[]>;

/** Files that were opened with a handle are written back by it. */
const handles = new Map<string, FileHandle>();

export async function openFiles(): Promise<void> {
  const picker = (globalThis as { readonly showOpenFilePicker?: Picker }).showOpenFilePicker;
  if (picker === undefined) {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = accepted;
    input.onchange = () => void receive(input.files ?? []);
    input.click();
    return;
  }
  try {
    const picked = await picker({ multiple: true });
    const files = await Promise.all(picked.map((handle) => handle.getFile()));
    handles.clear();
    await receive(files);
    for (const [i, file] of files.entries()) handles.set(file.name, picked[i]!);
  } catch (error) {
    // The reader closed the picker.
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}

/** Writes the file in sight back to where it was opened, else downloads it. */
export async function saveShown(): Promise<void> {
  const path = study.shown.value;
  const content = study.files.value.get(path);
  if (content === undefined) return;
  const name = path.replace(/^.*\//, "");
  const blob = new Blob([content as string | Uint8Array<ArrayBuffer>]);
  const handle = handles.get(path);
  if (handle === undefined) return download(name, blob);
  try {
    const writable = await handle.createWritable();
    await writable.write(blob);
    await writable.close();
    tell("done", "noticeSaved", { path });
  } catch {
    download(name, blob);
  }
}

function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
