/** What a chart shows, in a sentence for each quantity: it stands below the picture and is its text for those who do not see it. */
import { extent } from "./axes.ts";
import type { BarPanel } from "./bar-chart.ts";
import { hiddenBars, mostBars } from "./bar-chart.ts";
import type { Fan } from "./fan.ts";
import { amount, asSentence, listed, quantity, when } from "./labels.ts";
import { type LinePanel, mostLines } from "./line-chart.ts";
import { atEnd, meanSeries, type Panel, placesOf } from "./panel.ts";
import { correlation, drawnPoints, type PointPanel } from "./point-chart.ts";

/** More sentences than that are not read. */
const mostSentences = 3;

export function together(sentences: readonly string[]): string {
  const told = sentences.filter((sentence) => sentence !== "");
  return told.slice(0, mostSentences).map(asSentence).join(" ");
}

export function lineSentence(panel: LinePanel): string {
  const fan = panel.fan === null ? "" : `. ${fanSentence(panel.fan, panel)}`;
  const base = panel.series.find((series) => series.base);
  if (base !== undefined && panel.series.length > 1) return `${comparisonSentence(panel)}${fan}`;
  const [only] = panel.series;
  if (only === undefined || only.points.length === 0) return `${panel.label} has no values`;
  if (panel.series.length > 1) return `${extremesSentence(panel)}${fan}`;
  const [first, last] = [only.points[0]!, only.points.at(-1)!];
  const label = only.name === "" ? panel.label : `${panel.label} in ${only.name}`;
  if (first === last) return `${label} is ${quantity(last.y, panel)} ${when(last.x)}${fan}`;
  const top = only.points.reduce((best, point) => (point.y > best.y ? point : best));
  const peaks =
    top.y > Math.max(first.y, last.y) * 1.01 && top.y > 0
      ? `, with its peak of ${quantity(top.y, panel)} ${when(top.x)}`
      : "";
  if (first.y === last.y) {
    return `${label} is ${quantity(last.y, panel)} both ${when(first.x)} and ${when(last.x)}${peaks}${fan}`;
  }
  const way = last.y > first.y ? "rises" : "falls";
  const change = first.y > 0 && panel.scale === "level" ? ` (${signed((last.y / first.y - 1) * 100)} %)` : "";
  return `${label} ${way} from ${quantity(first.y, panel)} ${when(first.x)} to ${quantity(last.y, panel)} ${when(last.x)}${change}${peaks}${fan}`;
}

/** `In 2030 co2 is 12 % higher in s2 than in current` */
function comparisonSentence(panel: Panel): string {
  const at = placesOf(panel.series).at(-1)!;
  const ends = atEnd(panel.series);
  const base = ends.find(({ series }) => series.base);
  const others = panel.series
    .filter((one) => !one.base)
    .flatMap((one) => ends.filter(({ series }) => series === one));
  if (base === undefined || others.length === 0) return extremesSentence(panel);
  const ranked = [...others].sort((a, b) => b.y - a.y);
  const told = others.length > 4 ? [ranked[0]!, ranked.at(-1)!] : others;
  const parts = told.map(({ series, y }) => `${difference(y, base.y, panel)} in ${series.name}`);
  const more = others.length > 4 ? `; the other ${others.length - 2} lie between` : "";
  const against = told.some(({ y }) => y === base.y) ? ", against" : " than in";
  return `${capital(when(at))} ${panel.label} is ${listed(parts)}${against} ${base.series.name}${more}`;
}

function difference(y: number, base: number, of: Pick<Panel, "unit" | "scale">): string {
  if (y === base) return "the same";
  if (base === 0 || Math.sign(y) !== Math.sign(base)) {
    return `${quantity(Math.abs(y - base), of)} ${y > base ? "higher" : "lower"}`;
  }
  const share = Math.abs((y / base - 1) * 100);
  return `${amount(share)} % ${y > base ? "higher" : "lower"}`;
}

