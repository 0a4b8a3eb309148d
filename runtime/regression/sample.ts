/** The rows of a regression as numbers: what is explained, what explains it, and how the rows hang together. */

/** One explanatory column. */
export interface Term {
  readonly label: string;
  readonly values: Float64Array;
}

/** Rows numbered by the label of a key or group. */
export interface Partition {
  readonly name: string;
  /** For each row the number of its label, from 0. */
  readonly codes: Int32Array;
  readonly count: number;
}

export interface Sample {
  readonly y: Float64Array;
  /** Without the constant. */
  readonly terms: readonly Term[];
  /** Fixed effects. */
  readonly fixed: readonly Partition[];
  /** What errors are correlated within; null where rows are independent. */
  readonly clusters: Partition | null;
}

/** How many different parts some rows have, and their numbers without gaps. */
export function renumbered(name: string, labels: readonly unknown[]): Partition {
  const numbers = new Map<unknown, number>();
  const codes = Int32Array.from(labels, (label) => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  });
  return { name, codes, count: numbers.size };
}

/** Whether rows of one part are always of one part of the other, too. */
export function isNested(inner: Partition, outer: Partition): boolean {
  const of = new Int32Array(inner.count).fill(-1);
  return inner.codes.every((part, row) => {
    if (of[part] < 0) of[part] = outer.codes[row];
    return of[part] === outer.codes[row];
  });
}
