/** Functions that take other units in regressions than elsewhere. */
import type { FunctionEntry } from "../builtins/functions.ts";
import { tableFunctions } from "../builtins/table-functions.ts";

/**
 * Logarithms take a number in the unit that it has: another unit would move the constant alone, not the coefficient, which is an
 * elasticity or half of one. Everywhere else only plain numbers have a logarithm.
 */
export const regressionFunctions: ReadonlyMap<string, FunctionEntry> = new Map(
  ["log", "ln"].map((name) => {
    const entry = tableFunctions.get(name)!;
    const parameters = entry.parameters.map((parameter) => ({ ...parameter, unit: "*" }));
    return [name, { ...entry, parameters }];
  }),
);
