/**
 * Price vectors that were already checked against every column of a family. π·a_j ≤ 0 does not change when π is
 * multiplied by a positive number, and many programs end on the same facet of the frontier: the proof of one serves
 * the others. Two vectors count as the same only if all entries agree within `sameness`, which can move a relative
 * reduced cost by no more than twice that.
 */

const sameness = 1e-12;
const capacity = 4096;

interface Proof {
  readonly weights: Float64Array;
  readonly violation: number;
}

export class ProvedDuals {
  private readonly proofs = new Map<number, Proof>();

  /** The relative violation found before, or −1. */
  find(weights: Float64Array): number {
    const proof = this.proofs.get(keyOf(weights));
    if (!proof) return -1;
    const at = largest(weights);
    const scale = weights[at] / proof.weights[at];
    if (!(scale > 0)) return -1;
    for (let i = 0; i < weights.length; i++) {
      const other = scale * proof.weights[i];
      if (!(Math.abs(weights[i] - other) <= sameness * Math.abs(other))) return -1;
    }
    return proof.violation + 2 * sameness;
  }

  add(weights: Float64Array, violation: number): void {
    if (this.proofs.size >= capacity) this.proofs.clear();
    this.proofs.set(keyOf(weights), { weights: weights.slice(), violation });
  }
}

function largest(weights: Float64Array): number {
  let at = 0;
  for (let i = 1; i < weights.length; i++) if (Math.abs(weights[i]) > Math.abs(weights[at])) at = i;
  return at;
}

/** Equal for vectors that differ by a positive factor, but for bad luck with rounding, which costs only time. */
function keyOf(weights: Float64Array): number {
  const top = Math.abs(weights[largest(weights)]);
  let key = 0;
  for (let i = 0; i < weights.length; i++) key = key * 1.618033988749895 + Math.fround(weights[i] / top);
  return key;
}
