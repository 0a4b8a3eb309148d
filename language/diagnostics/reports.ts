/** GTFP207x, 208x: reports and expectations as they are written; what comes of them when run is GTFP7xxx. */
import { entry } from "./entry.ts";
import { pictures } from "./report-pictures.ts";
import { panelExample } from "./words.ts";

const report = (item: string) => `${panelExample("", true)}report r {\n  ${item}\n}\n`;
const runs = (item: string) => `system s {
  time [year] = 2020 .. 2022 step 1
  stock x [t] = 1
  flow gain: cloud -> x = x / 1 [year]
}
scenario base of s
scenario other from base
report r {
  ${item}
}
`;

export const reports = {
  ...pictures,
  unknownClause: entry<{ item: string; clause: string; clauses: string }>({
    code: "GTFP2070",
    severity: "error",
    title: "Clause of another report item",
    message: ({ item, clause, clauses }) => `\`${item}\` has no clause \`${clause}\`; it takes ${clauses}.`,
    page: "After the values of a report item stand its clauses, each a word with what belongs to it: `table x by region digits 3`, `compare y at 2030 for s1 against current`.",
    failing: report("table plants.labor over year"),
    mended: report("table plants.labor by plant"),
  }),
  badClause: entry<{ clause: string; needs: string }>({
    code: "GTFP2071",
    severity: "error",
    title: "Clause with something else than it needs",
    message: ({ clause, needs }) => `\`${clause}\` needs ${needs}.`,
    page: "Each clause takes values of its own kind: `digits` a whole number from 0 to 15, `by`, `rows` and `columns` keys, `at` periods, `for` and `against` scenarios, `sort` one of `ascending` and `descending`.",
    failing: report("table plants.labor digits many"),
    mended: report("table plants.labor digits 2"),
  }),
  rowsAndColumns: entry({
    code: "GTFP2072",
    severity: "error",
    title: "Cross table with a part missing",
    message: () => "A cross table needs one value, `rows` and `columns`.",
    help: () => "write `table x rows province columns industry`",
    page: "`rows` and `columns` together spread one value over two keys. For several values or one key, use `by`.",
    failing: report("table plants.labor rows plant"),
    mended: report("table plants.labor rows plant columns year"),
  }),
  needsAgainst: entry({
    code: "GTFP2073",
    severity: "error",
    title: "Comparison without a base",
    message: () => "`compare` needs the scenario that the others are compared with.",
    help: () => "add `against NAME`",
    page: "`compare` shows the difference of each scenario from one of them, which stands after `against`.",
    failing: runs("compare x at 2022 for other"),
    mended: runs("compare x at 2022 for other against base"),
  }),
  notAScenario: entry<{ name: string; system?: string }>({
    code: "GTFP2074",
    severity: "error",
    title: "No scenario of this system",
    message: ({ name, system }) =>
      system === undefined
        ? `\`${name}\` is not a scenario.`
        : `\`${name}\` is not a scenario of \`${system}\`.`,
    page: "`for` and `against` take scenarios, and those of one comparison belong to the same system.",
    failing: runs("compare x at 2022 for s against base"),
    mended: runs("compare x at 2022 for other against base"),
  }),
  bareEquality: entry<{ operator: string }>({
    code: "GTFP2075",
    severity: "warning",
    title: "Equality of computed numbers without a tolerance",
    message: ({ operator }) => `\`${operator}\` asks computed numbers to agree to the last digit.`,
    help: () => "say how close is close enough: `within 0.5%`, or `within 5 [t]`",
    page: "Computed numbers carry rounding errors in their last digits, so two right computations of the same thing are seldom equal. Say how close is close enough: `a == b within 0.5%` is relative to the right side, `within 5 [t]` absolute. Counts are exact and need no tolerance.",
    failing: `${panelExample("")}expect mean(plants.labor) == 110\n`,
    mended: `${panelExample("")}expect mean(plants.labor) == 110 within 0.1%\n`,
  }),
  noRun: entry<{ keys: string }>({
    code: "GTFP2076",
    severity: "error",
    title: "Comparison of something that is no run",
    message: ({ keys }) => `\`compare\` compares variables of a system's runs, but this ${keys}.`,
    help: () => "name a variable of the system alone, without a scenario and without `at`",
    page: "`compare` takes each scenario's run of a variable at the times after `at`, so the values are variables of the system: `co2`, or `economy.co2 / economy.gdp`. A single scenario's variable, or one at a fixed time, leaves nothing to compare.",
    failing: runs("compare other.x at 2022 for other against base"),
    mended: runs("compare s.x at 2022 for other against base"),
  }),
};
