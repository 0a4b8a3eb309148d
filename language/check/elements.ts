import type { Expr } from "../model.ts";
import type { Span } from "../source.ts";

/** One element of a subscripted variable: a label for each dimension. */
export type Element = ReadonlyMap<string, string>;

/** Dimensions that hold some of the labels of another, and that other one: `heavy` in `industry`. */
export type Ranges = Readonly<Record<string, string>>;

/**
 * Every combination of the dimensions' labels, the last dimension fastest. An element of a range has its label in the whole
 * dimension too, and one of a whole dimension its label in each range that holds it.
 */
export function elementsOf(
  dimensions: readonly string[],
  labels: (dimension: string) => readonly string[],
  ranges: Ranges = {},
): Element[] {
  let all: Map<string, string>[] = [new Map()];
  for (const dimension of dimensions) {
    all = all.flatMap((element) => labels(dimension).map((label) => new Map(element).set(dimension, label)));
  }
  if (Object.keys(ranges).length === 0) return all;
  const wholes = wholesOf(dimensions, ranges);
  return all.map((element) => {
    const label = (dimension: string) => element.get(dimension) ?? element.get(wholes.get(dimension) ?? "");
    const more = new Map(element);
    for (const whole of wholes.keys()) more.set(whole, label(whole) ?? "");
    // From a whole to its ranges, and on to the ranges of these.
    for (let found = true; found; ) {
      found = false;
      for (const [range, whole] of Object.entries(ranges)) {
        const inside = more.get(whole);
        if (inside === undefined || more.has(range) || !labels(range).includes(inside)) continue;
        more.set(range, inside);
        found = true;
      }
    }
    return more;
  });
}

/** The dimensions in which those given are ranges, each with the one that tells its label; those that two would tell are left out. */
export function wholesOf(dimensions: readonly string[], ranges: Ranges): ReadonlyMap<string, string> {
  const tellers = new Map<string, string[]>();
  for (const dimension of dimensions) {
    for (let at = ranges[dimension]; at !== undefined; at = ranges[at]) {
      tellers.set(at, [...(tellers.get(at) ?? []), dimension]);
    }
  }
  return new Map(
    [...tellers].flatMap(([whole, by]) =>
      by.length === 1 && !dimensions.includes(whole) ? [[whole, by[0]] as const] : [],
    ),
  );
}

/** The element's labels in the order of the dimensions; undefined where one of them is not fixed. */
export function labelsIn(element: Element, dimensions: readonly string[]): string[] | undefined {
  const labels: string[] = [];
  for (const dimension of dimensions) {
    const label = element.get(dimension);
    if (label === undefined) return undefined;
    labels.push(label);
  }
  return labels;
}

/** `value[services]`, or the bare name of a scalar. */
export function elementName(variable: string, labels: readonly string[]): string {
  return labels.length === 0 ? variable : `${variable}[${labels.join(", ")}]`;
}

/** The equation of an element: the last override that names its labels, else the one for all. */
export function equationOf(
  variable: {
    readonly dimensions: readonly string[];
    readonly equations: readonly {
      readonly labels: readonly string[] | null;
      readonly expr: Expr;
      readonly span: Span;
    }[];
  },
  element: Element,
) {
  const matches = (labels: readonly string[]) =>
    labels.every((label, i) => label === element.get(variable.dimensions[i]));
  return (
    variable.equations.findLast(({ labels }) => labels !== null && matches(labels)) ??
    variable.equations.findLast(({ labels }) => labels === null)
  );
}
