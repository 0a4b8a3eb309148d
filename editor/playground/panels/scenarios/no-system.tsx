/** A model without a system: what one is, and a small one at the press of a button. */
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { exampleSystem } from "./example-system.ts";

export function NoSystem() {
  const outline = study.outline.value;
  const text = exampleSystem(outline);
  const insert = () => {
    const path = study.entry.value;
    const before = study.text.value.trimEnd();
    const glue = before === "" ? "" : "\n\n";
    actions.setText(path, `${before}${glue}${text}`);
    const start = before.length + glue.length;
    actions.reveal(path, start, start + text.length);
  };
  return (
    <div class="invitation">
      <p>{say("scenariosNone")}</p>
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" class="primary" onClick={insert}>
        {say("scenariosInsert")}
      </button>
    </div>
  );
}
