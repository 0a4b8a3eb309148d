/** GTFP8901–8910: what cannot be read or translated when a model of another tool is imported. Places are in that model's file. */
import { entry } from "./entry.ts";

/** A Vensim model around an equation, which the documentation's test imports. */
function vensim(equations: string): Readonly<Record<string, string>> {
  const control = ["INITIAL TIME = 0", "FINAL TIME = 10", "TIME STEP = 1", "SAVEPER = 1"];
  const entries = [...equations.trim().split("\n"), ...control].map((equation) => `${equation} ~~|`);
  return { "model.mdl": `{UTF-8}\n${entries.join("\n")}\n` };
}
const mended = vensim("herd = INTEG(births, 100)\nbirths = 0.1 * herd");

export const imports = {
  syntax: entry<{ found: string; wanted: string }>({
    code: "GTFP8901",
    severity: "error",
    title: "Imported text that cannot be read",
    message: ({ found, wanted }) => `This cannot be read: ${found} where ${wanted} should stand.`,
    help: () => "open the file in the tool that wrote it and look at this equation",
    page: "An equation of an imported file breaks the rules of its own language, or uses a form that GTFP does not know. Nothing is written, for a model without this equation would look whole and would not be.",
    failing: vensim("herd = 3 * (4 + 5"),
    mended,
  }),
  noFunction: entry<{ name: string; arguments: number; takes: readonly number[] }>({
    code: "GTFP8902",
    severity: "error",
    title: "Function without a counterpart",
    message: ({ name, arguments: count, takes }) =>
      takes.length === 0
        ? `\`${name}\` is no lookup of this model, and GTFP has no function for it.`
        : `\`${name}\` is called with ${count} arguments; GTFP can translate it with ${takes.join(" or ")}.`,
    help: () => "write the equation with other functions in the tool that it comes from, then import again",
    page: "GTFP translates a function only where it has one with the same equations; docs/importing.md lists them all. Functions that read spreadsheets or other files have none: their numbers belong into a `data` panel, which a `series` reads.",
    failing: vensim("herd = GET XLS CONSTANTS('herds.xls', 'one', 'B2')"),
    mended,
  }),
  unknown: entry<{ name: string; what: string; near: string | undefined }>({
    code: "GTFP8903",
    severity: "error",
    title: "Name that the imported file does not define",
    message: ({ name, what }) => `The file has no ${what} called \`${name}\`.`,
    help: ({ near }) => (near === undefined ? undefined : `did you mean \`${near}\`?`),
    page: "An equation reads a variable, or is subscripted by a name, that stands nowhere in the file. Capitals do not count, and blanks and `_` are the same.",
    failing: vensim("herd = INTEG(births, 100)\nbirths = 0.1 * hert"),
    mended,
  }),
  unsupported: entry<{ what: string; instead: string }>({
    code: "GTFP8904",
    severity: "error",
    title: "Construct that cannot be translated",
    message: ({ what }) => `${what} cannot be translated.`,
    help: ({ instead }) => instead,
    page: "What has no counterpart with the same meaning is told with its place, and nothing is written: a model that lacks a part looks right and is not. docs/importing.md lists what is translated and what is not.",
    failing: vensim("imports"),
    mended,
  }),
  subscripts: entry<{ name: string; why: string }>({
    code: "GTFP8905",
    severity: "error",
    title: "Subscripts that cannot be translated",
    message: ({ name, why }) => `The subscripts of \`${name}\` cannot be translated: ${why}.`,
    page: "In GTFP variables with the same dimensions combine element by element, `x[label]` picks one element, and a range of a dimension stands for these elements of the whole. A subscript that goes from one dimension to another (a mapping), or that is summed over and free at the same time, has no such form.",
    failing: vensim("province: north, south\nsector: a, b\nx[province] = 1, 2\ny[sector] = x[province]"),
    mended,
  }),
  twice: entry<{ name: string }>({
    code: "GTFP8906",
    severity: "error",
    title: "Two definitions of one name",
    message: ({ name }) => `\`${name}\` is defined twice.`,
    help: () => "rename one of them; capitals do not count, and blanks and `_` are the same",
    page: "The file defines a name twice, or two names that are one because capitals do not count and blanks and `_` are the same.",
    failing: vensim("births = 1\nBirths = 2"),
    mended,
  }),
  noTime: entry<{ what: string }>({
    code: "GTFP8907",
    severity: "error",
    title: "Time that the imported file does not say",
    message: ({ what }) => `The file does not give ${what} as a number.`,
    page: "GTFP's time is exact: start, end, step and what is saved must be numbers. In Vensim these are `INITIAL TIME`, `FINAL TIME`, `TIME STEP` and `SAVEPER`, in XMILE the `sim_specs`.",
    failing: { "model.mdl": "herd = 3 ~~|\nFINAL TIME = 10 ~~|\nTIME STEP = 1 ~~|\n" },
    mended,
  }),
  refused: entry<{ name: string; why: string }>({
    code: "GTFP8908",
    severity: "error",
    title: "Translation that would be no model",
    message: ({ name, why }) => `What \`${name}\` is translated into would be refused: ${why}`,
    page: "The translation is checked like any model before it is written. What GTFP refuses and the other tool lets pass is told at the place that it comes from: equations that need each other at the same instant, a step that does not divide the span of time, points of a lookup that do not rise, an element without a value.",
    failing: vensim("a = b + 1\nb = a + 1"),
    mended,
  }),
  unitsLeftOut: entry<{ why: string }>({
    code: "GTFP8909",
    severity: "warning",
    title: "Units left out of an imported model",
    message: ({ why }) => `The model is imported without units, for the file's units do not agree: ${why}`,
    help: () =>
      "mend the units in the tool that wrote the file and import again, or add them to the imported model",
    page: "GTFP checks units and converts between them; other tools only compare them, and let a model run whose units contradict each other. Where the units of a file do not agree, or GTFP would convert a number that the file does not, all of them are left out and every number is a plain one, as it is in the file's own runs.",
    failing: {
      "model.mdl":
        "{UTF-8}\nherd = INTEG(births, 100) ~ cow ~|\nbirths = 0.1 * herd ~ goat/Year ~|\nINITIAL TIME = 0 ~ Year ~|\nFINAL TIME = 10 ~ Year ~|\nTIME STEP = 1 ~ Year ~|\nSAVEPER = 1 ~ Year ~|\n",
    },
    mended: {
      "model.mdl":
        "{UTF-8}\nherd = INTEG(births, 100) ~ cow ~|\nbirths = rate * herd ~ cow/Year ~|\nrate = 0.1 ~ 1/Year ~|\nINITIAL TIME = 0 ~ Year ~|\nFINAL TIME = 10 ~ Year ~|\nTIME STEP = 1 ~ Year ~|\nSAVEPER = 1 ~ Year ~|\n",
    },
  }),
  differs: entry<{ what: string; how: string }>({
    code: "GTFP8910",
    severity: "note",
    title: "Translation that may differ",
    message: ({ what, how }) => `In GTFP ${what} ${how}.`,
    page: "The translation means the same, except for what the note says: random numbers are others in every tool, and a few functions differ in corners that most models never reach.",
    failing: vensim("shock = RANDOM UNIFORM(0, 1, 7)"),
    mended,
  }),
};
