/** Mathematics as LaTeX, for the packages amsmath and amssymb. */
import type { Formula, Sign } from "./math.ts";

const greek: Readonly<Record<string, string>> = Object.fromEntries(
  "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega ℓ ell"
    .split(" ")
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, `\\${all[i + 1]!}`] as const] : [])),
);
const signs: Readonly<Record<Sign, string>> = {
  "=": "=",
  "≤": "\\le",
  "≥": "\\ge",
  "<": "<",
  ">": ">",
  "≠": "\\ne",
  "∈": "\\in",
  "≈": "\\approx",
  "→": "\\to",
  ":": ":",
  and: "\\;\\text{and}\\;",
  or: "\\;\\text{or}\\;",
};
/** Functions that LaTeX sets by a command of their own. */
const operators = new Set(["exp", "ln", "log", "sin", "cos", "min", "max"]);

const strength: Readonly<Partial<Record<Formula["is"], number>>> = {
  list: 0,
  relation: 1,
  add: 2,
  sum: 3,
  product: 4,
  power: 5,
};

export function mathLatex(math: Formula): string {
  switch (math.is) {
    case "symbol":
      return `${letters(math.text)}${raised(math.sup)}${indices(math.sub)}`;
    case "name":
      return `${named(math.text)}${raised(math.sup)}${indices(math.sub)}`;
    case "number":
      return numberLatex(math.text);
    case "words":
      return `\\text{${escapeLatex(math.text)}}`;
    case "add":
      return math.terms
        .map(({ sign, of }, i) => {
          const text = within(of, sign === 1 ? 2 : 3);
          if (i === 0) return sign === 1 ? text : `-${text}`;
          return ` ${sign === 1 ? "+" : "-"} ${text}`;
        })
        .join("");
    case "product":
      return math.factors
        .map((f, i) => {
          if (i === 0) return within(f, 4);
          const before = math.factors[i - 1]!;
          const wordy = (m: Formula) =>
            m.is === "name" || m.is === "number" || m.is === "words" || m.is === "call";
          const point = (wordy(before) && wordy(f)) || f.is === "number";
          return `${point ? " \\cdot " : "\\,"}${within(f, 4)}`;
        })
        .join("");
    case "fraction":
      return `\\frac{${mathLatex(math.over)}}{${mathLatex(math.under)}}`;
    case "power":
      return `${math.base.is === "fraction" ? parenthesised(math.base) : within(math.base, 6)}^{${mathLatex(math.exponent)}}`;
    case "root":
      return `\\sqrt{${mathLatex(math.of)}}`;
    case "call":
      return `${functionName(math.fn)}${raised(math.sup)}\\left(${math.args.map(mathLatex).join(", ")}\\right)`;
    case "sum":
      return `\\sum_{${mathLatex(math.over)}} ${within(math.of, 3)}`;
    case "relation":
      return `${within(math.left, 1)} ${signs[math.sign]} ${within(math.right, 1)}`;
    case "list":
      return math.items.map(mathLatex).join(",\\; ");
    case "set":
      return `\\left\\{ ${parenthesised(math.of)} : ${math.such.map(mathLatex).join(",\\; ")} \\right\\}`;
    case "cases": {
      const lines = math.cases.map(({ value, when }) =>
        when === null
          ? `${mathLatex(value)} & \\text{otherwise}`
          : `${mathLatex(value)} & \\text{if } ${mathLatex(when)}`,
      );
      return `\\begin{cases} ${lines.join(" \\\\ ")} \\end{cases}`;
    }
    case "derivative":
      return `\\frac{\\mathrm{d}\\,${mathLatex(math.of)}}{\\mathrm{d}${mathLatex(math.by)}}`;
  }
}

export function signLatex(sign: Sign): string {
  return signs[sign];
}

/** Signs of mathematics among words. */
const among: Readonly<Record<string, string>> = {
  ...greek,
  ...Object.fromEntries(Object.entries(signs).filter(([sign]) => /[^ -~]/.test(sign))),
  "−": "-",
  "·": "\\cdot",
  "×": "\\times",
  "√": "\\surd",
  "½": "\\tfrac{1}{2}",
  "∞": "\\infty",
  "‖": "\\parallel",
};

/** Text outside of mathematics: what LaTeX would read as a command stands as itself. */
export function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}$&#%_^~]/g, (c) => {
      if (c === "\\") return "\\textbackslash{}";
      if (c === "^") return "\\textasciicircum{}";
      return c === "~" ? "\\textasciitilde{}" : `\\${c}`;
    })
    .replace(/\P{ASCII}/gu, (c) => (among[c] === undefined ? c : `$${among[c]}$`))
    .replaceAll("$$", " ")
    .replaceAll("\u0302", "");
}

function within(math: Formula, place: number): string {
  return (strength[math.is] ?? 9) < place ? parenthesised(math) : mathLatex(math);
}

function parenthesised(math: Formula): string {
  return `\\left(${mathLatex(math)}\\right)`;
}

/** `θ`, `Do`, `ML`: letters of mathematics, Greek ones by their command. */
function letters(text: string): string {
  if (text === "−") return "-";
  if (among[text] !== undefined) return among[text];
  if (text.endsWith("\u0302")) return `\\hat{${letters(text.slice(0, -1))}}`;
  const parts = [...text].map((letter) => greek[letter] ?? letter);
  if (parts.length === 1) return parts[0]!;
  return parts.some((part) => part.startsWith("\\")) ? `{${parts.join(" ")}}` : `\\mathit{${text}}`;
}

/** A name of the model; what is no Latin letter needs a text font. */
function named(text: string): string {
  if (greek[text] !== undefined) return greek[text];
  if (/^[A-Za-z]$/.test(text)) return text;
  return /^[\x20-\x7e]+$/.test(text) ? `\\mathit{${escapeLatex(text)}}` : `\\text{${escapeLatex(text)}}`;
}

function functionName(fn: string): string {
  if (operators.has(fn)) return `\\${fn}`;
  return fn.length === 1 || greek[fn] !== undefined ? letters(fn) : `\\operatorname{${escapeLatex(fn)}}`;
}

function raised(sup: Formula | undefined): string {
  return sup === undefined ? "" : `^{${mathLatex(sup)}}`;
}

function indices(sub: readonly Formula[] | undefined): string {
  if (sub === undefined) return "";
  const parts = sub.map(mathLatex);
  return `_{${parts.every((p) => /^[a-z0-9]$/i.test(p)) ? parts.join("") : parts.join(",")}}`;
}

function numberLatex(text: string): string {
  const [digits, exponent] = text.replace("−", "-").replace("∞", "\\infty").split("e");
  return exponent === undefined ? digits! : `${digits} \\cdot 10^{${Number(exponent)}}`;
}
