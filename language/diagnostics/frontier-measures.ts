/** Diagnostics of measures and indices, and of names and words in all frontier declarations. */
import { entry } from "./entry.ts";
import { list, mills, plain, years } from "./frontier-examples.ts";

export const measuresAndIndices = {
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
  badsInAggregate: entry<{ fn: string; technology: string }>({
    code: "GTFP5035",
    severity: "error",
    title: "An index without a place for bads",
    message: ({ fn, technology }) =>
      `\`${fn}\` weighs outputs against inputs and has no place for the bads of \`${technology}\`.`,
    help: () => "use `malmquist_luenberger` or `luenberger`, or a technology without bads",
    page: "The Hicks–Moorsteen and Färe–Primont indices aggregate good outputs and inputs by Shephard's distance functions. A bad output is neither; leaving it out silently would call a dirtier unit more productive.",
    failing: years(`${plain}index i = hicks_moorsteen(green)`),
    mended: years("technology t on mills { input labor; good paper }\nindex i = hicks_moorsteen(t)"),
  }),
  profitUnbounded: entry<{ technology: string; returns: string }>({
    code: "GTFP5036",
    severity: "error",
    title: "Profit without a greatest one",
    message: ({ technology, returns }) =>
      `Under \`returns ${returns}\` what makes a profit makes any multiple of it, so \`${technology}\` has no greatest profit above zero.`,
    help: ({ technology }) => `make a technology \`from ${technology} { returns vrs }\``,
    page: "Under constant returns every plan can be scaled up: the greatest profit is zero or unbounded, and profit inefficiency means nothing. Non-decreasing returns have the same fault. Variable or non-increasing returns bound the scale.",
    failing: mills(
      "technology t on mills { input labor; good paper }\ndirection d { good +observed }\nmeasure m = profit(t, along: d, prices: {labor: 1, paper: 2})",
    ),
    mended: mills(
      "technology t on mills { input labor; good paper; returns vrs }\ndirection d { good +observed }\nmeasure m = profit(t, along: d, prices: {labor: 1, paper: 2})",
    ),
  }),
  unfit: entry<{ measure: string; technology: string; why: string; instead: string }>({
    code: "GTFP5038",
    severity: "error",
    title: "A measure that means nothing on the technology",
    message: ({ measure, technology, why }) => `\`${measure}\` means nothing on \`${technology}\`: ${why}.`,
    help: ({ instead }) => instead,
    page: "Not every measure is defined on every technology. The message gives the reason, the help the nearest combination that is defined. Nothing is silently replaced by something else.",
    failing: mills(`${plain}measure m = ebm(green)`),
    mended: mills("technology t on mills { input labor, bod; good paper }\nmeasure m = ebm(t)"),
  }),
};
