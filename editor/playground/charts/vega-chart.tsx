/** A chart of the runtime, drawn. It follows the theme and its container's width, and moves when its data change. */
import { useEffect, useRef } from "preact/hooks";
import type { View } from "vega";
import type { VegaLite } from "../../../runtime/charts/chart.ts";
import { view as page } from "../state/view.ts";
import { type DataSets, dataSetsOf, drawChart, takesWidth, withoutData } from "./draw.ts";
import "../look/charts.css";

interface Props {
  readonly spec: VegaLite;
  /** Rows in place of those that the specification holds, by the data set's name. */
  readonly data?: DataSets;
  /** Called with each new view: to hear of marks that are pointed at, or to set signals. */
  readonly onView?: (view: View) => void;
  /** What the chart shows, in one sentence: its text for those who cannot see it. */
  readonly label: string;
}

const none: DataSets = {};

export function VegaChart({ spec, data = none, onView, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<View | null>(null);
  const newest = useRef({ spec, data, onView });
  newest.current = { spec, data, onView };
  const shape = withoutData(spec);
  const dark = page.dark.value;

  // A new specification or theme makes a new view; new data do not.
  useEffect(() => {
    let gone = false;
    const { spec, data } = newest.current;
    const drawing = drawChart(place.current!, spec, data, dark).then((view) => {
      if (gone) return view.finalize();
      drawn.current = view;
      newest.current.onView?.(view);
      void update(view, { ...dataSetsOf(newest.current.spec), ...newest.current.data });
    });
    drawing.catch((error: unknown) => console.error(error));
    return () => {
      gone = true;
      drawn.current?.finalize();
      drawn.current = null;
    };
  }, [shape, dark]);

  useEffect(() => {
    if (drawn.current !== null) void update(drawn.current, { ...dataSetsOf(spec), ...data });
  }, [spec, data]);

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const view = drawn.current;
      const width = entry!.contentRect.width;
      if (view === null || width === 0 || !("width" in view.getState().signals)) return;
      if (takesWidth(newest.current.spec)) void view.width(width).resize().runAsync();
    });
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);

  // Vega gives its own element a role, and its marks roles without names: a screen reader has the sentence instead.
  return (
    <div class="chart" role="img" aria-label={label}>
      <div aria-hidden="true" ref={place} />
    </div>
  );
}

/** Vega writes into the rows that it is given, so it is given copies. */
async function update(view: View, data: DataSets): Promise<void> {
  for (const [name, rows] of Object.entries(data)) {
    view.data(
      name,
      rows.map((row) => (typeof row === "object" ? { ...row } : row)),
    );
  }
  await view.runAsync();
}
