import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import type { Index, Measure, Technology } from "../../../language/model.ts";

const panel = `data mills {
  dmu mill
  period year
  group region
  | mill | year | region | labor [h] | energy [MJ] | paper [t] | bod [kg] |
  | A | 2020 | north | 10 | 3 | 100 | 5 |
  | B | 2020 | south | 20 | 4 | 150 | 9 |
}
`;
const green = "technology green on mills { input labor, energy; good paper; bad bod }\n";
const winWin = "direction win_win { good +observed; bad -observed }\n";

function checked(rest: string, before = panel) {
  const text = before + rest;
  const { model, diagnostics } = check("model.gtfp", (path) => (path === "model.gtfp" ? text : null));
  const said = diagnostics.map(({ code, message, help, span }) => {
    const place = text.slice(span.start, span.end);
    return `${code} [${place}] ${message}${help === undefined ? "" : ` (${help})`}`;
  });
  return { model, said, fixes: diagnostics.flatMap((d) => d.fixes) };
}
function declared<T>(rest: string, name: string): T {
  const { model, said } = checked(rest);
  expect(said).toEqual([]);
  return model!.declarations.find((one) => one.name === name) as T;
}

describe("a technology", () => {
  it("has the contract's defaults", () => {
    expect(declared<Technology>(green, "green")).toMatchObject({
      panel: "mills",
      referencePanel: "mills",
      by: [],
      returns: "crs",
      disposability: "weak",
      reference: { kind: "contemporaneous" },
    });
  });

  it("inherits what it does not say, and a role replaces the inherited variables of that role", () => {
    const rest = `${green}technology leaner from green { input labor; returns vrs; reference window 3 centered }`;
    const leaner = declared<Technology>(rest, "leaner");
    expect(leaner.variables.map((v) => `${v.role} ${v.name}`)).toEqual([
      "input labor",
      "good paper",
      "bad bod",
    ]);
    expect(leaner).toMatchObject({ returns: "vrs", reference: { kind: "window", size: 3, centered: true } });
  });

  it("computes variables, keeps fixed ones apart and stands by group", () => {
    const rest =
      "technology t on mills by region { fixed input energy; input effort = labor * 2; good paper; where year >= 2020 }";
    const t = declared<Technology>(rest, "t");
    expect(t.by).toEqual(["region"]);
    expect(t.variables.map((v) => [v.name, v.fixed, v.unit?.text])).toEqual([
      ["energy", true, "MJ"],
      ["effort", false, "h"],
      ["paper", false, "t"],
    ]);
    expect(t.where).toBeDefined();
  });

  it.each([
    [
      "technology t on mils { input labor; good paper }",
      "GTFP5001 [mils] There is no panel `mils`. (did you mean `mills`?)",
    ],
    [
      "technology t on mills { input labr; good paper }",
      "GTFP2010 [labr] Nothing here is called `labr`. (did you mean `labor`?)",
    ],
    [
      "technology t on mills { input labor; good paper; returns crss }",
      "GTFP5007 [crss] `crss` is no kind of returns. (did you mean `crs`?)",
    ],
    [
      "technology t on mills { input labor; good paper; disposability week }",
      "GTFP5007 [week] `week` is no kind of disposability. (did you mean `weak`?)",
    ],
    [
      "technology t on mills { input labor; good paper; disposability managerial }",
      "GTFP5039 [t] `disposability managerial` says how bads can be cut, and `t` has none. (add a `bad` output, or leave the entry out)",
    ],
    [
      "technology t on mills { input labor; good paper; reference widow 3 }",
      "GTFP5007 [widow] `widow` is no reference. (did you mean `window`?)",
    ],
    [
      "technology t on mills { input labor; good paper; reference window 2 centered }",
      "GTFP5010 [2] The window needs an odd number of periods to be centered, such as `window 3 centered`.",
    ],
    [
      "technology t on mills by year { input labor; good paper }",
      "GTFP5011 [year] `year` is no DMU column or group of `mills`. (it has `mill`, `region`)",
    ],
    [
      "technology t on mills { input labor, region; good paper }",
      "GTFP5006 [region] `region` holds labels; a variable of a technology is a number.",
    ],
  ])("%s", (rest, message) => {
    expect(checked(rest).said).toEqual([message]);
  });

  it("is told all at once, even where its panel is broken", () => {
    const { said } = checked(
      "technology t on broken { input labr; good paper; returns vsr }\n",
      `${panel}data broken from mills { dmu mill; period year; labor = labour; paper = only(mills.paper) }\n`,
    );
    expect(said.map((message) => message.split(" ").slice(0, 2).join(" "))).toContain("GTFP2010 [labr]");
    expect(said.map((message) => message.split(" ").slice(0, 2).join(" "))).toContain("GTFP5007 [vsr]");
  });
});

