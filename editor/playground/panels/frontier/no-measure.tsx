/** What a model without a measure is told, and a way to begin. */
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { withExample } from "./example.ts";

export function NoMeasure() {
  return (
    <div class="no-measure">
      <p>{say("frontierNoMeasure")}</p>
      <pre>
        <code>{say("frontierExampleLine")}</code>
      </pre>
      <button
        type="button"
        class="primary"
        onClick={() => {
          const text = withExample(study.text.value, study.outline.value);
          actions.setText(study.entry.value, text);
        }}
      >
        {say("frontierInsert")}
      </button>
    </div>
  );
}
