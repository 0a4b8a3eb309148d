/** One tableau of the simplex method: the basis at its left, the entering column and the leaving row marked. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { mathMathml } from "../../../../compiler/print/math-mathml.ts";
import { sameUnit } from "../../../../runtime/tables/table-view.ts";
import type { SimplexSteps } from "../../../../runtime/teach/simplex-types.ts";
import { hideTip, showTip } from "../../charts/tip.ts";
import type { UnitName } from "../../contract.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { short, whole } from "../frontier/figures.ts";
import { columnWords, shownColumns } from "./step-words.ts";

interface Props {
  readonly steps: SimplexSteps;
  readonly at: number;
  /** The unit behind an intensity's name, if it can be pointed at. */
  readonly unitOf: (name: string) => UnitName | null;
}

export function Tableau({ steps, at, unitOf }: Props) {
  const place = useRef<HTMLElement>(null);
  const { columns, rows, tableaux } = steps;
  const { basis, cells, rhs, reduced, objective, step, phase } = tableaux[at]!;
  const shown = shownColumns(steps, at);
  const pivot = step.is === "pivot" || step.is === "drive_out" ? step : null;
  const entering = pivot?.entering ?? (step.is === "unbounded" ? step.entering : -1);
  const leaving = pivot?.row ?? -1;
  const ratios = step.is === "pivot" ? step.ratios : null;
  const name = (j: number) => columnWords(columns[j]!, steps, say);
  const units = useMemo(
    () => columns.map(({ unit }) => (unit === undefined ? null : unitOf(unit))),
    [columns, unitOf],
  );
  /** A column of a unit lights up with it. */
  const points = (j: number) => ({
    onPointerEnter: () => {
      if (units[j] !== null) view.pointed.value = units[j]!;
    },
    onPointerLeave: () => {
      view.pointed.value = null;
    },
  });
  const classes = (j: number, ...more: readonly (string | false)[]) =>
    [...more, sameUnit(units[j]!, view.pointed.value) && "lit"].filter((one) => one !== false).join(" ");
  useEffect(() => showEntering(place.current!), [steps, at]);
  /** In mathematics for the eye, in words for the ear. */
  const Sign = ({ column }: { readonly column: number }) => (
    <>
      <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: mathMathml(columns[column]!.formula) }} />
      <span class="unseen">{name(column)}</span>
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys.
    <section ref={place} class="tableau-scroll" tabIndex={0} aria-label={say("programTableau")} {...tells}>
      <table class="simplex">
        <thead>
          <tr>
            <th scope="col" class="head">
              {say("programBasis")}
            </th>
            {shown.map((j) => (
              <th
                key={j}
                scope="col"
                class={classes(j, j === entering && "entering")}
                title={name(j)}
                {...points(j)}
              >
                {j === entering && (
                  <span class="pivot-mark" role="img" aria-label={say("programEnters")}>
                    ▼
                  </span>
                )}
                <Sign column={j} />
              </th>
            ))}
            <th scope="col" class="rhs">
              {say("programRhs")}
            </th>
            <th scope="col" class="ratio">
              {ratios !== null && say("programRatio")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.name} class={i === leaving ? "leaving" : undefined}>
              <th
                scope="row"
                class={classes(basis[i]!, "head")}
                title={`${name(basis[i]!)} (${row.name})`}
                {...points(basis[i]!)}
              >
                {i === leaving && (
                  <span class="pivot-mark" role="img" aria-label={say("programLeaves")}>
                    ◀
                  </span>
                )}
                <Sign column={basis[i]!} />
              </th>
              {shown.map((j) => (
                <Cell
                  key={j}
                  value={cells[i]![j]!}
                  kind={[
                    j === entering && "entering",
                    i === leaving && j === entering && "pivot",
                    j === basis[i] && "basic",
                  ]}
                />
              ))}
              <Cell value={rhs[i]!} kind={["rhs"]} />
              <td class="ratio">{ratios !== null && <Ratio ratio={ratios[i]!} least={i === leaving} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="head">
              {say(phase === 1 ? "programSumRow" : "programObjectiveRow")}
            </th>
            {shown.map((j) => (
              <Cell key={j} value={reduced[j]!} kind={[j === entering && "entering"]} />
            ))}
            <Cell value={objective} kind={["rhs"]} />
            <td class="ratio" />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Scrolls a wide tableau so that the entering column is in sight, beside what sticks to its edges. */
function showEntering(place: HTMLElement): void {
  const column = place.querySelector<HTMLElement>("thead .entering");
  if (column === null) return;
  const head = place.querySelector<HTMLElement>("thead .head")!.offsetWidth;
  const sticks = getComputedStyle(place.querySelector("thead .rhs")!).position === "sticky";
  const free = place.clientWidth - head - (sticks ? 144 : 0);
  const from = column.getBoundingClientRect().left - place.getBoundingClientRect().left;
  const left = from + place.scrollLeft - head;
  const out = left < place.scrollLeft || left + column.offsetWidth > place.scrollLeft + free;
  if (out) place.scrollLeft = left - Math.max(0, free - column.offsetWidth) / 2;
}

function Cell({ value, kind }: { readonly value: number; readonly kind: readonly (string | false)[] }) {
  const classes = [...kind, value === 0 && "zero"].filter((one) => one !== false).join(" ");
  return (
    <td class={classes === "" ? undefined : classes} data-whole={whole(value)}>
      {short(value)}
    </td>
  );
}

function Ratio({ ratio, least }: { readonly ratio: number | null; readonly least: boolean }) {
  if (ratio === null) return <span class="none">–</span>;
  return (
    <span data-whole={whole(ratio)} class={least ? "least" : undefined}>
      {short(ratio)}
    </span>
  );
}

/** Every digit of the number under the pointer. */
const tells = {
  onPointerOver: (event: PointerEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>("[data-whole]");
    if (cell !== null && cell.dataset.whole !== cell.textContent) showTip(event, cell.dataset.whole);
    else hideTip();
  },
  onPointerLeave: hideTip,
};
