/** Takes files in: models make a new study, data goes to the one on the page. */
import { dataSkeleton } from "../../../runtime/tables/data-skeleton.ts";
import { Superseded, Wrong } from "../contract.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { tell } from "./notice.ts";
import { contentOf, expectedPath, isKnown, type ReceivedFile } from "./received-files.ts";
import { isModel, isPath } from "./stored-study.ts";
import { addFiles, deleteFile, openStudy } from "./studies.ts";

export async function receive(list: Iterable<File>): Promise<void> {
  const files: ReceivedFile[] = [];
  for (const file of list) {
    if (!isKnown(file.name) || !isPath(file.name)) {
      tell("trouble", "noticeUnknownKind", { path: file.name });
      continue;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      files.push({ name: file.name, content: contentOf(file.name, bytes) });
    } catch (error) {
      tell("trouble", "noticeBadFile", { path: file.name, why: String(error) });
    }
  }
  if (files.some(({ name }) => isModel(name))) openReceived(files);
  else for (const file of files) await addData(file);
}

/** A study of the files that came together. */
function openReceived(files: readonly ReceivedFile[]): void {
  const models = files.filter(({ name }) => isModel(name));
  const texts = models.map(({ content }) => String(content));
  const placed = files.map(({ name, content }): [string, string | Uint8Array] => [
    isModel(name) ? name : expectedPath(name, texts).path,
    content,
  ]);
  const entry = models[0]!.name;
  openStudy({ files: placed, entry, shown: entry, lesson: null });
  tell("done", "noticeOpened", { path: entry });
}

/** Data beside the model; where the model does not name it yet, a `data` block is written. */
async function addData({ name, content }: ReceivedFile): Promise<void> {
  const texts = [...study.files.value].flatMap(([path, text]) => (isModel(path) ? [String(text)] : []));
  const { path, named } = expectedPath(name, texts);
  addFiles([[path, content]]);
  if (named) return tell("done", "noticeAdded", { path });
  try {
    const { header, rows } = await actions.ask<"table">({ ask: "table", path });
    const { value: text } = study.text;
    const block = dataSkeleton({ path, header, rows }, text);
    const before = text.trimEnd() === "" ? "" : `${text.trimEnd()}\n\n`;
    actions.setText(study.entry.value, before + block);
    study.shown.value = study.entry.value;
    actions.reveal(study.entry.value, before.length, before.length + block.trimEnd().length);
    tell("done", "noticeSkeleton", { path });
  } catch (error) {
    // The text moved on, or the data are too large, of which the page tells elsewhere.
    if (error instanceof Superseded) return;
    // What cannot be read is of no use to the model.
    if (error instanceof Wrong) deleteFile(path);
    tell("trouble", "noticeBadFile", { path, why: error instanceof Error ? error.message : String(error) });
  }
}