describe("a direction", () => {
  it("becomes moves by variable, a variable before its role", () => {
    const rest = `${green}direction d { input -observed; energy -range; paper +2 }\nmeasure m = ddf(green, along: d)`;
    const { spec } = declared<Measure>(rest, "m");
    expect(spec.moves!.map((move) => [move.variable, move.size.kind])).toEqual([
      ["labor", "observed"],
      ["energy", "range"],
      ["paper", "expr"],
    ]);
  });

  it.each([
    [
      "bad +observed",
      "GTFP5014 [bad +observed] This direction expands the bads; improving means less of it. (write `bad -observed`)",
    ],
    [
      "bod +1",
      "GTFP5014 [bod +1] This direction expands `bod`, a bad; improving means less of it. (write `bod -1`)",
    ],
    [
      "good -mean",
      "GTFP5014 [good -mean] This direction shrinks the goods; improving means more of it. (write `good +mean`)",
    ],
    [
      "labor +observed",
      "GTFP5014 [labor +observed] This direction expands `labor`, an input; improving means less of it. (write `labor -observed`)",
    ],
    ["paper +observed; paper +1", "GTFP5009 [paper +1] `paper` is already given."],
    [
      "papr +observed",
      "GTFP5013 [papr] `papr` is neither a role (`input`, `good`, `bad`) nor a variable of any technology. (did you mean `paper`?)",
    ],
  ])("%s", (entry, message) => {
    const { said } = checked(`${green}direction d { ${entry} }\nmeasure m = ddf(green, along: d)`);
    expect(said).toEqual([message]);
  });

  it("offers the other sign as a fix", () => {
    const { fixes } = checked(`${green}direction d { bad +observed }`);
    expect(fixes[0]!.edits[0]!.text).toBe("-");
  });

  it("converts the unit of an expression, and refuses another kind", () => {
    const good = `${green}direction d { paper +50 [kg] }\nmeasure m = ddf(green, along: d)`;
    const move = declared<Measure>(good, "m").spec.moves![0]!;
    expect(move.size.kind === "expr" && move.size.expr.type.unit?.text).toBe("t");
    const bad = checked(`${green}direction d { paper +50 [MJ] }\nmeasure m = ddf(green, along: d)`);
    expect(bad.said.map((message) => message.slice(0, 6))).toEqual(["GTFP30"]);
  });
});

describe("a measure", () => {
  it("reads its words and sets the shape of its table", () => {
    const rest = `${green}measure m = radial(green, orientation: output, super: dmu, slacks: normalized)\nexpect m.slack.labor >= 0 [h]\nexpect m.price.paper >= 0 [1/t]\nexpect count(m.class == "efficient") > 0`;
    expect(declared<Measure>(rest, "m").spec).toEqual({
      fn: "radial",
      technology: "green",
      orientation: "output",
      super: "dmu",
      slacks: "normalized",
    });
  });

  it.each([
    ["radial(grin)", "GTFP5001 [grin] There is no technology `grin`. (did you mean `green`?)"],
    ["radial(win_win)", "GTFP5002 [win_win] `win_win` is a direction; a technology is needed here."],
    [
      "radial(green, orientation: inputs)",
      "GTFP5007 [inputs] `inputs` is no `orientation`. (did you mean `input`?)",
    ],
    [
      "radial(green, along: win_win)",
      "GTFP5020 [along] `radial` has no argument `along`. (it takes `orientation`, `super`, `slacks`, `price_range`)",
    ],
    [
      "radial(green, input)",
      "GTFP5022 [input] `orientation` of `radial` takes its value after its name, as in `orientation: input`.",
    ],
    ["radial()", "GTFP5021 [radial()] `radial` needs `technology`: the technology whose frontier measures."],
    [
      "malmquist(green)",
      "GTFP5018 [malmquist] There is no measure function `malmquist`. (`malmquist` is an index: declare it with `index`)",
    ],
    [
      "relational(green)",
      "GTFP5038 [relational(green)] `relational` means nothing on `green`: it measures stages, and the technology has none. (declare each `stage` and the `link`s)",
    ],
  ])("%s", (call, message) => {
    expect(checked(`${green}${winWin}measure m = ${call}`).said).toEqual([message]);
  });
});

