/** What renaming and deleting a file asks. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { WordKey } from "../words/en.ts";
import { say } from "../words/say.ts";
import { Dialog } from "./dialog.tsx";
import { isModel, isPath } from "./stored-study.ts";

interface RenameProps {
  readonly path: string;
  readonly others: readonly string[];
  readonly close: () => void;
  readonly rename: (to: string) => void;
}

export function RenameDialog({ path, others, close, rename }: RenameProps) {
  const name = useSignal(path);
  const id = useId();
  const wrong = whatIsWrong(name.value.trim(), path, others);
  const submit = () => {
    if (wrong !== null) return;
    rename(name.value.trim());
    close();
  };
  return (
    <Dialog title={say("fileRenameTitle", { path })} close={close} submit={submit}>
      <label class="field">
        {say("fileNewName")}
        <input
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
          aria-invalid={wrong !== null}
          aria-describedby={id}
        />
      </label>
      <p id={id} class="wrong">
        {wrong !== null && say(wrong)}
      </p>
      <div class="row end">
        <button type="button" onClick={close}>
          {say("cancel")}
        </button>
        <button type="submit" class="primary">
          {say("ok")}
        </button>
      </div>
    </Dialog>
  );
}

function whatIsWrong(name: string, path: string, others: readonly string[]): WordKey | null {
  if (name !== path && others.includes(name)) return "fileNameTaken";
  if (!isPath(name)) return "fileNameBad";
  return isModel(path) && !isModel(name) ? "fileNameModel" : null;
}

interface DeleteProps {
  readonly path: string;
  readonly close: () => void;
  readonly remove: () => void;
}

export function DeleteDialog({ path, close, remove }: DeleteProps) {
  const submit = () => {
    remove();
    close();
  };
  return (
    <Dialog title={say("fileDeleteTitle", { path })} close={close} submit={submit}>
      <p>{say("fileDeleteText")}</p>
      <div class="row end">
        <button type="button" onClick={close}>
          {say("cancel")}
        </button>
        <button type="submit" class="primary">
          {say("delete")}
        </button>
      </div>
    </Dialog>
  );
}
