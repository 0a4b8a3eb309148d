/** What a number's tip tells beside its digits, in the reader's words. */

import type { Table } from "../../../../runtime/tables/table.ts";
import type { UnitName } from "../../contract.ts";
import { study } from "../../state/study.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import { markedLabel } from "./labels.ts";
import { type NumberFacts, numberFacts } from "./number-facts.ts";

const mostPeers = 6;

export function tellUnit(tables: readonly Table[], name: string, unit: UnitName): Record<string, string> {
  const facts = numberFacts(tables, name, unit);
  const told: Record<string, string> = { [say("resultsUnit")]: nameOf(unit) };
  const measure = study.outline.value?.measures.find((one) => one.name === name);
  if (measure !== undefined) {
    const { fn, technology, direction } = measure;
    const along = direction === undefined ? "" : `, along: ${direction}`;
    told[say("program")] = `${fn}(${technology}${along})`;
  }
  const status = facts.status === null ? null : markedLabel("status", facts.status);
  if (status !== null && facts.status !== "optimal") {
    told[say("resultsStatus")] = `${status.mark} ${say(status.word)}`;
  }
  if (facts.peers.length > 0) told[say("resultsPeers")] = peersText(facts);
  if (facts.certificate !== null) told[say("resultsCertificate")] = certificateText(facts.certificate);
  for (const { observed, reference, value } of facts.distances) {
    told[say("resultsDistance", { observed, reference })] = Number.isNaN(value) ? "–" : shortNumber(value, 6);
  }
  return told;
}

export function nameOf(unit: UnitName): string {
  return [unit.dmu, unit.period].filter(Boolean).join(" ");
}

export function peersText({ peers }: NumberFacts): string {
  const shown = peers.slice(0, mostPeers).map(({ name, weight }) => `${name} ${shortNumber(weight)}`);
  const more = peers.length - shown.length;
  return [...shown, ...(more > 0 ? [say("resultsMorePeers", { n: more })] : [])].join(", ");
}

export function certificateText(certificate: NonNullable<NumberFacts["certificate"]>): string {
  const { holds, solver, residual, retried } = certificate;
  const held = say(holds ? "resultsCertificateHolds" : "resultsCertificateFails", {
    residual: residual === 0 ? "0" : residual.toExponential(1),
    solver,
  });
  return retried ? `${held} ${say("resultsRetried")}` : held;
}
