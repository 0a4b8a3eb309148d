import { describe, expect, it } from "vitest";
import { bare, declarations } from "./sexpr.ts";

const of = (text: string) => bare(declarations(text));

describe("each declaration as a tree", () => {
  it("import", () => {
    expect(of('import "lib/units.gtfp"')).toMatchInlineSnapshot(`
      [
        {
          "kind": "import",
          "path": "lib/units.gtfp",
        },
      ]
    `);
  });
  it("unit", () => {
    expect(
      of("unit person\nunit tce = 29.3076 [GJ]\nunit mu = 1/15 [ha]\nunit dozen = 12"),
    ).toMatchInlineSnapshot(`
      [
        {
          "kind": "unit",
          "name": "person",
        },
        {
          "definition": {
            "factor": "29.3076",
            "unit": "[GJ]",
          },
          "kind": "unit",
          "name": "tce",
        },
        {
          "definition": {
            "factor": "(/ 1 15)",
            "unit": "[ha]",
          },
          "kind": "unit",
          "name": "mu",
        },
        {
          "definition": {
            "factor": "12",
            "unit": "[1]",
          },
          "kind": "unit",
          "name": "dozen",
        },
      ]
    `);
  });
  it("dimension", () => {
    expect(
      of("dimension industry = manufacturing, services\ndimension p from china.province"),
    ).toMatchInlineSnapshot(`
      [
        {
          "kind": "dimension",
          "labels": [
            "manufacturing",
            "services",
          ],
          "name": "industry",
        },
        {
          "from": "china.province",
          "kind": "dimension",
          "name": "p",
        },
      ]
    `);
  });
  it("data", () => {
    const text = `/// Provinces
/// of China
data china from "p.csv" {
  dmu province, industry; period year; group region
  /// Workers
  labor [10k person]
  energy [tce] = \`Energy use\`
  ratio = energy / labor
  period [1] = 3
  where year >= 2004
  missing drop province
  missing values "-", ".."
  join "e.csv" on province, year
  decimal ","; sheet "2017"; wide year
}
data all = history + futures
data pairs from china { dmu province; missing error }`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "doc": "Provinces
      of China",
          "entries": [
            {
              "kind": "dmu",
              "names": [
                "province",
                "industry",
              ],
            },
            {
              "kind": "period",
              "name": "year",
            },
            {
              "kind": "group",
              "names": [
                "region",
              ],
            },
            {
              "doc": "Workers",
              "kind": "column",
              "name": "labor",
              "unit": "[(* 10000 person)]",
            },
            {
              "kind": "column",
              "name": "energy",
              "unit": "[tce]",
              "value": "\`Energy use\`",
            },
            {
              "kind": "column",
              "name": "ratio",
              "value": "(/ energy labor)",
            },
            {
              "kind": "column",
              "name": "period",
              "unit": "[1]",
              "value": "3",
            },
            {
              "condition": "(>= year 2004)",
              "kind": "where",
            },
            {
              "kind": "missing",
              "rule": "drop",
              "target": "province",
            },
            {
              "kind": "missing-values",
              "values": [
                "-",
                "..",
              ],
            },
            {
              "kind": "join",
              "on": [
                "province",
                "year",
              ],
              "path": "e.csv",
            },
            {
              "kind": "decimal",
              "value": ",",
            },
            {
              "kind": "sheet",
              "value": "2017",
            },
            {
              "kind": "wide",
              "name": "year",
            },
          ],
          "file": "p.csv",
          "kind": "data",
          "name": "china",
        },
        {
          "entries": [],
          "kind": "data",
          "name": "all",
          "stack": [
            "history",
            "futures",
          ],
        },
        {
          "entries": [
            {
              "kind": "dmu",
              "names": [
                "province",
              ],
            },
            {
              "kind": "missing",
              "rule": "error",
            },
          ],
          "from": "china",
          "kind": "data",
          "name": "pairs",
        },
      ]
    `);
  });
  it("an inline table", () => {
    const text = `data mills {
  dmu mill
  | mill | labor force [10k person] | \`CO2 [kg]\` [kg/t] |
  |:----:|---|--:|
  | A \\| B | 1.5 |  |
  | 省 | -- | --- |
}`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "kind": "dmu",
              "names": [
                "mill",
              ],
            },
          ],
          "kind": "data",
          "name": "mills",
          "table": {
            "columns": [
              {
                "name": "mill",
              },
              {
                "name": "labor force",
                "unit": "[(* 10000 person)]",
              },
              {
                "name": {
                  "quoted": true,
                  "text": "CO2 [kg]",
                },
                "unit": "[(/ kg t)]",
              },
            ],
            "rows": [
              {
                "cells": [
                  "A | B",
                  "1.5",
                  "",
                ],
              },
              {
                "cells": [
                  "省",
                  "--",
                  "---",
                ],
              },
            ],
          },
        },
      ]
    `);
  });
  it("technology", () => {
    const text = `technology green on china by industry, region {
  input labor, staff = a + b
  fixed input rain
  good value; bad carbon
  returns crs
  disposability weak
  reference window 3 centered of history
  where year > 2000
  restrict price.labor / price.capital in 0.5 .. 2
  polluting energy
  stage one { input x; bad y }
  link used: one -> two free
}
technology bcc from green { returns vrs }`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "by": [
            "industry",
            "region",
          ],
          "entries": [
            {
              "kind": "role",
              "role": "input",
              "variables": [
                {
                  "name": "labor",
                },
                {
                  "name": "staff",
                  "value": "(+ a b)",
                },
              ],
            },
            {
              "fixed": true,
              "kind": "role",
              "role": "input",
              "variables": [
                {
                  "name": "rain",
                },
              ],
            },
            {
              "kind": "role",
              "role": "good",
              "variables": [
                {
                  "name": "value",
                },
              ],
            },
            {
              "kind": "role",
              "role": "bad",
              "variables": [
                {
                  "name": "carbon",
                },
              ],
            },
            {
              "kind": "returns",
              "word": "crs",
            },
            {
              "kind": "disposability",
              "word": "weak",
            },
            {
              "centered": true,
              "kind": "reference",
              "of": "history",
              "size": "3",
              "word": "window",
            },
            {
              "condition": "(> year 2000)",
              "kind": "where",
            },
            {
              "condition": "(in (/ price.labor price.capital) (.. 0.5 2))",
              "kind": "restrict",
            },
            {
              "kind": "polluting",
              "names": [
                "energy",
              ],
            },
            {
              "entries": [
                {
                  "kind": "role",
                  "role": "input",
                  "variables": [
                    {
                      "name": "x",
                    },
                  ],
                },
                {
                  "kind": "role",
                  "role": "bad",
                  "variables": [
                    {
                      "name": "y",
                    },
                  ],
                },
              ],
              "kind": "stage",
              "name": "one",
            },
            {
              "from": "one",
              "kind": "link",
              "mode": "free",
              "name": "used",
              "to": "two",
            },
          ],
          "kind": "technology",
          "name": "green",
          "on": "china",
        },
        {
          "entries": [
            {
              "kind": "returns",
              "word": "vrs",
            },
          ],
          "from": "green",
          "kind": "technology",
          "name": "bcc",
        },
      ]
    `);
  });
  it("direction", () => {
    expect(
      of("direction d { good +observed; carbon -0.5 * sd [t] }".replace(" [t]", "")),
    ).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "sign": 1,
              "size": "observed",
              "target": "good",
            },
            {
              "sign": -1,
              "size": "(* 0.5 sd)",
              "target": "carbon",
            },
          ],
          "kind": "direction",
          "name": "d",
        },
      ]
    `);
  });
  it("measure and index", () => {
    expect(of("measure m = radial(g, super: true)\nindex i = malmquist(m)")).toMatchInlineSnapshot(`
      [
        {
          "kind": "measure",
          "name": "m",
          "value": "(radial! g super:true)",
        },
        {
          "kind": "index",
          "name": "i",
          "value": "(malmquist! m)",
        },
      ]
    `);
  });
  it("robustness and influence", () => {
    const text = `robustness r of m { disposability weak, strong; without energy; all combinations }
