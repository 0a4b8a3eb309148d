/** Every diagnostic there is, by code: for docs, rules of SARIF, and the test that each has page and examples. */
import { data } from "./data.ts";
import type { Entry } from "./entry.ts";
import { frontier } from "./frontier.ts";
import { evaluation } from "./runtime.ts";
import { syntax } from "./syntax.ts";
import { units } from "./units.ts";

export const catalogue: readonly Entry<never>[] = [syntax, units, data, frontier, evaluation]
  .flatMap((area) => Object.values(area) as Entry<never>[])
  .sort((a, b) => (a.code < b.code ? -1 : 1));
