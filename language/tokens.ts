/**
 * The one table of tokens and words. The lexer and the parser are made from it; highlighters, completion and the
 * keyword reference read it too. A pattern is what a highlighter needs: where the lexer needs more than a regular
 * expression (nested strings, table rows) it has a scanner of its own.
 */
export type Category =
  | "keyword.reserved"
  | "keyword.declaration"
  | "keyword.entry"
  | "keyword.clause"
  | "keyword.option"
  | "name"
  | "number"
  | "string"
  | "comment"
  | "operator"
  | "punctuation"
  | "table";

export interface TokenRow {
  readonly name: string;
  readonly pattern: RegExp;
  readonly category: Category;
  /** How messages call it: "a name", "`{`". */
  readonly label: string;
  readonly doc: string;
  /** Characters that are often typed for it, e.g. the full-width comma; they are read and reported. */
  readonly lookalikes?: readonly string[];
}

/** A word that is a keyword in some place. */
export interface WordRow {
  readonly word: string;
  readonly category: Category;
  readonly doc: string;
  /** The declarations (or, for clauses and options, the words) in which it is one; empty: everywhere. */
  readonly of: readonly string[];
}

const row = (
  name: string,
  pattern: RegExp,
  category: Category,
  label: string,
  doc: string,
  lookalikes?: readonly string[],
): TokenRow => ({ name, pattern, category, label, doc, ...(lookalikes ? { lookalikes } : {}) });

/** Operators and punctuation, longer ones before their prefixes. */
export const SYMBOLS: readonly TokenRow[] = [
  row("DotDot", /\.\./, "operator", "`..`", "A range: `2004 .. 2014`."),
  row("Arrow", /->/, "operator", "`->`", "A pipe from one stock to another."),
  row("EqualEqual", /==/, "operator", "`==`", "Equal."),
  row("NotEqual", /!=/, "operator", "`!=`", "Not equal.", ["≠"]),
  row("LessEqual", /<=/, "operator", "`<=`", "At most.", ["≤"]),
  row("GreaterEqual", />=/, "operator", "`>=`", "At least.", ["≥"]),
  row("Less", /</, "operator", "`<`", "Less than.", ["＜"]),
  row("Greater", />/, "operator", "`>`", "Greater than.", ["＞"]),
  row("Equal", /=/, "operator", "`=`", "Sets what stands before it.", ["＝"]),
  row("Plus", /\+/, "operator", "`+`", "Sum; in a direction, upwards.", ["＋"]),
  row("Minus", /-/, "operator", "`-`", "Difference; in a direction, downwards.", ["−", "–", "－"]),
  row("Star", /\*/, "operator", "`*`", "Product.", ["×", "·", "＊"]),
  row("Slash", /\//, "operator", "`/`", "Quotient.", ["÷", "／"]),
  row("Caret", /\^/, "operator", "`^`", "Power; binds to the right."),
  row("Percent", /%/, "operator", "`%`", "Per cent: `6.5%` is 0.065.", ["％"]),
  row("Tilde", /~/, "operator", "`~`", "A distribution or a formula.", ["～"]),
  row("Dot", /\./, "punctuation", "`.`", "A column or a member of what stands before it."),
  row("Comma", /,/, "punctuation", "`,`", "Separates what is listed.", ["，", "、"]),
  row("Semicolon", /;/, "punctuation", "`;`", "May separate entries.", ["；"]),
  row("Colon", /:/, "punctuation", "`:`", "A key or a named argument before its value.", ["："]),
  row("LeftParen", /\(/, "punctuation", "`(`", "Opens a group or a call.", ["（"]),
  row("RightParen", /\)/, "punctuation", "`)`", "Closes a group or a call.", ["）"]),
  row("LeftBracket", /\[/, "punctuation", "`[`", "Opens a unit or a pick of a label.", ["【", "［"]),
  row("RightBracket", /\]/, "punctuation", "`]`", "Closes a unit or a pick.", ["】", "］"]),
  row("LeftBrace", /\{/, "punctuation", "`{`", "Opens a block or a map.", ["｛"]),
  row("RightBrace", /\}/, "punctuation", "`}`", "Closes a block or a map.", ["｝"]),
];

/** Letters, marks and digits of any script; subscript digits too, so that CO₂ is a name. */
export const NAME_PATTERN = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}\u2080-\u2089_]*/u;
const NUMBER_SOURCE = "\\d+(?:_\\d+)*(?:\\.\\d+(?:_\\d+)*)?(?:[eE][+-]?\\d+)?";

