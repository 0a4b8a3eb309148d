import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { readNumber } from "../../../runtime/tables/read-number.ts";
import { readTable } from "../../../runtime/tables/read-table.ts";
import { host, span } from "../panel/panels.ts";

function read(content: string | Uint8Array, path = "data.csv") {
  const sink = new Diagnostics();
  const table = readTable(path, host({ [path]: content }), span(), sink);
  return {
    table,
    messages: sink.list.map((d) => d.message),
    codes: sink.list.map((d) => d.code),
    list: sink.list,
  };
}
const rows = (content: string | Uint8Array, path?: string) =>
  read(content, path).table?.rows.map((row) => row.cells.join("|"));

describe("delimited text", () => {
  test.each([
    ["comma", "a,b\n1,2\n"],
    ["semicolon", "a;b\n1;2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["bar", "a|b\n1|2\n"],
    ["byte order mark", "\uFEFFa,b\n1,2\n"],
    ["CR LF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["no last line end", "a,b\n1,2"],
    ["blank lines and blank rows", "\na,b\n\n1,2\n,\n\n"],
    ["blank cells behind the last column", "a,b,,\n1,2,\n"],
    ["quotes", '"a","b"\n"1","2"\n'],
  ])("%s", (_, content) => {
    const { table, codes } = read(content);
    expect(codes).toEqual([]);
    expect(table?.header).toEqual(["a", "b"]);
    expect(table?.rows.map((r) => r.cells)).toEqual([["1", "2"]]);
  });

  test("a cell may hold the delimiter, a doubled quote and line ends; lines are counted on", () => {
    const { table } = read('name,x\r\n"Korea, ""Rep.""\r\nof",1\r\nJapan,2\r\n');
    expect(table?.rows.map((r) => [r.line, ...r.cells])).toEqual([
      [2, 'Korea, "Rep."\nof', "1"],
      [4, "Japan", "2"],
    ]);
  });

  test("tabs delimit in .tsv whatever else stands there", () => {
    expect(rows("a;b\tc\n1,5;x\t2\n", "data.tsv")).toEqual(["1,5;x|2"]);
  });

  test("UTF-16 with a byte order mark is read", () => {
    const text = "\uFEFF省,x\n北京,1\n";
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      bytes[2 * i] = text.charCodeAt(i) & 255;
      bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
    }
    expect(read(bytes).table?.header).toEqual(["省", "x"]);
    expect(rows(bytes)).toEqual(["北京|1"]);
  });

  test("UTF-8 of every length is read", () => {
    expect(rows("a,b\né€𝔸,1\n")).toEqual(["é€𝔸|1"]);
  });
});

describe("JSON", () => {
  test("an array of objects, whose keys are put together", () => {
    const { table } = read('[{"a":"x","b":1.5},{"a":"y","c":true,"b":null}]', "data.json");
    expect(table?.header).toEqual(["a", "b", "c"]);
    expect(table?.rows.map((r) => r.cells)).toEqual([
      ["x", 1.5, ""],
      ["y", "", "true"],
    ]);
  });

  test("columns and rows, as result tables have them", () => {
    const { table } = read('{"columns":[{"name":"a"},"b"],"rows":[["x",1],["y",2]]}', "data.json");
    expect(table?.header).toEqual(["a", "b"]);
    expect(table?.rows.map((r) => r.cells)).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
  });

  test.each([
    ['[{"a": 1},\n{"a": 2', "it is not valid JSON (line 2)"],
    ['{"a": 1}', "neither an array of objects nor an object with `columns` and `rows`"],
    ["[1]", "its record 1 is not an object"],
    ['[{"a": {"b": 1}}]', "its record 1 has an object or array in `a`"],
    ['{"columns":["a"],"rows":[1]}', "its row 1 is not an array"],
  ])("%s is told", (content, message) => {
    expect(read(content, "data.json").messages.join()).toContain(message);
  });
});

describe("files that are no tables", () => {
  test("a missing file", () => {
    const sink = new Diagnostics();
    expect(readTable("no.csv", host({}), span(), sink)).toBeNull();
    expect(sink.list[0]?.message).toContain("no.csv");
  });

  test.each(["", "\n\n", "a,b\n"])("an empty file %j", (content) => {
    expect(read(content).codes).toEqual(["GTFP4002"]);
    expect(read("[]", "data.json").codes).toEqual(["GTFP4002"]);
  });

  test("ragged rows, each with its line, the first ten", () => {
    const { codes, messages } = read(`a,b\n1\n1,2\n1,2,3\n${"9\n".repeat(20)}`);
    expect(messages[0]).toContain("Line 2");
    expect(messages[0]).toContain("1 cell,");
    expect(messages[1]).toContain("Line 4");
    expect(codes).toHaveLength(10);
  });

  test("bytes that no text has", () => {
    expect(read(Uint8Array.of(0x50, 0x4b, 3, 4, 0)).codes).toEqual(["GTFP4004"]);
    const gbk = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xb1, 0xb1, 0xbe, 0xa9);
    expect(read(gbk).list[0]?.help).toContain("line 2 is not UTF-8");
    // An overlong form, a lone surrogate, and a sequence that is cut.
    for (const bytes of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0x61, 0xe2, 0x82],
    ]) {
      expect(read(Uint8Array.from(bytes)).codes).toEqual(["GTFP4004"]);
    }
  });

  test("a cell of absurd length names its line and column", () => {
    expect(read(`a,b\n1,2\n1,${"x".repeat(100_001)}\n`).messages[0]).toContain("Line 3");
  });

  test("a quote that is not closed, at the line where it opens", () => {
    expect(read('a,b\n1,2\n1,"2\n3,4\n').messages[0]).toContain("opened and not closed (line 3)");
    expect(read('a,b\n1,2\n1,x"y\n').messages[0]).toContain("(line 3)");
  });

  test("a header that stands twice", () => {
    expect(read("a,b,a\n1,2,3\n").codes).toEqual(["GTFP4015"]);
  });

  test("endings that are not read yet", () => {
    expect(read("PK", "data.xlsx").messages[0]).toContain(".xlsx");
    expect(read("a", "data").codes).toEqual(["GTFP4014"]);
  });
});

test("whatever comes in, there is a table or a message, never an exception", () => {
  const piece = fc.constantFrom(
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "a",
    "1",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "é",
  );
  const textual = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.oneof(textual, fc.uint8Array({ maxLength: 60 })),
      fc.constantFrom("data.csv", "data.tsv", "data.json"),
      (content, path) => {
        const { table, list } = read(content, path);
        expect(table === null).toBe(list.length > 0);
        for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(table!.header.length);
      },
    ),
    { numRuns: 500 },
  );
});

test("numbers", () => {
  const values = ["1", " -1.5 ", "+.5", "5.", "1e-3", "1E5", "\u22122"].map((t) => readNumber(t, "."));
  expect(values).toEqual([1, -1.5, 0.5, 5, 0.001, 100000, -2]);
  for (const none of ["", "-", "1,5", "1 000", "12%", "0x10", "Infinity", "NaN", "1e999", "1.2.3"]) {
    expect(readNumber(none, ".")).toBeNull();
  }
  expect(readNumber("1,5", ",")).toBe(1.5);
  expect(readNumber("1.5", ",")).toBeNull();
});
