/**
 * DEA data sets with a fixed seed, for benchmarks and for the solvers' tests.
 *
 * - `logn`: Cobb–Douglas with half-normal inefficiency, log-normal inputs;
 * - `degenerate`: the same rounded to a coarse grid (ties), 15 % duplicated units, 8 % zero cells;
 * - `badly-scaled`: `logn` with columns whose units lie up to 1e9 apart and units of very different size;
 * - `dense`: nobody is inefficient, and goods and bads lie on a curved frontier, so that most units are on it.
 *
 * `variables` is their number m; `shapes` says how many are inputs, goods and bads.
 */
export type DataKind = "logn" | "degenerate" | "badly-scaled" | "dense";

export interface DeaData {
  readonly inputs: number;
  readonly goods: number;
  readonly bads: number;
  /** One row for each unit: inputs, then goods, then bads. */
  readonly rows: readonly (readonly number[])[];
}

/** Mulberry32: 32 bits of state, the same numbers on every machine. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const shapes = {
  3: [1, 1, 1],
  5: [3, 1, 1],
  7: [4, 2, 1],
  10: [5, 3, 2],
  14: [7, 4, 3],
} as const;
export type VariableCount = keyof typeof shapes;

const seedShift: Record<DataKind, number> = { logn: 0, "badly-scaled": 1, degenerate: 2, dense: 3 };
const unitPowers = [6, -3, 0, 3, -2, 5, -3, 1, 4, -1];

export function deaData(kind: DataKind, units: number, variables: VariableCount): DeaData {
  const [inputs, goods, bads] = shapes[variables];
  const next = uniform(20240000 + units * 31 + variables * 7 + seedShift[kind]);
  const gauss = () => {
    let u = next();
    while (u === 0) u = next();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * next());
  };
  const rows: number[][] = [];
  for (let j = 0; j < units; j++) {
    const size = gauss() * (kind === "badly-scaled" ? 2 : 1);
    const x: number[] = [];
    let scale = 0;
    for (let i = 0; i < inputs; i++) {
      const log = size + 0.4 * gauss();
      x.push(Math.exp(log) * 100);
      scale += log / inputs;
    }
    const inefficiency = Math.abs(gauss()) * 0.3;
    const outputs: number[] = [];
    for (let i = 0; i < goods + bads; i++) {
      outputs.push(Math.exp(0.9 * scale - inefficiency + 0.3 * gauss()) * 50);
    }
    for (let i = goods; i < goods + bads; i++) outputs[i]! *= Math.exp(2 * inefficiency);
    rows.push([...x, ...(kind === "dense" ? curved(outputs, goods, Math.exp(0.9 * scale) * 50) : outputs)]);
  }
  if (kind === "degenerate") coarsen(rows, inputs, goods, next);
  if (kind === "badly-scaled") {
    for (const row of rows) for (let i = 0; i < row.length; i++) row[i]! *= 10 ** unitPowers[i % 10]!;
  }
  return { inputs, goods, bads, rows: rows.map((row) => row.map((v) => Number(v.toPrecision(12)))) };
}

/** Goods on a sphere whose radius is what the inputs yield; bads keep their noise around it. */
function curved(outputs: readonly number[], goods: number, radius: number): number[] {
  const length = Math.hypot(...outputs.slice(0, goods));
  return outputs.map((value, i) => (i < goods ? (value / length) * radius : Math.sqrt(value * radius)));
}

function coarsen(rows: number[][], inputs: number, goods: number, next: () => number): void {
  const blocks = [0, inputs, inputs + goods, rows[0]!.length];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) row[i] = Math.max(1, Math.round(row[i]! / 25)) * 25;
    for (let i = 0; i < row.length; i++) if (next() < 0.08) row[i] = 0;
    for (let b = 0; b < 3; b++) {
      const [from, to] = [blocks[b]!, blocks[b + 1]!];
      if (row.slice(from, to).every((v) => v === 0)) row[from] = 25;
    }
  }
  for (let j = 1; j < rows.length; j++) if (next() < 0.15) rows[j] = rows[Math.floor(next() * j)]!.slice();
}
