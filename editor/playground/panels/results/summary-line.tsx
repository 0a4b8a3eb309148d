/** The sentence over a table: what there is, and the one thing to see first. */

import type { Table } from "../../../../runtime/tables/table.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import type { RunAnswer } from "../../workers/protocol.ts";
import { summaryOf } from "./summary.ts";

export function SummaryLine({ table, outcome }: { table: Table; outcome: RunAnswer }) {
  return <p class="summary">{[tableSentence(table), programsSentence(table, outcome)].join(" ")}</p>;
}

function tableSentence(table: Table): string {
  const facts = summaryOf(table);
  const whole = (n: number) => n.toLocaleString("en-US");
  switch (facts.of) {
    case "measure": {
      const { units, efficient, without, farthest } = facts;
      const holes = { n: whole(units), efficient: whole(efficient), farthest: farthest ?? "" };
      const sentence = say(farthest === null ? "resultsAllOnFrontier" : "resultsMeasured", holes);
      return without > 0 ? `${sentence} ${say("resultsWithout", { n: whole(without) })}` : sentence;
    }
    case "index": {
      const { changes, without, mean, scale, best, worst } = facts;
      const holes = { n: whole(changes), mean: shortNumber(mean, 4), best, worst };
      const sentence = say(scale === "ratio" ? "resultsIndex" : "resultsIndicator", holes);
      return without > 0 ? `${sentence} ${say("resultsWithoutChange", { n: whole(without) })}` : sentence;
    }
    case "runs": {
      const { runs, variables, from, to } = facts;
      return say(runs === 1 ? "resultsOneRun" : "resultsRuns", { n: runs, variables, from, to });
    }
    case "rows":
      return say("resultsRows", { n: whole(facts.rows), columns: facts.columns });
  }
}

/** The proofs of a measure's or index's own programs, and how long the whole run took. */
function programsSentence(table: Table, outcome: RunAnswer): string {
  const count = outcome.programs.find(({ name }) => name === table.name);
  if (count === undefined) return say("resultsTook", { time: milliseconds(outcome.took) });
  const whole = (n: number) => n.toLocaleString("en-US");
  const n = count.optimal + count.infeasible + count.unbounded + count.undefined;
  return say("resultsCertified", {
    certified: whole(count.certified),
    n: whole(n),
    time: milliseconds(outcome.took),
  });
}

function milliseconds(time: number): string {
  return time < 1000 ? `${Math.max(1, Math.round(time))} ms` : `${shortNumber(time / 1000)} s`;
}
