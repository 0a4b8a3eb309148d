/** Whatever comes in, the importers answer; what they tell lies inside the file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Imported } from "../../../compiler/import/import-model.ts";
import { importMdl } from "../../../compiler/import/vensim/read-mdl.ts";
import { importXmile } from "../../../compiler/import/xmile/read-xmile.ts";
import { check } from "../../../language/check/check.ts";
import { mdl } from "./imported.ts";

const vensim = mdl(`
  Region: R1, R2
  "CO2 (Mt)"[Region] = INTEG(flow[Region] - 0.1 * "CO2 (Mt)"[Region], 3)
  flow[Region] = WITH LOOKUP(Time, ([(0,0)-(10,2)],(0,1),(5,2))) * SUM(share[Region!])
  share[Region] = 0.25, 0.75
  total = IF THEN ELSE(Time > 3 :AND: share[R1] <= 1, f(2), DELAY3(4, 2)) ~ t
  f((0,1),(3,4)) ~ t
`);
const document = `<?xml version="1.0"?>
<xmile version="1.0"><header><name>a &amp; b</name></header>
<sim_specs method="euler" time_units="year"><start>0</start><stop>4</stop><dt reciprocal="true">4</dt></sim_specs>
<dimensions><dim name="r"><elem name="a"/><elem name="b"/></dim></dimensions>
<model><variables>
<stock name="s"><dimensions><dim name="r"/></dimensions><eqn>1</eqn><inflow>in flow</inflow><non_negative/></stock>
<flow name="in flow"><dimensions><dim name="r"/></dimensions><element subscript="a"><eqn>IF s[a] &lt; 3 THEN 1 ELSE 2</eqn></element><element subscript="b"><eqn>f(TIME)</eqn></element></flow>
<gf name="f" type="discrete"><xscale min="0" max="2"/><ypts>1,2,3</ypts></gf>
</variables></model></xmile>`;

/** A text of which pieces are lost, doubled or exchanged. */
function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const edit = fc.tuple(
    place,
    fc.nat(12),
    fc.oneof(
      fc.constant(""),
      fc.string({ maxLength: 4 }),
      fc.constantFrom("(", ")", "[", "]", "|", "~", '"', "<", ">", "=", ":", ",", "!", "'"),
    ),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce((now, [at, length, more]) => now.slice(0, at) + more + now.slice(at + length), text),
    );
}

function answers(text: string, { text: model, diagnostics }: Imported): void {
  for (const { span } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  const errors = diagnostics.filter((d) => d.severity === "error");
  expect(model === null).toBe(errors.length > 0);
  if (model === null) return;
  const checked = check("model.gtfp", (path) => (path === "model.gtfp" ? model : null));
  expect(checked.diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
}

describe.each([
  ["Vensim", vensim, importMdl],
  ["XMILE", document, importXmile],
] as const)("an importer of %s", (_, sound, importer) => {
  const holds = (text: string) => answers(text, importer({ path: "file", text }, "model"));

  it("takes its own language", () => {
    expect(importer({ path: "file", text: sound }, "model").diagnostics.map((d) => d.message)).toEqual([]);
  });

  it("answers whatever text comes", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), holds), { numRuns: 200 });
  });

  it("answers mutations of a sound file", () => {
    fc.assert(fc.property(mutated(sound), holds), { numRuns: 300 });
  });

  it("answers very deep and very long ones", () => {
    const deep = `${"(".repeat(20_000)}1${")".repeat(20_000)}`;
    holds(mdl(`x = ${deep}`));
    holds(`<xmile>${"<a>".repeat(20_000)}`);
    holds(document.replace("IF s[a]", `${deep} + IF s[a]`));
  });
});
