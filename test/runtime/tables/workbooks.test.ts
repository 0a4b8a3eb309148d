/** The fixtures were written by openpyxl 3.1 and XlsxWriter 3.2, which lay parts and texts out differently. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";
import { run } from "../../../runtime/run.ts";
import { readWorkbook } from "../../../runtime/tables/read-workbook.ts";
import { dateText, isDateFormat } from "../../../runtime/tables/sheet-dates.ts";
import { cells } from "../panel/panels.ts";

const folder = join(import.meta.dirname, "../../fixtures/workbooks");
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

function grid(name: string, sheet?: string) {
  const read = readWorkbook(fixture(name), sheet);
  if (!("grid" in read) || read.grid === null) throw new Error(JSON.stringify(read));
  return { sheet: read.sheet, header: read.grid.header, rows: read.grid.rows };
}

describe("a sheet", () => {
  test("is the first one: texts, numbers, empty cells and rows, with their numbers in the sheet", () => {
    expect(grid("openpyxl.xlsx")).toEqual({
      sheet: "notes & co",
      header: ["province", "year", "labor", "Energy use", "share"],
      rows: [
        { line: 2, cells: ["北京", 2017, 120.5, 3000, 0.065] },
        { line: 3, cells: ["Tianjin", 2017, 80, "", 0.1] },
        { line: 5, cells: ['Tian & "jin"', 2018, "..", 2500, 1] },
      ],
    });
  });

  test("is the one that is named; a table may stand away from the corner, and dates are marked", () => {
    expect(grid("openpyxl.xlsx", "2017")).toEqual({
      sheet: "2017",
      header: ["", "mill", "since", "labor"],
      rows: [
        { line: 4, cells: ["", "A", "2017-03-31", 12], dates: [2] },
        { line: 5, cells: ["", "B", "2018-01-01 12:30:00", 13], dates: [2] },
      ],
    });
    expect(readWorkbook(fixture("openpyxl.xlsx"), "empty")).toEqual({ sheet: "empty", grid: null });
    expect(readWorkbook(fixture("openpyxl.xlsx"), "2018")).toEqual({
      sheets: ["notes & co", "2017", "empty"],
    });
  });

  test("gives what formulas came to, truth values, errors and rich texts as they show", () => {
    expect(grid("xlsxwriter.xlsx")).toEqual({
      sheet: "Data",
      header: ["mill", "labor", "cost", "ok", "when", "rich"],
      rows: [
        { line: 2, cells: ["A", 1234.5, 2469, "TRUE", "2017-09-22", "bold and plain"], dates: [4] },
        { line: 3, cells: ["B", -0.25, "#DIV/0!", "FALSE", "", "  spaced _x000D_ "] },
      ],
    });
  });

  test("may hold texts in its cells, namespaces with prefixes and targets from the root", () => {
    const parts = {
      "_rels/.rels": `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="http://x/officeDocument" Target="/book/main.xml"/></p:Relationships>`,
      "book/main.xml": `<x:workbook><!-- a --><x:workbookPr date1904='1'/><x:sheets><x:sheet name="S &#49;" r:id="q"/></x:sheets></x:workbook>`,
      "book/_rels/main.xml.rels": `<Relationships><Relationship Id="q" Type="t/worksheet" Target="../sheets/one.xml"/></Relationships>`,
      "sheets/one.xml": `<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>k</x:t><x:rPh><x:t>aid</x:t></x:rPh></x:is></x:c><x:c t="str"><x:v>v<![CDATA[<>]]></x:v></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c><x:c t="d"><x:v>2017-01-01</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)])));
    expect(readWorkbook(bytes, undefined)).toEqual({
      sheet: "S 1",
      grid: { header: ["k", "v<>"], rows: [{ line: 2, cells: [7, "2017-01-01"], dates: [1] }] },
    });
  });
});

test("what is no workbook is told apart", () => {
  const problem = (bytes: Uint8Array) => JSON.stringify(readWorkbook(bytes, undefined));
  expect(problem(strToU8("mill,labor"))).toContain("no workbook");
  expect(problem(new Uint8Array())).toContain("no workbook");
  expect(problem(fixture("openpyxl.xlsx").subarray(0, 3000))).toContain("damaged");
  expect(problem(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toContain("password");
  const bytes = fixture("openpyxl.xlsx");
  // Whatever is overwritten, the answer is a table or a problem, never an exception.
  for (let at = 0; at < bytes.length - 40; at += 97) {
    const broken = bytes.slice();
    broken.fill(0xa5, at, at + 40);
    expect(typeof problem(broken)).toBe("string");
  }
  expect(problem(zipSync({ "a.txt": strToU8("a") }))).toContain("holds no workbook");
});

test.each([
  ["yyyy-mm-dd", true],
  ["[h]:mm:ss", true],
  ['yyyy"年"m"月"', true],
  ["[$-409]d-mmm-yy", true],
  ["General", false],
  ["#,##0.00", false],
  ['0.0 "days"', false],
  ["[Red]0.00", false],
  ["0.00E+00", false],
  ["_-* #,##0 _d", false],
])("the format %s shows a date: %s", (code, is) => {
  expect(isDateFormat(code)).toBe(is);
});

test("days are counted from 1899-12-30, or from 1904", () => {
  expect(dateText(43000, false)).toBe("2017-09-22");
  expect(dateText(43000 - 1462, true)).toBe("2017-09-22");
  expect(dateText(43000.75, false)).toBe("2017-09-22 18:00:00");
});

describe("a model on a workbook", () => {
  const outcome = async (text: string, name = "openpyxl.xlsx") => {
    const { model, diagnostics } = check("m.gtfp", (path) => (path === "m.gtfp" ? text : null));
    if (model === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
    return run(model, { read: (path) => (path === "book.xlsx" ? fixture(name) : null) });
  };

  test("runs", async () => {
    const results = await outcome(
      'data p from "book.xlsx" { dmu province; period year; labor [person]; energy [t] = `Energy use`; share [1]; missing values ".."; missing drop row }\n',
    );
    expect(results.diagnostics).toEqual([]);
    expect(cells(results.tables[0]!, "year")).toEqual([2017]);
    expect(cells(results.tables[0]!, "share")).toEqual([0.065]);
  });

  test("says which cell holds a date or a text, in which sheet", async () => {
    const dates = await outcome(
      'data p from "book.xlsx" { dmu mill; period since; labor [person]; sheet "2017" }\n',
    );
    expect(dates.diagnostics.map((d) => `${d.message} ${d.help}`)).toEqual([
      "Line 4 of the sheet `2017` of `book.xlsx` has the date 2017-03-31 in the column `since`, and dates are not read. write what is meant as a number (2017) or as text in the workbook",
      "Line 5 of the sheet `2017` of `book.xlsx` has the date 2018-01-01 12:30:00 in the column `since`, and dates are not read. write what is meant as a number (2018) or as text in the workbook",
    ]);
    const texts = await outcome('data p from "book.xlsx" { dmu mill; cost [CNY] }\n', "xlsxwriter.xlsx");
    expect(texts.diagnostics[0]!.message).toBe(
      'Line 3 of the sheet `Data` of `book.xlsx` has "#DIV/0!" in the column `cost`, which holds numbers.',
    );
  });

  test("names the sheets there are where one is not there, or an empty one", async () => {
    const of = (sheet: string) =>
      outcome(`data p from "book.xlsx" { dmu mill; labor [h]; sheet "${sheet}" }\n`);
    expect((await of("2018")).diagnostics).toMatchObject([
      { code: "GTFP4020", help: "did you mean `2017`?" },
    ]);
    expect((await of("nothing")).diagnostics[0]!.help).toBe(
      "its sheets are `notes & co`, `2017` and `empty`",
    );
    expect((await of("empty")).diagnostics.map((d) => d.code)).toEqual(["GTFP4002"]);
  });

  test("`sheet` belongs to workbooks", () => {
    const { diagnostics } = check("m.gtfp", () => 'data p from "a.csv" { dmu k; x [t]; sheet "1" }\n');
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP4064"]);
  });
});
