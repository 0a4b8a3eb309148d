/**
 * Indices that aggregate outputs and inputs by Shephard's distance functions Do = 1/φ and Di = 1/θ and divide one by the other.
 *
 * Hicks–Moorsteen (Bjurek 1996), in the form of Nemoto & Goto (2005):
 *
 *     HM = {Q^t Q^{t+1} / (X^t X^{t+1})}^½,  Q^t = Do^t(x_t, y_{t+1}) / Do^t(x_t, y_t),          X^t = Di^t(x_{t+1}, y_t) / Di^t(x_t, y_t),
 *     Q^{t+1} = Do^{t+1}(x_{t+1}, y_{t+1}) / Do^{t+1}(x_{t+1}, y_t),    X^{t+1} = Di^{t+1}(x_{t+1}, y_{t+1}) / Di^{t+1}(x_t, y_{t+1})
 *
 * Färe–Primont (O'Donnell 2011): Q = Do(x0, y), X = Di(x, y0) with the sample mean (x0, y0) and the frontier of all periods; transitive.
 */
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import type { Index, Reference } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import type { Change } from "./change.ts";
import type { Computed } from "./compute-changes.ts";
import { infeasibleOf } from "./compute-changes.ts";
import type { Distance, MixedPoint } from "./distances.ts";
import { DistanceTable } from "./distances.ts";
import type { Link } from "./links.ts";
import { scaleOf } from "./scale.ts";

type Joined = Link & { readonly before: number };

/** The parts of one base: output distances now and before, input distances now and before. */
interface Base {
  readonly outputs: readonly [now: Distance, before: Distance];
  readonly inputs: readonly [now: Distance, before: Distance];
}

/** The changes of all links. */
export function aggregateChanges(
  index: Index,
  data: FrontierData,
  links: readonly Joined[],
  reference: Reference,
  options: SolveOptions,
): Computed {
  const basesOf = index.fn === "hicks_moorsteen" ? hicksMoorsteen : farePrimont;
  const needed = new Map(links.map((link) => [link.row, basesOf(data, link, reference)]));
  const used = new Map(
    [...needed].map(([row, bases]) => [row, bases.flatMap((b) => [...b.outputs, ...b.inputs])]),
  );
  const distances = new DistanceTable();
  for (const list of used.values()) distances.add(...list);
  distances.solve(data, options);
  const changes = new Map<number, Change>();
  const scale = scaleOf(index);
  for (const [row, bases] of needed) {
    const outputs = bases.map((b) =>
      scale.change(shephard(distances, b.outputs[0]), shephard(distances, b.outputs[1])),
    );
    const inputs = bases.map((b) =>
      scale.change(shephard(distances, b.inputs[0]), shephard(distances, b.inputs[1])),
    );
    const mean = (list: readonly number[]) => (list.length === 1 ? list[0]! : scale.mean(list[0]!, list[1]!));
    const values = { output_change: mean(outputs), input_change: mean(inputs) };
    const change = scale.change(values.output_change, values.input_change);
    const statuses = used.get(row)!.map((one) => distances.of(one).status);
    const status = (["infeasible", "unbounded", "undefined"] as const).find((one) => statuses.includes(one));
    changes.set(row, {
      values: { change, ...values },
      status: status ?? (Number.isNaN(change) ? "undefined" : "optimal"),
    });
  }
  return { changes, distances, failed: infeasibleOf(used, distances) };
}

/** Shephard's distance: 1/φ for outputs, 1/θ for inputs. */
function shephard(distances: DistanceTable, distance: Distance): number {
  const { status, score } = distances.of(distance);
  return status === "optimal" ? 1 / score : Number.NaN;
}

function hicksMoorsteen(data: FrontierData, link: Joined, reference: Reference): Base[] {
  const { scored, labels, technology } = data;
  const { row, before } = link;
  const { length: count } = labels.periods;
  const [t, next] = [scored.period[before]!, scored.period[row]!];
  const frontier = (base: number): { range: PeriodRange; reference: string | number } => {
    if (reference.kind === "global") return { range: { from: 0, to: count - 1 }, reference: "global" };
    if (reference.kind === "biennial") {
      return { range: { from: t, to: next }, reference: `${labels.periods[t]}..${labels.periods[next]}` };
    }
    return { range: referencePeriods(reference, base, count), reference: labels.periods[base]! };
  };
  const at = (
    base: number,
    inputs: number,
    outputs: number,
    orientation: MixedPoint["orientation"],
  ): Distance => ({
    row: orientation === "input" ? inputs : outputs,
    ...frontier(base),
    returns: technology.returns,
    mixed: { inputs, outputs, orientation },
  });
  return [
    {
      outputs: [at(t, before, row, "output"), at(t, before, before, "output")],
      inputs: [at(t, row, before, "input"), at(t, before, before, "input")],
    },
    {
      outputs: [at(next, row, row, "output"), at(next, row, before, "output")],
      inputs: [at(next, row, row, "input"), at(next, before, row, "input")],
    },
  ];
}

function farePrimont(data: FrontierData, { row, before }: Joined): Base[] {
  const range = { from: 0, to: data.labels.periods.length - 1 };
  const { returns } = data.technology;
  const output = (one: number): Distance => {
    return {
      row: one,
      range,
      reference: "global",
      returns,
      mixed: { inputs: "mean", outputs: one, orientation: "output" },
    };
  };
  const input = (one: number): Distance => {
    return {
      row: one,
      range,
      reference: "global",
      returns,
      mixed: { inputs: one, outputs: "mean", orientation: "input" },
    };
  };
  return [{ outputs: [output(row), output(before)], inputs: [input(row), input(before)] }];
}
