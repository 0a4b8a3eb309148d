/**
 * The explicit Runge–Kutta pair of order 5(4) of Dormand and Prince (1980), with the continuous extension of order 4 of
 * Shampine, as in Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I (1993), section II.6 and code DOPRI5.
 */
import { type Allowance, type Derivative, errorOf, type TriedStep } from "./adaptive-step.ts";

const C = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const A = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** The formula of order 5 less that of order 4. */
const E = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/** The last term of the continuous extension. */
const D = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/** One step of the pair. */
export function tryDormandPrince(
  derivative: Derivative,
  time: number,
  h: number,
  start: Float64Array,
  allowance: Allowance,
): TriedStep {
  const n = start.length;
  const k: Float64Array[] = [];
  const y = Float64Array.from(start);
  for (let stage = 0; stage < 7; stage++) {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < stage; j++) sum += A[stage][j] * k[j][i];
      y[i] = start[i] + h * sum;
    }
    const rates = new Float64Array(n);
    derivative(time + C[stage] * h, y, rates);
    k.push(rates);
  }
  const difference = (i: number) => {
    let sum = 0;
    for (let j = 0; j < 7; j++) sum += E[j] * k[j][i];
    return h * sum;
  };
  return {
    end: y,
    ...errorOf(difference, start, y, allowance),
    at: (share, into) => {
      const rest = 1 - share;
      for (let i = 0; i < n; i++) {
        const rise = y[i] - start[i];
        const bend = h * k[0][i] - rise;
        let last = 0;
        for (let j = 0; j < 7; j++) last += D[j] * k[j][i];
        into[i] =
          start[i] + share * (rise + rest * (bend + share * (rise - h * k[6][i] - bend + rest * h * last)));
      }
    },
  };
}
