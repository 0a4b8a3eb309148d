/** Which variables a measure moves, and along which vector where it has one. */
import type { FrontierData } from "../measure/frontier-data.ts";

export interface Moving {
  moves(variable: number): boolean;
  /** By variable, in its own unit, towards better; null where the measure chooses for each variable how far it goes. */
  readonly direction: Float64Array | null;
}

/** Measures whose inputs shrink and goods grow together, along the unit's own amounts. */
const proportional: ReadonlySet<string> = new Set(["radial", "hyperbolic"]);

export function movingVariables({ spec, technology, values, moves }: FrontierData, row: number): Moving {
  const { variables } = technology;
  const sign = (i: number) => (variables[i]!.role === "good" ? 1 : -1);
  if (spec.moves !== undefined) {
    const direction = Float64Array.from(variables, (_, i) => sign(i) * moves[i]![row]! + 0);
    return { direction, moves: (i) => direction[i] !== 0 };
  }
  const free = (i: number) => {
    const { role, fixed } = variables[i]!;
    if (fixed) return false;
    if (spec.orientation === "input") return role === "input";
    if (spec.orientation === "output") return spec.fn === "radial" ? role === "good" : role !== "input";
    return true;
  };
  if (!proportional.has(spec.fn)) return { direction: null, moves: free };
  const direction = Float64Array.from(variables, (_, i) => (free(i) ? sign(i) * values[i]![row]! : 0));
  return { direction, moves: free };
}
