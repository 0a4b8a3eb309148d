/** Vensim's functions as GTFP writes them. */
import type { ImportedFunction } from "../imported-model.ts";

const random = "draws other numbers than Vensim: compare means over many runs, not single ones";

/** By name in capitals. */
export const vensimFunctions: ReadonlyMap<string, ImportedFunction> = new Map(
  Object.entries<ImportedFunction>({
    ABS: { forms: { 1: "abs($1)" } },
    EXP: { forms: { 1: "exp($1)" } },
    LN: { forms: { 1: "ln($1)" } },
    LOG: { forms: { 2: "(ln($1) / ln($2))" } },
    SQRT: { forms: { 1: "sqrt($1)" } },
    SIN: { forms: { 1: "sin($1)" } },
    COS: { forms: { 1: "cos($1)" } },
    TAN: { forms: { 1: "(sin($1) / cos($1))" } },
    POWER: { forms: { 2: "($1* ^ $2*)" } },
    INTEGER: { forms: { 1: "trunc($1)" } },
    MODULO: {
      forms: { 2: "mod($1, $2)" },
      differs:
        "has the sign of the second number; with a negative first one Vensim's may have the other sign",
    },
    QUANTUM: { forms: { 2: "($2* * trunc($1* / $2*))" } },
    MAX: { forms: { 2: "max($1, $2)" } },
    MIN: { forms: { 2: "min($1, $2)" } },
    "IF THEN ELSE": { forms: { 3: "(if $1? then $2 else $3)" } },
    ZIDZ: { forms: { 2: "(if abs($2) < 1e-6 then 0 else $1* / $2*)" } },
    XIDZ: { forms: { 3: "(if abs($2) < 1e-6 then $3 else $1* / $2*)" } },
    STEP: { forms: { 2: "step($1, $2)" } },
    RAMP: { forms: { 2: "ramp($1, $2)", 3: "ramp($1, $2, $3)" } },
    PULSE: { forms: { 2: "pulse($1, $2)" } },
    "PULSE TRAIN": { forms: { 4: "pulse_train($1, $2, $3, $4)" } },
    SMOOTH: { forms: { 2: "smooth($1, $2)" } },
    SMOOTHI: { forms: { 3: "smooth($1, $2, $3)" } },
    SMOOTH3: { forms: { 2: "smooth3($1, $2)" } },
    SMOOTH3I: { forms: { 3: "smooth3($1, $2, $3)" } },
    "SMOOTH N": { forms: { 4: "smoothn($1, $2, $4, $3)" } },
    DELAY1: { forms: { 2: "delay1($1, $2)" } },
    DELAY1I: { forms: { 3: "delay1($1, $2, $3)" } },
    DELAY3: { forms: { 2: "delay3($1, $2)" } },
    DELAY3I: { forms: { 3: "delay3($1, $2, $3)" } },
    "DELAY N": { forms: { 4: "delayn($1, $2, $4, $3)" } },
    "DELAY FIXED": { forms: { 3: "delay_fixed($1, $2, $3)" } },
    TREND: { forms: { 3: "trend($1, $2, $3)" } },
    FORECAST: { forms: { 3: "forecast($1, $2, $3)" } },
    INITIAL: { forms: { 1: "initial($1)" } },
    "ACTIVE INITIAL": { forms: { 2: "active_initial($1, $2)" } },
    "SAMPLE IF TRUE": { forms: { 3: "sample($2, $1?, $3)" } },
    GAME: { forms: { 1: "$1*" } },
    "RANDOM 0 1": { forms: { 0: "random.uniform(0, 1)" }, differs: random },
    "RANDOM UNIFORM": { forms: { 3: "random.uniform($1, $2, seed: $3)" }, differs: random },
    "RANDOM NORMAL": {
      forms: { 5: "max($1, min($2, random.normal($3, $4, seed: $5)))" },
      differs: `${random}; what falls outside of the bounds is put onto them, where Vensim draws again`,
    },
    "RANDOM EXPONENTIAL": {
      forms: { 5: "max($1, min($2, $3* + random.exponential($4, seed: $5)))" },
      differs: `${random}; what falls outside of the bounds is put onto them, where Vensim draws again`,
    },
  }),
);

/** Functions over the elements of subscripts with `!`. */
export const vensimAggregates: ReadonlyMap<string, string> = new Map([
  ["SUM", "sum"],
  ["VMIN", "min"],
  ["VMAX", "max"],
  ["PROD", "product"],
]);
