/** A printed program. Its rows lead to their places in the source; binding ones tell so, with the price of their variable. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { actions } from "../../state/actions.ts";
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
    if (remark === undefined) return;
    for (const row of place.current!.querySelectorAll("table.tableau tr")) {
      const cell = document.createElement("td");
      cell.className = "remark";
      if (!row.matches(".objective")) {
        cell.textContent = remark(originOf(row).variables, row.matches(".binding"));
      }
      row.append(cell);
    }
  });
  return (
    <>
      <div class="printed" lang="en" ref={place} />
      {parts.rest !== "" && (
        <details class="printed-rest">
          <summary>{restLabel}</summary>
          {/* The printer escapes all that it takes from the model. */}
          <div class="printed" lang="en" dangerouslySetInnerHTML={{ __html: parts.rest }} />
        </details>
      )}
    </>
  );
}

/** A row leads to its first place in the source: by a click anywhere, and by a button in its head. */
function link(row: Element, rowLabel: (row: string) => string): void {
  const source = originOf(row).sources[0];
  if (source === undefined) return;
  const go = () => actions.reveal(source.file, source.start, source.end);
  row.classList.add("to-source");
  row.addEventListener("click", go);
  const head = row.querySelector("th");
  if (head === null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "row-link";
  button.textContent = head.textContent;
  button.setAttribute("aria-label", rowLabel(head.textContent ?? ""));
  head.replaceChildren(button);
}
