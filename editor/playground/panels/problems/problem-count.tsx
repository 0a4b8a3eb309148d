/** How many problems there are, for the panel's tab: errors and claims that fail. Nothing where there are none. */
import { computed } from "@preact/signals";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";

const problemCount = computed(() => {
  const errors = study.diagnostics.value.filter(({ severity }) => severity === "error").length;
  const failed = study.outcome.value?.results.expectations?.filter(({ pass }) => !pass).length ?? 0;
  return errors > 0 ? errors : failed;
});

export function ProblemCount() {
  const n = problemCount.value;
  if (n === 0) return null;
  return (
    <span class="problem-count">
      <span aria-hidden="true">{n}</span>
      <span class="unseen">{say("problemsCount", { n })}</span>
    </span>
  );
}
