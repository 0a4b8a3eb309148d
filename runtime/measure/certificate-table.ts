/** The proofs behind the scores, one row for each program. */
import type { ProgramCount } from "../results.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { Answer } from "./score-requests.ts";
import { labels, numbers } from "./table-columns.ts";

/** `NAME.certificates`: who solved each program and how well its certificate holds on the unscaled data. */
export function certificateTable(
  name: string,
  keys: readonly TableColumn[],
  answers: readonly Answer[],
): Table {
  const of = <T>(read: (program: NonNullable<Answer["program"]>) => T): (T | null)[] =>
    answers.map((answer) => (answer.program === null ? null : read(answer.program)));
  const residual = (which: "primal" | "dual" | "gap") =>
    of(({ solved }) => solved.certificate[which]).map((value) => value ?? Number.NaN);
  const yes = (value: boolean | null) => (value === null ? null : value ? "yes" : "no");
  return {
    name: `${name}.certificates`,
    rows: answers.length,
    columns: [
      ...keys,
      labels(
        "status",
        answers.map((answer) => answer.status),
      ),
      labels(
        "solver",
        of(({ solved }) => solved.solver),
      ),
      numbers("primal", residual("primal")),
      numbers("dual", residual("dual")),
      numbers("gap", residual("gap")),
      labels("certified", of(({ solved }) => solved.certificate.holds).map(yes)),
      labels("retried", of(({ solved }) => solved.retried).map(yes)),
    ],
  };
}

/** How many programs there were and how they ended. */
export function countPrograms(name: string, answers: readonly Answer[]): ProgramCount {
  const ended = (status: Answer["status"]) => answers.filter((answer) => answer.status === status).length;
  const { length: certified } = answers.filter(
    ({ status, program }) =>
      (status === "optimal" || status === "infeasible") && program?.solved.certificate.holds === true,
  );
  return {
    name,
    optimal: ended("optimal"),
    infeasible: ended("infeasible"),
    unbounded: ended("unbounded"),
    undefined: ended("undefined"),
    certified,
    retried: answers.filter((answer) => answer.program?.solved.retried === true).length,
  };
}
