import { unzipSync } from "fflate/browser";
import { describe, expect, it } from "vitest";
import { heldRows, resultsWorkbook } from "../../../runtime/report/results-xlsx.ts";
import { sheetNames } from "../../../runtime/report/sheet-names.ts";
import { readWorkbook } from "../../../runtime/tables/read-workbook.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";

const facts = { model: "mills", version: "1.2.3" };
const odd = ['a "b" <c> & d', "北京 🚲", " blank ends ", "two\nlines", "_x0041_", "bell\u0007 and \r"];
const one = table(
  "measure.certificates",
  [
    labels("mill", "dmu", [...odd, null]),
    labels("year", "period", [2020, 2021, 2022, 2023, 2024, 2025, null]),
    numbers("energy", [1 / 3, -0, 1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, 123456789.125], {
      unit: unit("10k tce"),
    }),
    numbers("share", [1, 2, 3, 4, 5, 6, 7], { unit: unit("1"), symbol: "θ" }),
  ],
  ["A note & more."],
);

function sheet(bytes: Uint8Array, name?: string) {
  const read = readWorkbook(bytes, name);
  if (!("grid" in read) || read.grid === null) throw new Error(JSON.stringify(read));
  return read.grid;
}
const parts = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(
    ([path, content]) => [path, new TextDecoder().decode(content)] as const,
  );

describe("a workbook of results", () => {
  const bytes = resultsWorkbook(facts, [one, { ...one, name: "empty", rows: 0, columns: [] }]);

  it("gives back what was written: texts, numbers with all digits, nothing where nothing is", () => {
    const { header, rows } = sheet(bytes, "measure.certificates");
    expect(header).toEqual(["mill", "year", "energy [10k tce]", "share"]);
    expect(rows.map(({ cells }) => cells[0])).toEqual([...odd, ""]);
    expect(rows.map(({ cells }) => cells[1])).toEqual([2020, 2021, 2022, 2023, 2024, 2025, ""]);
    expect(rows.map(({ cells }) => cells[2])).toEqual([1 / 3, 0, 1e300, 5e-324, "", "", 123456789.125]);
    expect(rows.map(({ cells }) => cells[3])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("tells first what is in it", () => {
    const { header, rows } = sheet(bytes);
    expect(header).toEqual(["model", "mills"]);
    const lines = rows.map(({ cells }) => cells.join("|"));
    expect(lines).toContain("version|gtfp 1.2.3");
    expect(lines).toContain("measure.certificates|measure.certificates|7|A note & more.");
    expect(lines).toContain("measure.certificates|energy|value|10k tce");
    expect(lines).toContain("measure.certificates|share|value|1|θ");
  });

  it("is made of well-formed XML that refers to what is there", () => {
    const all = parts(bytes);
    const names = all.map(([path]) => path);
    for (const [path, xml] of all) {
      expect(xml.startsWith("<?xml"), path).toBe(true);
      const open: string[] = [];
      for (const [, close, name, alone] of xml.matchAll(
        /<(\/?)([A-Za-z:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g,
      )) {
        if (close === "/") expect(open.pop(), path).toBe(name);
        else if (alone !== "/") open.push(name!);
      }
      expect(open, path).toEqual([]);
      expect(xml.replace(/<[^>]*>/g, ""), path).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of them.
      expect(xml, path).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    }
    const relations = all.find(([path]) => path === "xl/_rels/workbook.xml.rels")![1];
    const targets = [...relations.matchAll(/Target="([^"]+)"/g)].map(([, to]) => `xl/${to}`);
    expect(targets.length).toBe(4);
    expect(names).toEqual(expect.arrayContaining(targets));
    const types = all.find(([path]) => path === "[Content_Types].xml")![1];
    for (const target of targets) expect(types).toContain(`PartName="/${target}"`);
  });

  it("has no list of columns where a table has none, which spreadsheets would refuse", () => {
    for (const [path, xml] of parts(bytes)) expect(xml, path).not.toContain("<cols></cols>");
  });

  it("keeps the header in sight", () => {
    const xml = new Map(parts(bytes)).get("xl/worksheets/sheet2.xml")!;
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  });

  it("is the same to the byte each time, in any zone", () => {
    const zone = process.env.TZ;
    process.env.TZ = "Asia/Shanghai";
    const again = resultsWorkbook(facts, [one, { ...one, name: "empty", rows: 0, columns: [] }]);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  it("holds the first rows of what is too large for it", () => {
    const columns = Array.from({ length: 3000 }, (_, i) => numbers(`x${i}`, []));
    expect(heldRows({ name: "wide", rows: 2001, columns })).toBe(2000);
    expect(heldRows({ name: "long", rows: 2_000_000, columns: columns.slice(0, 2) })).toBe(1_048_575);
    expect(heldRows(one)).toBe(7);
  });

  it("takes a hundred thousand rows in a few seconds", () => {
    const n = 100_000;
    const many: Table = table("many", [
      labels(
        "unit",
        "dmu",
        Array.from({ length: n }, (_, i) => `U${i}`),
      ),
      ...["a", "b", "c"].map((name) =>
        numbers(
          name,
          Array.from({ length: n }, (_, i) => i / 7),
        ),
      ),
    ]);
    const start = performance.now();
    const made = resultsWorkbook(facts, [many]);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(sheet(made, "many").rows.at(-1)!.cells).toEqual(["U99999", 99999 / 7, 99999 / 7, 99999 / 7]);
  }, 60_000);
});

describe("names of sheets", () => {
  it("are short, of signs that spreadsheets take, and no two alike", () => {
    const long = "inefficiency_of_all_industries.certificates";
    const names = sheetNames([
      "about",
      "About",
      "a/b:c",
      "History",
      "'q'",
      long,
      `${long}2`,
      "🚲".repeat(20),
    ]);
    expect(names.slice(0, 5)).toEqual(["about", "About~2", "a_b_c", "History_", "_q_"]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
    expect(names.at(-1)).toBe("🚲".repeat(15));
    expect(names[6]).toMatch(/~2$/);
  });
});
