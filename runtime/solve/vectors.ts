/**
 * Small vectors, many in one large one: a typed array with a buffer of its own takes some 250 bytes beside its numbers,
 * and a hundred thousand answers have several each.
 */
const chunk = 8192;

export class Vectors {
  private room = new Float64Array(0);
  private used = 0;

  /** Zeros that nobody else has. */
  take(length: number): Float64Array {
    if (this.used + length > this.room.length) {
      this.room = new Float64Array(Math.max(chunk, length));
      this.used = 0;
    }
    this.used += length;
    return this.room.subarray(this.used - length, this.used);
  }
}

/** The vector without numbers. */
export const empty = new Float64Array(0);
