/** `describe` items: how many values each column has, and what they are like. */
import type { Expr, ReportItem } from "../../language/model.ts";
import { groupRows } from "../evaluate/aggregate.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { geomean, greatest, least, mean, median, sd } from "../evaluate/statistics.ts";
import { type KeyColumn, type Label, numbersOf } from "../evaluate/value.ts";
import { labelColumn, numberColumn } from "../experiment/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { firstPeriods } from "./first-periods.ts";
import { atPeriods } from "./summarise.ts";

type DescribeItem = Extract<ReportItem, { kind: "describe" }>;

interface Line {
  readonly variable: string;
  readonly unit: string | null;
  /** The labels of the `by` keys. */
  readonly labels: readonly Label[];
  /** Values that are there. */
  readonly present: readonly number[];
  readonly missing: number;
  /** A ratio index averages geometrically. */
  readonly geometric: boolean;
}

/**
 * A row for each column, or for each column and combination of the `by` keys. The standard deviation is that of a
 * sample (n − 1). The first period of an index has no change: it is neither present nor missing.
 */
export function describeTable(name: string, item: DescribeItem, env: Environment): Table {
  const by = item.by ?? [];
  const several = (item.at?.length ?? 0) > 1;
  const all = item.values.map((value) => linesOf(value, by, several, item, env));
  const lines = all.flatMap((one) => one.lines);
  const keys = all.reduce<readonly KeyColumn[]>((known, one) => (known.length > 0 ? known : one.keys), []);
  const digits = item.digits === undefined ? {} : { digits: item.digits };
  const counted = (column: string, read: (line: Line) => number) =>
    numberColumn(column, null, lines.map(read));
  const number = (column: string, read: (line: Line) => number): TableColumn => ({
    ...counted(column, read),
    ...digits,
  });
  const average = ({ geometric, present }: Line) => (geometric ? geomean(present) : mean(present));
  const means = [...new Set(lines.filter((line) => line.geometric).map((line) => line.variable))];
  return {
    name,
    rows: lines.length,
    columns: [
      labelColumn(
        "variable",
        "dimension",
        lines.map((line) => line.variable),
      ),
      ...keys.map((key, k) =>
        labelColumn(
          key.name,
          key.role,
          lines.map((line) => line.labels[k] ?? null),
        ),
      ),
      labelColumn(
        "unit",
        "label",
        lines.map((line) => line.unit),
      ),
      { ...counted("n", (line) => line.present.length), digits: 0 },
      { ...counted("missing", (line) => line.missing), digits: 0 },
      number("mean", average),
      number("sd", (line) => sd(line.present)),
      number("min", (line) => least(line.present)),
      number("median", (line) => median(line.present)),
      number("max", (line) => greatest(line.present)),
    ],
    ...(means.length > 0 && { notes: [`The mean is the geometric one of ${means.join(", ")}.`] }),
  };
}

function linesOf(
  { label, expr }: { readonly label: string; readonly expr: Expr },
  by: readonly string[],
  several: boolean,
  item: DescribeItem,
  env: Environment,
): { readonly lines: Line[]; readonly keys: readonly KeyColumn[] } {
  const value = atPeriods(evaluate(expr, env), item.at, item.span);
  // Several instants stay apart.
  const period = value.keys.find((key) => key.role === "period" || key.role === "time")?.name;
  const kept = several && period !== undefined && !by.includes(period) ? [...by, period] : by;
  const numbers = numbersOf(value);
  const isFirst = firstPeriods(expr, value, env);
  const { groups, members } = groupRows(value, kept);
  const lines = members.map((rows, g): Line => {
    const present = rows.map((row) => numbers[row]!).filter((x) => !Number.isNaN(x));
    const missing = rows.filter((row) => Number.isNaN(numbers[row]!) && !isFirst(row)).length;
    return {
      variable: label,
      unit: expr.type.unit?.text ?? null,
      labels: groups.keys.map((key) => key.labels[g] ?? null),
      present,
      missing,
      geometric: expr.type.scale === "ratio",
    };
  });
  return { lines, keys: groups.keys };
}
