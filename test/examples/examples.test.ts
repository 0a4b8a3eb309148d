/**
 * Every example runs as its reader would run it, meets its own expectations and gives what stands beside it:
 * `expected/run.txt` is what the terminal shows, `expected/tables.csv` all result tables to six digits.
 * `npm run examples:update` writes both anew.
 */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const root = resolve(import.meta.dirname, "../..");
const models = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "lessons")
  .map((entry) => entry.name);

/** Beside the main tables stand peers, certificates and distances by the thousand; the main ones say it all. */
const beside = /\.(peers|certificates|distances)$/;

describe("examples", () => {
  it("finds them", () => {
    expect(models).toContain("dual-carbon");
  });

  it.each(models)("%s gives what it is said to give", async (name) => {
    const file = `examples/${name}/${name}.gtfp`;
    const shown = await gtfp(["run", file], { cwd: root });
    expect(shown.err).toBe("");
    expect(shown.code).toBe(0);
    await expect(shown.out).toMatchFileSnapshot(join(root, "examples", name, "expected/run.txt"));

    const written = await gtfp(["run", file, "--format", "csv"], { cwd: root });
    const tables = written.out.split(/^(?=# )/m).filter((table) => !beside.test(table.split("\n", 1)[0]!));
    const text = tables.join("").split("\n").map(rounded).join("\n");
    await expect(text).toMatchFileSnapshot(join(root, "examples", name, "expected/tables.csv"));
  });

  it.each(models)("%s is written in the canonical form", async (name) => {
    const formatted = await gtfp(["fmt", "--check", `examples/${name}`], { cwd: root });
    expect(formatted.code, formatted.out).toBe(0);
  });
});

/** Numbers to six significant digits; what rounding leaves of a zero is one. */
function rounded(line: string): string {
  return line.replace(/(?<=^|,)-?\d[\d.e+-]*(?=,|$)/g, (text) => {
    const value = Number(text);
    if (Number.isNaN(value)) return text;
    return Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(6)));
  });
}
