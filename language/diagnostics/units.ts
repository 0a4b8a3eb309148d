/** GTFP3xxx: units. */
import { entry } from "./entry.ts";

const mills = (columns: string) => `data mills {
  dmu mill
  | mill | staff [person] | energy [GJ] | paper [t] |
  |------|---------------:|------------:|----------:|
  | A    |            120 |         340 |      1000 |
${columns}}
`;
const unitText = (unit: string) => (unit === "1" ? "a plain number" : `in \`${unit}\``);

export const units = {
  unknownUnit: entry<{ name: string }>({
    code: "GTFP3001",
    severity: "error",
    title: "Unknown unit",
    message: ({ name }) => `There is no unit \`${name}\`.`,
    help: ({ name }) => `declare it: \`unit ${name}\`, or by another one: \`unit ${name} = 2 [t]\``,
    page: "A unit is built in (SI, energy, money by its ISO code, `person`, `%`) or declared with `unit NAME` (a dimension of its own) or `unit NAME = FACTOR [UNIT]`. Names of units are written with upper and lower case as usual: `MJ` is not `mj`.",
    failing: mills("").replace("[t]", "[tonnes]"),
    mended: `unit tonnes = 1 [t]\n${mills("").replace("[t]", "[tonnes]")}`,
  }),
  redefinedUnit: entry<{ name: string; line: string }>({
    code: "GTFP3002",
    severity: "error",
    title: "Built-in unit with another meaning",
    message: ({ name, line }) => `\`${name}\` is built in (${line}) and cannot mean something else.`,
    help: () => "choose another name for your unit",
    page: "Declaring a built-in unit again is fine where it says the same, so that a model can state what it relies on. With another size or dimension it would silently change every other use, so it is refused.",
    failing: "unit tce = 30 [GJ]\n",
    mended: "unit tce = 29.3076 [GJ]\n",
  }),
  unitCycle: entry<{ path: readonly string[] }>({
    code: "GTFP3003",
    severity: "error",
    title: "Units defined by each other",
    message: ({ path }) =>
      `This unit is defined by itself: ${path.map((name) => `\`${name}\``).join(" → ")}.`,
    help: () => "define one of them without the others",
    page: "A unit's definition leads back to itself. One of the units in the path must be a dimension of its own (`unit crate`) or be defined by other units.",
    failing: "unit crate = 12 [box]\nunit box = 2 [crate]\n",
    mended: "unit crate = 12 [box]\nunit box\n",
  }),
  badUnitFactor: entry<{ name: string }>({
    code: "GTFP3004",
    severity: "error",
    title: "Size of a unit that is no positive number",
    message: ({ name }) =>
      `The size of \`${name}\` must be a positive number, as in \`unit ${name} = 29.3076 [GJ]\`.`,
    page: "`unit NAME = FACTOR [UNIT]` says how many of the unit in brackets one NAME is. The factor is a positive number known from the text; units that need an offset (°C) or a rate that changes (exchange rates) are not units in this sense.",
    failing: "unit tce = 0 [GJ]\n",
    mended: "unit tce = 29.3076 [GJ]\n",
  }),
  notAddable: entry<{ operator: string; left: string; right: string }>({
    code: "GTFP3010",
    severity: "error",
    title: "Unlike quantities together",
    message: ({ operator, left, right }) =>
      `The left side of \`${operator}\` is ${unitText(left)}, the right side ${unitText(right)}: these are different kinds of quantity.`,
    page: "Only quantities of the same kind can be added, subtracted or compared; tonnes and kilograms can (one is converted), tonnes and persons cannot. A bare number inside a formula is a plain number without a unit; a quantity is written `50 [t]`. Zero fits everywhere.",
    failing: mills("  total = energy + paper\n"),
    mended: mills("  total = energy + paper * 2 [GJ/t]\n"),
  }),
  wrongUnit: entry<{ what: string; expected: string; found: string }>({
    code: "GTFP3011",
    severity: "error",
    title: "Value of another kind than declared",
    message: ({ what, expected, found }) =>
      `${capital(what)} must be ${unitText(expected)}, but this is ${unitText(found)}: a different kind of quantity.`,
    help: () => "correct the unit in brackets, or add the factor that the formula lacks",
    page: "A value is converted where only the scale differs (`t` and `kg`), but not between different kinds of quantity. Either the unit in brackets is wrong, or the formula lacks a factor, for instance a rate per year or a price.",
    failing: mills("  intensity [GJ] = energy / paper\n"),
    mended: mills("  intensity [GJ/t] = energy / paper\n"),
  }),
  needsPlainNumber: entry<{ what: string; unit: string }>({
    code: "GTFP3012",
    severity: "error",
    title: "Quantity where a plain number is needed",
    message: ({ what, unit }) => `${capital(what)} must be a plain number, but this is ${unitText(unit)}.`,
    help: ({ unit }) => `divide by a quantity of the same kind first: \`x / 1 [${unit}]\``,
    page: "Logarithms, exponentials and powers with a computed exponent have no meaning for tonnes or euros: their value would depend on the unit chosen. Divide by a reference quantity of the same kind first, for instance `ln(x / 1 [t])`: that writes down what the number depends on.",
    failing: mills("  size = ln(paper)\n"),
    mended: mills("  size = ln(paper / 1 [t])\n"),
  }),
  differentChoices: entry<{ what: string; left: string; right: string }>({
    code: "GTFP3013",
    severity: "error",
    title: "Alternatives of unlike quantities",
    message: ({ what, left, right }) =>
      `${capital(what)} must be of one kind, but one is ${unitText(left)} and another ${unitText(right)}.`,
    page: "The branches of an `if`, the arguments of `min` and `max` and the like give one value, so they must be quantities of the same kind. A bare number there is a plain number; a quantity is written `50 [t]`.",
    failing: mills("  most = max(energy, paper)\n"),
    mended: mills("  most = max(energy, paper * 2 [GJ/t])\n"),
  }),
};

function capital(text: string): string {
  return text.startsWith("`") ? text : text[0]!.toUpperCase() + text.slice(1);
}
