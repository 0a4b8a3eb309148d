/** A printed program. Its rows lead to their places in the source; binding ones tell so, with the price of their variable. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { actions } from "../../state/actions.ts";
import { view } from "../../state/view.ts";
import { originOf, partsOf } from "./printed.ts";

interface Props {
  readonly html: string;
  /** Words behind each row of a tableau, by the variable that it is about. */
  readonly remark?: (variables: readonly string[], binding: boolean) => string;
  readonly restLabel: string;
  readonly rowLabel: (row: string) => string;
}

export function PrintedProgram({ html, remark, restLabel, rowLabel }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => partsOf(html), [html]);
  useEffect(() => {
    place.current!.innerHTML = parts.program;
    for (const row of place.current!.querySelectorAll("[data-sources]")) link(row, rowLabel);
    if (remark !== undefined) addRemarks(place.current!, remark);
    placeRemarks(place.current!);
  });
  useEffect(() => {
    const printed = place.current!;
    const watch = new ResizeObserver(() => placeRemarks(printed));
    watch.observe(printed);
    return () => watch.disconnect();
  }, []);
  // A row that goes away while it is pointed at is never left.
  useEffect(
    () => () => {
      view.lit.value = null;
    },
    [html],
  );
  return (
    <>
      <div class="printed" lang="en" ref={place} />
      {parts.rest !== "" && (
        <details class="printed-rest">
          <summary>{restLabel}</summary>
          {/* The printer escapes all that it takes from the model. */}
          <section
            class="printed"
            lang="en"
            aria-label={restLabel}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys.
            tabIndex={0}
            dangerouslySetInnerHTML={{ __html: parts.rest }}
          />
        </details>
      )}
    </>
  );
}

/** Behind each row where there is room for them, else as a list below the table. */
function addRemarks(place: HTMLElement, remark: NonNullable<Props["remark"]>): void {
  const list = document.createElement("ul");
  list.className = "remarks";
  // Remarks are in the page's language, what is printed is English.
  list.lang = document.documentElement.lang;
  for (const row of place.querySelectorAll("table.tableau tr")) {
    const words = row.matches(".objective") ? "" : remark(originOf(row).variables, row.matches(".binding"));
    const cell = document.createElement("td");
    cell.className = "remark";
    cell.lang = list.lang;
    cell.textContent = words;
    row.append(cell);
    if (words === "") continue;
    const item = document.createElement("li");
    item.textContent = `${row.querySelector("th")?.textContent ?? ""}: ${words}`;
    list.append(item);
  }
  place.querySelector(".scroll")?.after(list);
}

function placeRemarks(place: HTMLElement): void {
  place.classList.remove("remarks-below");
  const scroll = place.querySelector(".scroll");
  place.classList.toggle("remarks-below", scroll !== null && scroll.scrollWidth > scroll.clientWidth);
}

/** A row leads to its first place in the source: by a click anywhere, and by a button in its head; while it is pointed at, the place is lit. */
function link(row: Element, rowLabel: (row: string) => string): void {
  const source = originOf(row).sources[0];
  if (source === undefined) return;
  const go = () => actions.reveal(source.file, source.start, source.end);
  row.classList.add("to-source");
  row.addEventListener("click", go);
  const light = () => {
    view.lit.value = source;
  };
  const dim = () => {
    view.lit.value = null;
  };
  for (const event of ["mouseenter", "focusin"]) row.addEventListener(event, light);
  for (const event of ["mouseleave", "focusout"]) row.addEventListener(event, dim);
  const head = row.querySelector("th");
  if (head === null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "row-link";
  button.textContent = head.textContent;
  button.setAttribute("aria-label", rowLabel(head.textContent ?? ""));
  head.replaceChildren(button);
}
