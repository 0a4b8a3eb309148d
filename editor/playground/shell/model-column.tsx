/** The model's text, and the study's other files. */
import { useEffect, useRef } from "preact/hooks";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { FileTabs } from "./file-tabs.tsx";
import { isModel } from "./stored-study.ts";
import { TableView } from "./table-view.tsx";

export function ModelColumn() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the page has painted: the editor is the largest part.
    void import("../editor/create-editor.ts").then(({ createEditor }) => createEditor(place.current!));
  }, []);
  const shown = study.shown.value;
  return (
    <section
      class="model"
      id="model"
      tabIndex={-1}
      aria-label={say("model")}
      data-in-sight={view.column.value === "model"}
    >
      <FileTabs />
      <div id="file" role="tabpanel" class="file" aria-labelledby={`file-tab-${shown}`}>
        <div ref={place} class="editor" hidden={!isModel(shown)} />
        {!isModel(shown) && <TableView key={shown} path={shown} />}
        <pre class="printed-model">{study.text.value}</pre>
      </div>
    </section>
  );
}
