/** What is wrong with the model, each with its place, its help and its mend; then the claims that do not hold. */
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";
import { Problem } from "./problems/problem.tsx";
import { byFile } from "./problems/source-edits.ts";
import { Claim } from "./results/expectations.tsx";
import "../look/problems.css";

export default function Problems() {
  const list = study.diagnostics.value;
  const claims = study.outcome.value?.results.expectations ?? [];
  const failed = study.fresh.value ? claims.filter(({ pass }) => !pass) : [];
  const files = byFile(list);
  return (
    <div class="problems">
      {list.length === 0 && failed.length === 0 && <Clean claims={claims.length} />}
      {files.map(([file, problems]) => (
        <section key={file}>
          {(files.length > 1 || file !== study.entry.value) && <h2>{file}</h2>}
          <ul>
            {problems.map((problem) => (
              <Problem
                key={`${problem.code} ${problem.range.start.line} ${problem.range.start.column} ${problem.message}`}
                problem={problem}
              />
            ))}
          </ul>
        </section>
      ))}
      {failed.length > 0 && (
        <section class="claims">
          <h2>{say("problemsClaims")}</h2>
          <ul>
            {failed.map((claim) => (
              <Claim key={`${claim.file} ${claim.line} ${claim.text}`} claim={claim} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Nothing is wrong: what was looked at. */
function Clean({ claims }: { claims: number }) {
  const outline = study.outline.value;
  if (outline === null && study.outcome.value === null) return <p class="muted">{say("problemsNotYet")}</p>;
  const counts =
    outline === null
      ? []
      : ([
          [outline.panels.length, "problemsPanels"],
          [outline.measures.length + outline.indices.length, "problemsMeasures"],
          [outline.systems.length, "problemsSystems"],
          [outline.reports.length, "problemsReports"],
          [claims, "problemsExpectations"],
        ] as const);
  const looked = counts.filter(([n]) => n > 0).map(([n, word]) => say(word, { n }));
  return (
    <div class="clean">
      <p>
        <span class="sign" aria-hidden="true">
          ✓
        </span>{" "}
        {say("problemsNone")}
      </p>
      {looked.length > 0 && <p class="muted">{say("problemsChecked", { what: looked.join(" · ") })}</p>}
    </div>
  );
}
