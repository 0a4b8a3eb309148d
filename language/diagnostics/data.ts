/** GTFP40xx: what can be wrong with the data themselves. Reported while panels are built. */
import { entry } from "./entry.ts";
import { listed } from "./words.ts";

const inline = (rows: string, more = "") => `data mills {
  dmu mill
  | mill | labor [person] | paper [t] |
  |------|---------------:|----------:|
${rows}${more}
}
`;

export const data = {
  missingFile: entry<{ path: string }>({
    code: "GTFP4001",
    severity: "error",
    title: "Data file not found",
    message: ({ path }) => `There is no data file at \`${path}\`.`,
    help: () =>
      "paths are relative to the file that names them and use `/`; check the spelling and upper and lower case",
    page: "A `data` block names a file that is not there. Paths are relative to the `.gtfp` file that names them, use `/` on every system, and must match upper and lower case, so that a model runs on every machine.",
    failing: {
      "model.gtfp": 'data mills from "mill.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  emptyFile: entry<{ path: string }>({
    code: "GTFP4002",
    severity: "error",
    title: "Data file without rows",
    message: ({ path }) => `\`${path}\` holds no data: there must be a line of headers and at least one row.`,
    page: "The file is empty or has a line of headers and nothing below it. A panel without rows has no frontier, so the run stops here instead of giving empty results.",
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  raggedRow: entry<{ source: string; line: number; cells: number; expected: number }>({
    code: "GTFP4003",
    severity: "error",
    title: "Row with too many or too few cells",
    message: ({ source, line, cells, expected }) =>
      `Line ${line} of ${source} has ${cells} ${cells === 1 ? "cell" : "cells"}, but the headers name ${expected} columns.`,
    help: () => "a text that holds the delimiter must stand in quotation marks",
    page: 'Every row must have one cell for each header. Mostly an unquoted text holds the delimiter (`Korea, Rep.`), a decimal comma is read as a delimiter (then write `decimal ","`), or a line was cut.',
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nMill, North,120\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": 'mill,labor\n"Mill, North",120\n',
    },
  }),
  binaryFile: entry<{ path: string }>({
    code: "GTFP4004",
    severity: "error",
    title: "Not a text file",
    message: ({ path }) => `\`${path}\` is not a text file in UTF-8: it holds bytes that no text has.`,
    help: () => "save the table as CSV in UTF-8",
    page: "CSV, TSV and JSON are read as UTF-8 text. This file holds zero bytes or byte sequences that are not UTF-8: it may be a spreadsheet, an archive, or a text in another encoding. Save it as CSV in UTF-8.",
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,\u0000\u0001\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  hugeCell: entry<{ source: string; line: number; column: string; length: number; limit: number }>({
    code: "GTFP4005",
    severity: "error",
    title: "Cell of absurd length",
    message: ({ source, line, column, length, limit }) =>
      `Line ${line} of ${source} has ${length} characters in the column \`${column}\`; a cell may have at most ${limit}.`,
    help: () => "look for a quotation mark that is opened and not closed",
    page: "No label and no number is that long. Almost always a quotation mark was opened and not closed, so that the rest of the file became one cell. The line named is where the cell begins.",
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": `mill,labor\n${"A".repeat(120_000)},120\n`,
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  duplicateRow: entry<{ source: string; key: string; first: number; second: number }>({
    code: "GTFP4006",
    severity: "error",
    title: "Two rows for one observation",
    message: ({ source, key, first, second }) =>
      `Lines ${first} and ${second} of ${source} are both about ${key}: each observation must have one row.`,
    help: () =>
      "name every column that tells rows apart under `dmu` and `period`, or keep one of them with `where`",
    page: "The `dmu` and `period` columns together must tell all rows apart. Either a row stands twice, or a column that distinguishes rows (an industry, say) is missing from `dmu`.",
    failing: inline("  | A | 120 | 1000 |\n  | A | 130 | 1100 |"),
    mended: inline("  | A | 120 | 1000 |\n  | B | 130 | 1100 |"),
  }),
  notANumber: entry<{
    source: string;
    line: number;
    column: string;
    text: string;
    more?: number;
    /** The cell of a workbook holds a date. */
    date?: boolean;
  }>({
    code: "GTFP4007",
    severity: "error",
    title: "Text in a column of numbers",
    message: ({ source, line, column, text, date, more = 0 }) =>
      `Line ${line} of ${source} has ${date ? `the date ${text} in the column \`${column}\`, and dates are not read` : `"${text}" in the column \`${column}\`, which holds numbers`}${more > 0 ? ` (and ${more} more such ${more === 1 ? "cell" : "cells"})` : ""}.`,
    help: ({ text, date }) =>
      date
        ? `write what is meant as a number (${text.slice(0, 4)}) or as text in the workbook`
        : /^\s*[-.–—]+\s*$|^(na|n\/a|nan|null)$/i.test(text)
          ? `if it stands for a missing value, write \`missing values "${text.trim()}"\``
          : /^-?\d+,\d+$/.test(text)
            ? 'if the comma is a decimal sign, write `decimal ","`'
            : undefined,
    page: 'A column of a panel holds numbers, and this cell is no number. Marks for missing values are named with `missing values "-", ".."`, a decimal comma with `decimal ","`. Numbers are written without thousands separators. In a workbook a cell that is shown as a date counts as a date, though the file holds a number of days: write the year as a plain number.',
    failing: inline("  | A | many | 1000 |"),
    mended: inline("  | A | 120 | 1000 |"),
  }),
  missingValue: entry<{ source: string; line: number; column: string; key: string; count: number }>({
    code: "GTFP4008",
    severity: "error",
    title: "Missing value without a rule",
    message: ({ source, line, column, key, count }) =>
      `There is no value for \`${column}\` of ${key} (line ${line} of ${source}${count > 1 ? `; ${count - 1} more ${count === 2 ? "is" : "are"} missing` : ""}), and nothing says what to do about it.`,
    help: () =>
      "write `missing drop row` to leave such rows out, or `missing drop KEY` to leave out the whole unit",
    page: 'A missing value is never guessed. Say what to do: `missing drop row` leaves out the observation, `missing drop province` leaves out every row of that province (so that the panel stays balanced). Only columns that the model uses are judged. `missing values ".."` names marks that count as empty.',
    failing: inline("  | A | | 1000 |\n  | B | 130 | 1100 |"),
    mended: inline("  | A | | 1000 |\n  | B | 130 | 1100 |", "\n  missing drop row"),
  }),
  unknownHeader: entry<{ source: string; header: string; has?: readonly string[] }>({
    code: "GTFP4009",
    severity: "error",
    title: "Header not found",
    message: ({ source, header }) => `${source} has no column \`${header}\`.`,
    help: ({ has = [] }) =>
      has.length === 0
        ? undefined
        : has.length <= 12
          ? `its columns are ${listed(has)}`
          : `its columns are ${has
              .slice(0, 10)
              .map((name) => `\`${name}\``)
              .join(", ")} and ${has.length - 10} more`,
    page: "A column, key or group of the block is not among the headers of the table. A column with another name than its header is written `` energy [tce] = `Energy use` ``. Headers must match in upper and lower case.",
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labour [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labour [person] = labor\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  joinUnmatched: entry<{ source: string; path: string; key: string; count: number }>({
    code: "GTFP4010",
    severity: "error",
    title: "Rows without a partner in the joined file",
    message: ({ source, path, key, count }) =>
      `\`${path}\` has no row for ${key}${count > 1 ? ` and ${count - 1} more` : ""} of ${source}.`,
    help: () =>
      "the labels must be spelt the same in both files; leave rows out with `where` before the join",
    page: "`join` looks up one row of the other file for each row of the panel. A row without a partner would get empty cells that nobody asked for, so it is refused. Mostly a label is spelt in two ways.",
    failing: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n  energy [GJ]\n  join "energy.csv" on mill\n}\n',
      "mills.csv": "mill,labor\nA,120\nB,130\n",
      "energy.csv": "mill,energy\nA,340\n",
    },
    mended: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n  energy [GJ]\n  join "energy.csv" on mill\n}\n',
      "mills.csv": "mill,labor\nA,120\nB,130\n",
      "energy.csv": "mill,energy\nA,340\nB,350\n",
    },
  }),
  joinDuplicate: entry<{ path: string; key: string; first: number; second: number }>({
    code: "GTFP4011",
    severity: "error",
    title: "Two partners in the joined file",
    message: ({ path, key, first, second }) =>
      `Lines ${first} and ${second} of \`${path}\` are both about ${key}: a join needs one row for each key.`,
    help: () => "name more columns after `on`",
    page: "The columns after `on` must tell the rows of the joined file apart. Where the file has a row for each year, `on` must name the year too.",
    failing: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n  energy [GJ]\n  join "energy.csv" on mill\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
      "energy.csv": "mill,energy\nA,340\nA,350\n",
    },
    mended: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n  energy [GJ]\n  join "energy.csv" on mill\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
      "energy.csv": "mill,energy\nA,340\n",
    },
  }),
  notUnique: entry<{ what: string; key: string; count: number }>({
    code: "GTFP4012",
    severity: "error",
    title: "Several values where one is needed",
    message: ({ what, key, count }) => `${what} has ${count} different values for ${key}, and one is needed.`,
    help: () => "choose one with `where`, or aggregate: `sum(…)`, `mean(…)`",
    page: "`only(x where …)` gives the one value there is, and a group must have one label for each unit. Here there are several: narrow the choice with `where`, or say how to combine them with an aggregate.",
    failing: `data plants {
  dmu plant, line
  | plant | line | labor [person] |
  |-------|------|---------------:|
  | A     | x    |            100 |
  | A     | y    |             20 |
}
data sites from plants {
  dmu plant
  labor = only(plants.labor)
}
`,
    mended: `data plants {
  dmu plant, line
  | plant | line | labor [person] |
  |-------|------|---------------:|
  | A     | x    |            100 |
  | A     | y    |             20 |
}
data sites from plants {
  dmu plant
  labor = sum(plants.labor)
}
`,
  }),
  badFormat: entry<{ path: string; line: number; reason: string }>({
    code: "GTFP4013",
    severity: "error",
    title: "File that cannot be read as a table",
    message: ({ path, line, reason }) => `\`${path}\` cannot be read as a table: ${reason} (line ${line}).`,
    page: "The file breaks the rules of its format: a quotation mark that is not closed, or JSON that is not an array of objects (or an object of columns). The message names the first line where reading failed.",
    failing: {
      "model.gtfp": 'data mills from "mills.json" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.json": '[{"mill": "A", "labor": 120\n',
    },
    mended: {
      "model.gtfp": 'data mills from "mills.json" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.json": '[{"mill": "A", "labor": 120}]\n',
    },
  }),
  unsupportedFormat: entry<{ path: string; extension: string }>({
    code: "GTFP4014",
    severity: "error",
    title: "Kind of file that is not read",
    message: ({ path, extension }) =>
      extension === ""
        ? `\`${path}\` has no ending that tells its format.`
        : `Files that end in \`.${extension}\` are not read by this version (\`${path}\`).`,
    help: ({ extension }) =>
      extension === "xls"
        ? "open it in a spreadsheet and save it as `.xlsx`, or the sheet as `.csv`"
        : "save the table as `.csv`, `.tsv`, `.json` or `.xlsx`",
    page: "The ending of a file tells its format: `.csv`, `.tsv` (or `.tab`, `.txt`), `.json` and `.xlsx`. Workbooks of the old kind (`.xls`) are not read.",
    failing: {
      "model.gtfp": 'data mills from "mills.parquet" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.parquet": "PAR1",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  duplicateHeader: entry<{ source: string; header: string }>({
    code: "GTFP4015",
    severity: "error",
    title: "Header that stands twice",
    message: ({ source, header }) => `${source} has two columns with the header \`${header}\`.`,
    help: () => "give each column of the file a header of its own",
    page: "A column is found by its header, so each header may stand once. Rename one of them in the file.",
    failing: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor,labor\nA,120,130\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor,staff\nA,120,130\n",
    },
  }),
  noRows: entry<{ panel: string }>({
    code: "GTFP4016",
    severity: "error",
    title: "Panel that is left without rows",
    message: ({ panel }) => `No row is left of \`${panel}\` after \`where\` and \`missing\`.`,
    help: () => "check the condition: labels are compared with upper and lower case",
    page: "The conditions of the block leave no observation. Labels are compared exactly, with upper and lower case, and a period is a number where all of its labels are.",
    failing: inline("  | A | 120 | 1000 |", '\n  where mill == "a"'),
    mended: inline("  | A | 120 | 1000 |", '\n  where mill == "A"'),
  }),
  missingKey: entry<{ source: string; line: number; column: string }>({
    code: "GTFP4017",
    severity: "error",
    title: "Row without a label",
    message: ({ source, line, column }) =>
      `Line ${line} of ${source} has no label in the column \`${column}\`.`,
    help: () => "fill the label in, or leave the row out of the file",
    page: "The columns under `dmu` and `period` say whose row it is; an empty cell there would give a row that nothing can find.",
    failing: inline("  | | 120 | 1000 |"),
    mended: inline("  | A | 120 | 1000 |"),
  }),
  noComputedValue: entry<{
    source: string;
    line: number;
    column: string;
    key: string;
    count: number;
    technology: string;
    cause?: string | undefined;
  }>({
    code: "GTFP4018",
    severity: "error",
    title: "Computed column without a value where a technology needs one",
    message: ({ source, line, column, key, count, technology }) =>
      `\`${column}\` has no value for ${key} (line ${line} of ${source}${count > 1 ? `; ${count - 1} more ${count === 2 ? "is" : "are"} empty` : ""}), and the technology \`${technology}\` needs one.`,
    help: ({ cause }) =>
      `${cause === undefined ? "" : `${cause}; `}write \`missing drop row\` in the block to leave such rows out`,
    page: "A computed column may be empty: `lag` and `growth` have no value in a unit's first period, a division by 0 has none. Tables and regressions leave such rows out and say how many; a technology cannot, since an observation without one of its inputs or outputs would silently leave the frontier. Say what to do: `missing drop row` leaves the observation out, `missing drop KEY` the whole unit.",
    failing: `${inline("  | A | 120 | 1000 |\n  | B | 0 | 1100 |", "\n  output = paper / labor")}technology t on mills { input labor; good output }
`,
    mended: `${inline("  | A | 120 | 1000 |\n  | B | 0 | 1100 |", "\n  output = paper / labor\n  missing drop row")}technology t on mills { input labor; good output }
`,
  }),
  periodNotANumber: entry<{
    source: string;
    line: number;
    column: string;
    text: string;
    meant?: number | undefined;
    more?: number;
  }>({
    code: "GTFP4019",
    severity: "error",
    title: "Text among periods of numbers",
    message: ({ source, line, column, text, more = 0 }) =>
      `Line ${line} of ${source} has the period "${text}" in \`${column}\`, where nearly all others are numbers${more > 0 ? ` (and ${more} more such ${more === 1 ? "row" : "rows"})` : ""}.`,
    help: ({ meant, column, text }) =>
      meant === undefined
        ? `write it as a number, or leave the row out: \`where ${column} != "${text}"\``
        : `did you mean ${meant}?`,
    page: "Periods are numbers where all of them are. One text among them (`20O4` with a letter O, `2004*`, a line of averages) would turn every period into a text, and `year >= 2004` or a step from one period to the next would no longer mean what it says. Mend the cell, or leave the row out with `where`. Where a good part of the periods are texts (`2004Q1`), all are read as texts.",
    failing: `data mills {
  dmu mill
  period year
  | mill | year | labor [person] |
  | A    | 2001 |            120 |
  | A    | 2002 |            125 |
  | A    | 2003 |            130 |
  | A    | 20O4 |            135 |
  | A    | 2005 |            140 |
}
`,
    mended: `data mills {
  dmu mill
  period year
  | mill | year | labor [person] |
  | A    | 2001 |            120 |
  | A    | 2002 |            125 |
  | A    | 2003 |            130 |
  | A    | 2004 |            135 |
  | A    | 2005 |            140 |
}
`,
  }),
  badWorkbook: entry<{ path: string; problem: string }>({
    code: "GTFP4020",
    severity: "error",
    title: "Workbook that cannot be read",
    message: ({ path, problem }) => `\`${path}\` cannot be read as a workbook: ${problem}.`,
    help: () => "open it in a spreadsheet and save it as `.xlsx` without a password, or the sheet as `.csv`",
    page: "A file that ends in `.xlsx` holds sheets; the first one is read, or the one that `sheet` names, with upper and lower case. Its first row with anything in it holds the headers. Of a formula the value is read that the spreadsheet saved.",
    failing: {
      "model.gtfp": 'data mills from "mills.xlsx" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.xlsx": "mill,labor\nA,120\n",
    },
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
};
