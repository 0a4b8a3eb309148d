/** What each measure of the catalogue does with numbers: its program, its score, how big its efficiency is. */
import { directionalFamily } from "../../compiler/lp/directional.ts";
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { radialFamily } from "../../compiler/lp/radial.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import type { MeasureSpec } from "../../language/model.ts";

export interface Method {
  family(
    name: string,
    form: TechnologyForm,
    reference: ReferenceUnits,
    points: readonly Point[],
    spec: MeasureSpec,
  ): LpFamily;
  /** Bigger is better, 1 on the frontier; NaN where the score has none. */
  efficiency(score: number, spec: MeasureSpec): number;
  /** The field's sign for the score. */
  symbol(spec: MeasureSpec): string;
  /** How far, relative to the unit's size, the score is from the frontier; negative beyond it. */
  distance(score: number, moves: readonly number[], spec: MeasureSpec): number;
}

const radial: Method = {
  family: (name, form, reference, points, spec) =>
    radialFamily(name, form, reference, points, spec.orientation === "output" ? "output" : "input"),
  efficiency: (score, spec) => (spec.orientation === "output" ? 1 / score : score),
  symbol: (spec) => (spec.orientation === "output" ? "φ" : "θ"),
  distance: (score, _moves, spec) => (spec.orientation === "output" ? score - 1 : 1 - score),
};

const ddf: Method = {
  family: directionalFamily,
  efficiency: (score) => (1 + score > 0 ? 1 / (1 + score) : Number.NaN),
  symbol: () => "β",
  distance: (score, moves) => score * Math.max(...moves),
};

/** By name in the catalogue. */
export const methods: Readonly<Record<string, Method>> = { radial, ddf };
