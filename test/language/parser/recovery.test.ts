/** What is told about broken text, where, and what of the tree is left. */
import { describe, expect, it } from "vitest";
import { parse } from "../../../language/parser/parse.ts";

/** "GTFP1020 «perod» message" for each diagnostic, in order. */
function told(text: string): string[] {
  const { diagnostics } = parse({ path: "model.gtfp", text });
  return diagnostics.map((d) => `${d.code} «${text.slice(d.span.start, d.span.end)}» ${d.message}`);
}
/** "data china 2": declarations with their names and the number of their entries. */
function left(text: string): string[] {
  const { file } = parse({ path: "model.gtfp", text });
  return file.declarations.map((d) => {
    const count = "entries" in d ? ` ${d.entries.length}` : "items" in d ? ` ${d.items.length}` : "";
    return `${d.kind} ${"name" in d ? d.name.text : ""}${count}`;
  });
}
/** The text after the first fix of every diagnostic. */
function mended(text: string): string {
  const edits = parse({ path: "model.gtfp", text })
    .diagnostics.flatMap((d) => d.fixes[0]?.edits ?? [])
    .sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
}

describe("misspelt words", () => {
  it("reads an entry as the one that was meant", () => {
    const text = 'data c { dmu p; perod year; jion "e.csv" on p }';
    expect(told(text)).toEqual([
      "GTFP1022 «perod» `perod` does not begin an entry of a `data`",
      "GTFP1022 «jion» `jion` does not begin an entry of a `data`",
    ]);
    expect(left(text)).toEqual(["data c 3"]);
    expect(told(mended(text))).toEqual([]);
  });
  it("reads a declaration as the one that was meant", () => {
    const text =
      "tecnology t on p { input a; god b }\nmeasre m = radial(t)\nfoo x { y = (1 }\nindex i = malmquist(t)";
    expect(told(text)).toEqual([
      "GTFP1021 «tecnology» `tecnology` does not begin a declaration",
      "GTFP1022 «god» `god` does not begin an entry of a `technology`",
      "GTFP1021 «measre» `measre` does not begin a declaration",
      "GTFP1021 «foo» `foo` does not begin a declaration",
    ]);
    expect(left(text)).toEqual(["technology t 2", "measure m", "index i"]);
  });
  it("reads a clause as the one that was meant", () => {
    const text =
      "scenario a form b\nreport r { table x digts 3 bye region }\nregression g on p { tobit y ~ x censord in 0 .. 1 }";
    expect(told(text)).toEqual([
      "GTFP1023 «form» `form` means nothing after the scenario's name",
      "GTFP1023 «digts» `digts` means nothing in a report's item",
      "GTFP1023 «bye» `bye` means nothing in a report's item",
      "GTFP1023 «censord» `censord` means nothing after a formula",
    ]);
    expect(told(mended(text))).toEqual([]);
  });
  it("lists the words where none is near", () => {
    const [first] = parse({ path: "m", text: "report r { wibble x }" }).diagnostics;
    expect(first?.help).toContain("`describe`, `table`");
  });
  it("says what a variable without its entry word needs, and keeps it", () => {
    const text = "system s { capital = 5\n  stok x = 1 }";
    expect(told(text)).toEqual([
      "GTFP1022 «capital» `capital` does not begin an entry of a `system`",
      "GTFP1022 «stok» `stok` does not begin an entry of a `system`",
    ]);
    expect(left(text)).toEqual(["system s 2"]);
  });
});

describe("the second token decides", () => {
  it("takes entry words as names before `[`, `=`, `in`, `~`", () => {
    const text =
      "data d { period [1]; missing = 3; dmu dmu; group = a }\nsweep s of e { outputs in 1 .. 2; outputs x }";
    expect(told(text)).toEqual([]);
    expect(left(text)).toEqual(["data d 4", "sweep s 2"]);
  });
  it("takes a word in backticks for a name", () => {
    expect(told("data d { `period` [1] }\ncalibration c of e { `test` in 1 .. 2; test in 3 .. 4 }")).toEqual(
      [],
    );
  });
  it("reads names that are keywords elsewhere", () => {
    const text =
      "measure table = radial(data, on: unit)\nscenario scenario of system\nexpect always.always > index";
    expect(told(text)).toEqual([]);
  });
});

