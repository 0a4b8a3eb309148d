/** The tables that Scenarios draws: those of the last run; where running all would take long, those of the system alone. */
import { useEffect, useState } from "preact/hooks";
import type { Table } from "../../../../runtime/tables/table.ts";
import { Superseded } from "../../contract.ts";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";

/** A model that takes longer is not run at every move of a hand; in seconds. */
const longest = 20;

export interface LiveRuns {
  readonly tables: readonly Table[];
  /** Whether they are of the text as it stands, or soon will be. */
  readonly fresh: boolean;
}

export function useLiveRuns(system: string | undefined): LiveRuns {
  const [live, setLive] = useState<{ readonly text: string; readonly tables: readonly Table[] } | null>(null);
  const text = study.text.value;
  const waiting = study.waiting.value;
  useEffect(() => {
    if (system === undefined || waiting === null || waiting.seconds > longest) return;
    let gone = false;
    actions
      .ask<"run">({ ask: "run", only: system })
      .then(({ tables }) => !gone && setLive({ text, tables }))
      .catch((error: unknown) => {
        if (!(error instanceof Superseded)) console.error(error);
      });
    return () => {
      gone = true;
    };
  }, [system, waiting]);
  if (!study.fresh.value && live !== null && live.tables.some(({ name }) => name === system)) {
    return { tables: live.tables, fresh: live.text === text };
  }
  return { tables: study.outcome.value?.tables ?? [], fresh: study.fresh.value || study.running.value };
}
