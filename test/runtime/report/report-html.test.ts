import { describe, expect, it } from "vitest";
import { type ReportFile, reportsHtml } from "../../../runtime/report/report-html.ts";
import { englishWords } from "../../../runtime/report/report-words.ts";
import type { ReportDocument } from "../../../runtime/results.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";
import { assertWellFormed } from "../../helpers/well-formed.ts";

type Item = ReportDocument["items"][number];
const scores = table(
  "r.1",
  [
    labels("mill", "dmu", ["A <i>", "B & C"]),
    numbers("m.score", [0.123456789, Number.NaN], { symbol: "β" }),
    numbers("m.slack", [12, 3.5], { unit: unit("10k t") }),
  ],
  ["Arithmetic means: m.score."],
);

function file(items: readonly Item[], more: Partial<ReportFile> = {}): ReportFile {
  return {
    model: "mills",
    language: "en",
    reports: [{ name: "r", doc: "What <we> find\nWith *care*.", items }],
    expectations: [],
    notes: [],
    made: ["Made by gtfp."],
    pictures: new Map(),
    ...more,
  };
}
const html = (items: readonly Item[], more: Partial<ReportFile> = {}) =>
  reportsHtml(file(items, more), englishWords);
/** The part below `body`, which is written as XML would be. */
const body = (text: string) => text.slice(text.indexOf("<body>"), text.indexOf("</html>")).trim();

describe("a report's own file", () => {
  it("is well formed, and escapes what the model says", () => {
    const text = html([{ kind: "table", table: scores, title: 'A "title" <b>' }], {
      model: "a <model>",
      notes: ["Beware of <this>."],
      expectations: [
        { title: "x < 1", text: "x < 1", file: "m", line: 1, pass: false, actual: 2, reason: "2 > 1" },
        { title: "Good", text: "y > 0", file: "m", line: 2, pass: true, actual: null },
      ],
    });
    assertWellFormed(body(text));
    expect(text).toContain("<title>a &lt;model&gt;</title>");
    expect(text).toContain("<h2>What &lt;we&gt; find</h2>\n<p>With <em>care</em>.</p>");
    expect(text).toContain("Beware of &lt;this&gt;.");
    expect(text).not.toMatch(/<script|<b>|<we>|https?:/);
  });

  it("rounds numbers, keeps all digits at hand, aligns points and tells signs, units and notes", () => {
    const text = html([{ kind: "table", table: scores }]);
    expect(text).toContain('<td class="number" title="0.123456789">0.123</td>');
    expect(text).toContain('<th scope="row">A &lt;i&gt;</th>');
    expect(text).toContain('<td class="number">–</td>');
    expect(text).toContain('<th scope="colgroup" colspan="2">m</th>');
    expect(text).toContain('<th scope="col" class="number">score<small><i>β</i></small></th>');
    expect(text).toContain('<th scope="col" class="number">slack<small>10k t</small></th>');
    expect(text).toContain('<p class="note">Arithmetic means: m.score.</p>');
  });

  it("lets points stand below each other where rows are of different quantities", () => {
    const mixed = table("r.1", [
      labels("variable", "dimension", ["gdp", "share"]),
      labels("unit", "label", ["t", "1"]),
      numbers("value", [12345, 0.25]),
    ]);
    const text = html([{ kind: "table", table: mixed }]);
    expect(text).toContain('style="padding-right:calc(var(--pad) + 2.5ch)">12,345</td>');
    expect(text).toContain('<td class="number">0.25</td>');
  });

  it("numbers tables and figures through all reports, and lists them", () => {
    const one: Item = { kind: "table", table: scores, title: "Scores" };
    const reports = ["a", "b"].map((name) => ({ name, items: [one] }));
    const text = html([], { reports });
    const nav = text.slice(text.indexOf("<nav"), text.indexOf("</nav>"));
    expect([...nav.matchAll(/href="#([\w-]+)"/g)].map(([, to]) => to)).toEqual([
      "report-1",
      "item-1-1",
      "report-2",
      "item-2-1",
    ]);
    expect(nav).toContain('<span class="label">Table 2</span> Scores');
    for (const [, to] of nav.matchAll(/href="#([\w-]+)"/g)) expect(text).toContain(` id="${to}"`);
  });

  it("draws nothing itself: pictures are given, with ids and sizes of their own and one text", () => {
    const chart = (name: string): Item => ({
      kind: "chart",
      chart: { spec: {}, sentence: "It <rises>.", table: { ...scores, name } },
    });
    const [first, second] = [chart("r.1"), chart("r.2")];
    const svg =
      '<svg width="900" height="300" viewBox="0 0 900 300" xmlns="http://www.w3.org/2000/svg"><g role="graphics-object" aria-roledescription="group" clip-path="url(#clip0)"/><clipPath id="clip0"/></svg>';
    const text = html([first, second], {
      pictures: new Map([
        [first, svg],
        [second, svg],
      ]),
    });
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(text).toContain('clip-path="url(#item-1-2-1)"/><clipPath id="item-1-2-1"/>');
    expect(text).toContain('<svg style="width:900px;min-width:560px"');
    expect(text).not.toContain("graphics-object");
    expect(text).toContain('role="img" aria-labelledby="item-1-1-says"');
    expect(text).toContain('id="item-1-1-says">It &lt;rises&gt;.</p>');
  });

  it("leaves the rows of a long table to its own file, and says so", () => {
    const long = table("r.1", [
      numbers(
        "x",
        Array.from({ length: 2000 }, (_, i) => i),
      ),
    ]);
    const text = html([{ kind: "table", table: long }]);
    expect(text.match(/<tr>/g)!.length).toBe(501);
    expect(text).toContain("1,500 more rows: r.1.csv has all.");
    expect(html([{ kind: "table", table: table("r.1", []) }])).toContain("No rows.");
  });

  it("tells of each claim whether it is met, and why not", () => {
    const text = html([], {
      expectations: [
        { title: "Good", text: "y > 0", file: "m", line: 2, pass: true, actual: null },
        {
          title: "x < 1",
          text: "x  <\n 1",
          file: "m",
          line: 1,
          pass: false,
          actual: 2.00000001,
          reason: "no",
        },
      ],
    });
    expect(text).toContain("1 of 2 claims not met.");
    expect(text).toContain('aria-label="met">✓</span> Good<div><code>y &gt; 0</code></div>');
    expect(text).toContain('aria-label="not met">✗</span> x &lt; 1<div class="actual" title="2.00000001">');
    expect(text).toContain('<div class="reason">no</div>');
  });
});