describe("something missing", () => {
  it.each([
    [
      "data c {\n  labor }",
      "GTFP1020 «}» expected a unit in brackets or `=` after the column name `labor`, but found `}`",
    ],
    [
      "data c {\n  labor\n  x [t]\n}",
      "GTFP1020 «labor» expected a unit in brackets or `=` after the column name `labor`, but found `x`",
    ],
    ["measure = radial(t)", "GTFP1020 «=» expected a name for the measure after `measure`, but found `=`"],
    [
      "measure m radial(t)",
      "GTFP1020 «radial» expected `=` after the measure's name `m`, but found `radial`",
    ],
    ["measure m = f(a b)", "GTFP1020 «b» expected `,` or `)` after `a`, but found `b`"],
    ["measure m = (a b)", "GTFP1020 «b» expected `)` after `a`, but found `b`"],
    ["expect a > ", "GTFP1020 «>» expected a value after `>`, but found the end of the file"],
    ["expect a >\nmeasure m = 1", "GTFP1020 «>» expected a value after `>`, but found `measure`"],
    ["expect .5 > 1", "GTFP1020 «.» expected a value after `expect`, but found `.`"],
    ["unit t = [kg]", "GTFP1020 «[» expected a value after `=`, but found `[`"],
    ["unit t = 3 []", "GTFP1020 «]» expected a unit after `[`, but found `]`"],
    [
      "data a from { }",
      "GTFP1020 «{» expected a file in quotes or the name of a panel after `from`, but found `{`",
    ],
    ["import units", "GTFP1020 «units» expected a text in quotes after `import`, but found `units`"],
    [
      "direction d { good observed }",
      "GTFP1020 «observed» expected `+` or `-` and a size after `good`, but found `observed`",
    ],
    [
      "direction d { good +a + b }",
      "GTFP1020 «+» expected parentheses around a size that is a sum after `a`, but found `+`",
    ],
    ["scenario s of e { x 3 }", "GTFP1020 «3» expected `=` after `x`, but found `3`"],
    [
      "system s { time = 2017 }",
      "GTFP1020 «}» expected `..` and the end of the range after `2017`, but found `}`",
    ],
    ["system s { time = 1 .. 2 save 1 }", "GTFP1020 «1» expected `every` after `save`, but found `1`"],
    ["regression r on p { ols y x }", "GTFP1020 «x» expected `~` after `y`, but found `x`"],
    ["technology t on p { input ; good a }", "GTFP1020 «;» expected a name after `input`, but found `;`"],
    [
      "technology t on p { link a b -> c }",
      "GTFP1020 «b» expected `:` after the link's name `a`, but found `b`",
    ],
    ["sweep s of e { growth 3 }", "GTFP1022 «growth» `growth` does not begin an entry of a `sweep`"],
    ["sensitivity s of e { samples }", "GTFP1020 «}» expected a value after `samples`, but found `}`"],
    [
      "robustness r of m { returns crs vrs }",
      "GTFP1020 «vrs» expected the end of the entry after `crs`, but found `vrs`",
    ],
    [
      "unit person 3",
      "GTFP1020 «3» expected the end of the declaration after the unit's name `person`, but found `3`",
    ],
    [
      "dimension d",
      "GTFP1020 «d» expected `=` or `from` after the dimension's name `d`, but found the end of the file",
    ],
    ["expect a in 1 .. 2 .. 3", "GTFP1020 «..» expected the end of the range after `2`, but found `..`"],
    [
      'data d { join "x.csv" year }',
      'GTFP1020 «year» expected `on` and the columns that match after the text "x.csv", but found `year`',
    ],
    ['report r { text "{1 +} a" }', "GTFP1020 «+» expected a value after `+`, but found the end of the hole"],
    ["data d {\n | a [t/] |\n}", "GTFP1020 «]» expected a unit after `/`, but found `]`"],
    ["gtfp one", "GTFP1020 «one» expected a version such as `1` after `gtfp`, but found `one`"],
    ["expect 5. > 1", "GTFP1020 «.» expected the end of the declaration after `5`, but found `.`"],
    ["{", "GTFP1020 «{» expected a declaration such as `data`, `measure` or `report`, but found `{`"],
  ])("%s", (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it("offers backticks for a reserved word as a name", () => {
    const text = "measure by = radial(t)\ndata d { x [t]; y = step + 1 }";
    expect(told(text)).toEqual([
      "GTFP1020 «by» expected a name for the measure after `measure`, but found `by`",
      "GTFP1020 «step» expected a value after `=`, but found `step`",
    ]);
    expect(left(text)).toEqual(["measure by", "data d 2"]);
    expect(mended(text)).toContain("measure `by` =");
  });
  it("writes the zero before a point", () => {
    expect(mended("expect a > .5")).toBe("expect a > 0.5");
  });
  it("says that a name cannot begin with a digit", () => {
    const [first] = parse({ path: "m", text: "expect 2a > 1" }).diagnostics;
    expect(first?.help).toBe("a name cannot begin with a digit");
  });
});

describe("line ends", () => {
  it("never matter to what is whole", () => {
    const text = `technology t on p { link a: b -> c free fixed input rain returns crs }
regression r on p { errors cluster province fixed year ols y ~ x censored in 0 .. 1 }
scenario a of e scenario b from a { x = 1 } influence l of m expect always x > 1 unit u unit v = 3 [t]
system s { series x = p.c linear after hold aux y = 1 time = 1 .. 2 using rk4 stock z by d [t] = 3 }
report r { text "a" table x, y by z digits 3 sort descending diagram e }
data d { dmu a missing drop row x [t] y = x z [1] = 2 missing values "-" where x > 1 join "f" on a }`;
    const broken = text.replaceAll(" ", "\n").replace('"a"', '"a"');
    expect(told(text)).toEqual([]);
    expect(told(broken)).toEqual([]);
    expect(left(broken)).toEqual(left(text));
    expect(left(text)).toContain("data d 8");
  });
  it("let a column have the name of an entry word", () => {
    expect(told("report r {\n table a,\n  text digits 3\n chart x,\n   map over time }")).toEqual([]);
  });
});

describe("brackets", () => {
  it("points from a missing `}` to the brace that is open", () => {
    const text = "data c {\n  dmu p\n\ntechnology t on c { input a }";
    const { diagnostics } = parse({ path: "m", text });
    expect(told(text)).toEqual(["GTFP1024 «p» `{` is never closed: expected `}`, but found `technology`"]);
    expect(diagnostics[0]!.related[0]!.span).toEqual({ file: "m", start: 7, end: 8 });
    expect(left(text)).toEqual(["data c 1", "technology t 1"]);
    expect(told(mended(text))).toEqual([]);
  });
  it("goes on behind a missing `)` or `]`", () => {
    const text =
      "data c {\n  x = (1 + 2\n  y [t = 3\n  z [t]\n}\nmeasure m = f(a,\nmeasure n = g(b\nunit u = 3 [t\nunit v";
    expect(told(text)).toEqual([
      "GTFP1024 «2» `(` is never closed: expected `)`, but found `y`",
      "GTFP1020 «=» expected `]` after `t`, but found `=`",
      "GTFP1020 «,» expected a value after `,`, but found `measure`",
      "GTFP1024 «b» `(` is never closed: expected `)`, but found `unit`",
      "GTFP1024 «t» `[` is never closed: expected `]`, but found `unit`",
    ]);
    expect(left(text)).toEqual(["data c 3", "measure m", "measure n", "unit u", "unit v"]);
  });
  it("tells brackets that close nothing", () => {
    expect(told("unit a }\nunit b )")).toEqual([
      "GTFP1025 «}» `}` closes nothing",
      "GTFP1025 «)» `)` closes nothing",
    ]);
  });
  it("skips a broken map without leaving the block", () => {
    const text = "measure m = f({a: 1 b: 2})\nscenario s of e { x = {a: 1, b 2}; y = 3\n z = {a: }\n w = 1 }";
    expect(told(text).length).toBe(3);
    expect(left(text)).toEqual(["measure m", "scenario s 2"]);
  });
});

describe("several mistakes in one pass", () => {
  it("each is told once, and what is whole is kept", () => {
    const text = `data china from "x.csv" {
  dmu province
  perod year
  labor
  capital [100M CNY]
  x = a + * b
  y = 3 %% 4
  z = f(1, 2
}
technology t on china { input labor; returns }
system s {
  param a = if b then c
  flow f: cloud -> = 3
  aux ok = 1
}
report r { table x, ; table y }
expect z > 3 < 5`;
    expect(told(text)).toMatchInlineSnapshot(`
      [
        "GTFP1022 «perod» \`perod\` does not begin an entry of a \`data\`",
        "GTFP1020 «labor» expected a unit in brackets or \`=\` after the column name \`labor\`, but found \`capital\`",
        "GTFP1020 «*» expected a value after \`+\`, but found \`*\`",
        "GTFP1020 «4» expected the end of the entry after \`%\`, but found \`4\`",
        "GTFP1024 «2» \`(\` is never closed: expected \`)\`, but found \`}\`",
        "GTFP1020 «}» expected a name after \`returns\`, but found \`}\`",
        "GTFP1020 «c» expected \`else\` after \`c\`, but found \`flow\`",
        "GTFP1020 «=» expected a name after \`->\`, but found \`=\`",
        "GTFP1020 «;» expected a value after \`,\`, but found \`;\`",
        "GTFP1030 «<» comparisons do not chain: \`>\` is followed by \`<\`",
      ]
    `);
    expect(left(text)).toEqual(["data china 7", "technology t 1", "system s 3", "report r 1", "expect "]);
  });
});

describe("expressions", () => {
  it.each([
    ["expect a < b < c", "GTFP1030 «<» comparisons do not chain: `<` is followed by `<`"],
    ["expect a at -3 > 1", "GTFP1032 «-» `at` takes a number, a name, a text or parentheses, but found `-`"],
    ["expect (a)(b) > 1", "GTFP1033 «(» only a name can be followed by arguments in parentheses"],
    ["expect 10k > 1", "GTFP1034 «10k» `10k` is only understood in a unit"],
    ["unit u = 3 [N*m]", "GTFP1035 «*» in a unit a space multiplies, not `*`"],
  ])("%s", (text, message) => {
    expect(told(text)).toEqual([message]);
  });
  it("mends numbers with suffixes and products in units", () => {
    expect(mended("expect 100M > 1\nunit u = 3 [N*m]")).toBe("expect 100_000_000 > 1\nunit u = 3 [N m]");
  });
  it("refuses deep nesting without running out of stack", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["-", ""],
      ["f(", ")"],
      ["if a then b else ", ""],
      ["2^", ""],
      ["{a: ", "}"],
    ]) {
      const text = `expect ${open!.repeat(5000)}1${close!.repeat(5000)}`;
      expect(told(text)[0]).toContain("this is nested more than 200 levels deep");
    }
    expect(told(`unit u = 1 [${"(".repeat(5000)}t${")".repeat(5000)}]`)[0]).toContain("200 levels");
    expect(told(`technology t on p { ${"stage s { ".repeat(5000)}${"}".repeat(5001)}`)[0]).toContain(
      "200 levels",
    );
    expect(told(`expect ${"(".repeat(60)}1${")".repeat(60)} > 0`)).toEqual([]);
  });
  it("refuses trees that later phases could not walk", () => {
    expect(told(`expect ${"a + ".repeat(5000)}1 > 0`)[0]).toContain("1000 levels");
    expect(told(`expect a${".b".repeat(5000)} > 0`)[0]).toContain("1000 levels");
    expect(told(`expect ${"a + ".repeat(900)}1 > 0`)).toEqual([]);
  });
});

