/** Mathematics as one line of Unicode: `Σⱼ λⱼ xᵢⱼ ≤ (1 − β) xᵢₒ`. */
import type { Formula, Term } from "./math.ts";

const below: Readonly<Record<string, string>> = {
  ...glyphs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
  ...glyphs("aehijklmnoprstuvxβγρφχ", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"),
};
const above: Readonly<Record<string, string>> = {
  ...glyphs("0123456789+-−=()*?", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾*?"),
  ...glyphs("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
  ...glyphs("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"),
};

function glyphs(from: string, to: string): Record<string, string> {
  const marks = [...to];
  return Object.fromEntries([...from].map((letter, i) => [letter, marks[i]!]));
}

/** How tightly a formula holds together: what stands in a tighter place gets parentheses. */
const strength: Readonly<Partial<Record<Formula["is"], number>>> = {
  list: 0,
  relation: 1,
  cases: 1,
  add: 2,
  sum: 3,
  product: 4,
  fraction: 4,
  derivative: 5,
  power: 5,
};

export function mathText(math: Formula): string {
  switch (math.is) {
    case "symbol":
    case "name":
      return `${math.text}${mark(math.sup)}${indices(math.sub)}`;
    case "number":
    case "words":
      return math.text;
    case "add":
      return termsText(math.terms);
    case "product":
      return math.factors
        .map((f, i) => (i === 0 ? "" : joint(math.factors[i - 1]!, f)) + within(f, 4))
        .join("");
    case "fraction":
      return `${within(math.over, 4)}${isAtom(math.over) && isAtom(math.under) ? "/" : " / "}${within(math.under, 5)}`;
    case "power": {
      const exponent = mathText(math.exponent);
      const raised = isAtom(math.exponent) ? lifted(exponent, above) : null;
      return `${within(math.base, 6)}${raised ?? `^${within(math.exponent, 6)}`}`;
    }
    case "root":
      return `√${isAtom(math.of) ? mathText(math.of) : `(${mathText(math.of)})`}`;
    case "call":
      return `${math.fn}${mark(math.sup)}(${math.args.map(mathText).join(", ")})`;
    case "sum":
      return `Σ${indices([math.over])} ${within(math.of, 3)}`;
    case "relation": {
      if (math.sign === ":") return `${mathText(math.left)}: ${mathText(math.right)}`;
      // Relations chain, but not those that `and` joins.
      const place = math.sign === "and" || math.sign === "or" ? 2 : 1;
      return `${within(math.left, place)} ${math.sign} ${within(math.right, place)}`;
    }
    case "list":
      return math.items.map(mathText).join(", ");
    case "set":
      return `{${within(math.of, 0, true)} : ${math.such.map(mathText).join(", ")}}`;
    case "cases":
      return math.cases
        .map(({ value, when }, i) => {
          if (when === null) return `else ${mathText(value)}`;
          return `${i === 0 ? "" : "else "}${mathText(value)} if ${mathText(when)}`;
        })
        .join(", ");
    case "derivative":
      return `d ${within(math.of, 6)}/d${within(math.by, 6)}`;
  }
}

/** The sign of a term stands before it, with a blank on either side but at the beginning. */
export function termsText(terms: readonly Term[]): string {
  return terms
    .map(({ sign, of }, i) => {
      const text = within(of, sign === 1 ? 2 : 3);
      if (i === 0) return sign === 1 ? text : `−${text}`;
      return ` ${sign === 1 ? "+" : "−"} ${text}`;
    })
    .join("");
}

/** In parentheses where the formula holds together less tightly than its place asks. */
function within(math: Formula, place: number, always = false): string {
  const text = mathText(math);
  return always || (strength[math.is] ?? 9) < place ? `(${text})` : text;
}

/** A blank between letters, a point where names or numbers would run together. */
function joint(before: Formula, after: Formula): string {
  const wordy = (m: Formula) => m.is === "name" || m.is === "call" || m.is === "fraction" || m.is === "words";
  return wordy(before) || wordy(after) || after.is === "number" ? " · " : " ";
}

function isAtom(math: Formula): boolean {
  return math.is === "symbol" || math.is === "name" || math.is === "number";
}

function mark(sup: Formula | undefined): string {
  if (sup === undefined) return "";
  const text = mathText(sup).replaceAll(" ", "");
  return lifted(text, above) ?? `^{${text}}`;
}

/** `ᵢⱼ` where there are such letters, else `[Beijing, 2014]`. */
function indices(sub: readonly Formula[] | undefined): string {
  if (sub === undefined) return "";
  const parts = sub.map((one) => mathText(one));
  const marks = sub.every((one) => one.is !== "name" && one.is !== "list");
  const low = marks ? lifted(parts.join("").replaceAll(" ", ""), below) : null;
  return low ?? `[${parts.join(", ")}]`;
}

function lifted(text: string, table: Readonly<Record<string, string>>): string | null {
  const letters = [...text].map((letter) => table[letter]);
  return letters.every((letter) => letter !== undefined) ? letters.join("") : null;
}
