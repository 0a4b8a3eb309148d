/** GTFP7xxx: what turns out only while a model runs: expressions without a value, reports, what to compute. */
import { entry } from "./entry.ts";
import { mills } from "./frontier-examples.ts";

/** The labels that there are, from their list. */
function those(known: string): string {
  return known.includes(",") || known === "none" ? `there are ${known}` : `there is only ${known}`;
}

const bent = (item: string) =>
  mills(
    `technology common on mills { input labor; good paper; bad bod; returns vrs; disposability shephard }\ndirection d { good +observed; bad -observed }\nmeasure m = ddf(common, along: d)\nreport r {\n  ${item}\n}`,
  );

const twoIndustries = (item: string) => `data plants {
  dmu plant, industry
  | plant | industry | labor [h] | paper [t] |
  |-------|----------|----------:|----------:|
  | A     | paper    |        10 |       100 |
  | A     | power    |        20 |       150 |
}
technology green on plants { input labor; good paper }
measure m = radial(green, orientation: input)
report r {
  ${item}
}
`;

export const evaluation = {
  notSaved: entry<{ key: string; at: string; known: string }>({
    code: "GTFP7001",
    severity: "error",
    title: "No such instant or period",
    message: ({ key, at, known }) => `There is no ${key} ${at}; ${those(known)}.`,
    page: "`at` reads a value at one period of a panel or at one saved instant of a run. The instant that is asked for is not among them: it lies outside the span, or between two saved instants. Choose one that is there, or save more often (`save every` in the system's `time` entry). GTFP does not interpolate between results on its own.",
    failing: `data mills {
  dmu mill
  period year
  | mill | year | output [t] |
  | A    | 2017 |         10 |
}
expect sum(mills.output at 2018) > 5 [t]`,
    mended: `data mills {
  dmu mill
  period year
  | mill | year | output [t] |
  | A    | 2017 |         10 |
}
expect sum(mills.output at 2017) > 5 [t]`,
  }),
  noSuchLabel: entry<{ key: string; label: string; known: string }>({
    code: "GTFP7002",
    severity: "error",
    title: "No such label",
    message: ({ key, label, known }) => `There is no ${key} "${label}"; ${those(known)}.`,
    page: "`x[label]` picks the rows of one label of a key. No row has this label: it is misspelt, or all its rows were left out by `where` or `missing drop`. Labels are compared letter by letter, capitals included.",
    failing: {
      "model.gtfp": `data mills from "mills.csv" {
  dmu mill
  output [t]
}
expect mills.output["B"] > 5 [t]`,
      "mills.csv": "mill,output\nA,10\n",
    },
    mended: {
      "model.gtfp": `data mills from "mills.csv" {
  dmu mill
  output [t]
}
expect mills.output["A"] > 5 [t]`,
      "mills.csv": "mill,output\nA,10\n",
    },
  }),
  noSection: entry<{ why: string }>({
    code: "GTFP7007",
    severity: "error",
    title: "Frontier without a section",
    message: ({ why }) => `This frontier cannot be drawn: ${why}.`,
    page: "A section holds all variables but two at one unit's amounts and shows how far the other two can go; a unit whose amounts are missing has none. Under `disposability shephard` with variable returns all units share one abatement factor, which multiplies the inputs: the set is not convex in them, and its boundary has no straight pieces to draw. The plane of two outputs has.",
    failing: bent("frontier m: paper against labor"),
    mended: bent("frontier m: paper against bod"),
  }),
  oneOfSeveral: entry<{ label: string; count: number; unit: string }>({
    code: "GTFP7008",
    severity: "note",
    title: "Label that several units have",
    message: ({ label, count, unit }) =>
      `\`${label}\` is part of the names of ${count} units; this shows ${unit}.`,
    help: () => "name the unit by a label for each of its columns",
    page: 'Where several columns name a DMU, such as `province, industry`, one label may belong to several: `program M for "Beijing"` then shows the first of them, in the order of labels. `for "Beijing", "services"` names one.',
    failing: twoIndustries('program m for "A"'),
    mended: twoIndustries('program m for "A", "power"'),
  }),
} as const;
