/** A row of tabs of which one is in the tab order; arrows, Home and End choose. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ComponentChildren;
  readonly title?: string;
}

interface Props<Id extends string> {
  readonly name: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  /** The element that shows the chosen tab. */
  readonly controls: string;
}

/** Each tab has the id `CONTROLS-tab-ID`, by which its panel is named. */
export function Tabs<Id extends string>({ name, tabs, chosen, choose, controls }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    choose(tabs[next]!.id);
    (list.current!.children[next] as HTMLElement).focus();
  };
  useEffect(() => {
    // The row alone scrolls, not the page around it.
    const row = list.current!;
    const tab = row.querySelector<HTMLElement>("[aria-selected=true]");
    if (tab === null) return;
    const from = tab.offsetLeft - row.offsetLeft;
    if (from < row.scrollLeft) row.scrollLeft = from;
    row.scrollLeft = Math.max(row.scrollLeft, from + tab.offsetWidth - row.clientWidth);
  }, [chosen]);
  return (
    <div ref={list} role="tablist" class="tabs" aria-label={name} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label, title }) => (
        <button
          key={id}
          id={`${controls}-tab-${id}`}
          type="button"
          role="tab"
          class="tab"
          title={title}
          aria-selected={id === chosen}
          aria-controls={controls}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
