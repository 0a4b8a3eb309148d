/** The page: the bar, and below it lesson, model and meaning side by side; on narrow screens one at a time. */
import type { ComponentType } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import type { PanelId } from "./contract.ts";
import { panels } from "./panels/panels.ts";
import { actions } from "./state/actions.ts";
import { view } from "./state/view.ts";
import { say } from "./words/say.ts";

const loaded = Object.fromEntries(
  Object.entries(panels).map(([id, load]) => [id, lazy(load)]),
) as unknown as Record<PanelId, ComponentType>;

export function App() {
  const Panel = loaded[view.panel.value];
  return (
    <>
      <header class="bar">
        <strong>GTFP</strong>
        <button type="button" onClick={() => actions.run()}>
          {say("run")}
        </button>
      </header>
      <main class="columns">
        <ModelColumn />
        <section class="meaning" aria-label={say("meaning")}>
          <div role="tablist" class="tabs">
            {(Object.keys(panels) as PanelId[]).map((id) => (
              <button
                key={id}
                type="button"
                role="tab"
                aria-selected={view.panel.value === id}
                onClick={() => {
                  view.panel.value = id;
                }}
              >
                {say(id)}
              </button>
            ))}
          </div>
          <div role="tabpanel" class="panel">
            <Suspense fallback={<p>{say("loading")}</p>}>
              <Panel />
            </Suspense>
          </div>
        </section>
      </main>
    </>
  );
}

function ModelColumn() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void import("./editor/monaco.ts").then(({ createEditor }) => createEditor(place.current!));
  }, []);
  return <section class="model" ref={place} aria-label={say("model")} />;
}