/** Tokens that carry text of their own. */
export const LITERALS: readonly TokenRow[] = [
  row("Identifier", NAME_PATTERN, "name", "a name", "A name: letters of any script, digits and `_`."),
  row("QuotedName", /`[^`\r\n]*`/, "name", "a name", "A name with any characters, never a keyword."),
  row(
    "ScaledNumber",
    new RegExp(`${NUMBER_SOURCE}[kMG](?![A-Za-z0-9_])`),
    "number",
    "a number",
    "In a unit, a number of thousands, millions or billions: `10k`.",
  ),
  row("NumberLiteral", new RegExp(NUMBER_SOURCE), "number", "a number", "A number: `1_000`, `0.5`, `1e6`."),
  row(
    "StringLiteral",
    /"(?:[^"\\\r\n]|\\.)*"/,
    "string",
    "a text in quotes",
    "Text; `{…}` holds an expression.",
  ),
  row("TableRow", /\|.*\|/, "table", "a row of a table", "A row of an inline table."),
];

export const COMMENTS: readonly TokenRow[] = [
  row("DocComment", /\/\/\/(?!\/)[^\r\n]*/, "comment", "a `///` comment", "Documents what stands below it."),
  row("LineComment", /\/\/[^\r\n]*/, "comment", "a comment", "A remark to the end of the line."),
  row("BlockComment", /\/\*[\s\S]*?\*\//, "comment", "a comment", "A remark over several lines."),
];

const word = (category: Category, text: string, doc: string, ...of: string[]): WordRow => ({
  word: text,
  category,
  doc,
  of,
});

/** Reserved everywhere: never a name without backticks. */
export const RESERVED: readonly WordRow[] = [
  word("keyword.reserved", "and", "Both conditions."),
  word("keyword.reserved", "or", "At least one condition."),
  word("keyword.reserved", "not", "The opposite of a condition."),
  word("keyword.reserved", "if", "`if condition then a else b`."),
  word("keyword.reserved", "then", "The value of an `if` whose condition holds."),
  word("keyword.reserved", "else", "The value of an `if` whose condition does not hold."),
  word("keyword.reserved", "at", "The value at a period or a time."),
  word("keyword.reserved", "by", "One for each."),
  word("keyword.reserved", "in", "Gives a range."),
  word("keyword.reserved", "step", "The distance between two values of a range."),
  word("keyword.reserved", "within", "The tolerance of a comparison."),
  word("keyword.reserved", "where", "Keeps the rows for which a condition holds."),
];

const declaration = (text: string, doc: string) => word("keyword.declaration", text, doc);
export const DECLARATIONS: readonly WordRow[] = [
  declaration("import", "Another file's declarations."),
  declaration("unit", "A unit of measurement."),
  declaration("data", "A panel: DMUs × periods × columns."),
  declaration("dimension", "Labels that subscript the variables of a system."),
  declaration("technology", "Inputs, good and bad outputs, and how the frontier is built."),
  declaration("direction", "A direction vector."),
  declaration("measure", "A level: one linear program for every DMU."),
  declaration("index", "A change over time, with its decomposition."),
  declaration("robustness", "A measure or index under other choices."),
  declaration("influence", "Who owns the frontier: each frontier unit dropped in turn."),
  declaration("regression", "What explains a column."),
  declaration("system", "Stocks, flows, auxiliaries, parameters and lookups over time."),
  declaration("scenario", "Named changes to a system."),
  declaration("sweep", "Runs over ranges of parameters."),
  declaration("sensitivity", "Runs over distributions of parameters."),
  declaration("calibration", "Parameters that fit data best."),
  declaration("optimization", "Parameters that reach a goal best."),
  declaration("report", "Tables, charts, maps and comparisons."),
  declaration("expect", "A claim that `gtfp test` checks."),
];

/** The word of the version line. */
export const VERSION_WORD = word(
  "keyword.declaration",
  "gtfp",
  "The major version of the language: `gtfp 1`.",
);

const entry = (text: string, doc: string, ...of: string[]) => word("keyword.entry", text, doc, ...of);
export const ENTRIES: readonly WordRow[] = [
  entry("dmu", "The columns that name a DMU.", "data"),
  entry("period", "The column of the period.", "data"),
  entry("group", "Labels to compare by.", "data"),
  entry("missing", "What happens to empty values; `missing values` says what counts as empty.", "data"),
  entry("join", "Columns of another file.", "data"),
  entry("decimal", "The decimal sign of the file.", "data"),
  entry("sheet", "The sheet of a workbook.", "data"),
  entry("wide", "A table with one column for each period.", "data"),
  entry("where", "Keeps the rows for which a condition holds.", "data", "technology"),
  entry("input", "What is used.", "technology"),
  entry("good", "What is wanted.", "technology"),
  entry("bad", "What is not wanted.", "technology"),
  entry(
    "fixed",
    "`fixed input`: cannot be changed; in a regression, fixed effects.",
    "technology",
    "regression",
  ),
  entry("returns", "Returns to scale.", "technology", "robustness"),
  entry("disposability", "How bads can be disposed of.", "technology", "robustness"),
  entry("reference", "Which observations span the frontier.", "technology", "robustness"),
  entry("restrict", "Bounds on weights.", "technology"),
  entry("polluting", "The inputs that make the bads.", "technology"),
  entry("stage", "A stage of a network.", "technology"),
  entry("link", "What flows from one stage to another.", "technology"),
  entry("without", "Variables to leave out in turn.", "robustness"),
  entry("all", "`all combinations` of the choices.", "robustness", "sweep"),
  entry("ols", "Least squares.", "regression"),
  entry("random", "Random effects.", "regression"),
  entry("tobit", "A censored regression.", "regression"),
  entry("truncated", "A truncated regression.", "regression"),
  entry("quantile", "A quantile regression.", "regression"),
  entry("errors", "How standard errors are computed.", "regression"),
  entry("replications", "How many bootstrap samples are drawn.", "regression"),
  entry("time", "The span of time, its step and the method.", "system"),
  entry("param", "A constant.", "system"),
  entry("stock", "What accumulates.", "system"),
  entry("flow", "A pipe that fills and drains stocks.", "system"),
  entry("aux", "A variable computed at each time.", "system"),
  entry("lookup", "A function given by a table.", "system"),
  entry("series", "Data over time.", "system"),
  entry("module", "A system inside this one, with parameters of its own.", "system"),
  entry("when", "What changes at the moment at which a condition begins to hold.", "system"),
  entry("solve", "An auxiliary in a loop of equations, which is solved for it.", "system"),
  entry("samples", "How many runs.", "sensitivity"),
  entry("sampling", "How the runs are drawn.", "sensitivity"),
  entry("seed", "The seed of random numbers.", "sensitivity", "calibration", "optimization", "regression"),
  entry("outputs", "What is kept of each run.", "sweep", "sensitivity"),
  entry("bands", "Which bands are drawn, in per cent.", "sensitivity"),
  entry("match", "`match columns to panel in range`.", "calibration"),
  entry("weights", "What each match counts: `{gdp: 2, co2: 1}`.", "calibration"),
  entry("test", "The span kept back to test the fit.", "calibration"),
  entry("maximize", "What is to be as great as possible.", "optimization"),
  entry("minimize", "What is to be as small as possible.", "optimization"),
  entry("subject", "`subject to condition`.", "optimization"),
  entry("text", "Prose, with `{…}` for computed values.", "report"),
  entry("describe", "Descriptive statistics.", "report"),
  entry("table", "Columns as a table.", "report"),
  entry("compare", "Scenarios beside each other.", "report"),
  entry("validate", "A run against data.", "report"),
  entry("chart", "A chart.", "report"),
  entry("map", "A map of tiles.", "report"),
  entry("frontier", "The frontier in two variables.", "report"),
  entry("program", "The linear program of one DMU.", "report"),
  entry("diagram", "The stocks and flows of a system.", "report"),
];

const clause = (text: string, doc: string, ...of: string[]) => word("keyword.clause", text, doc, ...of);
const DECLARED_EXPERIMENTS = ["sweep", "sensitivity", "calibration", "optimization"];
export const CLAUSES: readonly WordRow[] = [
  clause("on", "The panel used.", "technology", "regression", "join"),
  clause(
    "of",
    "What is run.",
    "scenario",
    "robustness",
    "influence",
    "reference",
    "module",
    ...DECLARED_EXPERIMENTS,
  ),
  clause("from", "What it is made from.", "data", "dimension", "technology", "scenario"),
  clause("using", "A method, a fit or a file.", "scenario", "time", "map"),
  clause("save", "`save every`: the distance of saved times.", "time"),
  clause("tolerance", "The relative error that an adaptive method allows in a step.", "time"),
  clause("centered", "The window reaches to both sides.", "reference"),
  clause("after", "What a series is after its last value.", "series"),
  clause("nonnegative", "A stock that limits its outflows.", "stock"),
  clause("always", "At every saved time.", "expect"),
  clause(
    "censored",
    "Where the dependent is cut off: `censored in 0 .. 1`, `censored below 0`.",
    "regression",
  ),
  clause("below", "The lower limit: what is below is cut off, or not observed.", "regression"),
  clause("above", "The upper limit: what is above is cut off, or not observed.", "regression"),
  clause("algorithm", "Which of the algorithms of Simar & Wilson (2007).", "regression"),
  clause("to", "What is matched, or what must hold.", "match", "subject"),
  clause("digits", "Digits after the decimal point.", "report"),
  clause("rows", "What goes down.", "report"),
  clause("columns", "What goes across.", "report"),
  clause("sort", "`ascending` or `descending`.", "report"),
  clause("for", "Which scenarios or DMUs.", "report"),
  clause("against", "What it is compared with.", "report"),
  clause("over", "The horizontal axis.", "report"),
  clause("key", "The column that names the tiles.", "report"),
];

/** Which clauses each item of a report takes; a colon stands before columns. */
export const ITEM_CLAUSES: Readonly<Record<string, readonly string[]>> = {
  describe: [":", "by", "at", "digits"],
  table: ["by", "rows", "columns", "at", "sort", "digits"],
  compare: ["at", "for", "against", "digits"],
  validate: ["against", ":", "digits"],
  chart: ["over", "by", "at", "for", "against", "sort", "digits"],
  map: ["at", "using", "key", "digits"],
  frontier: [":", "against", "at", "for"],
  program: ["for", "at"],
  diagram: [],
};

const options = (of: string, words: Readonly<Record<string, string>>): WordRow[] =>
  Object.entries(words).map(([text, doc]) => word("keyword.option", text, doc, of));
/** Words with a meaning in one place that stay names for the parser; completion offers them. */
export const OPTIONS: readonly WordRow[] = [
  ...options("errors", {
    classical: "Errors of one variance, independent of each other.",
    robust: "Errors of unlike variances (White 1980), HC1.",
    hc3: "Errors of unlike variances, for small samples (MacKinnon & White 1985).",
    cluster: "Errors correlated within the labels of a key: `cluster province`.",
  }),
  ...options("returns", {
    crs: "Constant returns to scale.",
    vrs: "Variable returns to scale.",
    nirs: "Non-increasing returns to scale.",
    ndrs: "Non-decreasing returns to scale.",
    fdh: "Free disposal hull.",
  }),
  ...options("disposability", {
    weak: "Bads fall only together with goods.",
    strong: "Bads act like inputs.",
    equality: "One intensity and equality for bads.",
    shephard: "One abatement factor.",
    by_production: "A technology of its own for the bads.",
    natural: "Natural disposability.",
    managerial: "Managerial disposability.",
  }),
  ...options("reference", {
    contemporaneous: "The same period.",
    global: "All periods.",
    sequential: "All periods so far.",
    window: "A window of periods.",
    biennial: "A period and the next.",
  }),
  ...options("missing", {
    error: "An empty value is an error.",
    drop: "`drop row` or `drop KEY`.",
    values: "What else counts as empty.",
  }),
  ...options("direction", {
    observed: "The observation's own value.",
    mean: "The mean of its period and group.",
    sd: "The standard deviation of its period and group.",
    range: "The range of its period and group.",
    max: "The greatest value of its period and group.",
  }),
  ...options("time", {
    euler: "Euler's method.",
    rk2: "Heun's method.",
    rk4: "The classical Runge–Kutta method.",
    rk45: "Adaptive, Dormand–Prince.",
    rosenbrock: "Adaptive, for stiff systems.",
  }),
  ...options("series", {
    linear: "Between two values, the straight line.",
    hold: "The last value.",
    next: "The next value.",
  }),
  ...options("link", { free: "The link may change.", fixed: "The link stays as observed." }),
  ...options("sampling", {
    sobol: "A low-discrepancy sequence.",
    latin: "A Latin hypercube.",
    random: "Independent draws.",
  }),
  ...options("sort", { ascending: "Smallest first.", descending: "Greatest first." }),
];

/** The entry words of a block, in the order of the table. */
export function entryWords(block: string): readonly string[] {
  return ENTRIES.filter((w) => w.of.includes(block)).map((w) => w.word);
}
