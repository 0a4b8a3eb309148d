/** Mathematics as MathML Core, for pages: what every browser sets without a script. */
import { escapeMarkup } from "../xml/escape-markup.ts";
import type { Formula, Sign, Term } from "./math.ts";

/** How tightly a formula holds together: what stands in a tighter place gets parentheses. */
const strength: Readonly<Partial<Record<Formula["is"], number>>> = {
  list: 0,
  relation: 1,
  add: 2,
  sum: 3,
  product: 4,
  power: 5,
};

/** One formula as an element of its own. */
export function mathMathml(math: Formula, display: "inline" | "block" = "inline"): string {
  const block = display === "block" ? ' display="block"' : "";
  return `<math${block}>${mathmlRow(math)}</math>`;
}

/** A formula inside `math`. */
export function mathmlRow(math: Formula): string {
  switch (math.is) {
    case "symbol":
      return indexed(letter(math.text), math.sub, math.sup);
    case "name":
      return indexed(`<mi>${escapeMarkup(math.text)}</mi>`, math.sub, math.sup);
    case "number":
      return numeral(math.text);
    case "words":
      return `<mtext>${escapeMarkup(math.text)}</mtext>`;
    case "add":
      return termsMathml(math.terms);
    case "product":
      return row(math.factors.map((f, i) => (i === 0 ? "" : joint(math.factors[i - 1]!, f)) + within(f, 4)));
    case "fraction":
      return `<mfrac>${grouped(math.over)}${grouped(math.under)}</mfrac>`;
    case "power": {
      const base = math.base.is === "fraction" ? parenthesised(math.base) : within(math.base, 6);
      return `<msup>${base}${grouped(math.exponent)}</msup>`;
    }
    case "root":
      return `<msqrt>${mathmlRow(math.of)}</msqrt>`;
    case "call":
      return row([
        indexed(letter(math.fn), undefined, math.sup),
        operator("\u2061"),
        fenced(separated(math.args)),
      ]);
    case "sum":
      return row([`<munder>${operator("∑")}${grouped(math.over)}</munder>`, within(math.of, 3)]);
    case "relation": {
      const place = math.sign === "and" || math.sign === "or" ? 2 : 1;
      return row([within(math.left, place), signMathml(math.sign), within(math.right, place)]);
    }
    case "list":
      return row([separated(math.items)]);
    case "set":
      return row([operator("{"), parenthesised(math.of), operator(":"), separated(math.such), operator("}")]);
    case "cases":
      return row([
        operator("{"),
        `<mtable class="cases">${math.cases.map(({ value, when }) => choice(value, when)).join("")}</mtable>`,
      ]);
    case "derivative":
      return `<mfrac>${row(["<mi>d</mi>", within(math.of, 6)])}${row(["<mi>d</mi>", within(math.by, 6)])}</mfrac>`;
  }
}

/** Terms with their signs between them. */
export function termsMathml(terms: readonly Term[]): string {
  return row(
    terms.map(({ sign, of }, i) => {
      const text = within(of, sign === 1 ? 2 : 3);
      if (i === 0) return sign === 1 ? text : `<mo form="prefix">−</mo>${text}`;
      return `${operator(sign === 1 ? "+" : "−")}${text}`;
    }),
  );
}

export function signMathml(sign: Sign): string {
  return sign === "and" || sign === "or" ? `<mtext>\u00a0${sign}\u00a0</mtext>` : operator(sign);
}

function choice(value: Formula, when: Formula | null): string {
  const condition = when === null ? "<mtext>otherwise</mtext>" : `<mtext>if\u00a0</mtext>${mathmlRow(when)}`;
  return `<mtr><mtd>${mathmlRow(value)}</mtd><mtd>${condition}</mtd></mtr>`;
}

function row(parts: readonly string[]): string {
  return `<mrow>${parts.join("")}</mrow>`;
}

function operator(text: string): string {
  return `<mo>${escapeMarkup(text)}</mo>`;
}

/** A letter of mathematics; a hat stands above it, a mark that is no letter is an operator. */
function letter(text: string): string {
  if (text.endsWith("\u0302")) {
    return `<mover accent="true">${letter(text.slice(0, -1))}<mo stretchy="false">^</mo></mover>`;
  }
  return /^[\p{L}\p{N} ]+$/u.test(text) ? `<mi>${escapeMarkup(text)}</mi>` : operator(text);
}

function numeral(text: string): string {
  const [, minus, digits = text] = /^([−-]?)(.*)$/.exec(text) ?? [];
  const number = `<mn>${escapeMarkup(digits)}</mn>`;
  return minus ? `<mrow><mo form="prefix">−</mo>${number}</mrow>` : number;
}

function indexed(base: string, sub: readonly Formula[] | undefined, sup: Formula | undefined): string {
  const below = sub === undefined ? "" : subscript(sub);
  const above = sup === undefined ? "" : grouped(sup);
  if (below !== "" && above !== "") return `<msubsup>${base}${below}${above}</msubsup>`;
  if (below !== "") return `<msub>${base}${below}</msub>`;
  return above === "" ? base : `<msup>${base}${above}</msup>`;
}

/** Single letters stand together, words apart. */
function subscript(sub: readonly Formula[]): string {
  const letters = sub.every((one) => one.is === "symbol" && [...one.text].length === 1);
  return letters ? row(sub.map(mathmlRow)) : row([separated(sub)]);
}

function separated(items: readonly Formula[]): string {
  return items.map(mathmlRow).join('<mo separator="true">,</mo>');
}

/** One element, as scripts and fractions take it. */
function grouped(math: Formula): string {
  const text = mathmlRow(math);
  return math.is === "list" || !text.startsWith("<m") ? row([text]) : text;
}

function within(math: Formula, place: number): string {
  return (strength[math.is] ?? 9) < place ? parenthesised(math) : mathmlRow(math);
}

function parenthesised(math: Formula): string {
  return fenced(mathmlRow(math));
}

function fenced(inside: string): string {
  return `<mrow><mo>(</mo>${inside}<mo>)</mo></mrow>`;
}

/** Nothing to be seen between letters, a point where names or numbers would run together. */
function joint(before: Formula, after: Formula): string {
  const wordy = (m: Formula) => m.is === "name" || m.is === "words" || m.is === "call";
  const point = wordy(before) || wordy(after) || after.is === "number";
  return operator(point ? "·" : "\u2062");
}
