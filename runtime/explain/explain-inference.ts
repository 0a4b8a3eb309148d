/** What an inference does: the catalogue's words, and how this one is set. */
import { type Block, heading, sentence, text } from "../../compiler/print/explanation.ts";
import { derivedMeasures, studyEntries } from "../../language/builtins/inference.ts";
import type { MeasureEntry } from "../../language/builtins/measures.ts";
import type { InferenceDeclared } from "../../language/model.ts";

/** The blocks below an inference's title. */
export function explainInference(declared: InferenceDeclared): Block[] {
  const entry = entryOf(declared);
  return [
    text(
      `\`${entry.name}\`: ${entry.line}.`,
      declared.doc === undefined ? "" : ` In this model: ${sentence(declared.doc)}`,
    ),
    text(settingsOf(declared)),
    heading("As published"),
    text(`${entry.formula}.`),
    text(`${entry.source}.`),
    heading("Its columns"),
    {
      is: "terms",
      terms: entry.columns.map(({ name, line }) => ({ term: [`\`${name}\``], meaning: [line] })),
    },
  ];
}

function entryOf(declared: InferenceDeclared): MeasureEntry {
  const name = "fn" in declared ? declared.fn : declared.kind;
  return (derivedMeasures.get(name) ?? studyEntries.get(name))!;
}

/** What this one is made of. */
function settingsOf(declared: InferenceDeclared): string {
  switch (declared.kind) {
    case "influence":
      return `Every frontier unit of \`${declared.measure}\` is left out in turn.`;
    case "robustness": {
      const labels = declared.choices.slice(1).map((choice) => `\`${choice.label}\``);
      return `\`${declared.measure}\` is computed again under ${labels.join("; ")}.`;
    }
    case "bootstrap":
      return `Of \`${declared.measure}\`: ${declared.replications} replications, α = ${declared.alpha}, seed ${declared.seed}.`;
    case "partial_frontier": {
      const order = declared.fn === "order_m" ? "m" : "α";
      return `On \`${declared.spec.technology}\`, ${declared.spec.orientation} orientation, ${order} = ${declared.order}.`;
    }
    case "comparison":
      return `\`${declared.measures[1]}\` ${declared.scale === "ratio" ? "over" : "less"} \`${declared.measures[0]}\`.`;
    case "returns_test":
      return `\`${declared.measures[0]}\` against \`${declared.measures[1]}\`: ${declared.replications} replications, level ${declared.alpha}, seed ${declared.seed}.`;
    case "cross_efficiency":
      return `On \`${declared.spec.technology}\`, secondary goal: ${declared.secondary}.`;
  }
}
