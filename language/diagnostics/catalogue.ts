/** Every diagnostic there is, by code: for docs, rules of SARIF, and the test that each has page and examples. */
import { data } from "./data.ts";
import { dataLabels } from "./data-labels.ts";
import { dynamics } from "./dynamics.ts";
import type { Entry } from "./entry.ts";
import { experiments } from "./experiments.ts";
import { expressions } from "./expressions.ts";
import { frontier } from "./frontier.ts";
import { imports } from "./imports.ts";
import { inference } from "./inference.ts";
import { mapFiles } from "./map-files.ts";
import { names } from "./names.ts";
import { panels } from "./panels.ts";
import { regressions } from "./regressions.ts";
import { reports } from "./reports.ts";
import { evaluation } from "./runtime.ts";
import { syntax } from "./syntax.ts";
import { units } from "./units.ts";

const areas = [
  syntax,
  names,
  expressions,
  units,
  data,
  dataLabels,
  panels,
  reports,
  frontier,
  inference,
  regressions,
  dynamics,
  experiments,
  evaluation,
  mapFiles,
  imports,
];

export const catalogue: readonly Entry<never>[] = areas
  .flatMap((area) => Object.values(area) as Entry<never>[])
  .sort((a, b) => (a.code < b.code ? -1 : 1));
