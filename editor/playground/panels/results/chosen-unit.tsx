/** The chosen unit in words: its score, its peers, its proof, and the ways to its picture and its program. */

import type { Table } from "../../../../runtime/tables/table.ts";
import { sameUnit, unitsOf } from "../../../../runtime/tables/table-view.ts";
import type { PanelId, UnitName } from "../../contract.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import { numberFacts } from "./number-facts.ts";
import { certificateText, nameOf, peersText } from "./tell-unit.ts";

export function ChosenUnit({ table, tables }: { table: Table; tables: readonly Table[] }) {
  const unit = view.chosen.value;
  const row = unit === null ? -1 : rowOf(table, unit);
  if (unit === null || row < 0) return null;
  const facts = numberFacts(tables, table.name, unit);
  const score = table.columns.find(({ name }) => name === "score" || name === "change");
  const value = Number(score?.cells.values[row] ?? Number.NaN);
  const measured = study.outline.value?.measures.some(({ name }) => name === table.name) ?? false;
  const show = (panel: PanelId) => {
    view.measure.value = table.name;
    view.panel.value = panel;
  };
  return (
    <div class="chosen-unit" role="status">
      <strong>{nameOf(unit)}</strong>
      {score !== undefined && (
        <span title={String(value)}>
          <i>{score.symbol ?? score.name}</i> {Number.isNaN(value) ? "–" : shortNumber(value)}
        </span>
      )}
      {facts.peers.length > 0 && (
        <span>
          {say("resultsPeers")}: {peersText(facts)}
        </span>
      )}
      {facts.certificate !== null && <span class="muted">{certificateText(facts.certificate)}</span>}
      {measured && (
        <span class="steps-on">
          <button type="button" class="quiet" onClick={() => show("frontier")}>
            {say("resultsToFrontier")}
          </button>
          <button type="button" class="quiet" onClick={() => show("program")}>
            {say("resultsToProgram")}
          </button>
        </span>
      )}
    </div>
  );
}

function rowOf(table: Table, unit: UnitName): number {
  const unitOf = unitsOf(table);
  for (let row = 0; unitOf !== null && row < table.rows; row++) if (sameUnit(unitOf(row), unit)) return row;
  return -1;
}
