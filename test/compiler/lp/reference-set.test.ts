import { describe, expect, it } from "vitest";
import { referencePeriods } from "../../../compiler/lp/reference-set.ts";

describe("the periods of a reference set, of five", () => {
  it.each([
    [{ kind: "contemporaneous" }, 2, 2, 2],
    [{ kind: "sequential" }, 2, 0, 2],
    [{ kind: "global" }, 2, 0, 4],
    [{ kind: "biennial" }, 2, 2, 3],
    [{ kind: "biennial" }, 4, 4, 4],
    [{ kind: "window", size: 3, centered: false }, 2, 0, 2],
    [{ kind: "window", size: 3, centered: false }, 1, 0, 1],
    [{ kind: "window", size: 3, centered: true }, 2, 1, 3],
    [{ kind: "window", size: 3, centered: true }, 4, 3, 4],
  ] as const)("%j at %i", (reference, base, from, to) => {
    expect(referencePeriods(reference, base, 5)).toEqual({ from, to });
  });
});