influence l of m`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "head": "disposability",
              "words": [
                "weak",
                "strong",
              ],
            },
            {
              "head": "without",
              "words": [
                "energy",
              ],
            },
            {
              "head": "all",
              "words": [
                "combinations",
              ],
            },
          ],
          "kind": "robustness",
          "name": "r",
          "of": "m",
        },
        {
          "kind": "influence",
          "name": "l",
          "of": "m",
        },
      ]
    `);
  });
  it("regression", () => {
    const text = `regression r on pairs {
  ols gtfp.change ~ a + a^2 + log(b)
  tobit score ~ a censored in 0 .. 1
  truncated score ~ a algorithm 2
  quantile score ~ a at 0.5
  fixed province, year
  errors cluster province
}`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "clauses": [],
              "estimator": "ols",
              "kind": "formula",
              "left": "gtfp.change",
              "right": "(+ (+ a (^ a 2)) (log! b))",
            },
            {
              "clauses": [
                {
                  "value": "(.. 0 1)",
                  "word": "in",
                },
              ],
              "estimator": "tobit",
              "kind": "formula",
              "left": "score",
              "right": "a",
            },
            {
              "clauses": [
                {
                  "value": "2",
                  "word": "algorithm",
                },
              ],
              "estimator": "truncated",
              "kind": "formula",
              "left": "score",
              "right": "a",
            },
            {
              "clauses": [
                {
                  "value": "0.5",
                  "word": "at",
                },
              ],
              "estimator": "quantile",
              "kind": "formula",
              "left": "score",
              "right": "a",
            },
            {
              "head": "fixed",
              "kind": "words",
              "words": [
                "province",
                "year",
              ],
            },
            {
              "head": "errors",
              "kind": "words",
              "words": [
                "cluster",
                "province",
              ],
            },
          ],
          "kind": "regression",
          "name": "r",
          "on": "pairs",
        },
      ]
    `);
  });
  it("system", () => {
    const text = `system economy {
  time [year] = 2017 .. 2030 step 1/8 using rk4 save every 1
  param growth [1/year] in 0 .. 0.1 = annual(6%)
  param savings = 25% in 0 .. 50%
  stock nonnegative value by industry [100M CNY] = {manufacturing: 300}
  stock nonnegative = 3
  flow gain by industry: cloud -> value = rate * value
  flow move [t/year]: a -> b
  aux x[services] = 1
  aux total [t, "x"]
  lookup f(t [year]) [1/year] = linear(2017: 0.30)
  series rd = china.share linear after hold
  module north of farm { rate = 0.2 }
}`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "from": "2017",
              "kind": "time",
              "saveEvery": "1",
              "step": "(/ 1 8)",
              "to": "2030",
              "unit": "[year]",
              "using": "rk4",
            },
            {
              "brackets": [
                {
                  "unit": "[(/ 1 year)]",
                },
              ],
              "kind": "param",
              "name": "growth",
              "range": "(.. 0 0.1)",
              "value": "(annual! (% 6))",
            },
            {
              "brackets": [],
              "kind": "param",
              "name": "savings",
              "range": "(.. 0 (% 50))",
              "value": "(% 25)",
            },
            {
              "brackets": [
                {
                  "unit": "[(* 100000000 CNY)]",
                },
              ],
              "by": [
                "industry",
              ],
              "kind": "stock",
              "name": "value",
              "nonnegative": true,
              "value": "{manufacturing:300}",
            },
            {
              "brackets": [],
              "kind": "stock",
              "name": "nonnegative",
              "value": "3",
            },
            {
              "brackets": [],
              "by": [
                "industry",
              ],
              "kind": "flow",
              "name": "gain",
              "to": "value",
              "value": "(* rate value)",
            },
            {
              "brackets": [
                {
                  "unit": "[(/ t year)]",
                },
              ],
              "from": "a",
              "kind": "flow",
              "name": "move",
              "to": "b",
            },
            {
              "brackets": [
                {
                  "labels": [
                    "services",
                  ],
                  "unit": "[services]",
                },
              ],
              "kind": "aux",
              "name": "x",
              "value": "1",
            },
            {
              "brackets": [
                {
                  "labels": [
                    "t",
                    "x",
                  ],
                },
              ],
              "kind": "aux",
              "name": "total",
            },
            {
              "argument": {
                "name": "t",
                "unit": "[year]",
              },
              "kind": "lookup",
              "name": "f",
              "unit": "[(/ 1 year)]",
              "value": "(linear! 2017:0.3)",
            },
            {
              "after": "hold",
              "interpolation": "linear",
              "kind": "series",
              "name": "rd",
              "value": "china.share",
            },
          ],
          "kind": "system",
          "modules": [
            {
              "changes": [
                {
                  "target": "rate",
                  "value": "0.2",
                },
              ],
              "kind": "module",
              "name": "north",
              "of": "farm",
            },
          ],
          "name": "economy",
        },
      ]
    `);
  });
  it("scenario", () => {
    const text = `/// Control
scenario s of economy
scenario s1 from s { growth = annual(6.5%); value[services] = 200; north.rate = 1 }
scenario fitted of economy using fit`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "doc": "Control",
          "entries": [],
          "kind": "scenario",
          "name": "s",
          "of": "economy",
        },
        {
          "entries": [
            {
              "target": "growth",
              "value": "(annual! (% 6.5))",
            },
            {
              "labels": [
                "services",
              ],
              "target": "value",
              "value": "200",
            },
            {
              "target": "north.rate",
              "value": "1",
            },
          ],
          "from": "s",
          "kind": "scenario",
          "name": "s1",
        },
        {
          "entries": [],
          "kind": "scenario",
          "name": "fitted",
          "of": "economy",
          "using": "fit",
        },
      ]
    `);
  });
  it("experiments", () => {
    const text = `sweep rates of economy { growth in 6% .. 8% step 0.25% }
