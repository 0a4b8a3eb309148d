import type { Model } from "../../language/model.ts";
import { closure } from "../dependencies.ts";

/** The model without what these parts do not need, so that running it computes no more than their data. */
export function onlyNeeded(parts: readonly unknown[], model: Model): Model {
  const names = closure(parts, model);
  const declarations = model.declarations.filter((d) => names.has(d.name));
  return { ...model, declarations, reports: [], expectations: [] };
}
