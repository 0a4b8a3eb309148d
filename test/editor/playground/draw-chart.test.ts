import { describe, expect, it } from "vitest";
import { dataSetsOf, fitted, withoutData } from "../../../editor/playground/charts/draw.ts";

const spec = { mark: "point", data: { name: "rows" }, datasets: { rows: [{ x: 1 }] }, encoding: {} };

describe("a chart of the page", () => {
  it("takes its container's width", () => {
    const fit = { width: "container", autosize: { type: "fit-x" } };
    expect(fitted(spec)).toMatchObject(fit);
    expect(fitted({ ...spec, width: 300 })).toMatchObject(fit);
  });
  it("keeps the size of steps and of rows of small pictures", () => {
    const steps = { ...spec, width: { step: 20 } };
    expect(fitted(steps)).toBe(steps);
    const faceted = { ...spec, encoding: { row: { field: "x" } } };
    expect(fitted(faceted)).toBe(faceted);
    const many = { hconcat: [spec, spec] };
    expect(fitted(many)).toBe(many);
  });
  it("is the same chart with other rows", () => {
    const other = { ...spec, datasets: { rows: [{ x: 2 }, { x: 3 }] } };
    expect(withoutData(other)).toBe(withoutData(spec));
    expect(withoutData({ ...spec, mark: "bar" })).not.toBe(withoutData(spec));
    expect(dataSetsOf(other)).toEqual({ rows: [{ x: 2 }, { x: 3 }] });
    expect(dataSetsOf({ mark: "bar" })).toEqual({});
  });
});
