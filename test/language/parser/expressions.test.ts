import { describe, expect, it } from "vitest";
import { read } from "./sexpr.ts";

describe("precedence", () => {
  it.each([
    // calls, members, picks bind tightest, then `at`, then `%`
    ["a.b(1)[c]", '(a.b! 1)["c"]'],
    ["x.y at 2017 ^ 2", "(^ (at x.y 2017) 2)"],
    ["-x at 2017", "(- (at x 2017))"],
    ["x at 2017 %", "(% (at x 2017))"],
    ['gdp at "2030" - gdp at (start + 5)', '(- (at gdp "2030") (at gdp (+ start 5)))'],
    ["6.5%^2", "(^ (% 6.5) 2)"],
    ["2 ^ 3 %", "(^ 2 (% 3))"],
    // `^` to the right and tighter than a sign
    ["2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"],
    ["-2 ^ 2", "(- (^ 2 2))"],
    ["2 ^ -3 ^ 2", "(^ 2 (- (^ 3 2)))"],
    ["-a * b", "(* (- a) b)"],
    ["a * -b + c", "(+ (* a (- b)) c)"],
    ["a / b / c", "(/ (/ a b) c)"],
    ["a - b - c + d", "(+ (- (- a b) c) d)"],
    ["a + b * c", "(+ a (* b c))"],
    // ranges are looser than sums, comparisons looser than ranges
    ["1 + 2 .. 3 * 4 step 1/8", "(.. (+ 1 2) (* 3 4) (/ 1 8))"],
    ["x in 1 .. 2 step 0.5", "(in x (.. 1 2 0.5))"],
    ["a + b < c - d", "(< (+ a b) (- c d))"],
    ["a == b within 0.5%", "(within (== a b) (% 0.5))"],
    ["a == b within 5 [t] and c", "(and (within (== a b) 5[t]) c)"],
    ["a == b within 1 + 2", "(within (== a b) (+ 1 2))"],
    ["not a == b and c or d", "(or (and (not (== a b)) c) d)"],
    ["not a == b within 1", "(not (within (== a b) 1))"],
    ["not not a", "(not (not a))"],
    ["a or b and c", "(or a (and b c))"],
    ["if a > 1 then b else c + d or e", "(if (> a 1) b (or (+ c d) e))"],
    ["1 + if a then b else if c then d else e", "(+ 1 (if a b (if c d e)))"],
    ["(a + b) * c", "(* (+ a b) c)"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("numbers and units", () => {
  it.each([
    ["1_000.5e-3", "1.0005"],
    ["2017..2030", "(.. 2017 2030)"],
    ["50 [CNY/t]", "50[(/ CNY t)]"],
    ["5 [t/10k person]", "5[(/ t (* 10000 person))]"],
    ["5 [2.5G J]", "5[(* 2500000000 J)]"],
    ["5 [kg m^2/(s^-2 t)]", "5[(/ (* kg (^ m 2)) (* (^ s -2) t))]"],
    ["5 [m^(1/2)]", "5[(^ m 0.5)]"],
    ["5 [%]", "5[%]"],
    ["5 [1/year]", "5[(/ 1 year)]"],
    ["5 [`person year`]", "5[person year]"],
    ["-5 [t]", "(- 5[t])"],
    ["x[-1]", "x[-1]"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("calls", () => {
  it.each([
    ["f()", "(f! )"],
    ["random.normal(0, 1)", "(random.normal! 0 1)"],
    ["linear(2017: 0.3, 2030: 45%, beyond: hold)", "(linear! 2017:0.3 2030:(% 45) beyond:hold)"],
    ["sum(x where c > 1 by a, b)", "(sum! x where (> c 1) by a b)"],
    ["mean(x by a, b, weights: w)", "(mean! x weights:w by a b)"],
    ["deflate(x, by: i, base: 2004)", "(deflate! x by:i base:2004)"],
    ["step(1, 2020)", "(step! 1 2020)"],
    ["max(step(1, 2020), 2)", "(max! (step! 1 2020) 2)"],
    ["nddf(g, weights: {energy: 1/3, `CO2 (t)`: 2})", "(nddf! g weights:{energy:(/ 1 3) CO2 (t):2})"],
    ['gtfp.change["Beijing", 2010]', 'gtfp.change["Beijing" 2010]'],
    ["f(x at 2017)", "(f! (at x 2017))"],
    ["f(if a then b else c, d)", "(f! (if a b c) d)"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("names and texts", () => {
  it.each([
    ["省份 + CO₂", "(+ 省份 CO₂)"],
    ["`CO2 (Mt)` + `by`", "(+ `CO2 (Mt)` `by`)"],
    // decomposed letters are composed
    ["caf\u0065\u0301", "caf\u00e9"],
    ["data + unit + period + table", "(+ (+ (+ data unit) period) table)"],
    ['"a \\"b\\" \\\\ \\n\\t\\{"', '"a \\"b\\" \\\\ \\n\\t{"'],
    ['"{count(x == "a")} units"', '"{count(x == \\"a\\")} units"'],
    ['"open { brace"', '"open { brace"'],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});
