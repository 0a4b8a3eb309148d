/** Diagnostics of technologies and directions. */
import { entry } from "./entry.ts";
import { list, mills, network, plain, years } from "./frontier-examples.ts";

export const technologies = {
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
  otherTime: entry<{ panel: string; reference: string; timed: string; timeless: string }>({
    code: "GTFP5045",
    severity: "error",
    title: "A reference by periods between panels of which one has none",
    message: ({ panel, reference, timed, timeless }) =>
      `\`${panel}\` is compared with \`${reference}\` period by period, but only \`${timed}\` has periods: no unit of \`${timeless}\` belongs to one of them.`,
    help: ({ reference }) =>
      `take all of it with \`reference global of ${reference}\`, or give both a period`,
    page: "`reference contemporaneous`, `sequential`, `window` and `biennial` choose the units of a frontier by their periods. Where one of the two panels has no period there is nothing to choose by, and every unit would stand alone. `global` takes all units of the reference panel, whatever their period.",
    failing: years(
      "data old {\n  dmu mill\n  | mill | labor [h] | paper [t] |\n  | C | 8 | 90 |\n}\ntechnology t on mills { input labor; good paper; reference contemporaneous of old }",
    ),
    mended: years(
      "data old {\n  dmu mill\n  | mill | labor [h] | paper [t] |\n  | C | 8 | 90 |\n}\ntechnology t on mills { input labor; good paper; reference global of old }",
    ),
  }),
  hullOfBads: entry<{ technology: string; disposability: string }>({
    code: "GTFP5037",
    severity: "error",
    title: "A free disposal hull of bads that are not freely disposable",
    message: ({ technology, disposability }) =>
      `\`returns fdh\` compares with single units whose outputs may be disposed of freely, but the bads of \`${technology}\` have \`disposability ${disposability}\`.`,
    help: () => "say `disposability strong`, or use `returns vrs`",
    page: "The free disposal hull (Deprins, Simar & Tulkens 1984) holds each unit and everything that is no better. A bad that can only be cut together with goods, or must stay equal, takes that freedom away: no other unit would emit exactly as much, and each one would be compared with itself alone. With `disposability strong` a bad acts like an input and the hull is well defined.",
    failing: mills(
      "technology t on mills { input labor; good paper; bad bod; returns fdh }\nmeasure m = radial(t)",
    ),
    mended: mills(
      "technology t on mills { input labor; good paper; bad bod; returns fdh; disposability strong }\nmeasure m = radial(t)",
    ),
  }),
  needsBads: entry<{ technology: string; disposability: string }>({
    code: "GTFP5039",
    severity: "error",
    title: "A disposability of bads without bads",
    message: ({ technology, disposability }) =>
      `\`disposability ${disposability}\` says how bads can be cut, and \`${technology}\` has none.`,
    help: () => "add a `bad` output, or leave the entry out",
    page: "By-production builds a set of its own for what is emitted (Murty, Russell & Levkoff 2012), and managerial disposability lets inputs grow to cut bads (Sueyoshi & Goto 2012). Without a bad output the first has nothing to build, and the second would call a unit better for using more.",
    failing: mills("technology t on mills { input labor; good paper; disposability managerial }"),
    mended: mills("technology t on mills { input labor; good paper; bad bod; disposability managerial }"),
  }),
  pollutingMissing: entry<{ technology: string }>({
    code: "GTFP5040",
    severity: "error",
    title: "By-production without polluting inputs",
    message: ({ technology }) =>
      `\`disposability by_production\` needs to know which inputs of \`${technology}\` make its bads.`,
    help: () => "for example `polluting energy`",
    page: "Under by-production (Murty, Russell & Levkoff 2012) bads are made by some of the inputs, such as coal: a set of its own tells how much a given amount of them emits at least. `polluting` names these inputs.",
    failing: mills("technology t on mills { input labor; good paper; bad bod; disposability by_production }"),
    mended: mills(
      "technology t on mills { input labor; good paper; bad bod; disposability by_production; polluting labor }",
    ),
  }),
  pollutingUnused: entry<{ disposability: string }>({
    code: "GTFP5041",
    severity: "error",
    title: "Polluting inputs that nothing asks for",
    message: ({ disposability }) =>
      `\`polluting\` names what emits under \`disposability by_production\`, but this technology has \`${disposability}\`.`,
    help: () => "say `disposability by_production`, or leave the entry out",
    page: "Only by-production (Murty, Russell & Levkoff 2012) tells inputs that emit from those that do not. Under the other kinds of disposability the entry would change nothing, so it is refused rather than read over.",
    failing: mills("technology t on mills { input labor; good paper; bad bod; polluting labor }"),
    mended: mills("technology t on mills { input labor; good paper; bad bod }"),
  }),
  badRestriction: entry<{ why: string }>({
    code: "GTFP5042",
    severity: "error",
    title: "A restriction that bounds no ratio of prices",
    message: ({ why }) => `\`restrict\` bounds a ratio of two shadow prices, and ${why}.`,
    help: () => "for example `restrict price.labor / price.capital in 0.5 .. 2`",
    page: "An assurance region (Thompson, Langemeier, Lee, Lee & Thrall 1990) keeps the ratio of two shadow prices within bounds: `restrict price.A / price.B in 0.5 .. 2`, or one side of it with `<=` or `>=`. Bounds are numbers, not negative, in the unit of B per unit of A. The price that divides must have a fixed sign, which that of a weakly disposable bad has not; and there must be prices, which a free disposal hull has not.",
    failing: mills(
      "technology t on mills { input labor; good paper; bad bod; restrict price.bod in 0 .. 2 }",
    ),
    mended: mills(
      "technology t on mills { input labor; good paper; bad bod; restrict price.bod / price.paper in 0 .. 2 }",
    ),
  }),
  badNetwork: entry<{ why: string }>({
    code: "GTFP5043",
    severity: "error",
    title: "Stages and links that are no network",
    message: ({ why }) => `These stages make no network: ${why}.`,
    page: "A technology in stages has at least two of them. Each holds its own inputs and outputs, and uses and makes something: a variable of its own or a link. `link z: first -> second` says that `z`, a column of the panel, is made by the first stage and used by the second. Returns, disposability and reference are the whole technology's.",
    failing: network("link pulp: boiling -> boiling"),
    mended: network("link pulp: boiling -> drying"),
  }),
};
