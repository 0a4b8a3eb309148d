/** What a unit of each variable counts in a measure's objective, by the rule of each measure. */
import { extremes } from "../../compiler/lp/extremes.ts";
import type { ReferenceUnits } from "../../compiler/lp/technology-matrix.ts";
import type { Variable } from "../../language/model.ts";

export interface WorthInput {
  readonly variables: readonly Variable[];
  /** The unit's amounts and how its direction moves them. */
  readonly at: Float64Array;
  readonly move: Float64Array;
  readonly reference: ReferenceUnits;
  /** Weights or prices that the model gives, by variable; null where it gives none. */
  readonly given: Float64Array | null;
}

/** One number for each variable, or why there is none. */
export type Worth = Float64Array | string;

/** Weights of blocks that sum to one each: `given` scaled, or equal. */
function shares(members: readonly number[], given: Float64Array | null): number[] {
  if (given === null) return members.map(() => 1 / members.length);
  const sum = members.reduce((total, i) => total + given[i]!, 0);
  return members.map((i) => (sum > 0 ? given[i]! / sum : 0));
}

/**
 * Slacks relative to the unit's own amounts, inputs and outputs each averaged (Tone 2001, 2004). An input of zero is left out of the
 * average; an output of zero leaves nothing to divide by.
 * @param counted the numbers of the variables whose slack is part of the objective
 */
export function relativeToOwn({ variables, at, given }: WorthInput, counted: readonly number[]): Worth {
  const zero = variables.find((v, i) => v.role !== "input" && at[i] === 0 && counted.includes(i));
  if (zero !== undefined) return `${zero.name} is zero, and its slack has nothing to be relative to`;
  const worth = new Float64Array(variables.length);
  const inputs = counted.filter((i) => variables[i]!.role === "input" && at[i] !== 0);
  const outputs = counted.filter((i) => variables[i]!.role !== "input");
  for (const block of [inputs, outputs]) {
    for (const [k, share] of shares(block, given).entries()) worth[block[k]!] = share / at[block[k]!]!;
  }
  return worth;
}

/** Each slack as it is, or as the model weighs it. */
export function asGiven({ variables, given }: WorthInput): Worth {
  return given ?? new Float64Array(variables.length).fill(1);
}

/** Measure of inefficiency proportions: each slack relative to the unit's amount (Charnes, Cooper, Golany, Seiford & Stutz 1985). */
export function proportions({ variables, at }: WorthInput): Worth {
  const zero = variables.find((_, i) => at[i] === 0);
  return zero === undefined ? at.map((value) => 1 / value) : `${zero.name} is zero, by which \`mip\` divides`;
}

/** Each slack relative to its column's sample standard deviation over the reference units (Lovell & Pastor 1995). */
export function normalized({ reference }: WorthInput): Worth {
  return statisticsOf(reference).deviation.map((deviation) => (deviation > 0 ? 1 / deviation : 0));
}

/** Each slack relative to its column's range over the reference units, averaged over all variables (Cooper, Park & Pastor 1999). */
export function ranges({ variables, reference }: WorthInput): Worth {
  return bounded(variables, reference, (least, greatest) => greatest - least);
}

/** Each slack relative to what the reference units' bound leaves it, averaged (Cooper, Pastor, Borras, Aparicio & Pastor 2011). */
export function bounds({ variables, at, reference }: WorthInput): Worth {
  return bounded(variables, reference, (least, greatest, i) =>
    variables[i]!.role === "good" ? greatest - at[i]! : at[i]! - least,
  );
}

function bounded(
  variables: readonly Variable[],
  reference: ReferenceUnits,
  room: (least: number, greatest: number, i: number) => number,
): Float64Array {
  const { least, greatest } = statisticsOf(reference);
  return Float64Array.from(variables, (_, i) => {
    const width = room(least[i]!, greatest[i]!, i);
    return width > 0 ? 1 / width / variables.length : 0;
  });
}

interface Statistics {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** The sample's (n − 1). */
  readonly deviation: Float64Array;
}
const known = new WeakMap<ReferenceUnits, Statistics>();

/** By variable over the reference units; found once for all units that are compared with them. */
function statisticsOf(reference: ReferenceUnits): Statistics {
  let statistics = known.get(reference);
  if (statistics === undefined) {
    const { observations, values } = reference;
    const columns = values.map((column) => observations.map((row) => column[row]!));
    const ends = columns.map(extremes);
    statistics = {
      least: Float64Array.from(ends, (end) => end.least),
      greatest: Float64Array.from(ends, (end) => end.greatest),
      deviation: Float64Array.from(columns, (column) => {
        const mean = column.reduce((sum, v) => sum + v, 0) / column.length;
        return Math.sqrt(column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (column.length - 1));
      }),
    };
    known.set(reference, statistics);
  }
  return statistics;
}

/**
 * Weights of movements: as given, or equal over the moving blocks (inputs, goods, bads) and equal within each (Zhou, Ang & Wang
 * 2012). A variable that does not move for this unit has no part.
 */
export function movements({ variables, move, given }: WorthInput): Worth {
  if (given !== null) return given;
  const moving = (role: Variable["role"]) =>
    variables.flatMap((v, i) => (v.role === role && move[i] !== 0 ? [i] : []));
  const blocks = (["input", "good", "bad"] as const).map(moving).filter((block) => block.length > 0);
  const worth = new Float64Array(variables.length);
  for (const block of blocks) for (const i of block) worth[i] = 1 / blocks.length / block.length;
  return worth;
}

/** Prices as the model gives them; none may be negative, and what is bought or sold must be worth something. */
export function prices({ variables, at, given }: WorthInput): Worth {
  if (given === null) throw new Error("a value measure without prices");
  const odd = variables.find((_, i) => !(given[i]! >= 0));
  if (odd !== undefined) return `the price of ${odd.name} is missing or negative`;
  return given.some((price, i) => price * at[i]! > 0)
    ? given
    : "its amounts are worth nothing at these prices";
}
