/** Radial scores without their bias: steps 3 and 4 of algorithm 2 of Simar & Wilson (2007). */
import type { Measure, RegressionBootstrap } from "../../language/model.ts";
import { rowName } from "../evaluate/align.ts";
import { tableShape } from "../evaluate/column-value.ts";
import type { Value } from "../evaluate/value.ts";
import { frontiersOf, quiet } from "../inference/frontiers.ts";
import { objectives, RescaledFamily, replicatedFrontier } from "../inference/replicate.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import type { ReadSample } from "./read-sample.ts";
import type { ScoreContext } from "./score-bootstrap.ts";

/** L₁ of the article. */
const samples = 100;

/**
 * 2δ̂ − mean δ̂*, in the form of the dependent. In each sample a unit's moving amounts are multiplied so that its distance is the drawn
 * one: goods by δ̂ over δ*, or inputs by δ* over δ̂; a unit without a row in the regression stays where it is. δ̂* is the observed unit's
 * distance to the frontier of the moved ones.
 *
 * @param draw the score of a row of the sample in a replication
 */
export function correctedScores(
  { measure, form }: RegressionBootstrap,
  { table, rows, sample }: ReadSample,
  draw: (replication: number, row: number) => number,
  { model, env, options, tally }: ScoreContext,
): { readonly values: Float64Array; readonly samples: number } | null {
  const { spec } = model.declarations.find((d): d is Measure => d.kind === "measure" && d.name === measure)!;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return null;
  const output = spec.orientation === "output";
  const isDistance = form === "distance";
  const toDistance = (value: number) => (isDistance ? value : 1 / value);

  const { keys } = tableShape(table);
  const own = tableShape(data.scored.table);
  const ordered = keys.map((key) => own.keys.find(({ name }) => name === key.name)!);
  const places = new Map(rows.map((row, i) => [rowName(keys, row), i]));
  const placeOf = (row: number) => places.get(rowName(ordered as Value["keys"], row)) ?? -1;

  const sums = new Float64Array(rows.length);
  const counts = new Float64Array(rows.length);
  const frontiers = frontiersOf(data);
  for (const [f, frontier] of frontiers.entries()) {
    const replicated = replicatedFrontier(data, frontier, options);
    const { scored, units } = replicated;
    const rescaled = new RescaledFamily(replicated, data.technology, output ? "output" : "input");
    const unitPlaces = units.map(placeOf);
    const scoredPlaces = scored.map(placeOf);
    for (let b = 0; b < samples; b++) {
      const factors = Float64Array.from(unitPlaces, (place) => {
        if (place < 0) return 1;
        const ratio = toDistance(draw(b, place)) / toDistance(sample.y[place]);
        return output ? 1 / ratio : ratio;
      });
      const scores = objectives(rescaled.with(factors), quiet(options), tally);
      for (const [task, place] of scoredPlaces.entries()) {
        const score = scores[task];
        if (place < 0 || Number.isNaN(score)) continue;
        // θ of an input orientation is an efficiency, φ of an output orientation a distance.
        sums[place] += output === isDistance ? score : 1 / score;
        counts[place]++;
      }
      options.progress?.(f * samples + b + 1, frontiers.length * samples);
    }
  }
  return { values: sample.y.map((value, i) => 2 * value - sums[i] / counts[i]), samples };
}
