/** The formulas of indices, over distances that are letters or numbers. */
import type { Index } from "../../language/model.ts";
import { add, type Formula, fraction, minus, number, plus, product, root, symbol } from "./math.ts";

/** The distances of one link, as the runtime's `LinkDistances` has them. */
export interface LinkFormulas {
  readonly ownBefore: Formula;
  readonly ownNow: Formula;
  /** The bases of the change: t and t+1, or the common frontier. */
  readonly bases: readonly { readonly before: Formula; readonly now: Formula }[];
}
export interface IndexFormula {
  /** The result's column. */
  readonly column: string;
  readonly left: Formula;
  readonly right: Formula;
}

/** `Dᵗ(t+1)` and the like for an index's reference, under one kind of returns. */
export function linkFormulas(index: Index, returns?: "crs" | "vrs"): LinkFormulas {
  const letter = distanceLetter(index);
  const next = add(plus(symbol("t")), plus(number(1)));
  const at = (frontier: Formula, of: Formula): Formula => ({
    is: "call",
    fn: returns === "vrs" ? letter.toLowerCase() : letter,
    sup: frontier,
    args: [of],
  });
  const t = symbol("t");
  const [ownBefore, ownNow] = [at(t, t), at(next, next)];
  const common = index.reference.kind === "global" ? "G" : index.reference.kind === "biennial" ? "B" : null;
  if (common === null) {
    return {
      ownBefore,
      ownNow,
      bases: [
        { before: ownBefore, now: at(t, next) },
        { before: at(next, t), now: ownNow },
      ],
    };
  }
  const joint = symbol(common);
  return { ownBefore, ownNow, bases: [{ before: at(joint, t), now: at(joint, next) }] };
}

export function distanceLetter({ fn }: Index): "E" | "D" {
  return fn === "malmquist" ? "E" : "D";
}

/** What an index and its parts are; see `runtime/index/change.ts`. */
export function indexFormulas(
  index: Index,
  main: LinkFormulas,
  pure: LinkFormulas | null,
  letter: string,
): IndexFormula[] {
  const { decomposition } = index;
  const difference = index.fn === "luenberger";
  const own = (link: LinkFormulas) => ratio(index, link.ownNow, link.ownBefore);
  const over = (link: LinkFormulas): Formula => {
    const bases = decomposition === "grifell_lovell" ? link.bases.slice(0, 1) : link.bases;
    const ratios = bases.map(({ now, before }) => ratio(index, now, before));
    if (ratios.length === 1) return ratios[0]!;
    return difference ? fraction(add(...ratios.map(plus)), number(2)) : root(product(...ratios));
  };
  const per = (a: Formula, b: Formula) => (difference ? add(plus(a), minus(b)) : fraction(a, b));
  const change = symbol(letter);
  const [ec, tc, pec, sec] = ["EC", "TC", "PEC", "SEC"].map((name) => symbol(name)) as [
    Formula,
    Formula,
    Formula,
    Formula,
  ];
  const line = (column: string, left: Formula, right: Formula): IndexFormula => ({ column, left, right });
  const whole = [line("change", change, over(main)), line("efficiency_change", ec, own(main))];
  if (pure === null) return [...whole, line("technical_change", tc, per(change, ec))];
  const pureLine = line("pure_efficiency_change", pec, own(pure));
  if (decomposition === "fgnz") {
    return [
      ...whole,
      line("technical_change", tc, per(change, ec)),
      pureLine,
      line("scale_change", sec, per(ec, pec)),
    ];
  }
  const shift =
    decomposition === "grifell_lovell" ? ratio(index, pure.bases[0]!.now, pure.ownNow) : per(over(pure), pec);
  const rest = difference ? add(plus(change), minus(pec), minus(tc)) : fraction(change, product(pec, tc));
  return [...whole, line("technical_change", tc, shift), pureLine, line("scale_change", sec, rest)];
}

/** How much nearer `now` is than `before`: E/E, (1 + D)/(1 + D) or D − D. */
function ratio(index: Index, now: Formula, before: Formula): Formula {
  if (index.fn === "luenberger") return add(plus(before), minus(now));
  if (index.fn === "malmquist") return fraction(now, before);
  return fraction(add(plus(number(1)), plus(before)), add(plus(number(1)), plus(now)));
}

/** The formulas of the indices that divide growth of outputs by growth of inputs. */
export function aggregateFormulas(index: Index, letter: string): IndexFormula[] {
  const next = add(plus(symbol("t")), plus(number(1)));
  const t = symbol("t");
  const distance = (which: "o" | "i", frontier: Formula | null, x: Formula, y: Formula): Formula => ({
    is: "call",
    fn: `D${which}`,
    ...(frontier === null ? {} : { sup: frontier }),
    args: [x, y],
  });
  const x = (of: Formula) => symbol("x", [of]);
  const y = (of: Formula) => symbol("y", [of]);
  const zero = number(0);
  const change: IndexFormula = {
    column: "change",
    left: symbol(letter),
    right: fraction(symbol("Q"), symbol("X")),
  };
  if (index.fn === "fare_primont") {
    return [
      change,
      {
        column: "output_change",
        left: symbol("Q"),
        right: fraction(distance("o", null, x(zero), y(next)), distance("o", null, x(zero), y(t))),
      },
      {
        column: "input_change",
        left: symbol("X"),
        right: fraction(distance("i", null, x(next), y(zero)), distance("i", null, x(t), y(zero))),
      },
    ];
  }
  const common =
    index.reference.kind === "global"
      ? symbol("G")
      : index.reference.kind === "biennial"
        ? symbol("B")
        : null;
  const outputs = (base: Formula) =>
    fraction(distance("o", common ?? base, x(base), y(next)), distance("o", common ?? base, x(base), y(t)));
  const inputs = (base: Formula) =>
    fraction(distance("i", common ?? base, x(next), y(base)), distance("i", common ?? base, x(t), y(base)));
  return [
    change,
    { column: "output_change", left: symbol("Q"), right: root(product(outputs(t), outputs(next))) },
    { column: "input_change", left: symbol("X"), right: root(product(inputs(t), inputs(next))) },
  ];
}
