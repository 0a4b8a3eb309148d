/** The line at the foot: what the last run was, how far the one under way is, whether a long one should start. */
import { effect, signal } from "@preact/signals";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { showPanel, view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { isKept } from "./keep.ts";

/** Whether a run has been under way long enough to be worth a word: short ones come and go without flicker. */
export const isRunLong = signal(false);
let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  clearTimeout(timer);
  if (study.running.value)
    timer = setTimeout(() => {
      isRunLong.value = true;
    }, 400);
  else isRunLong.value = false;
});

export function Status() {
  return (
    <footer class="status">
      <div role="status" class="grow">
        {errors() > 0 ? <ErrorsLink /> : statusText()}
      </div>
      {isRunLong.value && <Progress />}
      {study.waiting.value !== null && !study.running.value && (
        <button type="button" class="primary" onClick={() => actions.run()}>
          {say("run")}
        </button>
      )}
      <span class="muted private">{say(isKept.value ? "private" : "statusNotKept")}</span>
    </footer>
  );
}

/** Errors, where nothing more pressing is to be said. */
function errors(): number {
  if (study.trouble.value !== null || isRunLong.value || study.waiting.value !== null) return 0;
  return study.diagnostics.value.filter(({ severity }) => severity === "error").length;
}

function ErrorsLink() {
  const n = errors();
  return (
    <button type="button" class="link" onClick={() => showPanel("problems")}>
      {n === 1 ? say("statusError") : say("statusErrors", { n })}
    </button>
  );
}

function Progress() {
  const progress = study.progress.value;
  if (progress === null || progress.total === 0) return <progress aria-label={say("statusRunning")} />;
  const { what, done, total } = progress;
  return (
    <>
      <span class="muted">{say("statusProgress", { what, done: whole(done), total: whole(total) })}</span>
      <progress value={done} max={total} aria-label={what} />
    </>
  );
}

function statusText(): string {
  if (study.trouble.value !== null) return troubleText(study.trouble.value);
  if (isRunLong.value) return say("statusRunning");
  if (study.waiting.value !== null) {
    const { seconds, why } = study.waiting.value;
    const time = timeText(seconds);
    return why === "" ? say("statusLongPlain", { time }) : say("statusLong", { time, why });
  }
  return study.fresh.value ? ranText() : "";
}

function troubleText(trouble: NonNullable<typeof study.trouble.value>): string {
  if (trouble.is === "data") return say("statusTooLarge", { n: trouble.detail });
  if (trouble.is === "memory") return say("statusMemory");
  return say("statusFault", { detail: trouble.detail.split("\n")[0]! });
}

function ranText(): string {
  const outcome = study.outcome.value;
  if (outcome === null) return "";
  const parts = [say("statusRan", { time: timeText(outcome.took / 1000) })];
  const solved = outcome.programs.reduce((sum, p) => sum + p.optimal + p.infeasible, 0);
  const certified = outcome.programs.reduce((sum, p) => sum + p.certified, 0);
  const holes = { n: whole(solved), certified: whole(certified) };
  if (solved > 0) parts.push(say(solved === certified ? "statusPrograms" : "statusProgramsSome", holes));
  const claims = outcome.results.expectations ?? [];
  const met = claims.filter(({ pass }) => pass).length;
  if (claims.length > 0) parts.push(say("statusClaims", { met, n: claims.length }));
  return parts.join(" · ");
}

function timeText(seconds: number): string {
  if (seconds < 1) return say("milliseconds", { n: Math.max(1, Math.round(seconds * 1000)) });
  if (seconds < 90) return say("seconds", { n: seconds < 10 ? seconds.toFixed(1) : Math.round(seconds) });
  return say("minutes", { n: Math.round(seconds / 60) });
}
function whole(n: number): string {
  return n.toLocaleString(view.language.value);
}
