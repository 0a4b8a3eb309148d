/** XMILE's functions (OASIS 2015, chapter 3.5) as GTFP writes them. */
import type { ImportedFunction } from "../imported-model.ts";

const random = "draws other numbers than other tools: compare means over many runs, not single ones";
const moment = "spreads its amount over one step, as XMILE says";

/** By name in capitals. */
export const xmileFunctions: ReadonlyMap<string, ImportedFunction> = new Map(
  Object.entries<ImportedFunction>({
    ABS: { forms: { 1: "abs($1)" } },
    EXP: { forms: { 1: "exp($1)" } },
    LN: { forms: { 1: "ln($1)" } },
    LOG10: { forms: { 1: "(ln($1) / ln(10))" } },
    SQRT: { forms: { 1: "sqrt($1)" } },
    SIN: { forms: { 1: "sin($1)" } },
    COS: { forms: { 1: "cos($1)" } },
    TAN: { forms: { 1: "(sin($1) / cos($1))" } },
    INT: { forms: { 1: "floor($1)" } },
    ROUND: { forms: { 1: "round($1)" } },
    MOD: { forms: { 2: "mod($1, $2)" } },
    MAX: { forms: { 2: "max($1, $2)" } },
    MIN: { forms: { 2: "min($1, $2)" } },
    SAFEDIV: { forms: { 2: "safediv($1, $2)", 3: "safediv($1, $2, $3)" } },
    STEP: { forms: { 2: "step($1, $2)" } },
    RAMP: { forms: { 2: "ramp($1, $2)", 3: "ramp($1, $2, $3)" } },
    PULSE: {
      forms: {
        2: "($1* / dt * pulse($2, dt))",
        3: "($1* / dt * (if $3* > 0 then pulse_train($2, dt, $3) else pulse($2, dt)))",
      },
      differs: moment,
    },
    SMTH1: { forms: { 2: "smooth($1, $2)", 3: "smooth($1, $2, $3)" } },
    SMTH3: { forms: { 2: "smooth3($1, $2)", 3: "smooth3($1, $2, $3)" } },
    SMTHN: { forms: { 3: "smoothn($1, $2, $3)", 4: "smoothn($1, $2, $3, $4)" } },
    DELAY1: { forms: { 2: "delay1($1, $2)", 3: "delay1($1, $2, $3)" } },
    DELAY3: { forms: { 2: "delay3($1, $2)", 3: "delay3($1, $2, $3)" } },
    DELAYN: { forms: { 3: "delayn($1, $2, $3)", 4: "delayn($1, $2, $3, $4)" } },
    DELAY: { forms: { 2: "delay_fixed($1, $2)", 3: "delay_fixed($1, $2, $3)" } },
    TREND: { forms: { 2: "trend($1, $2)", 3: "trend($1, $2, $3)" } },
    FORCST: { forms: { 3: "forecast($1, $2, $3)", 4: "forecast($1, $2, $3, $4)" } },
    INIT: { forms: { 1: "initial($1)" } },
    PREVIOUS: { forms: { 1: "previous($1)", 2: "previous($1, $2)" } },
    UNIFORM: {
      forms: { 2: "random.uniform($1, $2)", 3: "random.uniform($1, $2, seed: $3)" },
      differs: random,
    },
    NORMAL: { forms: { 2: "random.normal($1, $2)", 3: "random.normal($1, $2, seed: $3)" }, differs: random },
    EXPRND: {
      forms: { 1: "random.exponential($1)", 2: "random.exponential($1, seed: $2)" },
      differs: random,
    },
  }),
);

/** Functions over all elements of an array. */
export const xmileAggregates: ReadonlyMap<string, string> = new Map([
  ["SUM", "sum"],
  ["MEAN", "mean"],
  ["MIN", "min"],
  ["MAX", "max"],
]);
