import { describe, expect, it } from "vitest";
import { blockHtml, explanationHtml, proseHtml } from "../../../compiler/print/explanation-html.ts";
import {
  add,
  call,
  type Formula,
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
import { mathMathml, mathmlRow } from "../../../compiler/print/math-mathml.ts";
import { explainMeasure } from "../../../runtime/explain/explain-measure.ts";
import { explainSystem } from "../../../runtime/explain/explain-system.ts";
import { explainUnit } from "../../../runtime/explain/explain-unit.ts";
import { unitProgram } from "../../../runtime/explain/unit-program.ts";
import { families } from "../../helpers/families.ts";
import { openedModel } from "../../helpers/opened-model.ts";
import { assertWellFormed } from "../../helpers/well-formed.ts";

const x = symbol("x", [symbol("i"), symbol("j")]);

const written: readonly [Formula, string][] = [
  [x, "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"],
  [
    symbol("s", [name("labor")], symbol("−")),
    "<msubsup><mi>s</mi><mrow><mi>labor</mi></mrow><mo>−</mo></msubsup>",
  ],
  [symbol("x\u0302"), '<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>'],
  [number(-2.5), '<mrow><mo form="prefix">−</mo><mn>2.5</mn></mrow>'],
  [
    product(add(plus(number(1)), minus(symbol("β"))), symbol("y")),
    "<mrow><mrow><mo>(</mo><mrow><mn>1</mn><mo>−</mo><mi>β</mi></mrow><mo>)</mo></mrow><mo>\u2062</mo><mi>y</mi></mrow>",
  ],
  [
    sum(symbol("j"), product(symbol("λ", [symbol("j")]), name("gdp"))),
    "<mrow><munder><mo>∑</mo><mi>j</mi></munder><mrow><msub><mi>λ</mi><mrow><mi>j</mi></mrow></msub><mo>·</mo><mi>gdp</mi></mrow></mrow>",
  ],
  [fraction(number(1), x), `<mfrac><mn>1</mn>${mathmlRow(x)}</mfrac>`],
  [
    power(fraction(number(1), x), number(2)),
    `<msup><mrow><mo>(</mo><mfrac><mn>1</mn>${mathmlRow(x)}</mfrac><mo>)</mo></mrow><mn>2</mn></msup>`,
  ],
  [root(name("a<b")), "<msqrt><mi>a&lt;b</mi></msqrt>"],
  [call("ln", x), `<mrow><mi>ln</mi><mo>\u2061</mo><mrow><mo>(</mo>${mathmlRow(x)}<mo>)</mo></mrow></mrow>`],
  [relation(x, "≥", number(0)), `<mrow>${mathmlRow(x)}<mo>≥</mo><mn>0</mn></mrow>`],
];

describe("formulas for pages", () => {
  it.each(written)("%# stand in MathML", (formula, expected) => {
    expect(mathmlRow(formula)).toBe(expected);
    expect(mathMathml(formula)).toBe(`<math>${expected}</math>`);
  });

  it("escape what people write", () => {
    expect(proseHtml(['a < b & `x > "1"`', name("R&D")])).toBe(
      "a &lt; b &amp; <code>x &gt; &quot;1&quot;</code><math><mi>R&amp;D</mi></math>",
    );
    expect(blockHtml({ is: "verbatim", text: "</pre><script>" })).toBe(
      "<pre><code>&lt;/pre&gt;&lt;script&gt;</code></pre>",
    );
  });
});

describe("explanations for pages", () => {
  it("are well formed for every measure, with a unit's numbers too", async () => {
    const { model, env, sink, measure } = await openedModel(families);
    for (const declared of model.declarations) {
      if (declared.kind !== "measure") continue;
      const unit = unitProgram(measure(declared.name), model, env, sink, { dmu: "C" });
      if (unit === null || "wrong" in unit) throw new Error(declared.name);
      const html = explanationHtml({ blocks: [...explainMeasure(declared, model), ...explainUnit(unit)] });
      expect(() => assertWellFormed(html), declared.name).not.toThrow();
    }
  });

  it("tell of each row of a program what it is about, where it stands and whether it binds", async () => {
    const { model, env, sink, measure } = await openedModel(families);
    const unit = unitProgram(measure("directional"), model, env, sink, { dmu: "C" });
    if (unit === null || "wrong" in unit) throw new Error("no unit");
    const tableau = explainUnit(unit).find((block) => block.is === "tableau")!;
    expect(tableau.rows.map(({ label, binding, variables }) => [label, binding, variables])).toEqual([
      ["labor", false, ["labor"]],
      ["energy", false, ["energy"]],
      ["paper", true, ["paper"]],
      ["bod", true, ["bod"]],
      ["Σ(λ+μ)", true, undefined],
    ]);
    const { start, end } = tableau.rows[2]!.sources![0]!;
    expect(families.slice(start, end)).toBe("paper");
    const html = blockHtml(tableau);
    expect(html).toContain('<tr class="binding" data-variables="[&quot;paper&quot;]" data-sources="[{');
    const program = explainMeasure(measure("directional"), model).find((block) => block.is === "program")!;
    expect(program.lines[0]!.variables).toEqual(["labor", "energy"]);
    expect(program.lines[0]!.sources).toHaveLength(2);
  });

  it("set systems", async () => {
    const opened = await openedModel(`system economy {
      time [year] = 2017 .. 2030 step 1
      param growth [1/year] = annual(6%)
      stock capital [t] = 25
      flow investment: cloud -> capital = if capital > 3 then growth * capital else 0
    }`);
    const blocks = explainSystem(opened.system("economy"), opened.env, opened.sink)!;
    const html = explanationHtml({ blocks });
    expect(() => assertWellFormed(html)).not.toThrow();
    expect(html).toContain('<mtable class="cases">');
  });
});
