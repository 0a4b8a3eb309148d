import { describe, expect, it } from "vitest";
import {
  add,
  call,
  type Formula,
  figure,
  fraction,
  minus,
  name,
  number,
  plus,
  power,
  product,
  relation,
  root,
  sum,
  symbol,
} from "../../../compiler/print/math.ts";
import { escapeLatex, mathLatex } from "../../../compiler/print/math-latex.ts";
import { mathText } from "../../../compiler/print/math-text.ts";

const [x, y, beta] = [symbol("x", [symbol("i"), symbol("j")]), name("paper"), symbol("β")];
const one = number(1);

const written: readonly [Formula, text: string, latex: string][] = [
  [x, "xᵢⱼ", "x_{ij}"],
  [symbol("λ", [name("Beijing 2014")]), "λ[Beijing 2014]", "\\lambda_{\\mathit{Beijing 2014}}"],
  [symbol("λ", [name("北京")]), "λ[北京]", "\\lambda_{\\text{北京}}"],
  [symbol("s", [symbol("i")], symbol("−")), "s⁻ᵢ", "s^{-}_{i}"],
  [symbol("D", [], add(plus(symbol("t")), plus(one))), "Dᵗ⁺¹", "D^{t + 1}"],
  [symbol("z", [], symbol("*")), "z*", "z^{*}"],
  [product(add(plus(one), minus(beta)), x), "(1 − β) xᵢⱼ", "\\left(1 - \\beta\\right)\\,x_{ij}"],
  [product(name("growth"), name("gdp")), "growth · gdp", "\\mathit{growth} \\cdot \\mathit{gdp}"],
  [product(number(2), x), "2 xᵢⱼ", "2\\,x_{ij}"],
  [fraction(y, product(number(2), x)), "paper / (2 xᵢⱼ)", "\\frac{\\mathit{paper}}{2\\,x_{ij}}"],
  [fraction(one, y), "1/paper", "\\frac{1}{\\mathit{paper}}"],
  [sum(symbol("j"), product(symbol("λ", [symbol("j")]), x)), "Σⱼ λⱼ xᵢⱼ", "\\sum_{j} \\lambda_{j}\\,x_{ij}"],
  [product(number(2), sum(symbol("j"), x)), "2 (Σⱼ xᵢⱼ)", "2\\,\\left(\\sum_{j} x_{ij}\\right)"],
  [power(add(plus(one), plus(beta)), number(2)), "(1 + β)²", "\\left(1 + \\beta\\right)^{2}"],
  [root(fraction(one, y)), "√(1/paper)", "\\sqrt{\\frac{1}{\\mathit{paper}}}"],
  [add(minus(add(plus(one), minus(y)))), "−(1 − paper)", "-\\left(1 - \\mathit{paper}\\right)"],
  [relation(y, "≥", number(-0)), "paper ≥ 0", "\\mathit{paper} \\ge 0"],
  [call("ln", fraction(one, y)), "ln(1/paper)", "\\ln\\left(\\frac{1}{\\mathit{paper}}\\right)"],
  [name("co2_intensity"), "co2_intensity", "\\mathit{co2\\_intensity}"],
  [
    { is: "derivative", of: name("gdp"), by: symbol("t") },
    "d gdp/dt",
    "\\frac{\\mathrm{d}\\,\\mathit{gdp}}{\\mathrm{d}t}",
  ],
  [symbol("x\u0302", [symbol("i")]), "x\u0302ᵢ", "\\hat{x}_{i}"],
];

describe("formulas", () => {
  it.each(written)("%# are written as text and as LaTeX", (formula, text, latex) => {
    expect(mathText(formula)).toBe(text);
    expect(mathLatex(formula)).toBe(latex);
  });

  it("leave no figure with idle digits, a minus zero or a hyphen for a minus", () => {
    expect([0.1 + 0.2, -0, -2.5, 1 / 3, 1.5e300].map((v) => figure(v, 6))).toEqual([
      "0.3",
      "0",
      "−2.5",
      "0.333333",
      "1.5e+300",
    ]);
    expect([Number.NaN, Number.NEGATIVE_INFINITY].map((v) => figure(v))).toEqual(["–", "−∞"]);
    expect(mathLatex(number(1.5e-7))).toBe("1.5 \\cdot 10^{-7}");
  });

  it("leave nothing to LaTeX that it reads as a command", () => {
    expect(escapeLatex("10 % of co2_total & {x} ≤ θ")).toBe(
      "10 \\% of co2\\_total \\& \\{x\\} $\\le$ $\\theta$",
    );
    expect(escapeLatex("Färe, 北京")).toBe("Färe, 北京");
  });
});
