import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { checkSystems, codes, runSystems } from "../../helpers/systems.ts";

const tank = `dimension d = a, b
system tank {
  time [day] = 0 .. 2
  param rate [1/day] = 0.5
  param target by d [t] = 10
  stock water [t] = 100
  flow loss: water -> cloud = rate * curve(water / 1 [t]) * water
  aux level by d = water / target
  lookup curve(x) = linear(0: 1, 1000: 1)
}
`;
const around = (
  entries: string,
  time = "[day] = 0 .. 4 step 1/64 using rk4 save every 1",
) => `${tank}system lake {
  time ${time}
  ${entries}
}`;
const run = (text: string) => runSystems(text, {}, "lake");

describe("modules", () => {
  it("run with the time of the system around them, each with parameters of its own (closed form)", () => {
    const result = run(
      around(`module north of tank { rate = 0.1 [1/day] }
  module south of tank { rate = wear / 2; water = 50 [t] }
  param wear [1/day] = 0.5
  aux total = north.water + south.water`),
    );
    result.column("time").forEach((t, i) => {
      const [north, south] = [100 * Math.exp(-0.1 * t), 50 * Math.exp(-0.25 * t)];
      expect(result.column("north.water")[i]).toBeCloseTo(north, 6);
      expect(result.column("south.water")[i]).toBeCloseTo(south, 6);
      expect(result.column("total")[i]).toBeCloseTo(north + south, 6);
    });
  });

  it("take what changes over time from around them", () => {
    const result = run(
      around(`module north of tank { rate = open }
  aux open [1/day] = if north.water > 80 [t] then 0.2 [1/day] else 0`),
    );
    expect(result.column("north.rate")).toEqual([0.2, 0.2, 0, 0, 0]);
    expect(result.column("north.water").at(-1)).toBeGreaterThan(79);
  });

  it("are joined by flows, which lose nothing on the way", () => {
    const result = run(
      around(`module north of tank { rate = 0 }
  module south of tank { rate = 0 }
  flow spill: north.water -> south.water = 0.1 [1/day] * north.water
  stock drained [t] = 0
  flow drain: south.water -> drained = 1 [t/day]`),
    );
    result.column("time").forEach((t, i) => {
      const [north, south] = [result.column("north.water")[i], result.column("south.water")[i]];
      expect(north).toBeCloseTo(100 * Math.exp(-0.1 * t), 6);
      expect(north + south + result.column("drained")[i]).toBeCloseTo(200, 9);
    });
  });

  it("may hold modules, keep dimensions, and are changed by scenarios", () => {
    const text = `${tank}system basin {
  time [day] = 0 .. 2
  module inner of tank { target[b] = 25 [t] }
}
system lake {
  time [day] = 0 .. 1
  module west of basin { inner.rate = 0 }
  aux share by d = west.inner.level / sum(west.inner.level)
}
scenario dry of lake { west.inner.water = 40 [t]; west.inner.curve = linear(0: 2, 1: 2) }
scenario same of lake
`;
    const result = runSystems(text, {}, "lake");
    expect(result.column("west.inner.level[a]", "same")[0]).toBe(10);
    expect(result.column("west.inner.level[b]", "same")[0]).toBe(4);
    expect(result.column("west.inner.level[b]", "dry")[0]).toBe(40 / 25);
    expect(result.column("share[b]", "same")[0]).toBeCloseTo(4 / 14, 12);
  });

  it("check units across, in both directions", () => {
    const told = (entries: string) => codes(checkSystems(around(entries)).sink);
    expect(told("module north of tank { rate = 5 [t] }")).toEqual(["GTFP3011"]);
    expect(told("module north of tank\n aux x [day] = north.water")).toEqual(["GTFP3011"]);
    expect(told("module north of tank\n aux x = north.water + 1 [day]")).toEqual(["GTFP3010"]);
    expect(told("module north of tank\n flow f [t]: north.water -> cloud = 1 [t]")).toEqual(["GTFP6111"]);
    expect(told("module north of tank { rate = 36.5 [1/year] }")).toEqual([]);
  });

  it("tell what is wrong in them once, at its place", () => {
    const told = (entries: string) =>
      checkSystems(around(entries)).sink.list.map((d) => `${d.code} ${d.help ?? ""}`);
    expect(told("module north of tank { rat = 1 }")).toEqual(["GTFP6206 did you mean `rate`?"]);
    expect(told("module north of tank\n aux x = north.watr")).toEqual(["GTFP2011 did you mean `water`?"]);
    expect(told("module north of tnk\n aux x = north.water\n flow f: north.water -> cloud = 1")).toEqual([
      "GTFP6201 did you mean `tank`?",
    ]);
    expect(told("aux north = 1\n module north of tank")[0]).toContain("GTFP6130");
    expect(told("module north of tank { loss = 1 [t/day] }")[0]).toContain("GTFP6207");
    expect(told("module north of tank { rate = north.water / 1 [t day] * 2 }")).toEqual([]);
  });

  it("tell loops that go through them", () => {
    const { sink } = checkSystems(around("module north of tank { rate = north.level[a] / 9 [day] * 2 }"));
    expect(codes(sink)).toEqual([]);
    const loop = checkSystems(
      around(`aux demand [1/day] = 1 [1/day] - north.rate / 2
  module north of tank { rate = demand }`),
    );
    expect(loop.sink.list[0].message).toContain("`demand` → `north.rate` → `demand`");
  });

  it("cannot hold themselves", () => {
    const { diagnostics } = check(
      "model.gtfp",
      () => `system a { time [day] = 0 .. 1; module b of c; stock x = 1 }
system c { time [day] = 0 .. 1; module d of a; stock x = 1 }`,
    );
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP2006"]);
  });
});
