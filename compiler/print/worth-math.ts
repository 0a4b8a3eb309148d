/** What a unit of each variable counts in a measure's objective, and what its score is made of: in mathematics. */
import type { MeasureSpec } from "../../language/model.ts";
import type { Prose } from "./explanation.ts";
import type { WorthFormula } from "./family-math.ts";
import {
  add,
  type Formula,
  figure,
  fraction,
  minus,
  number,
  plus,
  product,
  relation,
  sum,
  symbol,
} from "./math.ts";
import { letters, type Notation, scored, unit } from "./notation.ts";

/** The formula for a variable's weight; undefined where the model gives numbers of its own, which are called w. */
export function worthFormula(
  spec: MeasureSpec,
  notation: Notation,
  fixed: ReadonlySet<number>,
): WorthFormula | undefined {
  const { variables } = notation;
  const free = (roles: readonly string[]) =>
    variables.flatMap((v, i) => (roles.includes(v.role) && !fixed.has(i) ? [i] : [])).length;
  const own = (variable: number, generic: boolean) => notation.amount(variable, scored, generic);
  const share = (count: number, of: Formula): Formula =>
    fraction(number(1), count === 1 ? of : product(number(count), of));
  const given = spec.weights?.kind === "map";
  const outputs = free(["good", "bad"]);
  switch (spec.fn) {
    case "sbm":
      return (variable, generic) => {
        const input = variables[variable]!.role === "input";
        const over = own(variable, generic);
        if (given) return fraction(symbol("w", notation.index(variable, generic)), over);
        return share(input ? free(["input"]) : outputs, over);
      };
    case "russell":
      return (variable, generic) => {
        const { role } = variables[variable]!;
        const both = spec.orientation === "none" && role !== "input";
        return share(both ? outputs : free([role]), own(variable, generic));
      };
    case "by_production":
      return (variable, generic) => share(outputs, own(variable, generic));
    case "nddf": {
      if (given) return undefined;
      const moving = new Set(spec.moves?.map((move) => move.variable));
      const blocks = new Set(variables.filter((v) => moving.has(v.name)).map((v) => v.role)).size;
      return (variable) => {
        const { role } = variables[variable]!;
        const size = variables.filter((v) => v.role === role && moving.has(v.name)).length;
        return fraction(number(1), number(blocks * size));
      };
    }
    case "additive": {
      const kind = spec.weights?.kind ?? "ones";
      if (kind === "ones") return () => number(1);
      if (kind === "mip") return (variable, generic) => fraction(number(1), own(variable, generic));
      if (kind === "map") return undefined;
      return (variable, generic) =>
        fraction(
          number(1),
          symbol("σ", notation.index(variable, generic), symbol(letters[variables[variable]!.role].amount)),
        );
    }
    case "ram":
      return (variable, generic) => {
        const range = symbol(
          "R",
          notation.index(variable, generic),
          symbol(letters[variables[variable]!.role].amount),
        );
        return share(variables.length, range);
      };
    case "bam":
      return (variable, generic) => {
        const all = notation.amount(variable, unit, generic);
        const bound = (what: string) => product(symbol(what, [unit]), all);
        const room =
          variables[variable]!.role === "good"
            ? add(plus(bound("max")), minus(own(variable, generic)))
            : add(plus(own(variable, generic)), minus(bound("min")));
        return fraction(number(1), variables.length === 1 ? room : product(number(variables.length), room));
      };
    case "cost":
    case "revenue":
    case "profit":
      return (variable, generic) => {
        const input = variables[variable]!.role === "input";
        const price = symbol(input ? "w" : "p", notation.index(variable, generic));
        return spec.fn === "profit" && input ? add(minus(price)) : price;
      };
    default:
      return undefined;
  }
}

/** What the score is where it is not the objective itself; `z` stands for the optimum. */
export function scoreFormula(spec: MeasureSpec, notation: Notation): Formula | null {
  const z = symbol("z", [], symbol("*"));
  const one = number(1);
  switch (spec.fn) {
    case "sbm":
      if (spec.orientation === "input") return relation(symbol("ρ"), "=", add(plus(one), minus(z)));
      if (spec.orientation === "output")
        return relation(symbol("ρ"), "=", fraction(one, add(plus(one), plus(z))));
      return relation(symbol("ρ"), "=", z);
    case "russell": {
      if (spec.orientation === "none") return relation(symbol("R"), "=", z);
      const term = spec.orientation === "output" ? plus(z) : minus(z);
      return relation(symbol("R"), "=", add(plus(one), term));
    }
    case "cost":
    case "revenue": {
      const cost = spec.fn === "cost";
      const role = cost ? "input" : "good";
      const variable = notation.variables.findIndex((v) => v.role === role);
      const paid = product(
        symbol(cost ? "w" : "p", notation.index(variable, true)),
        notation.amount(variable, scored, true),
      );
      const index = notation.index(variable, true)[0];
      const actual = index === undefined ? paid : sum(index, paid);
      return relation(symbol(cost ? "CE" : "RE"), "=", cost ? fraction(z, actual) : fraction(actual, z));
    }
    default:
      return null;
  }
}

/** Words for the letters that only this measure uses. */
export function worthTerms(spec: MeasureSpec, notation: Notation): { term: Prose; meaning: Prose }[] {
  const deviation = spec.fn === "additive" && spec.weights?.kind === "normalized";
  if (deviation)
    return [{ term: [symbol("σ")], meaning: ["the sample standard deviation over the reference set"] }];
  if (spec.fn === "ram")
    return [{ term: [symbol("R")], meaning: ["the range, greatest less least, over the reference set"] }];
  if (spec.fn === "cost") return [{ term: [symbol("w")], meaning: ["the price of each input"] }];
  if (spec.fn === "profit") {
    return [
      { term: [symbol("w")], meaning: ["the price of each input"] },
      { term: [symbol("p")], meaning: ["the price of each good output"] },
    ];
  }
  if (spec.fn === "ebm") {
    return [
      {
        term: [symbol("w")],
        meaning: [
          "what a unit of slack counts: the importance ε of mixes times the variable's weight, over o's amount; both from how alike the inputs (or goods) of the units are",
        ],
      },
    ];
  }
  if (spec.fn === "revenue") return [{ term: [symbol("p")], meaning: ["the price of each good output"] }];
  if (spec.weights?.kind === "map") {
    return [
      {
        term: [symbol("w")],
        meaning: [
          spec.fn === "sbm"
            ? "the weights that the model gives, scaled to sum to one over the inputs and over the outputs"
            : "the weights that the model gives",
          notation.variables.length > 0 ? `: ${givenWeights(spec)}` : "",
        ],
      },
    ];
  }
  return [];
}

function givenWeights({ weights }: MeasureSpec): string {
  if (weights?.kind !== "map") return "";
  return Object.entries(weights.values)
    .map(([variable, value]) => `${variable} ${value.op === "number" ? figure(value.value, 6) : "by row"}`)
    .join(", ");
}
