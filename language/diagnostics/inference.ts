/** Diagnostics of inference (GTFP51xx): influence, robustness, intervals, partial frontiers, comparisons. */
import { entry } from "./entry.ts";

/** Four paper mills over two years; what `rest` holds is each example's own. */
function mills(rest: string): string {
  const rows = [
    ["A", 2020, 10, 20, 100, 5],
    ["B", 2020, 20, 25, 150, 9],
    ["C", 2020, 30, 20, 160, 12],
    ["D", 2020, 25, 30, 120, 10],
    ["A", 2021, 10, 19, 110, 5],
    ["B", 2021, 19, 24, 150, 8],
    ["C", 2021, 29, 20, 170, 12],
    ["D", 2021, 24, 30, 130, 9],
  ];
  const table = rows.map((row) => `  | ${row.join(" | ")} |`).join("\n");
  return `data mills {\n  dmu mill\n  period year\n  | mill | year | labor [h] | energy [GJ] | paper [t] | bod [kg] |\n${table}\n}\ntechnology green on mills { input labor, energy; good paper; bad bod }\ntechnology plain on mills { input labor, energy; good paper }\n${rest}`;
}
const win = "direction win { good +observed; bad -observed }\n";

export const inference = {
  noSubject: entry<{ kind: string }>({
    code: "GTFP5101",
    severity: "error",
    title: "A study of nothing",
    message: ({ kind }) =>
      kind === "influence"
        ? "An influence needs the measure it studies: `influence NAME of MEASURE`."
        : "A robustness needs the measure or index it varies: `robustness NAME of MEASURE { … }`.",
    page: "`influence` and `robustness` look again at a measure (robustness at an index too) that the model declares. It is named after `of`.",
    failing: mills("measure m = radial(plain)\ninfluence owners"),
    mended: mills("measure m = radial(plain)\ninfluence owners of m"),
  }),
  noChoices: entry<{ name: string }>({
    code: "GTFP5102",
    severity: "error",
    title: "A robustness without choices",
    message: ({ name }) => `Robustness \`${name}\` names no choice to try.`,
    help: () => "for example `{ returns crs, vrs; without energy }`",
    page: "A robustness computes its measure or index again under other choices and tells how far the results agree. The choices are entries of the technology: `returns`, `disposability` and `reference` with the words to try, and `without` with the variables to leave out one after the other. `all combinations` tries every combination of them.",
    failing: mills("measure m = radial(plain)\nrobustness r of m { all combinations }"),
    mended: mills("measure m = radial(plain)\nrobustness r of m { returns crs, vrs }"),
  }),
  emptyChoice: entry<{ choice: string; reason: string }>({
    code: "GTFP5103",
    severity: "error",
    title: "A choice that means nothing",
    message: ({ choice, reason }) => `The choice \`${choice}\` cannot be tried: ${reason}`,
    page: "Each choice is the measure on a technology with one thing changed, and that must be a program that means something: it needs an input and a good output, and a measure that the technology allows. The reason is the one that a technology written that way would be refused with.",
    failing: mills("measure m = radial(plain)\nrobustness r of m { without paper }"),
    mended: mills("measure m = radial(plain)\nrobustness r of m { without energy }"),
  }),
  combinationLeftOut: entry<{ choice: string; reason: string }>({
    code: "GTFP5104",
    severity: "warning",
    title: "A combination that is left out",
    message: ({ choice, reason }) => `The combination \`${choice}\` is left out: ${reason}`,
    page: "`all combinations` tries each choice with each other one. A combination that means nothing is left out with a warning, and the others are computed.",
    failing: mills(
      "direction saving { input -observed; good +observed }\nmeasure m = ddf(green, along: saving)\nrobustness r of m { returns crs, vrs; disposability strong, shephard; all combinations }",
    ),
    mended: mills(
      "direction saving { input -observed; good +observed }\nmeasure m = ddf(green, along: saving)\nrobustness r of m { returns crs, vrs; disposability strong, weak; all combinations }",
    ),
  }),
  noTheory: entry<{ name: string; of: string; why: string }>({
    code: "GTFP5105",
    severity: "error",
    title: "No bootstrap for this",
    message: ({ name, of, why }) => `There is no valid bootstrap of \`${name}\` (${of}): ${why}.`,
    page: "A bootstrap imitates how the scores came about, and it has been shown to be valid for few of them: the smoothed bootstrap of Simar & Wilson (1998) for radial scores, subsampling for directional distances (Kneip, Simar & Wilson 2008; Simar, Vanhems & Wilson 2012). Super-efficient scores, slacks-based ones and indices have no such theory: for the Malmquist–Luenberger index inference is an open question. Numbers that look like intervals would not be any.",
    failing: mills(
      `${win}index ml = malmquist_luenberger(green, along: win)\nmeasure b = bootstrap(ml, replications: 100)`,
    ),
    mended: mills(`${win}measure d = ddf(green, along: win)\nmeasure b = bootstrap(d, replications: 100)`),
  }),
  notAlike: entry<{ fn: string; one: string; other: string; why: string }>({
    code: "GTFP5106",
    severity: "error",
    title: "Measures that cannot be compared",
    message: ({ fn, one, other, why }) => `\`${fn}\` cannot compare \`${one}\` with \`${other}\`: ${why}.`,
    page: "`technology_gap` and `scale_efficiency` divide the efficiency of one measure by that of another of the same units, measured in the same way. Only the frontier may differ: for a technology gap that of all groups instead of each group's own, for scale efficiency constant instead of variable returns. Anything else that differs would show up in the ratio as if it were the gap.",
    failing: mills("measure c = radial(plain)\nmeasure s = scale_efficiency(c, c)"),
    mended: mills(
      "technology size from plain { returns vrs }\nmeasure c = radial(plain)\nmeasure v = radial(size)\nmeasure s = scale_efficiency(c, v)",
    ),
  }),
  unsuitableTechnology: entry<{ fn: string; technology: string; why: string }>({
    code: "GTFP5107",
    severity: "error",
    title: "A measure that this technology does not allow",
    message: ({ fn, technology, why }) => `\`${fn}\` cannot stand on \`${technology}\`: ${why}.`,
    page: "Partial frontiers are those of the free-disposal hull, in which bads can be disposed of like inputs; cross-efficiency is a ratio of outputs to inputs at prices that every unit shares, which constant returns and variables that can all move give.",
    failing: mills("measure p = order_m(green, m: 2)"),
    mended: mills("technology free from green { disposability strong }\nmeasure p = order_m(free, m: 2)"),
  }),
  noEffect: entry<{ choice: string; technology: string; why: string }>({
    code: "GTFP5108",
    severity: "warning",
    title: "A choice that changes nothing",
    message: ({ choice, technology, why }) => `\`${choice}\` changes nothing in \`${technology}\`: ${why}.`,
    page: "The choice is computed, but its row repeats the base choice, so that agreement there says nothing about robustness.",
    failing: mills("measure m = radial(plain)\nrobustness r of m { disposability weak, strong }"),
    mended: mills("measure m = radial(plain)\nrobustness r of m { returns crs, vrs }"),
  }),
  notDistances: entry<{ fn: string; name: string; of: string }>({
    code: "GTFP5109",
    severity: "error",
    title: "A study or index of a measure that has no frontier program",
    message: ({ fn, name, of }) =>
      `\`${fn}\` cannot be made of \`${name}\`: \`${of}\` gives no distances to a frontier of its own.`,
    page: "Indices, influence and robustness solve the programs of a measure again, against other periods, without a unit or under other choices. `bootstrap`, partial frontiers, comparisons and cross-efficiency are made of other measures or of no program, so they cannot be taken apart that way. Name the measure that they are made of.",
    failing: mills(
      "measure m = radial(plain)\nmeasure b = bootstrap(m, replications: 100)\nindex i = malmquist(b)",
    ),
    mended: mills("measure m = radial(plain)\nindex i = malmquist(m)"),
  }),
};
