/** GTFP200x–202x: files, declarations and names. */
import { entry } from "./entry.ts";
import { panelExample } from "./words.ts";

const arrow = (path: readonly string[]) => path.map((name) => `\`${name}\``).join(" → ");

export const names = {
  importMissing: entry<{ path: string }>({
    code: "GTFP2001",
    severity: "error",
    title: "Imported file not found",
    message: ({ path }) => `There is no file \`${path}\` to import.`,
    help: () => "paths are relative to the file that names them and use `/`",
    page: "An `import` names a file that is not there. Paths are relative to the importing file, use `/`, and must match upper and lower case.",
    failing: { "model.gtfp": 'import "unit.gtfp"\n', "units.gtfp": "unit crate\n" },
    mended: { "model.gtfp": 'import "units.gtfp"\n', "units.gtfp": "unit crate\n" },
  }),
  importCycle: entry<{ path: readonly string[] }>({
    code: "GTFP2002",
    severity: "error",
    title: "Files that import each other",
    message: ({ path }) => `These files import each other in a circle: ${arrow(path)}.`,
    help: () => "move what both need into a third file",
    page: "A file may not import itself, directly or through others: it would be unclear which is built on which. Move the declarations that both need into a file of their own and import that.",
    failing: { "model.gtfp": 'import "other.gtfp"\n', "other.gtfp": 'import "model.gtfp"\n' },
    mended: { "model.gtfp": 'import "other.gtfp"\n', "other.gtfp": "unit crate\n" },
  }),
  outsideFolder: entry<{ path: string; folder: string }>({
    code: "GTFP2003",
    severity: "error",
    title: "Path that leaves the model's folder",
    message: ({ path, folder }) =>
      `\`${path}\` leads out of the model's folder${folder === "" ? "" : ` \`${folder}\``}: a model reads only what lies in its own folder.`,
    help: () => "move the file into the folder, or run with `--allow-outside` if you trust the model",
    page: "A model that someone sends you should not be able to read files elsewhere on your machine. So paths that leave the folder of the main file, through `..` or because they are absolute, are refused. Where you trust the model, `--allow-outside` allows them.",
    failing: 'data mills from "../mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
    mended: {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.csv": "mill,labor\nA,120\n",
    },
  }),
  duplicate: entry<{ name: string }>({
    code: "GTFP2004",
    severity: "error",
    title: "Name declared twice",
    message: ({ name }) => `\`${name}\` is declared twice.`,
    help: () => "rename one of them",
    page: "All declarations of a model, those of imported files included, share one namespace, so each name is declared once. Units have a namespace of their own.",
    failing: "dimension sector = a, b\ndimension sector = c, d\n",
    mended: "dimension sector = a, b\ndimension branch = c, d\n",
  }),
  shadows: entry<{ name: string; what: string }>({
    code: "GTFP2005",
    severity: "warning",
    title: "Name that hides a declaration",
    message: ({ name, what }) => `Inside this block \`${name}\` hides the ${what} of the same name.`,
    help: () => "rename one of them, so that readers need not know which is meant",
    page: "Inside a block its own names come first. A column or variable with the name of a declaration hides it there; that is allowed, but easily misread.",
    failing: `dimension labor = a, b\n${panelExample("")}`,
    mended: `dimension kind = a, b\n${panelExample("")}`,
  }),
  cycle: entry<{ path: readonly string[] }>({
    code: "GTFP2006",
    severity: "error",
    title: "Declarations that need each other",
    message: ({ path }) =>
      path.length === 2 && path[0] === path[1]
        ? `\`${path[0]}\` is made from itself.`
        : `These declarations need each other in a circle: ${arrow(path)}.`,
    help: () => "only stocks, inside a system, may depend on themselves",
    page: "Each declaration is computed after those that it names, so they cannot form a circle. Within a system, stocks may feed back on themselves over time; between declarations nothing may.",
    failing: "data a from b { }\ndata b from a { }\n",
    mended: `${panelExample("").replace("plants", "b")}data a from b { }\n`,
  }),
  badPath: entry<{ path: string }>({
    code: "GTFP2008",
    severity: "error",
    title: "Path that no system reads alike",
    message: ({ path }) =>
      path === "" ? "This path is empty." : `\`${path}\` is not a path that every system reads alike.`,
    help: () => "write folders and files with `/` between them, such as `data/provinces.csv`",
    page: "Paths in models use `/` on every system, Windows included, so that a model runs on every machine. Backslashes and control characters are refused, and so is an empty path.",
    failing: 'data mills from "data\\\\mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
    mended: {
      "model.gtfp": 'data mills from "data/mills.csv" {\n  dmu mill\n  labor [person]\n}\n',
      "data/mills.csv": "mill,labor\nA,120\n",
    },
  }),
  modelUnreadable: entry<{ path: string; why: string }>({
    code: "GTFP2009",
    severity: "error",
    title: "Model that cannot be read",
    message: ({ path, why }) => `The model \`${path}\` cannot be read: ${why}.`,
    page: "The file that was named is not there, is a folder, may not be read, or is no text in UTF-8. Check the path; `-` stands for standard input.",
    failing: { "models.gtfp": "unit crate\n" },
    mended: { "model.gtfp": "unit crate\n" },
  }),
  unknownName: entry<{ name: string; panel?: string | undefined }>({
    code: "GTFP2010",
    severity: "error",
    title: "Unknown name",
    message: ({ name, panel }) =>
      panel === undefined
        ? `Nothing here is called \`${name}\`.`
        : `\`${name}\` is no column that \`${panel}\` declares.`,
    page: 'A name must be one of the block (a column, key or variable) or of a declaration of the model, imports included. Names match in upper and lower case. A column of another panel is written with its panel: `china.labor`. A label stands in quotation marks: `"services"`. A panel that is read from a file has the columns that its block declares, whatever else the file holds: `capital [100M CNY]` declares one.',
    failing: panelExample("  double = 2 * labour\n"),
    mended: panelExample("  double = 2 * labor\n"),
  }),
  unknownColumn: entry<{ table: string; column: string; what: string }>({
    code: "GTFP2011",
    severity: "error",
    title: "Unknown column",
    message: ({ table, column, what }) => `The ${what} \`${table}\` has no \`${column}\`.`,
    page: "A table has the columns that its declaration states: a panel those of its block and its keys, a measure `score`, `efficiency`, `slack.labor` and so on, a system its variables. Only declared columns exist, whatever else the file holds.",
    failing: panelExample("expect plants.labour > 0\n"),
    mended: panelExample("expect plants.labor > 0\n"),
  }),
  unknownKey: entry<{ key: string; keys: string }>({
    code: "GTFP2012",
    severity: "error",
    title: "Unknown key",
    message: ({ key, keys }) => `\`${key}\` is not a key of this value, which ${keys}.`,
    page: "After `by`, `rows` and `columns` stand keys of the value (the `dmu` and `period` columns of its panel, dimensions of a system's variable) or groups that they determine.",
    failing: panelExample("expect sum(plants.labor by region) > 0\n"),
    mended: panelExample("expect sum(plants.labor by plant) > 0\n"),
  }),
  unknownFunction: entry<{ name: string }>({
    code: "GTFP2013",
    severity: "error",
    title: "Unknown function",
    message: ({ name }) => `There is no function \`${name}\` here.`,
    page: "Functions are built in; the manual lists them. Those of time (`step`, `ramp`, `delay1`, `annual`, …) exist only inside systems and scenarios, measures and indices only in `measure` and `index` declarations.",
    failing: panelExample("expect summ(plants.labor) > 0\n"),
    mended: panelExample("expect sum(plants.labor) > 0\n"),
  }),
  unknownArgument: entry<{ fn: string; argument: string }>({
    code: "GTFP2014",
    severity: "error",
    title: "Unknown argument",
    message: ({ fn, argument }) => `\`${fn}\` has no argument \`${argument}\`.`,
    page: "Arguments by name must be those of the function; the manual and hovers list them.",
    failing: panelExample("expect mean(plants.labor, weight: plants.labor) > 0\n"),
    mended: panelExample("expect mean(plants.labor, weights: plants.labor) > 0\n"),
  }),
  unknownLabel: entry<{ label: string; key: string }>({
    code: "GTFP2015",
    severity: "error",
    title: "Unknown label",
    message: ({ label, key }) => `\`${key}\` has no label \`${label}\`.`,
    page: "A label in brackets must be one of the key's: of the `dimension` declaration or the panel's column. Labels match in upper and lower case.",
    failing: panelExample('expect plants.labor["C"] > 0\n'),
    mended: panelExample('expect plants.labor["B"] > 0\n'),
  }),
  notFrom: entry<{ name: string; is: string; wanted: string }>({
    code: "GTFP2016",
    severity: "error",
    title: "Declaration of another kind",
    message: ({ name, is, wanted }) => `\`${name}\` is ${is}, but ${wanted} is needed here.`,
    page: "The place needs a declaration of a certain kind: a panel is made from panels, a comparison compares scenarios.",
    failing: "dimension kind = a, b\ndata plants from kind { }\n",
    mended: `${panelExample("")}data later from plants { }\n`,
  }),
};