sensitivity doubt of s3 { growth ~ normal(6%, 0.5%); samples 1000; sampling sobol; outputs co2, peak_time(co2) }
calibration fit of economy { growth in 4% .. 9%; match gdp, co2 to china in 2004 .. 2014; test in 2015 .. 2017 }
optimization best of economy { maximize gdp at 2030; subject to peak_time(co2) < 2030 }`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "entries": [
            {
              "kind": "range",
              "range": "(.. (% 6) (% 8) (% 0.25))",
              "target": "growth",
            },
          ],
          "kind": "sweep",
          "name": "rates",
          "of": "economy",
        },
        {
          "entries": [
            {
              "distribution": "(normal! (% 6) (% 0.5))",
              "kind": "distribution",
              "target": "growth",
            },
            {
              "clauses": [],
              "head": "samples",
              "kind": "setting",
              "values": [
                "1000",
              ],
            },
            {
              "clauses": [],
              "head": "sampling",
              "kind": "setting",
              "values": [
                "sobol",
              ],
            },
            {
              "clauses": [],
              "head": "outputs",
              "kind": "setting",
              "values": [
                "co2",
                "(peak_time! co2)",
              ],
            },
          ],
          "kind": "sensitivity",
          "name": "doubt",
          "of": "s3",
        },
        {
          "entries": [
            {
              "kind": "range",
              "range": "(.. (% 4) (% 9))",
              "target": "growth",
            },
            {
              "clauses": [
                {
                  "value": "china",
                  "word": "to",
                },
                {
                  "value": "(.. 2004 2014)",
                  "word": "in",
                },
              ],
              "head": "match",
              "kind": "setting",
              "values": [
                "gdp",
                "co2",
              ],
            },
            {
              "clauses": [
                {
                  "value": "(.. 2015 2017)",
                  "word": "in",
                },
              ],
              "head": "test",
              "kind": "setting",
              "values": [],
            },
          ],
          "kind": "calibration",
          "name": "fit",
          "of": "economy",
        },
        {
          "entries": [
            {
              "clauses": [],
              "head": "maximize",
              "kind": "setting",
              "values": [
                "(at gdp 2030)",
              ],
            },
            {
              "clauses": [
                {
                  "value": "(< (peak_time! co2) 2030)",
                  "word": "to",
                },
              ],
              "head": "subject",
              "kind": "setting",
              "values": [],
            },
          ],
          "kind": "optimization",
          "name": "best",
          "of": "economy",
        },
      ]
    `);
  });
  it("report", () => {
    const text = `report r {
  /// Counted
  text "Means, {count(e.class == "a")} of {n}, a \\{brace\\} and {no hole"
  text ""
  describe china: labor, capital
  table gtfp.change, a - b by region, industry digits 3
  table e.score rows province columns industry at 2017 sort descending
  table e.score sort e.score ascending
  compare value at 2025, 2030 for s1, s2 against current
  validate current against china_national: gdp, co2
  chart economy.co2 over time for current
  map e.score at 2017 using "tiles.csv" key province
  frontier inefficiency: value against carbon at 2017
  program inefficiency for "Beijing" at 2017
  diagram economy
}`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "items": [
            {
              "doc": "Counted",
              "kind": "text",
              "parts": [
                "Means, ",
                "(count! (== e.class "a"))",
                " of ",
                "n",
                ", a {brace} and {no hole",
              ],
            },
            {
              "kind": "text",
              "parts": [
                "",
              ],
            },
            {
              "clauses": [
                {
                  "values": [
                    "labor",
                    "capital",
                  ],
                  "word": ":",
                },
              ],
              "items": [
                "china",
              ],
              "kind": "describe",
            },
            {
              "clauses": [
                {
                  "values": [
                    "region",
                    "industry",
                  ],
                  "word": "by",
                },
                {
                  "values": [
                    "3",
                  ],
                  "word": "digits",
                },
              ],
              "items": [
                "gtfp.change",
                "(- a b)",
              ],
              "kind": "table",
            },
            {
              "clauses": [
                {
                  "values": [
                    "province",
                  ],
                  "word": "rows",
                },
                {
                  "values": [
                    "industry",
                  ],
                  "word": "columns",
                },
                {
                  "values": [
                    "2017",
                  ],
                  "word": "at",
                },
                {
                  "values": [
                    "descending",
                  ],
                  "word": "sort",
                },
              ],
              "items": [
                "e.score",
              ],
              "kind": "table",
            },
            {
              "clauses": [
                {
                  "values": [
                    "e.score",
                    "ascending",
                  ],
                  "word": "sort",
                },
              ],
              "items": [
                "e.score",
              ],
              "kind": "table",
            },
            {
              "clauses": [
                {
                  "values": [
                    "2025",
                    "2030",
                  ],
                  "word": "at",
                },
                {
                  "values": [
                    "s1",
                    "s2",
                  ],
                  "word": "for",
                },
                {
                  "values": [
                    "current",
                  ],
                  "word": "against",
                },
              ],
              "items": [
                "value",
              ],
              "kind": "compare",
            },
            {
              "clauses": [
                {
                  "values": [
                    "china_national",
                  ],
                  "word": "against",
                },
                {
                  "values": [
                    "gdp",
                    "co2",
                  ],
                  "word": ":",
                },
              ],
              "items": [
                "current",
              ],
              "kind": "validate",
            },
            {
              "clauses": [
                {
                  "values": [
                    "time",
                  ],
                  "word": "over",
                },
                {
                  "values": [
                    "current",
                  ],
                  "word": "for",
                },
              ],
              "items": [
                "economy.co2",
              ],
              "kind": "chart",
            },
            {
              "clauses": [
                {
                  "values": [
                    "2017",
                  ],
                  "word": "at",
                },
                {
                  "values": [
                    ""tiles.csv"",
                  ],
                  "word": "using",
                },
                {
                  "values": [
                    "province",
                  ],
                  "word": "key",
                },
              ],
              "items": [
                "e.score",
              ],
              "kind": "map",
            },
            {
              "clauses": [
                {
                  "values": [
                    "value",
                  ],
                  "word": ":",
                },
                {
                  "values": [
                    "carbon",
                  ],
                  "word": "against",
                },
                {
                  "values": [
                    "2017",
                  ],
                  "word": "at",
                },
              ],
              "items": [
                "inefficiency",
              ],
              "kind": "frontier",
            },
            {
              "clauses": [
                {
                  "values": [
                    ""Beijing"",
                  ],
                  "word": "for",
                },
                {
                  "values": [
                    "2017",
                  ],
                  "word": "at",
                },
              ],
              "items": [
                "inefficiency",
              ],
              "kind": "program",
            },
            {
              "clauses": [],
              "items": [
                "economy",
              ],
              "kind": "diagram",
            },
          ],
          "kind": "report",
          "name": "r",
        },
      ]
    `);
  });
  it("expect", () => {
    const text = `/// Greener
expect geomean(gtfp.change by industry)[services] > 1
expect s3.value at 2025 == 614838.01 within 0.5%
expect always economy.capital >= 0
expect always.x > 1`;
    expect(of(text)).toMatchInlineSnapshot(`
      [
        {
          "always": false,
          "condition": "(> (geomean! gtfp.change by industry)["services"] 1)",
          "doc": "Greener",
          "kind": "expect",
        },
        {
          "always": false,
          "condition": "(within (== (at s3.value 2025) 614838.01) (% 0.5))",
          "kind": "expect",
        },
        {
          "always": true,
          "condition": "(>= economy.capital 0)",
          "kind": "expect",
        },
        {
          "always": false,
          "condition": "(> always.x 1)",
          "kind": "expect",
        },
      ]
    `);
  });
});
