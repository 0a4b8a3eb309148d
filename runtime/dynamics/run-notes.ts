import type { NamedRun } from "./run-table.ts";

/** What was counted in the runs, as sentences under their table. */
export function runNotes(runs: readonly NamedRun[]): string[] {
  const notes: string[] = [];
  for (const { scenario, ode, run } of runs) {
    ode.stocks.forEach((stock, i) => {
      if (run.limited[i] === 0) return;
      const { name } = ode.slots[stock.slot];
      notes.push(
        `${scenario}: the outflows of ${name} were limited in ${run.limited[i]} of ${ode.time.steps} steps, as it may not fall below zero.`,
      );
    });
    ode.lags.forEach(({ slot }, i) => {
      if (run.short[i] === 0) return;
      const name = ode.slots[slot].name.replace(/#.*/, "");
      notes.push(
        `${scenario}: a delay in ${name} became shorter than a step at ${run.short[i] === 1 ? "one saved instant" : `${run.short[i]} saved instants`}, where its values are not to be trusted.`,
      );
    });
    const reads = new Map<string, { below: number; above: number }>();
    ode.tables.forEach(({ name }, i) => {
      const sum = reads.get(name) ?? { below: 0, above: 0 };
      reads.set(name, { below: sum.below + run.below[i], above: sum.above + run.above[i] });
    });
    for (const [name, { below, above }] of reads) {
      const ends = [
        ...(below > 0 ? [`${times(below)} below its first point`] : []),
        ...(above > 0 ? [`${times(above)} above its last point`] : []),
      ];
      if (ends.length > 0) notes.push(`${scenario}: ${name} was read ${ends.join(" and ")}.`);
    }
  }
  return notes;
}

function times(n: number): string {
  return n === 1 ? "once" : `${n} times`;
}
