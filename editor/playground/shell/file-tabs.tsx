/** The study's files above the editor: one tab each, and what can be done with the one in sight. */
import { useSignal } from "@preact/signals";
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";
import { DeleteDialog, RenameDialog } from "./file-dialogs.tsx";
import { Menu, type MenuItem } from "./menu.tsx";
import { openFiles } from "./open-save.ts";
import { isModel } from "./stored-study.ts";
import { addFiles, deleteFile, freePath, renameFile } from "./studies.ts";
import { Tabs } from "./tabs.tsx";

export function FileTabs() {
  const asking = useSignal<"rename" | "delete" | null>(null);
  const files = [...study.files.value.keys()];
  const shown = study.shown.value;
  const entry = study.entry.value;
  const models = files.filter(isModel);
  const item = (key: string, label: string, choose: () => void): MenuItem => ({ key, label, choose });
  const forShown: readonly MenuItem[] = [
    ...(isModel(shown) && shown !== entry
      ? [
          item("run", say("fileRun"), () => {
            study.entry.value = shown;
          }),
        ]
      : []),
    item("rename", say("fileRename"), () => {
      asking.value = "rename";
    }),
    ...(isModel(shown) && models.length === 1
      ? []
      : [
          item("delete", say("fileDelete"), () => {
            asking.value = "delete";
          }),
        ]),
  ];
  const forNew: readonly MenuItem[] = [
    item("model", say("fileNewModel"), () => {
      const path = freePath("model.gtfp");
      addFiles([[path, ""]], path);
    }),
    item("data", say("fileNewData"), () => void openFiles()),
  ];
  const close = () => {
    asking.value = null;
  };
  return (
    <div class="file-bar">
      <Tabs
        name={say("files")}
        controls="file"
        chosen={shown}
        choose={(path) => {
          study.shown.value = path;
        }}
        tabs={files.map((path) => ({
          id: path,
          title: path === entry ? say("fileEntry", { path }) : path,
          label: (
            <>
              {path === entry && models.length > 1 && <span aria-hidden="true">▸</span>}
              {path.replace(/^.*\//, "")}
            </>
          ),
        }))}
      />
      <Menu label="⋯" name={say("fileMore", { path: shown })} items={forShown} />
      <Menu label="+" name={say("fileAdd")} items={forNew} class="pull-down-end" />
      {asking.value === "rename" && (
        <RenameDialog path={shown} others={files} close={close} rename={(to) => renameFile(shown, to)} />
      )}
      {asking.value === "delete" && (
        <DeleteDialog path={shown} close={close} remove={() => deleteFile(shown)} />
      )}
    </div>
  );
}
