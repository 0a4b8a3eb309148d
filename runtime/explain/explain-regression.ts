/** A regression in mathematics: its equation, how it is estimated, how its errors are computed, where that comes from. */
import {
  type Block,
  type FormulaLine,
  heading,
  joined,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import { expressionMath } from "../../compiler/print/expression-math.ts";
import {
  add,
  type Formula,
  name,
  number,
  plus,
  product,
  relation,
  symbol,
  type Term,
} from "../../compiler/print/math.ts";
import { estimators, fitColumns, regressionColumns } from "../../language/builtins/regressions.ts";
import type { Regression } from "../../language/model.ts";

/** The blocks below a regression's title. */
export function explainRegression(regression: Regression): Block[] {
  const { doc, estimator, terms, panel } = regression;
  const entry = estimators.get(estimator)!;
  return [
    ...(doc === undefined ? [] : [text(sentence(doc))]),
    text(`${sentence(entry.line)} The rows are those of \`${panel}\`, aligned by label.`),
    { is: "formulas", lines: [equation(regression), ...limitLines(regression)] },
    ...(terms.length === 0 ? [] : [heading("Coefficients")]),
    {
      is: "terms",
      terms: terms.map(({ label }, j) => ({
        term: [symbol("β", [number(j + 1)])],
        meaning: [`of \`${label}\``],
      })),
    },
    heading("As published"),
    text(`${entry.formula}.`),
    text(sentence(errorWords(regression))),
    text(`Statistics are compared with ${entry.compared}. ${sentence(entry.source)}`),
    heading("Its columns"),
    columns(regressionColumns),
    heading("Of its fit"),
    columns(fitColumns(regression)),
  ];
}

/** `invest = β₁ value + β₂ capital + α_firm + ε` */
function equation({ dependent, terms, panel, fixed, estimator, units, at }: Regression): FormulaLine {
  const random: Term[] = estimator === "random" ? [plus(symbol("u", [name((units ?? []).join(" "))]))] : [];
  const right = add(
    ...(fixed.length === 0 ? [plus(symbol("α"))] : []),
    ...terms.map(({ expr }, j) => plus(product(symbol("β", [number(j + 1)]), expressionMath(expr, panel)))),
    ...fixed.map((key) => plus(symbol("α", [name(key)]))),
    ...random,
    plus(symbol("ε")),
  );
  const left = expressionMath(dependent.expr, panel);
  const star: Formula = estimator === "tobit" ? symbol("y", [], symbol("*")) : left;
  return {
    left: star,
    sign: "=",
    right,
    ...(at !== undefined && { note: [`the share ${at} of all rows has ε below 0`] }),
  };
}

function limitLines({ limits, estimator, dependent, panel }: Regression): FormulaLine[] {
  if (limits === undefined) return [];
  const left = expressionMath(dependent.expr, panel);
  const { low, high } = limits;
  if (estimator === "tobit") {
    const inner = low === undefined ? [] : [`at least ${low}`];
    const outer = high === undefined ? [] : [`at most ${high}`];
    return [
      {
        left,
        sign: "=",
        right: symbol("y", [], symbol("*")),
        note: [`cut off to ${joined([...inner, ...outer])}`],
      },
    ];
  }
  const bound = (value: number | undefined, sign: "<" | ">") =>
    value === undefined
      ? []
      : [{ left: relation(left, sign, number(value)), note: ["nothing else is observed"] }];
  return [...bound(low, ">"), ...bound(high, "<")];
}

function errorWords({ errors, bootstrap }: Regression): string {
  if (bootstrap !== undefined) {
    const { algorithm, replications, seed, measure } = bootstrap;
    const of = measure === undefined ? "" : ` of \`${measure}\``;
    return `Algorithm ${algorithm}${of}: ${replications} replications, seed ${seed}`;
  }
  switch (errors.kind) {
    case "classical":
      return "Errors: of one variance, independent of each other";
    case "robust":
      return "Errors: of unlike variances, V = B diag(e²) Bᵀ n/(n − k) with b = B y (White 1980; HC1)";
    case "hc3":
      return "Errors: of unlike variances, V = B diag(e²/(1 − h)²) Bᵀ with b = B y and leverages h (MacKinnon & White 1985; HC3)";
    case "cluster":
      return `Errors: correlated within \`${errors.by}\`, V = Σ B_g e_g e_gᵀ B_gᵀ · G/(G − 1) · (n − 1)/(n − k) over its G labels (Liang & Zeger 1986)`;
  }
}

function columns(list: readonly { readonly name: string; readonly line: string }[]): Block {
  return {
    is: "terms",
    terms: list.map(({ name: column, line }) => ({ term: [`\`${column}\``], meaning: [line] })),
  };
}
