/** A kept view may reach farther than what was computed for it: open sets go on to its edges. */
import type { FrontierSection, SectionPoint } from "../../../../runtime/charts/section.ts";
import type { Frame } from "./frame.ts";

type Drawn = Pick<FrontierSection, "frontier" | "area">;

/** The boundary and what lies within it, up to the picture's right and upper edges where they do not end before. */
export function toEdges({ frontier, area, reach, view }: FrontierSection, { x, y }: Frame): Drawn {
  const [right, top] = [x.domain[1], y.domain[1]];
  const raised = (amount: number) => (amount === view.y[1] ? Math.max(amount, top) : amount);
  const lifted = {
    frontier: frontier.map((point) => ({ ...point, y: raised(point.y) })),
    area: area.map((one) => ({ ...one, high: raised(one.high) })),
  };
  const isOpen = reach.high === null || reach.high > view.x[1];
  if (!isOpen || right <= view.x[1] || area.length < 2) return lifted;
  const end = {
    x: right,
    low: goneOn(
      area.map((one) => ({ x: one.x, y: one.low })),
      right,
    ),
    high: raised(
      goneOn(
        area.map((one) => ({ x: one.x, y: one.high })),
        right,
      ),
    ),
  };
  return {
    frontier: [...lifted.frontier, { x: right, y: goneOn(frontier, right) }],
    area: [...lifted.area, end],
  };
}

/** Where the last stretch of a line leads. */
function goneOn(line: readonly SectionPoint[], x: number): number {
  const [from, to] = [line.at(-2)!, line.at(-1)!];
  return to.x === from.x ? to.y : to.y + ((to.y - from.y) * (x - to.x)) / (to.x - from.x);
}
