/** Damerau–Levenshtein distance (optimal string alignment): edits, insertions, deletions and swaps of neighbours. */
export function distance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      if (i === 0) {
        rows[0]![j] = j;
        continue;
      }
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      }
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

/** The candidate nearest to what was written, if it is near enough to be meant; ties go to the earlier one. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const limit = written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  const low = written.toLowerCase();
  for (const candidate of candidates) {
    if (candidate === written) continue;
    // Of three letters or less, one that begins with another letter is hardly meant.
    if (written.length < 4 && candidate[0]?.toLowerCase() !== low[0]) continue;
    const d = distance(low, candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** "did you mean `capital`?", or nothing. */
export function didYouMean(written: string, candidates: Iterable<string>): string | undefined {
  const best = nearest(written, candidates);
  return best === undefined ? undefined : `did you mean \`${best}\`?`;
}
