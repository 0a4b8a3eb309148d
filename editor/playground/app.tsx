/** The page: the bar, and below it lesson, model and meaning side by side; on narrow screens one at a time. */
import type { View } from "./contract.ts";
import { Bar } from "./shell/bar.tsx";
import { Drop } from "./shell/drop.tsx";
import { widths } from "./shell/keep.ts";
import { LessonColumn } from "./shell/lesson-column.tsx";
import { MeaningColumn } from "./shell/meaning-column.tsx";
import { ModelColumn } from "./shell/model-column.tsx";
import { Notices } from "./shell/notices.tsx";
import { Separator } from "./shell/separator.tsx";
import { ShareDialog } from "./shell/share-dialog.tsx";
import { Status } from "./shell/status.tsx";
import { view } from "./state/view.ts";
import { say } from "./words/say.ts";

export function App() {
  const hasLesson = view.lesson.value !== null;
  const { lesson, model } = widths.value;
  // Without a lesson its room is shared out.
  const more = hasLesson ? 0 : lesson / 2;
  return (
    <>
      <Bar />
      <Notices />
      <main
        class={`columns ${hasLesson ? "with-lesson" : ""}`}
        style={{ "--lesson": `${lesson}%`, "--model": `${model + more}%` }}
      >
        {hasLesson && <LessonColumn />}
        {hasLesson && (
          <Separator
            class="after-lesson"
            name={say("widthOfLesson")}
            value={lesson}
            least={15}
            most={45}
            set={(value) => {
              widths.value = { lesson: value, model };
            }}
          />
        )}
        <ModelColumn />
        <Separator
          class="after-model"
          name={say("widthOfModel")}
          value={model + more}
          least={20 + more}
          most={60 + more}
          set={(value) => {
            widths.value = { lesson, model: value - more };
          }}
        />
        <MeaningColumn />
      </main>
      <Status />
      <Switch hasLesson={hasLesson} />
      <ShareDialog />
      <Drop />
    </>
  );
}

/** On narrow screens: which column is in sight. */
function Switch({ hasLesson }: { readonly hasLesson: boolean }) {
  const columns: readonly View["column"]["value"][] = hasLesson
    ? ["lesson", "model", "meaning"]
    : ["model", "meaning"];
  return (
    <nav class="switch" aria-label={say("columnsOf")}>
      {columns.map((column) => (
        <button
          key={column}
          type="button"
          aria-pressed={view.column.value === column}
          onClick={() => {
            view.column.value = column;
          }}
        >
          {say(column)}
        </button>
      ))}
    </nav>
  );
}
