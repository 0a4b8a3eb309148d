/** A first study: paper mills that make paper and foul a river, small enough to be read whole. */
import { version } from "../../language/version.ts";

/** Files by their names, the model first. */
export function studyFiles(folder: string): ReadonlyMap<string, string> {
  const name = folder.replace(/[^\p{L}\p{N}_.-]+/gu, "-").replace(/^[.-]+|[.-]+$/g, "") || "study";
  return new Map([
    [`${name}.gtfp`, model],
    ["data/mills.csv", data],
    ["README.md", readme(name)],
    [".github/workflows/models.yml", workflow(name)],
    [".gitignore", "results/\n"],
  ]);
}

const model = `// Data: one row for each mill and year. Units are part of the model, and checked.
data mills from "data/mills.csv" {
  dmu mill
  period year
  group region
  labor [person]
  energy [GJ]
  paper [t]
  bod [kg]
}

// What makes what: bod, which a mill lets into the river, is bad.
technology green on mills {
  input labor, energy
  good paper
  bad bod
}

// More paper and less bod, each in proportion to what the mill has.
direction win_win {
  good +observed
  bad -observed
}

measure inefficiency = ddf(green, along: win_win)

index gtfp = malmquist_luenberger(green, along: win_win, reference: global)

/// Which mills could do better
report findings {
  text "**{count(inefficiency.class == "efficient" by year)[2022]}** of four mills stand on the frontier of 2022."
  /// Distance to the frontier
  table inefficiency.score rows mill columns year digits 3
  /// The mills of 2022
  frontier inefficiency: paper against bod at 2022
  /// Green productivity and what it is made of
  table gtfp.change, gtfp.efficiency_change, gtfp.technical_change by region digits 4
  /// Green productivity since 2020
  chart gtfp.cumulative over year
}

/// Nobody stands beyond the frontier
expect inefficiency.score >= 0

/// Mill A sets the standard in every year
expect inefficiency.score["A"] < 0.0001
`;

const data = `mill,region,year,labor,energy,paper,bod
A,north,2020,120,340,1000,25
A,north,2021,118,335,1020,24
A,north,2022,115,330,1050,22
B,north,2020,100,300,900,30
B,north,2021,100,302,915,28
B,north,2022,98,300,940,25
C,south,2020,150,500,1000,50
C,south,2021,148,490,1010,48
C,south,2022,150,480,1015,49
D,south,2020,80,260,610,20
D,south,2021,82,255,640,19
D,south,2022,82,250,690,17
`;

function readme(name: string): string {
  return `# ${name}

\`${name}.gtfp\` is the whole study: data, technology, direction, measure, index, report and claims.

| command | what it does |
|---|---|
| \`gtfp run ${name}.gtfp\` | shows the report |
| \`gtfp run ${name}.gtfp --out results\` | also writes tables, pictures, one HTML page, LaTeX and a workbook |
| \`gtfp test ${name}.gtfp\` | checks the claims |
| \`gtfp doctor data/mills.csv\` | looks at a data file and writes the \`data\` block for it |
| \`gtfp playground ${name}.gtfp\` | opens it beside what it means |
| \`gtfp explain ${name}.gtfp inefficiency\` | shows the program in mathematics |

\`.github/workflows/models.yml\` checks the model and its claims on every push.
`;
}

function workflow(name: string): string {
  return `name: models
on: [push, pull_request]
jobs:
  models:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global gtfp@${version}
      - run: gtfp check --format github ${name}.gtfp
      - run: gtfp fmt --check .
      - run: gtfp test --format github .
`;
}
