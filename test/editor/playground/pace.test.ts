import { expect, it } from "vitest";
import { Pace } from "../../../editor/playground/state/pace.ts";

it("comes to what runs take on this machine, whatever one of them says", () => {
  const pace = new Pace();
  expect(pace.of(2)).toBe(2);
  for (let i = 0; i < 10; i++) pace.learn(2, 0.5);
  expect(pace.of(2)).toBeCloseTo(0.5, 2);
  pace.learn(1, 1000);
  expect(pace.of(2)).toBeLessThan(4);
});

it("learns nothing from runs that were over at once", () => {
  const pace = new Pace();
  pace.learn(0.01, 5);
  pace.learn(0, 5);
  expect(pace.of(1)).toBe(1);
});
