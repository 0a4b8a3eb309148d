/** Files dropped anywhere on the page. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { say } from "../words/say.ts";
import { receive } from "./receive.ts";

export function Drop() {
  const over = useSignal(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = "copy";
      over.value = true;
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // The editor would take the file's text in.
      event.preventDefault();
      event.stopPropagation();
      over.value = false;
      void receive([...event.dataTransfer!.files]);
    };
    document.addEventListener("dragover", onDragOver, true);
    document.addEventListener("dragleave", onDragLeave);
    document.addEventListener("drop", onDrop, true);
    return () => {
      document.removeEventListener("dragover", onDragOver, true);
      document.removeEventListener("dragleave", onDragLeave);
      document.removeEventListener("drop", onDrop, true);
    };
  }, []);
  if (!over.value) return null;
  return (
    <div class="drop" aria-hidden="true">
      <p>
        <strong>{say("dropHere")}</strong>
        <span>{say("dropStays")}</span>
      </p>
    </div>
  );
}
