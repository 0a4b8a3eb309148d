import type { InferenceDeclared } from "../../language/model.ts";

/** What an inference does, in a few words. */
export function describeInference(declared: InferenceDeclared): string {
  switch (declared.kind) {
    case "influence":
      return `${declared.measure} without each frontier unit in turn`;
    case "robustness":
      return `${declared.measure} under ${declared.choices.length - 1} other choices`;
    case "bootstrap":
      return `bootstrap of ${declared.measure}, ${declared.replications.toLocaleString("en-US")} replications, seed ${declared.seed}`;
    case "partial_frontier": {
      const { fn, order, spec } = declared;
      const word = fn === "order_m" ? `order-m, m = ${order}` : `order-α, α = ${order}`;
      return `${word}, ${spec.orientation} orientation · ${spec.technology} (free-disposal hull)`;
    }
    case "comparison": {
      const [below, above] = declared.measures;
      const sign = declared.scale === "ratio" ? "/" : "−";
      return `${declared.fn === "technology_gap" ? "technology gap" : "scale efficiency"}, ${above} ${sign} ${below}`;
    }
    case "returns_test":
      return `test of constant returns, ${declared.measures.join(" against ")}, seed ${declared.seed}`;
    case "cross_efficiency":
      return `cross-efficiency, secondary goal ${declared.secondary} · ${declared.spec.technology}`;
  }
}
