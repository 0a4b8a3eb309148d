/** Charts of one value against another. */
import type { Model } from "../../language/model.ts";
import type { Chart } from "../charts/chart.ts";
import { type DrawnPoint, type PointPanel, pointChart } from "../charts/point-chart.ts";
import { pointSentence, together as sentences } from "../charts/sentences.ts";
import type { Environment } from "../evaluate/environment.ts";
import { together } from "../evaluate/row-by-row.ts";
import { numbersOf } from "../evaluate/value.ts";
import { quantityOf } from "./chart-panels.ts";
import { type ChartItem, chartTable, chosenValue, isTime } from "./chart-values.ts";
import { summariseValue } from "./summarise.ts";

export function pointsChart(name: string, item: ChartItem, model: Model, env: Environment): Chart {
  const right = item.against!;
  const x = chosenValue(right, item, env);
  const drawn = item.values.map((value) => ({ value, y: chosenValue(value, item, env) }));
  const all = [
    ...drawn.map(({ value, y }) => summariseValue(value, y, undefined, env)),
    summariseValue(right, x, undefined, env),
  ];
  const xQuantity = quantityOf(all.at(-1)!, model, env);
  const panels = drawn.map(({ y }, i): PointPanel & { label: string } => {
    const quantity = quantityOf(all[i]!, model, env);
    const { shape, rows } = together([y, x]);
    const [ys, xs] = [numbersOf(y), numbersOf(x)];
    const columns = [...shape.keys, ...shape.groups];
    const scenario = shape.keys.filter(({ role }) => role === "scenario");
    const chosen = item.by === undefined ? scenario : columns.filter((key) => item.by!.includes(key.name));
    const time = shape.keys.find(isTime);
    const path = time?.role === "time";
    // A run without a key of its own is one path; units of a panel are points.
    const others = path ? shape.keys.filter((key) => key !== time && !chosen.includes(key)) : [];
    const apart = [...chosen, ...others];
    const points = Array.from({ length: shape.rows }, (_, row): DrawnPoint => {
      const [iy, ix] = [rows[0]![row]!, rows[1]![row]!];
      const order = time?.labels[row];
      return {
        x: ix < 0 ? Number.NaN : xs[ix]!,
        y: iy < 0 ? Number.NaN : ys[iy]!,
        series: apart.map((key) => String(key.labels[row])).join(", "),
        name: shape.keys.map((key) => String(key.labels[row])).join(", "),
        order: typeof order === "number" ? order : row,
      };
    }).filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
    return {
      label: quantity.label,
      xTitle: xQuantity.title,
      yTitle: quantity.title,
      points,
      path,
      repeated: time !== undefined,
      of: apart.length === 0 ? null : apart.map((key) => key.name).join(", "),
    };
  });
  const sentence = sentences(panels.map((panel) => pointSentence(panel, panel.label, xQuantity.label)));
  return { spec: pointChart(panels, sentence), sentence, table: chartTable(name, item, all, env) };
}
