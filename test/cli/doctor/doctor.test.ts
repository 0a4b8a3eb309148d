import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsWorkbook } from "../../../runtime/report/results-xlsx.ts";
import { gtfp } from "../../helpers/memory-io.ts";
import { labels, numbers, table } from "../../helpers/tables.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "gtfp-doctor-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function looked(name: string, content: string | Uint8Array, args: readonly string[] = []) {
  writeFileSync(join(cwd, name), content);
  return gtfp(["doctor", name, ...args], { cwd });
}

const provinces = `province,region,year,labor,energy
Beijing,north,2019,1,2.5
Hebei,north,2019,3,-
Beijing,north,2020,0,5
Hebei,north,2020,"1,200",-5
Hainan,south,2020,4,5
`;

describe("gtfp doctor", () => {
  it("tells what columns hold, what is odd about them, and which rows are missing", async () => {
    const { out, code, err } = await looked("provinces.csv", provinces);
    expect([code, err]).toEqual([0, ""]);
    expect(out.slice(0, out.indexOf("A block"))).toBe(`table delimited by commas, UTF-8: 5 rows, 5 columns

  column    likely  holds          different  missing  lowest  highest
  ────────  ──────  ─────────────  ─────────  ───────  ──────  ───────
  province  dmu     labels                 3        0       –        –
  region    group   labels                 2        0       –        –
  year      period  whole numbers          2        0    2019     2020
  labor     number  whole numbers          5        0       0        4
  energy    number  numbers                3        1      -5        5

  - Panel of 3 units in 2 periods; 1 missing: Hainan 2019.
  - No two rows have the same province and year.
  - \`labor\`: 1 cell no number: "1,200" in line 5.
  - \`labor\`: 1 zero.
  - \`energy\`: 1 missing (see \`missing\`), 1 negative.

`);
  });

  it("writes a block that a model takes", async () => {
    const { out } = await looked(
      "mills.csv",
      "mill;Jahr;Umsatz (Mio)\nA;2019;1,5\nA;2020;2,25\nB;2019;7\nB;2020;8\n",
    );
    expect(out).toContain("table delimited by semicolons");
    const block = out.slice(out.indexOf("data mills"));
    expect(block).toContain('decimal ","');
    writeFileSync(join(cwd, "m.gtfp"), block);
    expect(await gtfp(["check", "m.gtfp"], { cwd })).toMatchObject({ code: 0 });
    const { out: csv } = await gtfp(["run", "m.gtfp", "--format", "csv"], { cwd });
    expect(csv).toBe("mill,Jahr,umsatz\nA,2019,1.5\nA,2020,2.25\nB,2019,7\nB,2020,8\n");
  });

  it("names rows that stand twice", async () => {
    const { out } = await looked("twice.csv", "mill,year,x\nA,2019,1\nB,2019,2\nA,2019,3\n");
    expect(out).toContain("1 row with the mill and year of another: A, 2019 in lines 2 and 4.");
  });

  it("takes the fewest columns that tell rows apart", async () => {
    const { out } = await looked(
      "cells.csv",
      "country,region,industry,x\nA,e,s,1\nA,e,p,2\nB,e,s,3\nB,e,p,4\nC,w,s,5\nC,w,p,6\n",
    );
    expect(out).toContain("dmu    country, industry\n  group  region");
  });

  it("reads a sheet of a workbook", async () => {
    const book = resultsWorkbook({ model: "m", version: "1" }, [
      table("scores", [labels("mill", "dmu", ["A", "B"]), numbers("score", [1, 0.5])]),
    ]);
    const { out } = await looked("book.xlsx", book, ["--sheet", "scores"]);
    expect(out).toContain("workbook, sheet scores: 2 rows, 2 columns");
    expect(out).toContain('from "book.xlsx" {\n  sheet "scores"\n');
    const { err, code } = await looked("book.xlsx", book, ["--sheet", "score"]);
    expect(code).toBe(2);
    expect(err).toContain("did you mean `scores`?");
  });

  it("says why a file cannot be read", async () => {
    expect(await gtfp(["doctor", "nothing.csv"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: "error: cannot read nothing.csv: there is no such file\n",
    });
    const { code, err } = await looked("ragged.csv", "a,b\n1,2\n3\n");
    expect(code).toBe(2);
    expect(err).toMatch(/^error: Line 3 of `ragged\.csv` has 1 cell/);
  });
});
