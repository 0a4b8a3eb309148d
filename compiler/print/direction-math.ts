/** A direction in mathematics: how far along it a unit moves, variable by variable. */
import type { Direction, Technology } from "../../language/model.ts";
import type { Block, FormulaLine } from "./explanation.ts";
import { add, type Formula, list, minus, name, number, plus, product, relation, symbol } from "./math.ts";
import { letters, roleWords } from "./notation.ts";

const sizes: Readonly<Record<string, string>> = {
  observed: "the unit's own amount",
  mean: "the mean over the unit's period and group",
  sd: "the standard deviation over the unit's period and group",
  range: "the range over the unit's period and group",
  max: "the greatest amount of the unit's period and group",
  expr: "the size that the direction gives",
};

/** Where β brings each role or variable that the direction names. */
export function directionBlocks(direction: Direction, users: readonly Technology[]): Block[] {
  const lines = direction.entries.map(({ target, sign, size }): FormulaLine => {
    const [before, moved] = amounts(target, size.kind);
    const step = sign === 1 ? plus(product(symbol("β"), moved)) : minus(product(symbol("β"), moved));
    const what = "role" in target ? `every ${roleWords[target.role].one}` : target.variable;
    return {
      left: relation(before, "→", add(plus(before), step)),
      note: [`${what}, ${sign === 1 ? "up" : "down"} by ${sizes[size.kind]}`],
    };
  });
  const still = users.flatMap((technology) => {
    const named = technology.variables.filter((v) =>
      direction.entries.every(({ target }) =>
        "role" in target ? target.role !== v.role : target.variable !== v.name,
      ),
    );
    return named.length === 0 ? [] : [`in \`${technology.name}\`: ${named.map((v) => v.name).join(", ")}`];
  });
  return [
    {
      is: "formulas",
      lines: [...lines, { left: relation(symbol("β"), "=", number(0)), note: ["where the unit is"] }],
    },
    {
      is: "text",
      prose: [
        "Every move is towards better. What the direction does not name does not move",
        still.length === 0 ? "." : ` (${still.join("; ")}).`,
      ],
    },
  ];
}

function amounts(target: Direction["entries"][number]["target"], size: string): [Formula, Formula] {
  const own = "role" in target ? symbol(letters[target.role].amount) : name(target.variable);
  if (size === "observed") return [own, own];
  return [
    own,
    "role" in target
      ? symbol("g", [], symbol(letters[target.role].amount))
      : symbol("g", [name(target.variable)]),
  ];
}

/** A pair for the reader who knows the vector form: `g = (y, −b)`. */
export function directionVector(direction: Direction): Formula {
  const parts = direction.entries.map(({ target, sign, size }) => {
    const [, moved] = amounts(target, size.kind);
    return sign === 1 ? moved : add(minus(moved));
  });
  return relation(symbol("g"), "=", list(...parts));
}
