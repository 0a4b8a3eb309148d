import type { Declared, InferenceDeclared } from "../../language/model.ts";

export function isInference(declared: Declared): declared is InferenceDeclared {
  return kinds.has(declared.kind);
}

const kinds: ReadonlySet<Declared["kind"]> = new Set<InferenceDeclared["kind"]>([
  "influence",
  "robustness",
  "bootstrap",
  "partial_frontier",
  "comparison",
  "returns_test",
  "cross_efficiency",
]);
