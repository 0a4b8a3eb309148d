import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { referencePages } from "./reference-pages.ts";

const folder = resolve(import.meta.dirname, "../../docs/reference");

describe("the reference of built-ins", () => {
  it.each(Object.keys(referencePages))("has %s as the catalogue tells it", async (name) => {
    const text = referencePages[name]!();
    expect(text).toContain("\n| ");
    await expect(text).toMatchFileSnapshot(join(folder, name));
  });
});
