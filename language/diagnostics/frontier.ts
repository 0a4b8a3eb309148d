/** Diagnostics of technologies, directions, measures and indices (GTFP5xxx), at check time and at run time. */
import { entry } from "./entry.ts";

/** A small model of two paper mills; what `technology` and after holds is each example's own. */
function mills(rest: string, rows = "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"): string {
  return `data mills {\n  dmu mill\n  | mill | labor [h] | paper [t] | bod [kg] |\n${rows}\n}\n${rest}`;
}
/** The same mills over two years. */
function years(rest: string): string {
  return `data mills {\n  dmu mill\n  period year\n  | mill | year | labor [h] | paper [t] | bod [kg] |\n  | A | 2020 | 10 | 100 | 5 |\n  | B | 2020 | 20 | 150 | 9 |\n  | A | 2021 | 10 | 110 | 5 |\n  | B | 2021 | 19 | 150 | 8 |\n}\n${rest}`;
}
const plain = "technology green on mills { input labor; good paper; bad bod }\n";

const list = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");

export const frontier = {
  unknownDeclaration: entry<{ kind: string; name: string }>({
    code: "GTFP5001",
    severity: "error",
    title: "Unknown panel, technology, direction or measure",
    message: ({ kind, name }) => `There is no ${kind} \`${name}\`.`,
    page: "A technology stands `on` a panel or is made `from` another technology; a measure names a technology and perhaps a direction. The name given here is declared nowhere in the model or its imports. Names are case-sensitive.",
    failing: mills("technology green on mill { input labor; good paper }"),
    mended: mills("technology green on mills { input labor; good paper }"),
  }),
  wrongKind: entry<{ name: string; is: string; wanted: string }>({
    code: "GTFP5002",
    severity: "error",
    title: "A declaration of another kind",
    message: ({ name, is, wanted }) => `\`${name}\` is a ${is}; a ${wanted} is needed here.`,
    page: "Each place takes one kind of declaration: `on` a panel, `from` a technology, the first argument of a measure a technology, `along` a direction. The name given here is declared, but as something else.",
    failing: mills(`${plain}measure m = radial(mills)`),
    mended: mills(`${plain}measure m = radial(green)`),
  }),
  noPanel: entry<{ technology: string }>({
    code: "GTFP5003",
    severity: "error",
    title: "A technology without a panel",
    message: ({ technology }) =>
      `Technology \`${technology}\` has no data: it needs \`on PANEL\`, or \`from TECHNOLOGY\` to inherit one.`,
    page: "The frontier is built from the rows of a panel, which a technology names with `on`. A technology made `from` another one stands on the same panel unless it says `on` itself.",
    failing: mills("technology green { input labor; good paper }"),
    mended: mills("technology green on mills { input labor; good paper }"),
  }),
  incomplete: entry<{ technology: string; lacks: string }>({
    code: "GTFP5004",
    severity: "error",
    title: "A technology that lacks a role",
    message: ({ technology, lacks }) => `Technology \`${technology}\` has no ${lacks}.`,
    page: "A frontier tells what can be made of what: a technology needs at least one `good` output and at least one `input` (or, without inputs, a `bad` output). A radial measure moreover needs a variable that it may move: an input that is not fixed for `orientation: input`, a good for `orientation: output`.",
    failing: mills("technology green on mills { input labor; bad bod }"),
    mended: mills("technology green on mills { input labor; good paper; bad bod }"),
  }),
  duplicateVariable: entry<{ name: string; first: string; second: string }>({
    code: "GTFP5005",
    severity: "error",
    title: "A variable with two roles",
    message: ({ name, first, second }) =>
      first === second
        ? `\`${name}\` is listed twice as ${first}.`
        : `\`${name}\` is already ${first}; it cannot also be ${second}.`,
    page: "Each variable of a technology has one role. If the same column really plays two, give one of them another name: `bad spill = labor`. In a technology made `from` another one, an entry of a role replaces all variables that the other one gave that role.",
    failing: mills("technology green on mills { input labor; good paper; bad paper }"),
    mended: mills("technology green on mills { input labor; good paper; bad bod }"),
  }),
  notNumeric: entry<{ name: string }>({
    code: "GTFP5006",
    severity: "error",
    title: "A label as a variable",
    message: ({ name }) => `\`${name}\` holds labels; a variable of a technology is a number.`,
    page: "Inputs, goods and bads are amounts. Keys such as the DMU or the period and `group` columns hold labels and cannot be measured.",
    failing: mills("technology green on mills { input mill; good paper }"),
    mended: mills("technology green on mills { input labor; good paper }"),
  }),
  unknownWord: entry<{ what: string; word: string; words: readonly string[] }>({
    code: "GTFP5007",
    severity: "error",
    title: "Unknown word",
    message: ({ what, word }) => `\`${word}\` is no ${what}.`,
    help: ({ words }) => `it is one of ${list(words)}`,
    page: "Entries such as `returns`, `disposability` and `reference`, and arguments such as `orientation`, take one of a few words. The message lists them.",
    failing: mills("technology green on mills { input labor; good paper; returns vsr }"),
    mended: mills("technology green on mills { input labor; good paper; returns vrs }"),
  }),
  notYet: entry<{ what: string }>({
    code: "GTFP5008",
    severity: "error",
    title: "Not in this version yet",
    message: ({ what }) => `${what} is part of the language, but not of this version yet.`,
    page: "The language has more measures, kinds of disposability and entries than this version can compute. Nothing is silently replaced by something else: a model that needs a missing part is refused until the part is built.",
    failing: mills("technology green on mills { input labor; good paper; returns fdh }"),
    mended: mills("technology green on mills { input labor; good paper; returns vrs }"),
  }),
  repeatedEntry: entry<{ entry: string }>({
    code: "GTFP5009",
    severity: "error",
    title: "An entry given twice",
    message: ({ entry }) => `\`${entry}\` is already given.`,
    page: "An entry such as `returns` or `disposability` stands at most once in a technology, and a role or variable at most once in a direction. Two of them would contradict each other.",
    failing: mills("technology green on mills { input labor; good paper; returns crs; returns vrs }"),
    mended: mills("technology green on mills { input labor; good paper; returns vrs }"),
  }),
  badWindow: entry<{ reason: string }>({
    code: "GTFP5010",
    severity: "error",
    title: "A window that is no number of periods",
    message: ({ reason }) => `The window needs ${reason}.`,
    page: "`reference window 3` compares with the units of a period and the two before it; `window 3 centered` with those of the period before, its own and the one after. The size is a whole number of periods, and odd where it is centered.",
    failing: years("technology green on mills { input labor; good paper; reference window 0 }"),
    mended: years("technology green on mills { input labor; good paper; reference window 2 }"),
  }),
  badGroup: entry<{ name: string; panel: string; known: readonly string[] }>({
    code: "GTFP5011",
    severity: "error",
    title: "A frontier by something that is no label",
    message: ({ name, panel }) => `\`${name}\` is no DMU column or group of \`${panel}\`.`,
    help: ({ known }) => (known.length === 0 ? undefined : `it has ${list(known)}`),
    page: "`by` builds one frontier for each label of a DMU column or a `group` column of the panel. Periods are not named here: which periods a frontier is built from is what `reference` says.",
    failing: mills("technology green on mills by labor { input labor; good paper }"),
    mended: mills("technology green on mills by mill { input labor; good paper }"),
  }),
  shephardInputs: entry<{ measure: string }>({
    code: "GTFP5012",
    severity: "error",
    title: "Shephard's factor with moving inputs",
    message: ({ measure }) =>
      `\`${measure}\` moves inputs, which Shephard's common abatement factor under variable returns makes bilinear.`,
    help: () => "use `disposability weak` (Kuosmanen's linear form), or a direction that leaves inputs alone",
    page: "With one abatement factor common to all units, the factor multiplies the observed inputs; if the score moves them too, the program is no longer linear. `disposability weak` gives each unit its own factor (Kuosmanen 2005), contains this technology and stays linear.",
    failing: mills(
      "technology green on mills { input labor; good paper; bad bod; returns vrs; disposability shephard }\nmeasure m = radial(green, orientation: input)",
    ),
    mended: mills(
      "technology green on mills { input labor; good paper; bad bod; returns vrs; disposability weak }\nmeasure m = radial(green, orientation: input)",
    ),
  }),
  unknownMoved: entry<{ name: string; technology?: string }>({
    code: "GTFP5013",
    severity: "error",
    title: "A direction that names no variable",
    message: ({ name, technology }) =>
      technology === undefined
        ? `\`${name}\` is neither a role (\`input\`, \`good\`, \`bad\`) nor a variable of any technology.`
        : `Technology \`${technology}\` has no variable \`${name}\`.`,
    page: "An entry of a direction names a role or a variable of the technology that it is used with.",
    failing: mills(`${plain}direction d { papper +observed }\nmeasure m = ddf(green, along: d)`),
    mended: mills(`${plain}direction d { paper +observed }\nmeasure m = ddf(green, along: d)`),
  }),
  wrongWay: entry<{ name: string; role: string; sign: string }>({
    code: "GTFP5014",
    severity: "error",
    title: "A direction that does not improve",
    message: ({ name, role, sign }) =>
      sign === "+"
        ? `This direction expands ${name === role ? `the ${role}s` : `\`${name}\`, ${role === "input" ? "an" : "a"} ${role}`}; improving means less of it.`
        : `This direction shrinks ${name === role ? `the ${role}s` : `\`${name}\`, a ${role}`}; improving means more of it.`,
    page: "The sign is the way a variable moves: goods grow (`+`), bads and inputs shrink (`-`). A direction that lets a bad grow or a good shrink gives numbers that look like efficiency but reward the opposite, so it is refused.",
    failing: mills(`${plain}direction d { good +observed; bad +observed }\nmeasure m = ddf(green, along: d)`),
    mended: mills(`${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`),
  }),
  movesNothing: entry<{ direction: string; technology: string; reason: string }>({
    code: "GTFP5015",
    severity: "error",
    title: "A direction that moves nothing",
    message: ({ direction, technology, reason }) =>
      `Direction \`${direction}\` moves nothing of technology \`${technology}\`: ${reason}.`,
    page: "A directional distance is how far a unit can move; a direction that moves no variable of the technology leaves it undefined for every unit.",
    failing: mills(
      "technology green on mills { input labor; good paper }\ndirection d { bad -observed }\nmeasure m = ddf(green, along: d)",
    ),
    mended: mills(
      "technology green on mills { input labor; good paper }\ndirection d { good +observed }\nmeasure m = ddf(green, along: d)",
    ),
  }),
  roleAbsent: entry<{ direction: string; role: string; technology: string }>({
    code: "GTFP5016",
    severity: "warning",
    title: "A direction names a role that the technology lacks",
    message: ({ direction, role, technology }) =>
      `Direction \`${direction}\` moves every ${role}, but technology \`${technology}\` has none${role === "input" ? " that is not fixed" : ""}.`,
    page: "The direction still moves what else it names. Often the technology was meant to have a variable of that role.",
    failing: mills(
      "technology green on mills { input labor; good paper }\ndirection d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)",
    ),
    mended: mills(`${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`),
  }),
  fixedMoves: entry<{ name: string }>({
    code: "GTFP5017",
    severity: "error",
    title: "A direction moves a fixed input",
    message: ({ name }) => `\`${name}\` is fixed in this technology, so no direction can move it.`,
    page: "`fixed input` says that managers cannot change the input. A direction that names it contradicts that; leave it out of the direction or declare it as a plain `input`.",
    failing: mills(
      "technology green on mills { fixed input labor; good paper }\ndirection d { labor -observed; good +observed }\nmeasure m = ddf(green, along: d)",
    ),
    mended: mills(
      "technology green on mills { fixed input labor; good paper }\ndirection d { good +observed }\nmeasure m = ddf(green, along: d)",
    ),
  }),
  unknownFunction: entry<{ kind: string; name: string; known: readonly string[] }>({
    code: "GTFP5018",
    severity: "error",
    title: "Unknown measure or index function",
    message: ({ kind, name }) => `There is no ${kind} function \`${name}\`.`,
    help: ({ known }) => `this version has ${list(known)}`,
    page: "A `measure` is a call of a measure function such as `radial(green)` or `ddf(green, along: win_win)`; an `index` a call of an index function such as `malmquist(green)`. Levels and changes are different things, so one does not take the other's functions.",
    failing: mills(`${plain}measure m = radail(green)`),
    mended: mills(`${plain}measure m = radial(green)`),
  }),
  notACall: entry<{ kind: string }>({
    code: "GTFP5019",
    severity: "error",
    title: "A measure or index that is no call",
    message: ({ kind }) =>
      kind === "measure"
        ? "A measure is a call such as `radial(green, orientation: input)`."
        : "An index is a call such as `malmquist(green, orientation: input)`.",
    page: "On the right of `measure NAME =` and `index NAME =` stands one call of a function from the catalogue with a technology as its first argument. Arithmetic with the results is possible where expressions stand, for example in reports and in derived panels.",
    failing: mills(`${plain}measure m = green`),
    mended: mills(`${plain}measure m = radial(green)`),
  }),
  unknownArgument: entry<{ fn: string; name: string; known: readonly string[] }>({
    code: "GTFP5020",
    severity: "error",
    title: "Unknown argument",
    message: ({ fn, name }) => `\`${fn}\` has no argument \`${name}\`.`,
    help: ({ known }) => `it takes ${list(known)}`,
    page: "Only the first argument stands without a name; all others are written as `name: value`. The message lists the arguments that the function takes.",
    failing: mills(`${plain}measure m = radial(green, orient: input)`),
    mended: mills(`${plain}measure m = radial(green, orientation: input)`),
  }),
  missingArgument: entry<{ fn: string; name: string; line: string }>({
    code: "GTFP5021",
    severity: "error",
    title: "Missing argument",
    message: ({ fn, name, line }) => `\`${fn}\` needs \`${name}\`: ${line}.`,
    page: "Every measure needs its technology; a directional one needs the direction in which units are moved.",
    failing: mills(`${plain}measure m = ddf(green)`),
    mended: mills(`${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`),
  }),
  badArgument: entry<{ fn: string; name: string; wanted: string }>({
    code: "GTFP5022",
    severity: "error",
    title: "An argument of another kind",
    message: ({ fn, name, wanted }) => `\`${name}\` of \`${fn}\` takes ${wanted}.`,
    page: "Arguments of measures are names and words, not computed values: technologies and directions are declared on their own and named here. An argument stands once, and only the first may stand without its name.",
    failing: mills(`${plain}measure m = radial(green, super: 2)`),
    mended: mills(`${plain}measure m = radial(green, super: true)`),
  }),
  needsPeriod: entry<{ fn: string; panel: string }>({
    code: "GTFP5023",
    severity: "error",
    title: "An index without periods",
    message: ({ fn, panel }) => `\`${fn}\` compares periods, but panel \`${panel}\` has none.`,
    page: "An index tells what changed from one period to the next. The panel needs a `period` entry that names its period column.",
    failing: mills(`${plain}index i = malmquist(green)`),
    mended: years(`${plain}index i = malmquist(green)`),
  }),
  unsuitableMeasure: entry<{ fn: string; measure: string; of: string; why: string }>({
    code: "GTFP5024",
    severity: "error",
    title: "An index of a measure that does not give its distances",
    message: ({ fn, measure, of, why }) => `\`${fn}\` cannot be made of \`${measure}\` (${of}): ${why}.`,
    page: "`malmquist` is a ratio of efficiencies and takes any measure; `malmquist_luenberger` and `luenberger` are made of directional distances and take a directional measure or a technology with `along`.",
    failing: years(`${plain}measure m = radial(green)\nindex i = luenberger(m)`),
    mended: years(`${plain}measure m = radial(green)\nindex i = malmquist(m)`),
  }),
  oneBase: entry<{ reference: string }>({
    code: "GTFP5025",
    severity: "error",
    title: "A decomposition that needs two bases",
    message: ({ reference }) =>
      `\`grifell_lovell\` takes the technology of the earlier period as its base, but a ${reference} reference has one frontier for both periods.`,
    help: () => "use `ray_desli`, which gives the same factors there",
    page: "Grifell-Tatjé & Lovell (1999) measure both observations against the frontier of the base period t alone. With a global or biennial reference there is only one frontier for the pair, so the question of a base does not arise.",
    failing: years(`${plain}index i = malmquist(green, decomposition: grifell_lovell, reference: global)`),
    mended: years(`${plain}index i = malmquist(green, decomposition: ray_desli, reference: global)`),
  }),
  negativeValue: entry<{ variable: string; where: string; value: number; more: number; why: string }>({
    code: "GTFP5026",
    severity: "error",
    title: "A negative value where the model cannot take one",
    message: ({ variable, where, value, more, why }) =>
      `\`${variable}\` is ${value} for ${where}${more > 0 ? ` (and negative in ${more} more ${more === 1 ? "row" : "rows"})` : ""}; ${why}.`,
    help: () =>
      "leave such rows out with `where` in the data block, or measure the variable so that it is an amount",
    page: "A radial measure multiplies amounts, and under constant, non-increasing or non-decreasing returns and weak disposability the technology does: a share of a negative amount means nothing. Only a directional measure under `returns vrs` without weakly disposable bads can take negative values.",
    failing: mills(`${plain}measure m = radial(green)`, "  | A | -10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
    mended: mills(`${plain}measure m = radial(green)`, "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
  }),
  allZero: entry<{ role: string; where: string; more: number; why: string }>({
    code: "GTFP5027",
    severity: "error",
    title: "A unit whose inputs or goods are all zero",
    message: ({ role, where, more, why }) =>
      `All ${role}s of ${where} are zero${more > 0 ? ` (and those of ${more} more ${more === 1 ? "row" : "rows"})` : ""}; ${why}.`,
    help: () => "leave such rows out with `where` in the data block",
    page: "A unit that makes something out of nothing would stand infinitely far beyond every other one, and a unit that makes nothing cannot be expanded or compared radially.",
    failing: mills(`${plain}measure m = radial(green)`, "  | A | 0 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
    mended: mills(`${plain}measure m = radial(green)`, "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
  }),
  negativeMove: entry<{ variable: string; where: string; value: number; more: number }>({
    code: "GTFP5028",
    severity: "error",
    title: "A direction whose size is negative",
    message: ({ variable, where, value, more }) =>
      `The direction's size for \`${variable}\` is ${value} for ${where}${more > 0 ? ` (and negative in ${more} more ${more === 1 ? "row" : "rows"})` : ""}, which turns the direction around.`,
    help: () => "the sign before the size tells the way; use a size that is never negative, such as `range`",
    page: "An observed value that is negative, or an expression that becomes negative, would move the variable the wrong way. The range or the standard deviation of a column is never negative.",
    failing: mills(
      "technology t on mills { input labor; good paper; returns vrs }\ndirection d { good +observed }\nmeasure m = ddf(t, along: d)",
      "  | A | 10 | -100 | 5 |\n  | B | 20 | 150 | 9 |",
    ),
    mended: mills(
      "technology t on mills { input labor; good paper; returns vrs }\ndirection d { good +range }\nmeasure m = ddf(t, along: d)",
      "  | A | 10 | -100 | 5 |\n  | B | 20 | 150 | 9 |",
    ),
  }),
  otherUnit: entry<{ variable: string; here: string; there: string; panel: string }>({
    code: "GTFP5029",
    severity: "error",
    title: "A reference panel in other units",
    message: ({ variable, here, there, panel }) =>
      `\`${variable}\` is in ${here}, but in ${there} on the reference panel \`${panel}\`.`,
    page: "`reference … of PANEL` takes the frontier from another panel, whose columns must measure the same things. Another scale of the same unit is converted; another unit is not the same thing.",
    failing: {
      "model.gtfp": `${mills("")}data old {\n  dmu mill\n  | mill | labor [kg] | paper [t] |\n  | C | 8 | 90 |\n}\ntechnology t on mills { input labor; good paper; reference global of old }`,
    },
    mended: {
      "model.gtfp": `${mills("")}data old {\n  dmu mill\n  | mill | labor [h] | paper [t] |\n  | C | 8 | 90 |\n}\ntechnology t on mills { input labor; good paper; reference global of old }`,
    },
  }),
  cleanGood: entry<{ units: string; count: number; goods: string; bads: string }>({
    code: "GTFP5030",
    severity: "warning",
    title: "A good output without any bad",
    message: ({ units, count, goods, bads }) =>
      `Null-jointness is broken: ${units} ${count === 1 ? "makes" : "make"} ${goods} without any ${bads}.`,
    page: "Weak disposability goes with null-jointness: where a good is made, some bad is made too (Shephard & Färe 1974). A unit that makes goods and emits nothing lets every other one appear able to do the same. Often a zero stands for a missing figure. If the bad really can be avoided, `disposability strong` treats it as an input.",
    failing: mills(
      `${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`,
      "  | A | 10 | 100 | 0 |\n  | B | 20 | 150 | 9 |",
    ),
    mended: mills(`${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`),
  }),
  unemittedBad: entry<{ bad: string; where: string }>({
    code: "GTFP5031",
    severity: "warning",
    title: "A bad that nobody emits",
    message: ({ bad, where }) =>
      `Null-jointness is broken: no unit emits any \`${bad}\`${where === "" ? "" : ` in ${where}`}.`,
    page: "A bad output that no unit of a reference set emits cannot be weighed against goods there: a unit of another period that does emit it has no program with a solution. Often the column was read from the wrong place or its zeros stand for missing figures.",
    failing: mills(
      `${plain}direction d { good +observed }\nmeasure m = ddf(green, along: d)`,
      "  | A | 10 | 100 | 0 |\n  | B | 20 | 150 | 0 |",
    ),
    mended: mills(`${plain}direction d { good +observed }\nmeasure m = ddf(green, along: d)`),
  }),
  slackOfBad: entry<{ measure: string; technology: string; disposability: string }>({
    code: "GTFP5032",
    severity: "error",
    title: "Slacks of bads that cannot be cut freely",
    message: ({ measure, technology, disposability }) =>
      `\`${measure}\` gives each bad a slack of its own, but in \`${technology}\` bads have \`disposability ${disposability}\` and cannot be cut without goods.`,
    help: ({ technology }) =>
      `make a technology \`from ${technology} { disposability strong }\`, or use \`nddf\``,
    page: "A slack of a bad says that the bad could be cut while all else stays, which is what strong disposability means (Tone 2004 treats bads that way). Under weak disposability bads fall only together with goods; a directional or non-radial directional measure is made for that.",
    failing: mills(`${plain}measure m = sbm(green)`),
    mended: mills(
      "technology green on mills { input labor; good paper; bad bod; disposability strong }\nmeasure m = sbm(green)",
    ),
  }),
  pricesDiffer: entry<{ fn: string; names: string; missing: boolean }>({
    code: "GTFP5033",
    severity: "error",
    title: "Prices that do not fit the variables",
    message: ({ fn, names, missing }) =>
      missing ? `\`${fn}\` needs a price for ${names}.` : `\`${fn}\` has no use for a price of ${names}.`,
    page: "`cost` chooses the amounts of all inputs that are not fixed, `revenue` those of all good outputs; each of them needs a price, and nothing else does. An amount without a price would be chosen as if it were free.",
    failing: mills(`${plain}measure m = cost(green, prices: {paper: 2})`),
    mended: mills(`${plain}measure m = cost(green, prices: {labor: 2})`),
  }),
  otherMoney: entry<{ fn: string; name: string; here: string; there: string }>({
    code: "GTFP5034",
    severity: "error",
    title: "Prices in different money",
    message: ({ fn, name, here, there }) =>
      `\`${fn}\` cannot add up values: \`${name}\` at its price is in ${here}, the others in ${there}.`,
    page: "Price times amount must be the same kind of quantity for every variable. Another scale of the same money is converted; another money is not.",
    failing: mills(
      "technology t on mills { input labor, bod; good paper }\nmeasure m = cost(t, prices: {labor: 2 [CNY/h], bod: 3 [USD/kg]})",
    ),
    mended: mills(
      "technology t on mills { input labor, bod; good paper }\nmeasure m = cost(t, prices: {labor: 2 [CNY/h], bod: 3 [CNY/kg]})",
    ),
  }),
};
