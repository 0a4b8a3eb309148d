import { describe, expect, it } from "vitest";
import { checkSystems } from "../../helpers/systems.ts";

const told = (step: string, entries: string, more = "") =>
  checkSystems(`dimension d = a, b
system s {
  time [year] = 0 .. 12 step ${step}
  stock x by d [t] = 1
  ${entries}
}
${more}`).sink.list.map(
    (d) =>
      `${d.code} ${d.message
        .match(/half of (\S+),.*`(.*)`/)
        ?.slice(1)
        .join(" ")}`,
  );

describe("a step that is long for the shortest constant time", () => {
  it.each([
    [
      "a lifetime over which a stock is divided",
      "param life by d [year] = {a: 10, b: 1.5}\n flow f by d: x -> cloud = x / life",
      "1.5 f",
    ],
    [
      "a rate, in another unit",
      "param rate [1/month] = 0.05\n flow f by d: x -> cloud = rate * x",
      "1.667 f",
    ],
    ["a delay's stage", "param T [year] = 4.5\n aux y by d = delay3(x, T)", "1.5 y"],
    ["an average", "aux y by d = smooth(x, 18 [month])", "1.5 y"],
    ["the shortest of several", "aux y = sum(smooth(x, 1.9))\n aux z by d = smoothn(x, 4, 4)", "1 z"],
  ])("is noted: %s", (_, entries, what) => {
    expect(told("1", entries)).toEqual([`GTFP6012 ${what}`]);
  });

  it("is not where the step is half of it or less, where it changes, and where the method chooses its steps", () => {
    expect(told("1/2", "flow f by d: x -> cloud = x / 1 [year]")).toEqual([]);
    expect(told("1", "flow f by d: x -> cloud = x / (1 [year] + time)")).toEqual([]);
    expect(told("1", "aux life = sum(x) * 0.1 [year/t]\n flow f by d: x -> cloud = x / life")).toEqual([]);
    expect(told("1 using rk45", "flow f by d: x -> cloud = x / 0.1 [year]")).toEqual([]);
  });
});