describe("versions", () => {
  it("refuses a newer major with the way to upgrade, and nothing else", () => {
    const { diagnostics, file } = parse({ path: "m", text: "gtfp 2\ndata x { wibble }" });
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP1010"]);
    expect(diagnostics[0]!.help).toContain("npm install");
    expect(file.declarations).toEqual([]);
  });
  it("takes version 1 and tells other misuses", () => {
    expect(told("gtfp 1\nunit a")).toEqual([]);
    expect(told("gtfp 0\nunit a")).toEqual(["GTFP1011 «gtfp 0» there is no version 0 of GTFP"]);
    expect(told("unit a\ngtfp 1\nunit b")).toEqual([
      "GTFP1011 «gtfp» the version line stands before every declaration, and only once",
    ]);
  });
});

describe("tables", () => {
  it("tells broken rows and goes on", () => {
    const text = "data m {\n dmu a\n | a | [t] |\n | 1 | 2 | 3 |\n | x\n\n x [t]\n | b |\n | 1 |\n}";
    expect(told(text)).toEqual([
      "GTFP1041 «[t]» this column of the header has no name",
      "GTFP1040 «| 1 | 2 | 3 |» this row has 3 cells, the table has 2 columns",
      "GTFP1041 «| x» this row has no closing `|`",
      "GTFP1041 «| b |\n | 1 |» a block holds only one table",
    ]);
  });
});
