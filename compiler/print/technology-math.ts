/** A technology in mathematics: the set of what can be done, and what each of its words means. */
import type { Disposability, Reference, Returns, Technology } from "../../language/model.ts";
import { pulledFamily } from "../lp/pulled-program.ts";
import { type Block, type FormulaLine, heading, type Prose, text } from "./explanation.ts";
import { familyMath } from "./family-math.ts";
import { type Formula, fraction, list, name, number, relation, symbol } from "./math.ts";
import { letters, Notation, roleWords } from "./notation.ts";
import { probeOf, readProgram } from "./probe.ts";

/** What a word of a technology means: a sentence, and where it comes from. */
export interface WordEntry {
  readonly line: string;
  readonly source?: string;
}

export const returnsWords: Readonly<Record<Returns, WordEntry>> = {
  crs: {
    line: "Constant returns to scale: what a unit does can be done at any size, so the intensities may sum to anything",
    source: "Charnes, Cooper & Rhodes (1978)",
  },
  vrs: {
    line: "Variable returns to scale: only mixes of whole units count, so the intensities sum to one",
    source: "Banker, Charnes & Cooper (1984)",
  },
  nirs: {
    line: "Non-increasing returns to scale: units can be scaled down but not up, so the intensities sum to at most one",
    source: "Färe, Grosskopf & Lovell (1985)",
  },
  ndrs: {
    line: "Non-decreasing returns to scale: units can be scaled up but not down, so the intensities sum to at least one",
    source: "Färe, Grosskopf & Lovell (1985)",
  },
  fdh: {
    line: "Free disposal hull: a unit is compared with single units, never with mixes of them",
    source: "Deprins, Simar & Tulkens (1984)",
  },
};

export const disposabilityWords: Readonly<Record<Disposability, WordEntry>> = {
  weak: {
    line: "Weakly disposable bads: they can only be cut together with good outputs, so their rows are equations",
    source: "Färe, Grosskopf, Lovell & Pasurka (1989)",
  },
  strong: {
    line: "Strongly disposable bads: they can be cut at no cost to anything else, so they act like inputs",
    source: "Hailu & Veeman (2001)",
  },
  equality: {
    line: "One set of intensities and equations for bads under any returns, as many papers print it; under vrs and ndrs that set is not weakly disposable",
    source: "criticised by Kuosmanen (2005)",
  },
  shephard: {
    line: "One abatement factor δ ≤ 1 common to all units: goods and bads of the whole mix shrink together",
    source: "Shephard (1970); Färe & Grosskopf (2003)",
  },
  by_production: {
    line: "Two technologies that meet: one makes goods of inputs, the other makes bads of the polluting inputs",
    source: "Murty, Russell & Levkoff (2012)",
  },
  natural: {
    line: "Natural disposability: bads fall because inputs are cut",
    source: "Sueyoshi & Goto (2012)",
  },
  managerial: {
    line: "Managerial disposability: bads fall through new technology while inputs grow",
    source: "Sueyoshi & Goto (2012)",
  },
};

/** Under returns that bind the intensities' sum each unit is abated by itself. */
export const kuosmanen: WordEntry = {
  line: "Under vrs and ndrs each unit is abated by itself: λ is its active part, μ the part that has stopped and makes and emits nothing",
  source: "Kuosmanen (2005)",
};

export const referenceWords: Readonly<Record<Reference["kind"], WordEntry>> = {
  contemporaneous: {
    line: "The frontier of a period is made of the units of that period alone",
    source: "Tulkens & Vanden Eeckaut (1995)",
  },
  global: { line: "One frontier, made of the units of all periods", source: "Pastor & Lovell (2005)" },
  sequential: {
    line: "The frontier of a period is made of the units of all periods up to it, so that what could once be done is never forgotten",
    source: "Tulkens & Vanden Eeckaut (1995)",
  },
  window: {
    line: "The frontier of a period is made of the units of a window of periods about it",
    source: "Charnes, Clark, Cooper & Golany (1984)",
  },
  biennial: {
    line: "The frontier of a pair of periods is made of the units of both",
    source: "Pastor, Asmild & Lovell (2011)",
  },
};

