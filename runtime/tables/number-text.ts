/** Numbers for people: the decimals that a column's sizes ask for, thousands grouped, blanks as a dash. */

export const missing = "–";

/** A column that would need more decimals is shown in powers of ten. */
const mostDecimals = 7;

/**
 * Five significant digits of the column's largest number (unless told otherwise) and three of its median one, at most four decimals
 * (more only where all are tiny), and no decimals that every value lacks.
 */
export function decimalsFor(values: ArrayLike<number>, ofLargest = 5): number {
  const sizes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (Number.isFinite(size) && size > 0) sizes.push(size);
  }
  if (sizes.length === 0) return 0;
  sizes.sort((a, b) => a - b);
  const wanted = Math.max(
    ofLargest - wholeDigits(sizes[sizes.length - 1]!),
    3 - wholeDigits(sizes[Math.floor(sizes.length / 2)]!),
    0,
  );
  const tiny = sizes[sizes.length - 1]! < 0.01;
  const most = tiny ? Math.min(wanted - 1, 15) : Math.min(wanted, 4);
  for (let decimals = 0; decimals < most; decimals++) {
    if (sizes.every((x) => Number(x.toFixed(decimals)) === Number(x.toFixed(most)))) return decimals;
  }
  return most;
}

/** Digits before the point; negative for the zeros behind it (0.05: -1). */
function wholeDigits(size: number): number {
  return Math.floor(Math.log10(size)) + 1;
}

/** `614,838.01`, `0.9012`; a minus zero shows as zero, a missing number as a dash. */
export function formatNumber(x: number, decimals: number): string {
  if (Number.isNaN(x)) return missing;
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "-∞";
  if (Math.abs(x) >= 1e15) return x.toExponential(4);
  if (decimals > mostDecimals) return x === 0 ? "0" : x.toExponential(3);
  const fixed = x.toFixed(decimals);
  const text = Number(fixed) === 0 ? fixed.replace("-", "") : fixed;
  const [whole, part] = text.split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A number within a sentence: three significant digits, as short as it can be written. */
export function shortNumber(x: number, digits = 3): string {
  if (!Number.isFinite(x)) return formatNumber(x, 0);
  const size = Math.abs(x);
  if (size >= 1e12 || (size > 0 && size < 1e-6)) return Number(x.toPrecision(digits)).toExponential();
  return x.toLocaleString("en-US", { maximumSignificantDigits: Math.max(digits, wholeDigits(size)) });
}

/** Blanks behind numbers of fewer decimals, so that all points stand below each other. */
export function pointsAligned(cells: readonly string[]): string[] {
  const behind = (cell: string) => (cell.includes(".") ? cell.length - cell.indexOf(".") : 0);
  const most = Math.max(...cells.map(behind));
  return cells.map((cell) => cell + " ".repeat(most - behind(cell)));
}
