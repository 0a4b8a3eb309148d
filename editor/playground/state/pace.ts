/** How fast this machine is: what runs took against what was expected of them. */

/** A shorter run tells more of its start than of its work; in seconds. */
const tells = 0.1;
/** How much the last run counts beside those before. */
const weight = 0.5;

export class Pace {
  #factor = 1;

  /** Seconds for what is expected to take so many. */
  of(seconds: number): number {
    return seconds * this.#factor;
  }

  /** A run that was expected to take some seconds took so many. */
  learn(expected: number, took: number): void {
    if (expected < tells) return;
    const now = Math.min(10, Math.max(0.1, took / expected));
    this.#factor = this.#factor ** (1 - weight) * now ** weight;
  }
}
