/** A small system with two scenarios, whose names are free in the model. */
import type { Outline } from "../../workers/outline.ts";

export function exampleSystem(outline: Outline | null): string {
  const taken = new Set(
    outline === null
      ? []
      : [
          outline.panels,
          outline.directions,
          outline.measures,
          outline.indices,
          outline.systems,
          outline.reports,
        ].flatMap((list) => list.map(({ name }) => name)),
  );
  const free = (name: string) => {
    let found = name;
    for (let n = 2; taken.has(found); n++) found = `${name}_${n}`;
    return found;
  };
  const [economy, current, cleaner] = ["economy", "current", "cleaner"].map(free);
  return `/// A growing economy whose carbon content falls
system ${economy} {
  time [year] = 2020 .. 2035 step 1/4 using rk4 save every 1
  param growth [1/year] in 0% .. 10% = annual(5%)
  param cleaning [1/year] in 0% .. 10% = annual(2%)
  stock output [G CNY] = 100
  stock intensity [t/k CNY] = 1
  flow expansion: cloud -> output = growth * output
  flow shedding: intensity -> cloud = cleaning * intensity
  aux co2 [Mt] = output * intensity
}
/// What is, goes on
scenario ${current} of ${economy}
/// Carbon is shed three times as fast
scenario ${cleaner} from ${current} { cleaning = annual(6%) }
`;
}