/** `In 2014 score is highest in Beijing (1.1) and lowest in Tibet (0.7); the mean of 31 is 0.9` */
function extremesSentence(panel: Panel): string {
  const at = placesOf(panel.series).at(-1)!;
  const ends = atEnd(panel.series).map(({ series, y }) => ({ name: series.name, y, series }));
  const told = `${capital(when(at))} ${panel.label} ${highestAndLowest(ends, panel)}`;
  if (panel.series.length < 4) return told;
  const mean = meanSeries({ ...panel, series: ends.map(({ series }) => series) });
  const all = `${told}; the ${mean.name} of ${ends.length} is ${quantity(mean.points.at(-1)!.y, panel)}`;
  return `${all}${drawnOf(Math.min(panel.series.length, mostLines), panel.series.length, "lines")}`;
}

/** Numbers that are told alike count as equal. */
function highestAndLowest(
  all: readonly { readonly name: string; readonly y: number }[],
  panel: Pick<Panel, "unit" | "scale">,
): string {
  const { low, high } = extent(all.map(({ y }) => y));
  const [most, least] = [quantity(high, panel), quantity(low, panel)];
  if (most === least) return `is ${most} in all ${all.length}`;
  const holders = (told: string) => {
    const names = all.filter(({ y }) => quantity(y, panel) === told).map(({ name }) => name);
    return names.length > 3 ? `${names.length} of ${all.length}` : listed(names);
  };
  return `is highest in ${holders(most)} (${most}) and lowest in ${holders(least)} (${least})`;
}

function fanSentence({ name, bands }: Fan, of: Pick<Panel, "unit" | "scale">): string {
  const [widest] = bands;
  const last = widest!.points.at(-1)!;
  return `${capital(when(last.x))} ${widest!.share} of the runs of ${name} lie between ${quantity(last.low, of)} and ${quantity(last.high, of)}`;
}

/** `score is highest in Beijing (1.1) and lowest in Tibet (0.7)` */
export function barSentence(panel: BarPanel, at: string): string {
  const all = panel.series.flatMap(({ name, points }) =>
    points.map(({ x, y }) => ({ y, name: [String(x), name].filter((part) => part !== "").join(", ") })),
  );
  if (all.length === 0) return `${panel.label}${at} has no values`;
  if (all.length === 1) return `${panel.label}${at} is ${quantity(all[0]!.y, panel)}`;
  const hidden = hiddenBars(panel);
  const left =
    hidden === 0
      ? ""
      : `. The picture leaves out the ${hidden} in the middle and shows the ${mostBars} at both ends`;
  return `${panel.label}${at} ${highestAndLowest(all, panel)}${left}`;
}

export function pointSentence(panel: PointPanel, y: string, x: string): string {
  const { points } = panel;
  if (points.length === 0) return `No row has both ${y} and ${x}`;
  const r = correlation(points);
  if (panel.path) {
    const { low, high } = extent(points.map(({ order }) => order));
    return `${y} against ${x} as they move from ${low} to ${high}`;
  }
  const told = Number.isNaN(r)
    ? ""
    : `; their correlation is ${amount(Number(r.toFixed(2)))}: ${strength(r)}`;
  return `${y} against ${x} in ${points.length} rows${told}${drawnOf(drawnPoints(panel).length, points.length, "points")}`;
}

function strength(r: number): string {
  if (Math.abs(r) < 0.2) return "hardly any";
  const together =
    r > 0 ? "where one is high the other tends to be high" : "where one is high the other tends to be low";
  return Math.abs(r) < 0.5 ? `weakly, ${together}` : together;
}

/** Where a picture shows some for all. */
function drawnOf(drawn: number, all: number, what: string): string {
  return drawn === all ? "" : `. The picture shows ${drawn} of the ${all} ${what}`;
}

function capital(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

function signed(x: number): string {
  return x > 0 ? `+${amount(x)}` : amount(x);
}
