/**
 * One variable of a system in its runs: the control run in grey, the others in colour under their names, and below, as a chart of its own,
 * how they differ from the control run.
 */
import type { Unit } from "../../language/units/unit.ts";
import type { VegaLite } from "./chart.ts";
import type { Fan } from "./fan.ts";
import { axisTitle } from "./labels.ts";
import { lineChart } from "./line-chart.ts";
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

/**
 * @param variable its name and unit
 * @param relative whether differences are told in per cent of the control run
 * @param fan bands of a sensitivity; none: null
 * @param timeTitle the axis of time
 */
export function scenarioCharts(
  variable: { readonly name: string; readonly unit: Unit | null },
  runs: readonly ScenarioRun[],
  relative: boolean,
  fan: Fan | null,
  timeTitle: string,
): ScenarioCharts {
  const { name, unit } = variable;
  const known = unit === null || unit.text === "1" ? null : unit;
  const value = lineChart(
    [{ label: name, title: axisTitle(name, known), unit, scale: "level", series: runs.map(seriesOf), fan }],
    timeTitle,
    true,
    name,
  );
  const control = runs.find((run) => run.control);
  const others = control === undefined ? [] : runs.filter((run) => !run.control);
  if (control === undefined || others.length === 0) return { value: small(value, 170), difference: null };
  const series = others.map((run) => seriesOf({ ...run, points: differences(run, control, relative) }));
  const inUnit = relative ? "%" : known?.text;
  const title = `− ${control.name}${inUnit === undefined ? "" : ` [${inUnit}]`}`;
  const difference = lineChart(
    [{ label: name, title, unit, scale: "difference", series, fan: null }],
    timeTitle,
    true,
    title,
  );
  return { value: small(value, 170), difference: small(difference, 80) };
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

/** As wide as there is room, and so high. */
function small(spec: VegaLite, height: number): VegaLite {
  const { width: _, ...rest } = spec;
  return { ...rest, height };
}
