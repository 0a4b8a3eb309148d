/** Units of other tools as GTFP writes them: `Person/(Day*Widget)` is `person/day Widget`. */
import { builtInUnits } from "../../language/units/built-in.ts";
import { folded, written } from "./names.ts";

const plain = new Set(["", "1", "dmnl", "dimensionless", "unitless", "fraction", "no_unit", "none"]);
const known: Readonly<Record<string, string>> = {
  year: "year",
  years: "year",
  yr: "year",
  month: "month",
  months: "month",
  week: "week",
  weeks: "week",
  day: "day",
  days: "day",
  hour: "h",
  hours: "h",
  quarter: "quarter",
  quarters: "quarter",
  person: "person",
  persons: "person",
  people: "person",
  $: "dollar",
};

export class ImportedUnits {
  /** Those that GTFP does not know, by folded name: each gets a `unit` declaration. */
  readonly declared = new Map<string, string>();
  readonly #verbatim: boolean;

  /** @param verbatim The units are GTFP's own text, which was exported. */
  constructor(verbatim = false) {
    this.#verbatim = verbatim;
  }

  /** The text between GTFP's brackets; undefined where there is none to write or it cannot be read. */
  text(units: string): string | undefined {
    if (this.#verbatim) return this.#own(units.trim());
    const powers = new Map<string, number>();
    // Vensim writes a variable's range behind its unit.
    const bare = units.replace(/\[[^\]]*\]\s*$/, "").trim();
    if (!product(bare, 1, powers, (name) => this.#name(name))) return undefined;
    const side = (sign: 1 | -1) =>
      [...powers]
        .filter(([, power]) => power * sign > 0)
        .map(([name, power]) => (power * sign === 1 ? name : `${name}^${power * sign}`))
        .join(" ");
    const [above, below] = [side(1), side(-1)];
    return below === "" ? above || "1" : `${above || "1"}/${below}`;
  }

  /** Null for a plain number. */
  #name(name: string): string | null {
    const key = folded(name);
    if (plain.has(key)) return null;
    const common = Object.hasOwn(known, key) ? known[key]! : undefined;
    if (common !== undefined && common !== "dollar") return common;
    if (builtInUnits.has(name.trim())) return name.trim() === "%" ? "%" : name.trim();
    const own = this.declared.get(key) ?? common ?? written(name);
    this.declared.set(key, own);
    return own;
  }

  #own(text: string): string | undefined {
    for (const [name] of text.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu)) {
      if (!builtInUnits.has(name) && !/^[kMG]$/.test(name)) this.declared.set(name, name);
    }
    return text === "" ? undefined : text;
  }
}

/** Reads products and quotients into the powers of names; false where the text is no unit. */
function product(
  text: string,
  sign: number,
  powers: Map<string, number>,
  nameOf: (name: string) => string | null,
): boolean {
  const tokens = [...text.matchAll(/[*/()]|\^\s*-?\d+|[^*/()^]+/g)]
    .map(([token]) => token.trim())
    .filter((t) => t !== "");
  if (tokens.join("").replace(/\s/g, "").length !== text.replace(/\s/g, "").length) return false;
  // The sign of what follows, for each open parenthesis.
  const open = [sign];
  let next = sign;
  let last: { name: string; sign: number } | null = null;
  for (const token of tokens) {
    const base = open.at(-1)!;
    if (token === "*") next = base;
    else if (token === "/") next = -base;
    else if (token === "(") open.push(next);
    else if (token === ")") {
      if (open.length === 1) return false;
      open.pop();
    } else if (token.startsWith("^")) {
      if (last === null) return false;
      const power = Number(token.slice(1));
      powers.set(last.name, (powers.get(last.name) ?? 0) + last.sign * (power - 1));
      last = null;
    } else {
      if (/^\d/.test(token) && token !== "1") return false;
      const name = nameOf(token);
      last = name === null ? null : { name, sign: next };
      if (name !== null) powers.set(name, (powers.get(name) ?? 0) + next);
    }
  }
  return open.length === 1;
}
