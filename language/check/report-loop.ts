import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Span } from "../source.ts";

/** One member of a loop: an element's name and its equation. */
export interface LoopMember {
  readonly name: string;
  readonly span: Span;
  readonly stock?: boolean;
}

/** Reports a loop as a path, told from its alphabetically first member on, which is where it is shown. */
export function reportLoop(sink: Diagnostics, cycle: readonly LoopMember[], when: "running" | "start"): void {
  // Internal slots (`x#level`) belong to the equation they stand in.
  const own = cycle.map((member) => ({ ...member, name: member.name.replace(/#.*/, "") }));
  const members = own.filter(
    (member, i) => member.name !== own[(i + 1) % own.length].name || own.length === 1,
  );
  const path = members.length === 0 ? own.slice(0, 1) : members;
  let first = 0;
  path.forEach((member, i) => {
    if (member.name < path[first].name) first = i;
  });
  const rotated = [...path.slice(first), ...path.slice(0, first)];
  const names = [...rotated, rotated[0]].map((member) => member.name);
  report(
    sink,
    when === "running" ? dynamics.loop : dynamics.initialLoop,
    rotated[0].span,
    {
      path: names,
      stock: rotated.find((member) => member.stock === true)?.name,
    },
    {
      related: rotated.slice(1).map((member, i) => ({
        span: member.span,
        message: `\`${rotated[i].name}\` needs \`${member.name}\``,
      })),
    },
  );
}
