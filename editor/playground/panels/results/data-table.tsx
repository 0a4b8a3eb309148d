/** A result table on the page: sorted by its heads, searched from outside, drawn only where it is in sight, its units pointed at. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { sameUnit, type TableView, type ViewColumn } from "../../../../runtime/tables/table-view.ts";
import { hideTip, showTip } from "../../charts/tip.ts";
import type { UnitName } from "../../contract.ts";
import { view as page } from "../../state/view.ts";
import { withMinus } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import { Cell } from "./cell.tsx";
import { inSight, nextSort, rowOrder, type Sort } from "./row-order.ts";
import { TableHead } from "./table-head.tsx";
import "../../look/tables.css";

interface Props {
  readonly view: TableView;
  readonly label: string;
  readonly query?: string;
  /** What a number's tip tells beside its digits. */
  readonly tell?: (unit: UnitName) => Readonly<Record<string, string>>;
  /** Hears of the rows that are shown. */
  readonly onRows?: (rows: Int32Array<ArrayBuffer>) => void;
}

/** Tables of no more rows are drawn whole, so that they can be searched and printed. */
const drawnWhole = 150;

export function DataTable({ view, label, query = "", tell, onRows }: Props) {
  const [sort, setSort] = useState<Sort | null>(null);
  const rows = useMemo(() => rowOrder(view, sort, query), [view, sort, query]);
  useEffect(() => onRows?.(rows), [rows]);
  const frame = useRef<HTMLDivElement>(null);
  const [sight, rowHeight] = useSight(frame, rows.length);
  const [active, setActive] = useState(0);
  const place = Math.min(active, rows.length - 1);
  const { first, end } = sight;
  const shown = Array.from(rows.subarray(first, end));
  const keys = view.columns.filter((column) => column.key);

  const choose = (row: number) => {
    const unit = view.unitOf?.(row) ?? null;
    page.chosen.value = sameUnit(page.chosen.value, unit) ? null : unit;
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    const rowAt = () => frame.current?.querySelector<HTMLElement>(`[data-place="${next}"]`);
    if (rowAt() === null) frame.current?.scrollTo({ top: next * rowHeight });
    requestAnimationFrame(() => rowAt()?.focus({ preventScroll: false }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };
    const step = steps[event.key];
    if (!(event.target as Element).matches("tr")) return;
    if (step !== undefined) move(place + step);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(rows.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && view.unitOf !== null) choose(rows[place]!);
    else return;
    event.preventDefault();
  };
  const point = (event: PointerEvent) => {
    const cell = (event.target as Element).closest("td, tbody th") as HTMLTableCellElement | null;
    const row = rows[Number(cell?.closest("tr")?.dataset.place ?? Number.NaN)];
    if (cell === null || row === undefined) return leave();
    const unit = view.unitOf?.(row) ?? null;
    if (!sameUnit(page.pointed.value, unit)) page.pointed.value = unit;
    const column = view.columns[cell.cellIndex];
    if (column === undefined || column.key) return hideTip();
    const told = unit === null || tell === undefined ? {} : tell(unit);
    showTip(event, { [headOf(column)]: fullOf(column, row), ...told });
  };
  const leave = () => {
    hideTip();
    page.pointed.value = null;
  };

  return (
    <div class="table-frame" ref={frame}>
      <table
        class="numbers data"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={view.columns.length}
        onKeyDown={onKeyDown}
        onPointerMove={point}
        onPointerLeave={leave}
      >
        <TableHead
          columns={view.columns}
          sort={sort}
          onSort={(column) => setSort(nextSort(sort, column.name, column.numeric))}
        />
        <tbody>
          <Blank rows={first} height={rowHeight} columns={view.columns.length} />
          {shown.map((row, i) => {
            const unit = view.unitOf?.(row) ?? null;
            const above = i === 0 || sort !== null ? null : shown[i - 1]!;
            return (
              <tr
                key={row}
                data-place={first + i}
                aria-rowindex={first + i + 2}
                aria-selected={unit === null ? undefined : sameUnit(page.chosen.value, unit)}
                class={sameUnit(page.pointed.value, unit) ? "pointed" : undefined}
                tabIndex={first + i === place ? 0 : -1}
                onClick={() => {
                  setActive(first + i);
                  if (unit !== null && !hasSelection()) choose(row);
                }}
              >
                {view.columns.map((column) => (
                  <Cell
                    key={column.name}
                    column={column}
                    row={row}
                    again={above !== null && repeats(keys, column, row, above)}
                  />
                ))}
              </tr>
            );
          })}
          <Blank rows={rows.length - end} height={rowHeight} columns={view.columns.length} />
        </tbody>
      </table>
      {rows.length === 0 && <p class="no-rows muted">{say("resultsNoRows")}</p>}
    </div>
  );
}

/** Room for rows that are not drawn. */
function Blank({ rows, height, columns }: { rows: number; height: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="blank">
      <td colSpan={columns} style={{ height: `${rows * height}px` }} />
    </tr>
  );
}

/** Which rows are in sight of a frame that scrolls, and how high one is. */
function useSight(frame: { readonly current: HTMLElement | null }, count: number) {
  const whole = count <= drawnWhole;
  const [sight, setSight] = useState({ first: 0, end: Math.min(count, drawnWhole), rowHeight: 31 });
  useEffect(() => {
    const element = frame.current!;
    if (whole) return;
    const look = () => {
      const row = element.querySelector("tbody tr[data-place]");
      const rowHeight = row?.getBoundingClientRect().height || 31;
      const next = inSight(element.scrollTop, element.clientHeight, rowHeight, count);
      setSight((old) =>
        old.first === next.first && old.end === next.end && old.rowHeight === rowHeight
          ? old
          : { ...next, rowHeight },
      );
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [count, whole]);
  if (whole) return [{ first: 0, end: count }, sight.rowHeight] as const;
  return [{ first: Math.min(sight.first, count), end: Math.min(sight.end, count) }, sight.rowHeight] as const;
}

/** Leading keys that say the same as in the row above are drawn faintly: they read as headings of a group. */
function repeats(keys: readonly ViewColumn[], column: ViewColumn, row: number, above: number): boolean {
  const at = keys.indexOf(column);
  if (at < 0 || at >= keys.length - 1) return false;
  return keys.slice(0, at + 1).every((key) => key.value(row) === key.value(above));
}
function headOf({ name, symbol }: ViewColumn): string {
  return symbol === "" ? name : `${name} ${symbol}`;
}
function fullOf(column: ViewColumn, row: number): string {
  const { key, numeric } = column;
  const full = column.full(row);
  return [numeric && !key ? withMinus(full) : full, column.value(row) === null ? "" : column.unit]
    .filter(Boolean)
    .join(" ");
}
function hasSelection(): boolean {
  return (getSelection()?.toString() ?? "") !== "";
}
