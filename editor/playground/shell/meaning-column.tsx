/** What the model means: a tab for each way to look at it. A panel is loaded when it is first shown. */
import type { ComponentChildren, ComponentType } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useErrorBoundary } from "preact/hooks";
import type { PanelId } from "../contract.ts";
import { panels } from "../panels/panels.ts";
import { ProblemCount } from "../panels/problems/problem-count.tsx";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { Tabs } from "./tabs.tsx";

const ids = Object.keys(panels) as PanelId[];
const loaded = Object.fromEntries(ids.map((id) => [id, lazy(panels[id])])) as unknown as Record<
  PanelId,
  ComponentType
>;

export function MeaningColumn() {
  const panel = view.panel.value;
  const Panel = loaded[panel];
  return (
    <section
      class="meaning"
      id="meaning"
      tabIndex={-1}
      aria-label={say("meaning")}
      data-in-sight={view.column.value === "meaning"}
    >
      <Tabs
        name={say("meaning")}
        controls="panel"
        chosen={panel}
        choose={(id) => {
          view.panel.value = id;
        }}
        tabs={ids.map((id) => ({
          id,
          label: (
            <>
              {say(id)}
              {id === "problems" && <ProblemCount />}
            </>
          ),
        }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div id="panel" role="tabpanel" class="panel" tabIndex={0} aria-labelledby={`panel-tab-${panel}`}>
        <Guarded key={panel}>
          <Suspense fallback={<p class="muted">{say("loading")}</p>}>
            <Panel />
          </Suspense>
        </Guarded>
      </div>
    </section>
  );
}

/** A panel that fails leaves the rest of the page alone. */
function Guarded({ children }: { readonly children: ComponentChildren }) {
  const [error, again] = useErrorBoundary();
  if (error === undefined) return <>{children}</>;
  return (
    <div role="alert">
      <p>{say("panelFailed", { detail: error instanceof Error ? error.message : String(error) })}</p>
      <p class="row">
        <button type="button" onClick={again}>
          {say("panelAgain")}
        </button>
        <button type="button" onClick={() => location.reload()}>
          {say("pageReload")}
        </button>
      </p>
    </div>
  );
}
