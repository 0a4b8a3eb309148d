import { describe, expect, it } from "vitest";
import { type SharedRuns, takeRuns } from "../../../runtime/experiment/shared-runs.ts";
import { counter, type ThreadPool } from "../../../runtime/shared-tasks.ts";
import { pipelineWith } from "../../helpers/pipeline.ts";

/** Some runs break off, some limit outflows or read a table beyond its ends. */
const economy = (experiment: string) => `system economy {
  time [year] = 2020 .. 2040 step 1/64 save every 5
  param growth [1/year] = 5%
  param drawn [t/year] = 1
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  stock nonnegative ore [t] = 50
  flow mined: ore -> cloud = drawn
  lookup share(x) = linear(0: 0, 100: 1, 200: 1.5)
  aux part = share(gdp / 1 [CNY])
}
scenario slow of economy { growth = 1% }
${experiment}
`;
const sweep = economy(
  "sweep all of economy { growth in 0% .. 3600% step 10%; drawn in 0 .. 5 step 0.5; outputs gdp, ore at 2040, part }",
);
const sensitivity = economy(
  "sensitivity doubt of economy { growth ~ uniform(1%, 5%); drawn ~ uniform(1, 4); samples 4096; outputs ore, peak_time(gdp), gdp / slow.gdp }",
);

/** Does as a thread does, up to a run, with nothing but a copy of what it is sent. */
function pool(share: number) {
  const asked: SharedRuns[] = [];
  const threads: ThreadPool = {
    run(work, progress) {
      asked.push(work as SharedRuns);
      takeRuns({ ...structuredClone(work as SharedRuns), tasks: Math.floor(share * work.tasks) });
      progress(Atomics.load(work.counters, counter.done));
    },
  };
  return { threads, asked };
}

async function resultsOf(text: string, threads?: ThreadPool) {
  const { results, diagnostics } = await pipelineWith(text, { pool: threads });
  return { tables: results?.tables, messages: diagnostics.map((d) => `${d.code} ${d.message}`) };
}

/** However much of the work threads do. */
async function expectSame(text: string, sets: number, shares: readonly number[]) {
  const alone = await resultsOf(text);
  expect(alone.tables!.length).toBeGreaterThan(1);
  for (const share of shares) {
    const { threads, asked } = pool(share);
    expect(await resultsOf(text, threads)).toEqual(alone);
    expect(asked.length).toBe(sets);
  }
  return alone;
}

describe("runs that threads share", () => {
  it("are those of one thread, with what broke off and what happened", async () => {
    const { tables } = await expectSame(sweep, 1, [1, 0.98]);
    const notes = tables!.find((table) => table.name === "all")!.notes!.join("\n");
    expect(notes).toMatch(
      /^110 of 3,971 runs broke off .* the first is growth = 35.1, drawn = 0: `gdp` grows beyond/,
    );
    expect(notes).toMatch(/In [\d,]+ of 3,971 runs the outflows of ore were limited\./);
    expect(notes).toMatch(/In [\d,]+ of 3,971 runs share was read above its last point\./);
  });

  it("are those of one thread in each set of samples", () => expectSame(sensitivity, 4, [0.5, 0]));

  it("are not worth threads where they are few", async () => {
    const { threads, asked } = pool(1);
    await resultsOf(economy("sweep all of economy { growth in 1% .. 5% step 1%; outputs gdp }"), threads);
    expect(asked).toEqual([]);
  });
});
