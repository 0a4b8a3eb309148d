import { describe, expect, it } from "vitest";
import type { Json } from "../../../runtime/charts/chart.ts";
import { chartLook, dashes, shapes, type Theme } from "../../../runtime/charts/look.ts";

/** The pages behind the charts. */
const paper: Readonly<Record<Theme, string>> = { light: "#ffffff", dark: "#15181c" };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}
function at(look: Json, ...path: string[]): string {
  return String(path.reduce<Json>((node, key) => (node as Record<string, Json>)[key]!, look));
}

describe.each(["light", "dark"] as const)("the %s look", (theme) => {
  const look = chartLook(theme);

  it("lies on the page's own ground", () => {
    expect(look.background).toBe("transparent");
  });

  it("is read: words stand out by 4.5 to 1 and more", () => {
    for (const path of [
      ["axis", "titleColor"],
      ["axis", "labelColor"],
      ["legend", "labelColor"],
      ["legend", "titleColor"],
      ["style", "label", "color"],
      ["style", "value", "color"],
      ["style", "reference-label", "color"],
    ]) {
      expect(contrast(at(look, ...path), paper[theme]), path.join(".")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("keeps the grid below the data, and the first colours above 3 to 1", () => {
    const [first, second, third] = (look.range as { category: string[] }).category;
    const grid = contrast(at(look, "axis", "gridColor"), paper[theme]);
    for (const colour of [first!, second!, third!]) {
      expect(contrast(colour, paper[theme])).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, paper[theme])).toBeGreaterThan(2 * grid);
    }
  });

  it("has a colour, a shape and a dash for each of eight series, all different", () => {
    const { category } = look.range as { category: string[] };
    for (const list of [category, shapes, dashes.map(String)]) {
      expect(list.length).toBe(8);
      expect(new Set(list).size).toBe(8);
    }
  });
});

it("begins with the blue of Okabe and Ito", () => {
  expect((chartLook("light").range as { category: string[] }).category[0]).toBe("#0072B2");
});
