import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Xmile, xmile } from "../../../compiler/print/xmile.ts";
import type { System } from "../../../language/model.ts";
import { systemInputs } from "../../../runtime/dynamics/system-inputs.ts";
import { runEnvironment } from "../../../runtime/run-environment.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { pipeline } from "../../helpers/pipeline.ts";

async function exported(model: string): Promise<{ readonly document: Xmile; readonly table: Table }> {
  const outcome = await pipeline(model);
  expect(outcome.diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
  const env = runEnvironment(outcome.model!, new Map(outcome.results!.tables.map((t) => [t.name, t])));
  const system = outcome.model!.declarations.find((d): d is System => d.kind === "system")!;
  return {
    document: xmile(system, systemInputs(env)),
    table: outcome.results!.tables.find((t) => t.name === system.name)!,
  };
}

async function textOf(model: string): Promise<string> {
  const { document } = await exported(model);
  if ("refused" in document) throw new Error(document.refused.join(", "));
  return document.text;
}

/** Reads the document with nothing of ours and runs it by Euler's method: a second opinion on what it says. */
function runXmile(text: string): (name: string, at: number) => number {
  const plain = (s: string) =>
    s.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const one = (pattern: RegExp, within: string) => plain(pattern.exec(within)?.[1] ?? "");
  const start = Number(one(/<start>(.*?)<\/start>/, text));
  const stop = Number(one(/<stop>(.*?)<\/stop>/, text));
  const reciprocal = one(/<dt reciprocal="true">(.*?)<\/dt>/, text);
  const dt = reciprocal === "" ? Number(one(/<dt>(.*?)<\/dt>/, text)) : 1 / Number(reciprocal);
  const graph = (body: string) => {
    const numbers = (tag: string) =>
      one(new RegExp(`<${tag}>(.*?)</${tag}>`), body)
        .split(",")
        .map(Number);
    const [xs, ys, discrete] = [numbers("xpts"), numbers("ypts"), body.includes('type="discrete"')];
    return (x: number) => {
      const i = Math.max(
        0,
        xs.findLastIndex((at) => at <= x),
      );
      if (discrete || i === xs.length - 1 || x < xs[0]!) return ys[i]!;
      return ys[i]! + ((ys[i + 1]! - ys[i]!) * (x - xs[i]!)) / (xs[i + 1]! - xs[i]!);
    };
  };
  const tables = new Map<string, (x: number) => number>();
  const equations = new Map<string, { eqn: string; through: ((x: number) => number) | null }>();
  const stocks: { name: string; inflows: string[]; outflows: string[] }[] = [];
  for (const [, tag, name, body] of text.matchAll(/<(stock|flow|aux|gf) name="(.*?)"(.*?)<\/\1>$/gm)) {
    if (tag === "gf") {
      tables.set(name!, graph(body!));
      continue;
    }
    const elements = [...body!.matchAll(/<element subscript="(.*?)">(.*?)<\/element>/g)];
    const all = elements.length === 0 ? [["", "", body!] as const] : elements;
    for (const [, label, inner] of all) {
      const own = label === "" ? name! : `${name}[${label}]`;
      const through = inner!.includes("<gf") ? graph(inner!) : null;
      equations.set(own, { eqn: one(/<eqn>(.*?)<\/eqn>/, inner!), through });
      const pipes = (part: string) =>
        [...body!.matchAll(new RegExp(`<${part}>(.*?)</${part}>`, "g"))].map((m) =>
          label === "" ? m[1]! : `${m[1]}[${label}]`,
        );
      if (tag === "stock") stocks.push({ name: own, inflows: pipes("inflow"), outflows: pipes("outflow") });
    }
  }
  // A choice inside of anything else stands in parentheses, so that words can be put in the place of words.
  const code = (eqn: string): string =>
    eqn
      .replaceAll("IF ", "")
      .replaceAll(" THEN ", " ? ")
      .replaceAll(" ELSE ", " : ")
      .replaceAll(" AND ", " && ")
      .replaceAll(" <> ", " !== ")
      .replaceAll(" = ", " === ")
      .replaceAll("^", "**")
      .replaceAll(/\b(MIN|MAX|EXP|LN|SQRT|STEP)\(/g, (_, fn) => `f.${fn}(`)
      .replaceAll(/(?<![\w.])([a-z]\w*(?:\[\w+\])?)(\(?)/g, (whole, name, call) =>
        name === "f" ? whole : call === "(" ? `t("${name}", ` : `v("${name}")`,
      );
  const state = new Map<string, number>();
  const read = (name: string, time: number): number => {
    const known = state.get(name);
    if (known !== undefined) return known;
    const { eqn, through } = equations.get(name)!;
    const f = {
      MIN: Math.min,
      MAX: Math.max,
      EXP: Math.exp,
      LN: Math.log,
      SQRT: Math.sqrt,
      STEP: (height: number, at: number) => (time + dt / 2 >= at ? height : 0),
    };
    const run = new Function("v", "t", "f", "TIME", "DT", `return ${code(eqn)}`);
    const value = run(
      (n: string) => read(n, time),
      (n: string, x: number) => tables.get(n)!(x),
      f,
      time,
      dt,
    ) as number;
    return through === null ? value : through(value);
  };
  for (const { name } of stocks) state.set(name, read(name, start));
  const rows: Map<string, number>[] = [];
  for (let k = 0; start + k * dt <= stop + 1e-9; k++) {
    const time = start + k * dt;
    rows.push(new Map([...equations.keys()].map((name) => [name, read(name, time)])));
    const rates = stocks.map(({ inflows, outflows }) =>
      [...inflows.map((n) => read(n, time)), ...outflows.map((n) => -read(n, time))].reduce(
        (a, b) => a + b,
        0,
      ),
    );
    for (const [i, { name }] of stocks.entries()) state.set(name, state.get(name)! + dt * rates[i]!);
  }
  return (name, at) => rows[Math.round((at - start) / dt)]!.get(name)!;
}

const economy = `data past {
  period year
  | year | share |
  |-----:|------:|
  | 2018 |   0.2 |
  | 2022 |   0.4 |
}
dimension industry = manufacturing, services
/// Capital & "two" industries
system economy {
  time [year] = 2018 .. 2022 step 1/4 using euler
  param  rate by industry [1/year] = { manufacturing: 0.02, services: 0.05 }
  param  progress [1/year] = annual(6%)
  param  first = past.share at 2018
  stock  capital [t] = 250 [t] * (1 + first)
  flow   investment: cloud -> capital = share * output
  flow   depreciation: capital -> cloud = capital / (if capital > 300 [t] then 18 [year] else 20 [year])
  aux    output [t/year] = capital * productivity(time) * exp(progress * (time - 2018 [year]))
  lookup productivity(t [year]) [1/year] = linear(2018: 0.30, 2020: 0.45, beyond: hold)
  series share = past.share linear
  stock  value by industry [t] = { manufacturing: 300, services: 200 }
  flow   gain by industry: cloud -> value = rate * value * policy - 2 ^ 2 ^ 0.5 * rate * value
  aux    policy = schedule(2018: 1, 2020: 1.5) + step(0.25, 2021)
  aux    total [t] = sum(value) - (capital - total_before)
  aux    total_before [t] = -capital * (-1)
  aux    highest [t] = max(value)
}
`;

describe("a system as XMILE", () => {
  it("says the same to a reader of its own", async () => {
    const { document, table } = await exported(economy);
    if ("refused" in document) throw new Error(document.refused.join(", "));
    const read = runXmile(document.text);
    const times = table.columns[1]!.cells.values as Float64Array;
    let compared = 0;
    for (const column of table.columns.slice(2)) {
      for (const [row, time] of times.entries()) {
        const own = (column.cells.values as Float64Array)[row]!;
        expect(read(column.name, time), `${column.name} at ${time}`).toBeCloseTo(own, 9);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("is the document that is written down here", async () => {
    const text = (await textOf(economy)).replace(/product version="[^"]*"/, 'product version="…"');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "economy.xmile"));
  });

  it("keeps names that its equations would read as something else in quotes, and escapes what XML reads", async () => {
    const text = await textOf(`system s {
  time [year] = 0 .. 1
  /// a < b & "c"
  param \`my rate\` = 0.1
  param step_2 = 1
  param Max = 2
  aux x = \`my rate\` * step_2 * Max
}
`);
    expect(text).toContain("<doc>a &lt; b &amp; &quot;c&quot;</doc>");
    expect(text).toContain("<eqn>&quot;my rate&quot; * step_2 * &quot;Max&quot;</eqn>");
  });

  it("refuses what it has no form for, by name", async () => {
    const refused = async (line: string) => {
      const { document } = await exported(`system s {
  time [year] = 0 .. 1
  param a = 1
  stock b = 1
  ${line}
}
`);
      return "refused" in document ? document.refused : [];
    };
    expect(await refused("aux x = random.exponential(2)")).toEqual(["`random.exponential`"]);
    expect(await refused("aux x = spline(0: 1, 0.5: 2, 1: 1)")).toEqual(["a spline"]);
    expect(await refused("aux x = linear(0: a, 1: 2)")).toEqual([
      "a table in `x`, whose points are computed",
    ]);
    expect(await refused("aux A = 2")).toEqual(["names that differ by capitals alone (`A`)"]);
  });
});
