/** What the shapes of the picture mean: those that are in it. */
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { say } from "../../words/say.ts";
import { kinds, mark } from "./marks.ts";

export function Legend({ section }: { readonly section: FrontierSection }) {
  const shown = [...kinds].reverse().filter((kind) => section.units.some((unit) => unit.kind === kind));
  return (
    <ul class="legend">
      {shown.map((kind) => (
        <li key={kind}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" class={`unit ${kind}`}>
            <path class="mark" d={mark(kind, kind === "chosen" ? 5 : 5.5)} />
          </svg>
          {say(`frontierKind_${kind}`)}
        </li>
      ))}
      {section.area.length > 1 && (
        <li>
          <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
            <rect class="possible" width="22" height="18" />
            <path class="frontier" d="M0 4H22" />
          </svg>
          {say("frontierPossible")}
        </li>
      )}
    </ul>
  );
}
