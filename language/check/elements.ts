import type { Expr } from "../model.ts";
import type { Span } from "../source.ts";

/** One element of a subscripted variable: a label for each dimension. */
export type Element = ReadonlyMap<string, string>;

/** Every combination of the dimensions' labels, the last dimension fastest. */
export function elementsOf(
  dimensions: readonly string[],
  labels: (dimension: string) => readonly string[],
): Element[] {
  let all: Map<string, string>[] = [new Map()];
  for (const dimension of dimensions) {
    all = all.flatMap((element) => labels(dimension).map((label) => new Map(element).set(dimension, label)));
  }
  return all;
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
