import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";

const model = (formula: string, more = "") => `data china from "data/provinces.csv" {
  dmu province
  labor [person]
  join "energy.csv" on province
  intensity = ${formula}
}
${more}`;
const headers: Readonly<Record<string, readonly string[]>> = {
  "data/provinces.csv": ["province", "labor", "capital", "Energy use"],
  "energy.csv": ["province", "coal"],
};

function told(text: string, read: boolean): string[] {
  const headersOf = (path: string) => headers[path] ?? null;
  const { diagnostics } = check("m.gtfp", () => text, read ? { headersOf } : {});
  return diagnostics.map((d) => `${d.code} ${d.message} ${d.help ?? ""}`.trim());
}

describe("a name that no column of a file's panel bears", () => {
  test.each([
    ["capital", "`provinces.csv` has this column; declare it: `capital [unit]`"],
    ["coal", "`energy.csv` has this column; declare it: `coal [unit]`"],
    [
      "`Energy use`",
      "`provinces.csv` has this column; declare it under its header in backticks, with its unit in brackets",
    ],
    ["capitl", "`provinces.csv` has `capital`; declare it: `capital [unit]`"],
    ["labr", "did you mean `labor`?"],
    ["wages", ""],
  ])("%s, where the files can be read", (name, help) => {
    const bare = name.replaceAll("`", "");
    expect(told(model(`labor / ${name}`), true)).toEqual([
      `GTFP2010 \`${bare}\` is no column that \`china\` declares. ${help}`.trim(),
    ]);
  });

  test("where the files cannot be read, both ways are said", () => {
    expect(told(model("labor / capitl"), false)).toEqual([
      "GTFP2010 `capitl` is no column that `china` declares. if the file has it, declare it: `capitl [unit]`",
    ]);
  });

  test("in a technology and after a point it is declared in the panel's block", () => {
    const block = (after: string) => told(model("labor * 2", after), true);
    expect(block("technology t on china { input capital; good labor }\n")).toEqual([
      "GTFP2010 `capital` is no column that `china` declares. `provinces.csv` has this column; declare it in `china`: `capital [unit]`",
    ]);
    expect(block("expect sum(china.capital) > 0\n")).toEqual([
      "GTFP2011 The panel `china` has no `capital`. `provinces.csv` has this column; declare it in `china`: `capital [unit]`",
    ]);
  });
});
