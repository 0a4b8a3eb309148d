/** The outline of a system: its time, its parameters with their numbers, and its scenarios. */
import { constantValue } from "../../../language/check/constant-value.ts";
import type {
  Expr,
  Rational,
  Scenario,
  Sensitivity,
  Sweep,
  System,
  SystemVariable,
} from "../../../language/model.ts";
import type { SystemOutline } from "./outline.ts";
import { type PlaceOf, titled, unitText } from "./outline-of.ts";

export function systemOutline(
  system: System,
  scenarios: readonly Scenario[],
  experiments: readonly (Sensitivity | Sweep)[],
  place: PlaceOf,
): SystemOutline {
  const { name, span, time, variables } = system;
  const parameters = variables.filter(({ role }) => role === "param");
  return {
    name,
    ...place(span),
    time: {
      from: number(time.start),
      to: number(time.start) + time.steps * number(time.step),
      ...unitText(time.unit),
    },
    parameters: parameters.map((parameter) => parameterOutline(parameter, place)),
    variables: variables.flatMap(({ name, role, unit, doc, span }) =>
      role === "stock" || role === "flow" || role === "aux"
        ? [{ name, kind: role, ...titled(doc), ...unitText(unit), ...place(span) }]
        : [],
    ),
    scenarios: scenarios.map(({ name, span, doc, from, changes }) => ({
      name,
      ...titled(doc),
      ...(from === undefined ? {} : { from }),
      ...place(span),
      sets: Object.fromEntries(
        changes.flatMap(({ variable, labels, expr }) => {
          const value = labels === null ? constantValue(expr) : undefined;
          const known = parameters.some((parameter) => parameter.name === variable);
          return value === undefined || !known ? [] : [[variable, value]];
        }),
      ),
    })),
    sensitivities: experiments.flatMap(({ kind, name, scenario }) =>
      kind === "sensitivity" ? [{ name, scenario: scenario ?? null }] : [],
    ),
    sweeps: experiments.flatMap(({ kind, name }) => (kind === "sweep" ? [name] : [])),
  };
}

function parameterOutline(
  { name, span, doc, unit, equations, range }: SystemVariable,
  place: PlaceOf,
): SystemOutline["parameters"][number] {
  const [equation] = equations;
  const single = equations.length === 1 && equation!.labels === null;
  return {
    name,
    ...titled(doc),
    ...unitText(unit),
    value: (single ? constantValue(equation!.expr) : undefined) ?? null,
    ...bound("low", range?.low),
    ...bound("high", range?.high),
    ...place(span),
  };
}

function bound(side: "low" | "high", expr: Expr | undefined) {
  const value = expr === undefined ? undefined : constantValue(expr);
  return value === undefined ? {} : { [side]: value };
}

function number({ numerator, denominator }: Rational): number {
  return numerator / denominator;
}
