/**
 * One variable of a system in its runs: the control run in grey, the others in colour under their names, and below, as a chart of its own,
 * how they differ from the control run.
 */
import type { Unit } from "../../language/units/unit.ts";
import { extent, spread } from "./axes.ts";
import type { Json, VegaLite } from "./chart.ts";
import type { Fan } from "./fan.ts";
import { axisTitle } from "./labels.ts";
import { type LinePanel, lineChart } from "./line-chart.ts";
import type { Point, Series } from "./panel.ts";

export interface ScenarioRun {
  readonly name: string;
  /** The run that the others are compared with. */
  readonly control: boolean;
  readonly points: readonly Point[];
}
export interface ScenarioCharts {
  readonly value: VegaLite;
  /** Null where there is nothing to compare. */
  readonly difference: VegaLite | null;
}

/** Heights of the frames, in pixels. */
const heights = { value: 150, difference: 80 };
/** What axis and its name take beside the frame. */
const around = { above: 26, below: 26, legend: 44 };

/**
 * @param variable its name and unit
 * @param relative whether differences are told in per cent of the control run
 * @param fan bands of a sensitivity; none: null
 */
export function scenarioCharts(
  variable: { readonly name: string; readonly unit: Unit | null },
  runs: readonly ScenarioRun[],
  relative: boolean,
  fan: Fan | null,
): ScenarioCharts {
  const { name, unit } = variable;
  const known = unit === null || unit.text === "1" ? null : unit;
  const control = runs.find((run) => run.control);
  const compared = control !== undefined && runs.length > 1;
  const panel = (title: string, scale: "level" | "difference", shown: readonly ScenarioRun[]) => ({
    label: name,
    title,
    unit,
    scale,
    series: shown.map(seriesOf),
    fan: scale === "level" ? fan : null,
  });
  const chart = (one: LinePanel, height: number, axis: boolean) =>
    small(lineChart([one], "", true, one.title), one, height, axis);
  const value = chart(panel(axisTitle(name, known), "level", runs), heights.value, !compared);
  if (!compared) return { value, difference: null };
  // The control run differs from itself by nothing: it is the line of zero, in its grey.
  const differing = runs.map((run) => ({ ...run, points: differences(run, control, relative) }));
  const inUnit = relative ? "%" : known?.text;
  const title = `− ${control.name}${inUnit === undefined ? "" : ` [${inUnit}]`}`;
  return { value, difference: chart(panel(title, "difference", differing), heights.difference, true) };
}

/** A run minus the control run, at the instants that both have; in per cent where the control run is not zero. */
export function differences(run: ScenarioRun, control: ScenarioRun, relative: boolean): Point[] {
  const at = new Map(control.points.map(({ x, y }) => [x, y]));
  return run.points.flatMap(({ x, y }) => {
    const base = at.get(x);
    if (base === undefined || (relative && base === 0)) return [];
    return [{ x, y: relative ? (100 * (y - base)) / Math.abs(base) : y - base }];
  });
}

function seriesOf({ name, control, points }: ScenarioRun): Series {
  return { name, labels: [name], points, base: control };
}

/** A chart as wide as there is room, its frame so high, its names at the lines' ends set apart for that height. */
function small(spec: VegaLite, panel: LinePanel, height: number, axis: boolean): VegaLite {
  const { width: _, encoding, datasets, ...rest } = spec;
  const { x } = encoding as { readonly x: VegaLite };
  const shown = axis ? { ...x, title: null } : { ...x, title: null, axis: { labels: false, ticks: false } };
  const { ends, ...others } = datasets as { readonly [name: string]: readonly Json[] };
  const below = (axis ? around.below : 0) + (panel.fan === null ? 0 : around.legend);
  return {
    ...rest,
    // Axes of one width, so that the same instants stand below each other.
    config: { axisY: { minExtent: 46 } },
    height: height + around.above + below,
    encoding: { ...(encoding as VegaLite), x: shown },
    datasets: {
      ...others,
      ...(ends !== undefined && { ends: apart(ends as readonly End[], panel, height) }),
    },
  };
}

interface End {
  readonly [field: string]: Json;
  readonly y: number;
}

/** Names that find no room are left out: the lines have theirs in the chart above. */
function apart(ends: readonly End[], panel: LinePanel, height: number): Json[] {
  const { low, high } = extent(panel.series.flatMap(({ points }) => points.map(({ y }) => y)));
  const floor = low >= 0 && low < high / 2 ? 0 : low;
  const line = ((high - floor || 1) * 14) / height;
  const room = Math.floor(height / 14) + 1;
  const shown = ends.length <= room ? ends : [];
  const places = spread(
    shown.map(({ y }) => y),
    line,
  );
  return shown.map((end, i) => ({ ...end, place: places[i]! }));
}