describe("weights and prices", () => {
  const strong =
    "technology strong on mills { input labor, energy; good paper; bad bod; disposability strong }\n";

  it("are read by variable", () => {
    const rest = `${strong}measure m = additive(strong, weights: {labor: 1/2, paper: 2})\nmeasure n = additive(strong, weights: mip)`;
    const { weights } = declared<Measure>(rest, "m").spec;
    expect(weights?.kind === "map" && Object.keys(weights.values)).toEqual(["labor", "paper"]);
    expect(declared<Measure>(rest, "n").spec.weights).toEqual({ kind: "mip" });
  });

  it("of cost are brought to one money, which is the optimum's unit", () => {
    const rest = `${strong}measure m = cost(strong, prices: {labor: 20 [CNY/h], energy: 1 [k CNY/MJ]})\nexpect m.optimum >= 0 [CNY]\nexpect m.allocative <= 1`;
    const { spec } = declared<Measure>(rest, "m");
    expect(spec.money?.text).toBe("CNY");
    const energy = spec.prices!.energy!;
    expect(energy.op === "convert" && energy.factor).toBe(1000);
  });

  it.each([
    [
      "additive(strong, weights: mpi)",
      "GTFP5022 [mpi] `weights` of `additive` takes `ones`, `mip`, `normalized`, a map such as `{labor: 1/2, energy: 1/2}`.",
    ],
    [
      "additive(strong, weights: {labr: 1})",
      "GTFP5013 [labr] Technology `strong` has no variable `labr`. (did you mean `labor`?)",
    ],
    ["cost(strong, prices: {labor: 1})", "GTFP5033 [{labor: 1}] `cost` needs a price for energy."],
    [
      "revenue(strong, prices: {paper: 1, labor: 2})",
      "GTFP5033 [{paper: 1, labor: 2}] `revenue` has no use for a price of labor.",
    ],
    [
      "sbm(green)",
      "GTFP5032 [sbm(green)] `sbm` gives each bad a slack of its own, but in `green` bads have `disposability weak` and cannot be cut without goods. (make a technology `from green { disposability strong }`, or use `nddf`)",
    ],
  ])("%s", (call, message) => {
    expect(checked(`${green}${strong}measure m = ${call}`).said).toEqual([message]);
  });
});

describe("an index", () => {
  it("stands on a technology or a measure and takes another reference", () => {
    const rest = `${green}${winWin}measure m = ddf(green, along: win_win, super: true)\nindex i = malmquist_luenberger(m, reference: window(3, centered), rebase: true)\nindex j = malmquist(green, decomposition: fgnz)`;
    expect(declared<Index>(rest, "i")).toMatchObject({
      reference: { kind: "window", size: 3, centered: true },
      rebase: true,
      spec: { fn: "ddf", super: "observation" },
    });
    expect(declared<Index>(rest, "j")).toMatchObject({
      decomposition: "fgnz",
      spec: { orientation: "input" },
    });
  });

  it("is a ratio or a difference, never a level", () => {
    const rest = `${green}${winWin}index i = luenberger(green, along: win_win)\nexpect geomean(i.change) > 0`;
    expect(checked(rest).said).not.toEqual([]);
    expect(checked(rest.replace("geomean", "mean")).said).toEqual([]);
  });

  it.each([
    [
      "luenberger(green)",
      "GTFP5021 [luenberger(green)] `luenberger` needs `along`: the direction in which units are moved.",
    ],
    [
      "luenberger(theta)",
      "GTFP5024 [theta] `luenberger` cannot be made of `theta` (radial): it is made of directional distances. (use `malmquist(theta)`, or `luenberger` of a `ddf`)",
    ],
    [
      "malmquist(theta, orientation: input)",
      "GTFP5022 [input] `orientation` of `malmquist` takes nothing where the index is made of a measure, which has its own.",
    ],
    [
      "malmquist(green, reference: window)",
      "GTFP5010 [window] The window needs a whole number of periods, such as `window 3`.",
    ],
    [
      "radial(green)",
      "GTFP5018 [radial] There is no index function `radial`. (`radial` is a measure: declare it with `measure`)",
    ],
    [
      "fare_primont(green)",
      "GTFP5035 [green] `fare_primont` weighs outputs against inputs and has no place for the bads of `green`. (use `malmquist_luenberger` or `luenberger`, or a technology without bads)",
    ],
  ])("%s", (call, message) => {
    expect(checked(`${green}measure theta = radial(green)\nindex i = ${call}`).said).toEqual([message]);
  });
});
