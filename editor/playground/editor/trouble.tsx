/** The page's own failing, and what the reader can do about it. */
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";

export function Trouble() {
  const trouble = study.trouble.value;
  if (trouble === null) return null;
  const [detail = ""] = trouble.detail.split("\n");
  const key = ({ fault: "editorFault", memory: "editorMemory", data: "editorData" } as const)[trouble.is];
  return (
    <p class="page-notice trouble" role="alert">
      <span class="grow">{say(key, { detail })}</span>
      {trouble.is !== "data" && (
        <button type="button" class="link" onClick={() => actions.run()}>
          {say("editorAgain")}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={say("close")}
        title={say("close")}
        onClick={() => {
          study.trouble.value = null;
        }}
      >
        ×
      </button>
    </p>
  );
}