/** The intensities over which j runs, in words. */
export function referenceSet(technology: Technology, period: string | undefined): string {
  const { reference, by, referencePanel, panel, where } = technology;
  const own = period ?? "period";
  const periods =
    period === undefined
      ? ""
      : {
          contemporaneous: `of o's own ${own}`,
          global: `of every ${own}`,
          sequential: `of every ${own} up to o's`,
          biennial: `of o's ${own} and the next one`,
          window:
            reference.kind !== "window"
              ? ""
              : reference.centered
                ? `of the ${reference.size} ${own}s about o's`
                : `of the ${reference.size} ${own}s up to o's`,
        }[reference.kind];
  const group = by.length === 0 ? "" : `${periods === "" ? "of" : "and of"} o's own ${by.join(" and ")}`;
  return [
    "the units",
    referencePanel === panel ? "" : `of panel \`${referencePanel}\``,
    periods,
    group,
    where === undefined ? "" : "that meet the technology's `where`",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** `(x, y, b)` and the conditions on it. */
export function technologySet(technology: Technology): Block {
  const { variables } = technology;
  const notation = new Notation(variables);
  const probe = probeOf(
    technology,
    variables.map(() => "none"),
  );
  const family = pulledFamily("", technology, probe.reference, [probe.point], {
    sense: "max",
    own: [],
    costs: () => new Float64Array(0),
    row: (i, point) => ({ rhs: point.at[i]!, own: 0, by: 0 }),
  });
  const program = readProgram(family, probe);
  if (program === null) throw new Error("a technology without mathematics");
  const lines = familyMath(program, notation).lines.map(withoutUnit);
  const vector = list(...rolesOf(technology).map((role) => symbol(letters[role].amount)));
  const first: FormulaLine = {
    left: relation(vector, "∈", symbol("T")),
    note: ["if there are intensities with"],
  };
  return { is: "formulas", lines: [first, ...lines] };
}

/** The set is of any amounts, not of one unit's. */
function withoutUnit(line: FormulaLine): FormulaLine {
  const strip = (formula: Formula): Formula => {
    if (formula.is === "product") return { ...formula, factors: formula.factors.map(strip) };
    if (formula.is !== "symbol" || formula.sub === undefined) return formula;
    const sub = formula.sub.filter((one) => !(one.is === "symbol" && one.text === "o"));
    return sub.length === formula.sub.length ? formula : symbol(formula.text, sub, formula.sup);
  };
  return line.right === undefined ? line : { ...line, right: strip(line.right) };
}

function rolesOf({ variables }: Pick<Technology, "variables">) {
  return (["input", "good", "bad"] as const).filter((role) => variables.some((v) => v.role === role));
}

/** What is asked of shadow prices: `0.5 ≤ p[labor] / p[energy] ≤ 2`. */
export function restrictionBlocks({ restrictions = [] }: Technology): Block[] {
  if (restrictions.length === 0) return [];
  const price = (variable: string) => symbol("p", [name(variable)]);
  const lines = restrictions.map(({ over, under, low, high }): FormulaLine => {
    const ratio = fraction(price(over), price(under));
    const above = low === undefined ? ratio : relation(number(low), "≤", ratio);
    return { left: high === undefined ? above : relation(above, "≤", number(high)) };
  });
  return [
    heading("Limits on shadow prices"),
    { is: "formulas", lines },
    text(
      "In the program of quantities each limit is a trade π ≥ 0 of one variable for the other at that price (Podinovski 2004).",
    ),
  ];
}

/** What x, y and b are, with units. */
export function variableTerms(technology: Technology): { term: Prose; meaning: Prose }[] {
  const notation = new Notation(technology.variables);
  return rolesOf(technology).map((role) => {
    const members = notation.numbers(role).map((i) => technology.variables[i]!);
    const listed = members
      .map(
        (v) =>
          `${v.name}${v.unit === null || v.unit.text === "1" ? "" : ` [${v.unit.text}]`}${v.fixed ? " (fixed)" : ""}`,
      )
      .join(", ");
    const { one, many } = roleWords[role];
    const index = members.length > 1 ? [symbol(letters[role].index)] : [];
    return {
      term: [symbol(letters[role].amount, index)],
      meaning: [`${members.length > 1 ? many : one}: ${listed}`],
    };
  });
}
