import { type Element, elementsOf, labelsIn } from "../../language/check/elements.ts";
import type { System } from "../../language/model.ts";
import { lower } from "./lower-expression.ts";
import type { OdeBuilder } from "./ode-builder.ts";
import type { OdeEvent, OdeSlot } from "./ode-system.ts";

/** The events of a system; a change without labels is one of every element. */
export function lowerEvents(system: System, builder: OdeBuilder): OdeEvent[] {
  return (system.events ?? []).map(({ condition, changes, span }, i) => {
    // For the names of what a condition remembers, such as the average in `smooth`.
    const owner: OdeSlot = {
      variable: `when ${i + 1}`,
      labels: [],
      name: `when ${i + 1}`,
      role: "internal",
      span,
    };
    const place = { builder, owner, element: new Map() };
    return {
      condition: lower(condition, place),
      changes: changes.flatMap(({ variable, labels, expr }) => {
        const dimensions = builder.variables.get(variable)?.dimensions ?? [];
        const matches = (element: Element) =>
          labels === null || labels.join("\n") === labelsIn(element, dimensions)?.join("\n");
        return elementsOf(dimensions, builder.inputs.labels, system.ranges)
          .filter(matches)
          .flatMap((element) => {
            const slot = builder.find(variable, element);
            return slot === undefined ? [] : [{ slot, expr: lower(expr, { ...place, element }) }];
          });
      }),
      span,
    };
  });
}
