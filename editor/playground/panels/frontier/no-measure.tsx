/** What a model without a measure is told, and a way to begin. */
import { computed } from "@preact/signals";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { exampleFor, withExample } from "./example.ts";

export function NoMeasure() {
  if (hasErrors.value) return <Errors nothing />;
  return (
    <div class="no-measure">
      <p>{say("frontierNoMeasure")}</p>
      <pre>
        <code>{exampleFor(study.text.value, study.outline.value).trimEnd()}</code>
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

/** A model with errors may hold a measure that could not be read. */
export const hasErrors = computed(() => study.diagnostics.value.some(({ severity }) => severity === "error"));

export function Errors({ nothing = false }: { readonly nothing?: boolean }) {
  return (
    <p class="trouble">
      {say(nothing ? "frontierErrorsOnly" : "frontierErrors")}{" "}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          view.panel.value = "problems";
        }}
      >
        {say("problems")}
      </button>
    </p>
  );
}
