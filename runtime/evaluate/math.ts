/** Functions of numbers, row by row. Where a function has no value (the logarithm of −1) the row is missing. */
const finite = (x: number): number => (Number.isFinite(x) ? x : Number.NaN);

export const mathFunctions: Readonly<Record<string, (...xs: number[]) => number>> = {
  abs: Math.abs,
  exp: (x) => finite(Math.exp(x)),
  ln: (x) => finite(Math.log(x)),
  log: (x) => finite(Math.log(x)),
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  floor: Math.floor,
  trunc: Math.trunc,
  round: roundHalfAway,
  mod: (x, y) => (y === 0 ? Number.NaN : x - y * Math.floor(x / y)),
  min: (...xs) => Math.min(...xs),
  max: (...xs) => Math.max(...xs),
  safediv: (a, b, otherwise = 0) => (b === 0 ? otherwise : a / b),
  coagglomeration,
};

/** Rounds halves away from zero, as people do. */
function roundHalfAway(x: number): number {
  return Math.sign(x) * Math.round(Math.abs(x));
}

/**
 * The index of synergistic agglomeration of two industries out of their location quotients:
 * θ = 1 − |a − b| / (a + b) + (a + b).
 */
function coagglomeration(a: number, b: number): number {
  return 1 - Math.abs(a - b) / (a + b) + (a + b);
}

/** Arithmetic; a division by zero has no value. */
export const arithmetic = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => (b === 0 ? Number.NaN : a / b),
  power: (a: number, b: number) => finite(a ** b),
} as const;

/** Kleene's logic over 1, 0 and NaN for unknown: false decides `and`, true decides `or`. */
export const logic = {
  and: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b),
  or: (a: number, b: number) => (a === 1 || b === 1 ? 1 : a + b),
} as const;
