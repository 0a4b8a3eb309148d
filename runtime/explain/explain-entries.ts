/** Declarations that hold no mathematics of their own: a panel by its columns, all others entry by entry. */
import { factsOf } from "../../compiler/diff/declaration-facts.ts";
import { sameNames } from "../../compiler/diff/normal-form.ts";
import {
  type Block,
  type FormulaLine,
  heading,
  joined,
  type Prose,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import { expressionMath } from "../../compiler/print/expression-math.ts";
import { name } from "../../compiler/print/math.ts";
import { unitWords } from "../../compiler/print/system-math.ts";
import type { Declared, Model, Panel } from "../../language/model.ts";

export function explainPanel(panel: Panel): Block[] {
  const { dmu, period, groups, columns, where, missing, joins } = panel;
  const keys = [...dmu, ...(period === undefined ? [] : [period])];
  const derived = columns.flatMap(({ name: column, unit, from, doc }): FormulaLine[] =>
    from.kind === "expr"
      ? [
          {
            left: name(column),
            sign: "=",
            right: expressionMath(from.expr, panel.name),
            note: [said(unitWords(unit), doc && sentence(doc))],
          },
        ]
      : [],
  );
  const read = columns.flatMap(({ name: column, unit, from, doc }): Prose[][] =>
    from.kind === "header"
      ? [
          [
            [column],
            [unit?.text ?? ""],
            [from.header === column ? "" : from.header],
            [doc === undefined ? "" : sentence(doc)],
          ],
        ]
      : [],
  );
  const rule =
    missing.rule === "error"
      ? "A missing value is an error."
      : `Where a value is missing, ${missing.what === "row" ? "its row" : `every row of the same \`${missing.what.key}\``} is left out.`;
  return [
    ...(panel.doc === undefined ? [] : [text(sentence(panel.doc))]),
    text(
      `${sourceWords(panel)}.`,
      keys.length === 0 ? "" : ` One row for each ${joined(keys.map((key) => `\`${key}\``))}.`,
      groups.length === 0 ? "" : ` Grouped by ${joined(groups.map((group) => `\`${group}\``))}.`,
      ` ${rule}`,
    ),
    ...(read.length === 0
      ? []
      : [
          heading("Read"),
          {
            is: "table",
            columns: [{ header: "column" }, { header: "unit" }, { header: "header" }, { header: "what" }],
            rows: read,
          } as const,
        ]),
    ...(derived.length === 0
      ? []
      : [heading("Computed, row by row"), { is: "formulas", lines: derived } as const]),
    ...(where.length === 0
      ? []
      : [
          heading("Rows that are kept"),
          { is: "formulas", lines: where.map((one) => ({ left: expressionMath(one, panel.name) })) } as const,
        ]),
    ...joins.map(({ path, on }) =>
      text(`Columns of \`${path}\` are joined by ${joined(on.map((key) => `\`${key}\``))}.`),
    ),
  ];
}

function sourceWords({ source }: Panel): string {
  switch (source.kind) {
    case "file":
      return `Read from \`${source.path}\``;
    case "inline":
      return `${source.rows.length} ${source.rows.length === 1 ? "row that stands" : "rows that stand"} in the model`;
    case "panel":
      return `Made from the panel \`${source.panel}\``;
    case "stack":
      return `The panels ${joined(source.panels.map((panel) => `\`${panel}\``))}, one below the other`;
    case "runs":
      return `The runs of the system \`${source.system}\``;
  }
}

function said(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}

/** What each entry says. */
export function explainEntries(declared: Declared, model: Model): Block[] {
  const facts = factsOf(declared, { model, names: sameNames, content: () => null });
  return [
    ...(declared.doc === undefined ? [] : [text(sentence(declared.doc))]),
    {
      is: "terms",
      terms: facts.map(({ key, shown, head }) => ({ term: [key], meaning: [said(head, shown)] })),
    },
  ];
}
