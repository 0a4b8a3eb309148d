/** Which system Scenarios and Diagram show, where a model has several. */
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import type { SystemOutline } from "../../workers/outline.ts";
import { system as chosen } from "./shown.ts";

/** The chosen one, else the first. */
export function shownSystem(systems: readonly SystemOutline[]): SystemOutline | undefined {
  return systems.find(({ name }) => name === chosen.value) ?? systems[0];
}

export function SystemMenu({ name }: { readonly name: string }) {
  const systems = study.outline.value?.systems ?? [];
  if (systems.length < 2) return null;
  return (
    <label>
      {say("scenariosSystem")}{" "}
      <select
        value={name}
        onChange={(event) => {
          chosen.value = event.currentTarget.value;
        }}
      >
        {systems.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
    </label>
  );
}
