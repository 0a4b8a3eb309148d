/** How the places of a group follow the counters of its loop. */

/** Whether each is as far from the one before as the second from the first, and how far. */
function stride(indices: readonly number[], from: number, to: number): number | undefined {
  const distance = to - from < 2 ? 0 : indices[from + 1] - indices[from];
  for (let n = from + 1; n < to; n++) if (indices[n] - indices[n - 1] !== distance) return undefined;
  return distance;
}

/** After how many rounds the places of an even row first leave it: the length of an inner loop. */
export function innerLength(indices: readonly number[]): number | undefined {
  const distance = indices[1] - indices[0];
  const broken = indices.findIndex((index, n) => n > 0 && index - indices[n - 1] !== distance);
  return broken < 1 || indices.length % broken !== 0 ? undefined : broken;
}

/**
 * The text of the index in round `i` (in round `j`, `i` of two loops); undefined where the places follow no pattern.
 *
 * @param inner how often the inner loop goes round, where there are two
 */
export function indexText(indices: readonly number[], inner: number | undefined): string | undefined {
  const [first] = indices;
  const whole = stride(indices, 0, indices.length);
  if (inner === undefined) return whole === undefined ? undefined : term(first, [["i", whole]]);
  const within = stride(indices, 0, inner);
  const starts = indices.filter((_, n) => n % inner === 0);
  const between = stride(starts, 0, starts.length);
  if (within === undefined || between === undefined) return undefined;
  for (let n = 0; n < indices.length; n++) {
    if (indices[n] !== first + Math.floor(n / inner) * between + (n % inner) * within) return undefined;
  }
  return term(first, [
    ["j", between],
    ["i", within],
  ]);
}

function term(first: number, counters: readonly (readonly [string, number])[]): string {
  const steps = counters.flatMap(([name, distance]) =>
    distance === 0 ? [] : [distance === 1 ? `+${name}` : `+${distance}*${name}`],
  );
  return `${first}${steps.join("")}`;
}
