/**
 * Null-jointness (Shephard & Färe 1974): goods come only with bads. On data: every unit that makes a good emits some bad, and every
 * bad is emitted by some unit of each period and group. Without it weak disposability lets bads vanish for free.
 */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { frontier } from "../../language/diagnostics/frontier.ts";
import type { Disposability } from "../../language/model.ts";
import type { FrontierData } from "./frontier-data.ts";
import { someOf } from "./notes.ts";
import { rowName } from "./observations.ts";

/** Where bads are cut by cutting goods. */
const abating: ReadonlySet<Disposability> = new Set(["weak", "equality", "shephard"]);

/** Warns of the units and bads that break it, once for each technology. */
export function checkNullJointness(data: FrontierData, sink: Diagnostics): void {
  const { technology, reference, referenceRows, referenceValues, labels } = data;
  if (!abating.has(technology.disposability)) return;
  const of = (role: "good" | "bad") =>
    technology.variables.flatMap((variable, i) =>
      variable.role === role ? [{ variable, values: referenceValues[i]! }] : [],
    );
  const goods = of("good");
  const bads = of("bad");
  if (bads.length === 0) return;
  for (const { variable, values } of bads) {
    const emitted = new Map<string, boolean>();
    for (const row of referenceRows) {
      const period = labels.periods[reference.period[row]!] ?? "";
      const group = labels.groups[reference.group[row]!]!.join(", ");
      const cell = [group, period].filter((part) => part !== "").join(" ");
      emitted.set(cell, (emitted.get(cell) ?? false) || values[row]! > 0);
    }
    const none = [...emitted].filter(([, any]) => !any).map(([cell]) => cell);
    if (none.length === 0) continue;
    const where = someOf(none.filter((cell) => cell !== ""));
    report(sink, frontier.unemittedBad, variable.span, { bad: variable.name, where });
  }
  // A bad that nobody emits has been told; the others decide whether a unit is clean.
  const real = bads.filter(({ values }) => referenceRows.some((row) => values[row]! > 0));
  if (real.length === 0) return;
  const clean = referenceRows.filter(
    (row) => goods.some((good) => good.values[row]! > 0) && bads.every((bad) => bad.values[row] === 0),
  );
  if (clean.length === 0) return;
  report(sink, frontier.cleanGood, bads[0]!.variable.span, {
    units: someOf(clean.map((row) => rowName(labels, reference, row))),
    count: clean.length,
    goods: goods.map(({ variable }) => variable.name).join(", "),
    bads: bads.map(({ variable }) => variable.name).join(" or "),
  });
}
