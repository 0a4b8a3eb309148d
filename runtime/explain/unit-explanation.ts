/** One unit's program and solution as an explanation, under a title that names its place in the source. */
import type { Block, Explanation } from "../../compiler/print/explanation.ts";
import type { Declared, Model } from "../../language/model.ts";
import { positions } from "../../language/source.ts";
import { explainUnit } from "./explain-unit.ts";
import type { UnitProgram } from "./unit-program.ts";

export function unitExplanation(declared: Declared, unit: UnitProgram, model: Model): Explanation {
  return { blocks: [title(declared, model, `${declared.name} of ${unit.name}`), ...explainUnit(unit)] };
}

/** A title with the file and line of what it is about. */
export function title({ span }: Pick<Declared, "span">, model: Model, words: string): Block {
  const file = model.files.find((f) => f.path === span.file);
  const line = file === undefined ? "" : positions(file.text)(span.start).line;
  const place = span.file === "-" ? `line ${line}` : `${span.file}:${line}`;
  return { is: "title", text: words, place };
}
