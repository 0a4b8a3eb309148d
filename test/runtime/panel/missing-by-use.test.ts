import { describe, expect, test } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";
import { cells } from "./panels.ts";

const model = (entries: string, after: string): string => `
data mills {
  dmu mill
  period year
  | mill | year | x [t] | y [t] |
  | A    | 2001 |     2 |     2 |
  | A    | 2002 |     3 |     2 |
  | B    | 2001 |     4 |     0 |
  | B    | 2002 |     6 |     2 |
  q = x / y
  before = lag(x)
${entries}
}
${after}
`;
const technology = (inputs: string) => `technology t on mills { input ${inputs}; good y }\n`;
const measure = "measure m = radial(t, orientation: input)\n";

describe("a computed column that a technology uses", () => {
  test("must have a value in every row: the first row without one, how many more, and why", async () => {
    const { diagnostics } = await pipeline(model("", technology("q") + measure));
    expect(diagnostics.map((d) => d.message)).toEqual([
      "`q` has no value for B, 2001 (line 3 of the rows of `mills`), and the technology `t` needs one.",
    ]);
    expect(diagnostics[0]!.help).toContain("a division by 0 has no value");
    expect(diagnostics[0]!.related[0]!.message).toBe("used here");
    const lagged = await pipeline(model("", technology("before") + measure));
    expect(lagged.diagnostics.map((d) => d.message)).toEqual([
      "`before` has no value for A, 2001 (line 1 of the rows of `mills`; 1 more is empty), and the technology `t` needs one.",
    ]);
    expect(lagged.diagnostics[0]!.help).toContain("`lag` has no value in the first period of a unit");
  });

  test("`missing drop` takes such rows away, and the note names the column", async () => {
    const row = await pipeline(model("  missing drop row", technology("q") + measure));
    const mills = row.results!.tables[0]!;
    expect(cells(mills, "q")).toEqual([1, 1.5, 3]);
    // What was computed from the row before it went stays: B's x of 2001 is known.
    expect(cells(mills, "before")).toEqual([null, 2, 4]);
    expect(mills.notes).toEqual(["`missing drop row` left out 1 row where `q` is empty."]);
    const unit = await pipeline(model("  missing drop mill", technology("q") + measure));
    expect(cells(unit.results!.tables[0]!, "mill")).toEqual(["A", "A"]);
    expect(unit.results!.tables[0]!.notes).toEqual([
      "`missing drop mill` left out 2 rows where `q` is empty: B.",
    ]);
  });

  test("is judged in a panel made from another one too", async () => {
    const made = "data made from mills { dmu mill; period year; z = mills.x / mills.y; y = mills.y }\n";
    const { diagnostics } = await pipeline(model("", `${made}technology t on made { input z; good y }\n`));
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP4018"]);
  });
});

describe("a computed column that only reports and claims use", () => {
  test("may be empty, and a note says where", async () => {
    const used = `${technology("x")}report r { table mills.before }\nexpect count(mills.q) == 3\n`;
    const { results } = await pipeline(model("", used));
    expect(results!.tables[0]!.notes).toEqual([
      "`q` has no value in 1 of 4 rows, for B, 2001.",
      "`before` has no value in 2 of 4 rows, first for A, 2001.",
    ]);
  });

  test("nothing is said about one that nothing uses", async () => {
    const { results } = await pipeline(model("", technology("x")));
    expect(results!.tables[0]!.notes).toBeUndefined();
  });
});
