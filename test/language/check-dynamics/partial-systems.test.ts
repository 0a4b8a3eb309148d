import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";

/** The messages of a model, one line each: the line of the source and the code. */
function told(text: string): string[] {
  const { model, diagnostics } = check("model.gtfp", () => text);
  expect(model).toBeNull();
  return diagnostics.map((d) => `${text.slice(0, d.span.start).split("\n").length} ${d.code}`);
}

const model = (time: string, more: string, after = "") => `dimension d = a, b
system economy {
  ${time}
  param growth [1/year] = 0.06
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  ${more}
}
scenario good of economy { growth = 0.07 [1/year] }
scenario bad of economy { growht = 0.07 [1/year] }
scenario next from bad { growth = 7 [t] }
expect good.gdp at 2030 > 1 [CNY]
expect economy.gpd at 2030 > 1 [CNY]
expect bad.gdp at 2030 > 1 [t]
${after}`;
const good = "time [year] = 2020 .. 2030";
/** What is wrong beside the system itself, in the lines of `model`. */
const beside = ["10 GTFP6206", "11 GTFP3011", "13 GTFP2011", "14 GTFP3010"];

describe("a system with errors", () => {
  it.each([
    ["an equation with an unknown name", "aux rate = nowhere * gdp", "7 GTFP2010"],
    ["units that contradict", "aux rate [t] = gdp", "7 GTFP3011"],
    ["a loop", "aux x = y; aux y = x", "7 GTFP6113"],
    ["a variable without a value", "param x [1]", "7 GTFP6106"],
    ["a flow without a stock", "flow f: cloud -> gpd = 1", "7 GTFP6107"],
  ])("and %s: what names its runs is checked in the same pass", (_, entry, code) => {
    expect(told(model(good, entry))).toEqual([code, ...beside]);
  });

  it("whose time is wrong", () => {
    expect(told(model("time [year] = 2030 .. 2020", ""))).toEqual(["3 GTFP6004", ...beside]);
  });

  it("does not complain of what reads a variable that could not be read", () => {
    const text = model(
      good,
      "stock x by sector [t] = 1\n  aux y = sum(x) + x[a]",
      "expect economy.x[a] at 2030 > 1 [t]\nexpect good.y at 2030 > 1 [t]\nscenario other of economy { x[a] = 2 [t]; y = 3 }\nsweep s of economy { x in 1 .. 2 step 1; outputs x, y }",
    );
    expect(told(text).filter((line) => /^(7|8|1[6-9]|2\d) /.test(line))).toEqual(["7 GTFP6103"]);
  });
});
