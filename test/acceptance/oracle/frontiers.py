"""Expected results of the frontier models."""
import numpy as np
import pandas as pd

from dea import ROOT, Program, model, ranks, solve, sub, table, write

SCIPY = "scipy 1.10 linprog (HiGHS) on programs written from the formulas; rows scaled by column means. "
mills = pd.read_csv(ROOT + "/frontiers/data/mills.csv")
prov = pd.read_csv(ROOT + "/frontiers/data/provinces_2009.csv")
cty = pd.read_csv(ROOT + "/frontiers/data/countries.csv")


def sets(df, x, y, b=()):
    return {"x": df[list(x)].to_numpy(float), "y": df[list(y)].to_numpy(float),
            "b": df[list(b)].to_numpy(float) if b else np.zeros((len(df), 0))}


def at(d, i):
    return {k: d[k][i] for k in "xyb"}


M = sets(mills, ["x1", "x2"], ["y1", "y2"])
MB = sets(mills, ["x1", "x2"], ["y1", "y2"], ["bad"])
CTY_COLS = (["labor", "capital", "energy"], ["gdp"], ["co2"])
C = sets(cty, *CTY_COLS)


def radial(d, i, orientation, **kw):
    return Program(d, at(d, i), "radial", orientation=orientation, **kw)


def obs_dir(d, i, x=0.0, y=1.0, b=1.0):
    return {"x": x * d["x"][i], "y": y * d["y"][i], "b": b * d["b"][i]}


def classify(p, s):
    """efficient: on the frontier without slack; weakly_efficient: with slack."""
    if s["score"] is None:
        return None
    front = 0.0 if p.kind == "ddf" else 1.0
    if abs(s["score"] - front) > 1e-7:
        return "inefficient"
    ph = p.slacks(s["score"])
    if ph is None:
        return "*"
    size = max(abs(v) / max(1.0, p.scale[0]) for v in [ph["total"]])
    return "efficient" if ph["total"] < 1e-6 * np.mean(p.scale) else "weakly_efficient"


MILLS_HEAD = """
data mills from "data/mills.csv" {
  dmu mill
  x1 [1]
  x2 [1]
  y1 [1]
  y2 [1]
  bad [1]
}
"""
CTY_HEAD = """
unit USD2017

data countries from "data/countries.csv" {
  dmu iso
  period year
  group region, income
  labor [M person]
  capital [M USD2017]
  energy [Mtoe]
  gdp [M USD2017]
  co2 [Mt]
%s}
"""
GREEN = """
technology green on countries%s {
  input labor, capital, energy
  good gdp
  bad co2
%s}
"""
WIN = "\ndirection win_win { good +observed; bad -observed }\n"


# 1. radial, input, crs ---------------------------------------------------------------------------------
rows = []
eff = []
res = []
for i in range(30):
    p = radial(M, i, "input", returns="crs")
    s = p.solve()
    res.append((p, s))
    eff.append(s["score"])
for i, (p, s) in enumerate(res):
    rows.append([mills.mill[i], s["score"], s["score"], classify(p, s), ranks(eff)[i], "optimal"])
model("frontiers/radial-input-crs", "// Farrell efficiency of thirty paper mills: CCR, input orientation.\n" + MILLS_HEAD + """
technology pulp on mills {
  input x1, x2
  good y1, y2
}
measure efficiency = radial(pulp, orientation: input)
""")
write("frontiers/radial-input-crs", SCIPY + "Default returns are crs.",
      tables={"efficiency": table(["mill", "score", "efficiency", "class", "rank", "status"], 1, rows)})

# 2. radial, output, vrs --------------------------------------------------------------------------------
rows, eff, res = [], [], []
for i in range(30):
    p = radial(M, i, "output", returns="vrs")
    s = p.solve()
    res.append((p, s))
    eff.append(1 / s["score"])
for i, (p, s) in enumerate(res):
    rows.append([mills.mill[i], s["score"], eff[i], classify(p, s), ranks(eff)[i], "optimal"])
model("frontiers/radial-output-vrs", "// BCC, output orientation: the score is φ ≥ 1, the efficiency 1/φ.\n" + MILLS_HEAD + """
technology pulp on mills {
  returns vrs
  good y1, y2
  input x1, x2
}
measure expansion = radial(pulp, orientation: output)
""")
write("frontiers/radial-output-vrs", SCIPY,
      tables={"expansion": table(["mill", "score", "efficiency", "class", "rank", "status"], 1, rows)})

# 3. nirs, ndrs -----------------------------------------------------------------------------------------
tables = {}
text = "// Non-increasing and non-decreasing returns, both orientations.\n" + MILLS_HEAD + """
technology nirs on mills { input x1, x2; good y1, y2; returns nirs }
technology ndrs from nirs { returns ndrs }
"""
for rts in ("nirs", "ndrs"):
    for o in ("input", "output"):
        text += f"measure {rts}_{o} = radial({rts}, orientation: {o})\n"
        tables[f"{rts}_{o}"] = table(["mill", "score"], 1,
                                     [[mills.mill[i], radial(M, i, o, returns=rts).solve()["score"]] for i in range(30)])
model("frontiers/radial-nirs-ndrs", text)
write("frontiers/radial-nirs-ndrs", SCIPY, tables=tables)

# 4. radial with bads -----------------------------------------------------------------------------------
tables = {}
text = "// A bad output in a radial program keeps its amount: weak (equality), strong, and Kuosmanen under vrs.\n" + MILLS_HEAD
for rts in ("crs", "vrs"):
    for disp in ("weak", "strong"):
        text += f"technology {disp}_{rts} on mills {{ input x1, x2; good y1, y2; bad bad; returns {rts}; disposability {disp} }}\n"
for rts in ("crs", "vrs"):
    for disp in ("weak", "strong"):
        for o in ("input", "output"):
            name = f"{disp}_{rts}_{o}"
            text += f"measure {name} = radial({disp}_{rts}, orientation: {o})\n"
            tables[name] = table(["mill", "score"], 1,
                                 [[mills.mill[i], radial(MB, i, o, returns=rts, disp=disp).solve()["score"]] for i in range(30)])
model("frontiers/radial-with-bad-output", text.replace("bad bad;", "bad effluent = bad;"))
write("frontiers/radial-with-bad-output", SCIPY + "Bads keep their level: Σλb = b (weak), ≤ b (strong).", tables=tables)

# 5. super-efficiency, cross-section, infeasible under vrs ------------------------------------------------
P = sets(prov, ["capital", "labor"], ["giov"])
tables = {}
text = """
// Andersen & Petersen (1993); under vrs some programs have no solution and must say so, not 0, 1 or Inf.
data provinces from "data/provinces_2009.csv" {
  dmu province
  group region
  capital [100M CNY]
  labor [10k person]
  giov [100M CNY]
}
technology crs on provinces { input capital, labor; good giov }
technology vrs from crs { returns vrs }
"""
for rts in ("crs", "vrs"):
    for o in ("input", "output"):
        rows = []
        for i in range(len(prov)):
            s = radial(P, i, o, returns=rts, exclude=[i]).solve()
            e = None if s["score"] is None else (s["score"] if o == "input" else 1 / s["score"])
            rows.append([prov.province[i], s["score"], e, s["status"]])
        text += f"measure super_{rts}_{o} = radial({rts}, orientation: {o}, super: true)\n"
        tables[f"super_{rts}_{o}"] = table(["province", "score", "efficiency", "status"], 1, rows)
        print("super", rts, o, sum(r[3] != "optimal" for r in rows))
model("frontiers/super-efficiency", text)
write("frontiers/super-efficiency", SCIPY + "The observation is left out of its own reference set.", tables=tables)

# 6. ddf weak crs on the panel, contemporaneous ------------------------------------------------------------
def panel_ref(df, i, kind, group=None, size=None):
    t = df.year.to_numpy()
    years = sorted(set(t))
    k = years.index(t[i])
    ys = {"contemporaneous": [years[k]], "global": years, "sequential": years[:k + 1],
          "window": years[max(0, k - (size or 0) + 1):k + 1],
          "centered": years[max(0, k - (size or 0) // 2):k + (size or 0) // 2 + 1],
          "biennial": years[k:k + 2]}[kind]
    keep = np.isin(t, ys)
    if group is not None:
        keep &= (df[group] == df[group][i]).to_numpy()
    return np.flatnonzero(keep)


def ddf_panel(df, D, kind="contemporaneous", group=None, size=None, g=None, returns="crs", disp="weak", sup=None, refmask=None):
    out = []
    for i in range(len(df)):
        idx = panel_ref(df, i, kind, group, size)
        if refmask is not None:
            idx = idx[refmask[idx]]
        ex = [] if sup is None else [k for k, j in enumerate(idx) if (j == i if sup == "obs" else df.iso[j] == df.iso[i])]
        gi = obs_dir(D, i) if g is None else g(i)
        if all(np.all(v == 0) for v in gi.values()):
            out.append({"status": "undefined", "score": None})
            continue
        p = Program(sub(D, idx), at(D, i), "ddf", g=gi, returns=returns, disp=disp, exclude=ex)
        s = p.solve()
        s["p"] = p
        out.append(s)
    return out


def keyed(df, res, cols=("score",)):
    rows = []
    for i, s in enumerate(res):
        e = None if s["score"] is None else 1 / (1 + s["score"])
        row = {"score": s["score"], "efficiency": e, "status": s["status"]}
        rows.append([df.iso[i], int(df.year[i])] + [row[c] for c in cols])
    return rows


res = ddf_panel(cty, C)
by_year = {}
for i, s in enumerate(res):
    by_year.setdefault(cty.year[i], []).append(1 / (1 + s["score"]))
rows = []
count = {}
for i, s in enumerate(res):
    k = count.setdefault(cty.year[i], 0)
    count[cty.year[i]] += 1
rk = {}
for y in sorted(set(cty.year)):
    ii = np.flatnonzero(cty.year == y)
    for j, r in zip(ii, ranks([1 / (1 + res[q]["score"]) for q in ii])):
        rk[j] = r
for i, s in enumerate(res):
    rows.append([cty.iso[i], int(cty.year[i]), s["score"], 1 / (1 + s["score"]), classify(s["p"], s), rk[i], s["status"]])
model("frontiers/ddf-weak-crs-panel", "// Chung, Färe & Grosskopf (1997) on thirty countries, each year its own frontier.\n" + CTY_HEAD % "" + GREEN % ("", "") + WIN + "measure inefficiency = ddf(green, along: win_win)\n")
write("frontiers/ddf-weak-crs-panel", SCIPY + "Σλx ≤ x, Σλy ≥ (1+β)y, Σλb = (1−β)b by year. Ranks within a year.",
      tables={"inefficiency": table(["iso", "year", "score", "efficiency", "class", "rank", "status"], 2, rows,
                                    units={"score": "1"}, roles={"iso": "dmu", "year": "period"})})

# 7. disposability under vrs ---------------------------------------------------------------------------
text = "// Four readings of weak disposability under variable returns give different scores.\n" + MILLS_HEAD + WIN
tables = {}
for disp in ("weak", "strong", "equality", "shephard"):
    text += f"technology t_{disp} on mills {{ input x1, x2; good y1, y2; bad effluent = bad; returns vrs; disposability {disp} }}\n"
    text += f"measure {disp} = ddf(t_{disp}, along: win_win)\n"
    rows = []
    for i in range(30):
        s = solve(MB, at(MB, i), "ddf", g=obs_dir(MB, i), returns="vrs", disp=disp)
        rows.append([mills.mill[i], s["score"], s["status"]])
    tables[disp] = table(["mill", "score", "status"], 1, rows)
model("frontiers/ddf-disposability-vrs", text)
write("frontiers/ddf-disposability-vrs", SCIPY + "weak: Kuosmanen (2005), λ and μ; strong: ≤; equality: one λ; shephard: Σw = θ ≤ 1, Σwx ≤ θx.", tables=tables)
print("disposability diffs", [sum(abs(a[1] - b[1]) > 1e-6 for a, b in zip(tables["weak"]["rows"], tables[k]["rows"])) for k in ("strong", "equality", "shephard")])

# 8. nirs and ndrs with bads ------------------------------------------------------------------------------
text = "// Weak disposability under nirs needs one intensity, under ndrs Kuosmanen's two.\n" + MILLS_HEAD + WIN
tables = {}
for rts in ("nirs", "ndrs"):
    for disp in ("weak", "strong", "equality"):
        text += f"technology t_{disp}_{rts} on mills {{ input x1, x2; good y1, y2; bad effluent = bad; returns {rts}; disposability {disp} }}\n"
        text += f"measure {disp}_{rts} = ddf(t_{disp}_{rts}, along: win_win)\n"
        tables[f"{disp}_{rts}"] = table(["mill", "score"], 1, [
            [mills.mill[i], solve(MB, at(MB, i), "ddf", g=obs_dir(MB, i), returns=rts, disp=disp)["score"]] for i in range(30)])
model("frontiers/ddf-nirs-ndrs", text)
write("frontiers/ddf-nirs-ndrs", SCIPY, tables=tables)
print("rts diffs", {k: sum(abs(a[1] - b[1]) > 1e-6 for a, b in zip(tables["weak_" + k]["rows"], tables["equality_" + k]["rows"])) for k in ("nirs", "ndrs")})
y14 = cty[cty.year == 2014].reset_index(drop=True)
D14 = sets(y14, *CTY_COLS)

# 9. directions that move inputs, goods and bads ------------------------------------------------------------
dirs = {
    "everything": ("input -observed; good +observed; bad -observed", lambda i: obs_dir(C, i, 1, 1, 1)),
    "saving": ("energy -observed; gdp +observed; co2 -observed",
               lambda i: {"x": np.array([0, 0, C["x"][i][2]]), "y": C["y"][i], "b": C["b"][i]}),
    "carbon_only": ("bad -observed", lambda i: obs_dir(C, i, 0, 0, 1)),
    "growth_only": ("good +observed", lambda i: obs_dir(C, i, 0, 1, 0)),
    "override": ("input -observed; energy -0.5 * energy; bad -observed",
                 lambda i: {"x": C["x"][i] * [1, 1, .5], "y": 0 * C["y"][i], "b": C["b"][i]}),
}
text = "// A direction names roles or variables; a variable overrides its role; what is not named does not move.\n" + CTY_HEAD % "" + GREEN % ("", "")
tables = {}
for k, (t, f) in dirs.items():
    text += f"direction d_{k} {{ {t} }}\nmeasure {k} = ddf(green, along: d_{k})\n"
    tables[k] = table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, g=f), ("score", "status")))
model("frontiers/direction-entries", text)
write("frontiers/direction-entries", SCIPY, tables=tables)

# 10. sizes ------------------------------------------------------------------------------------------------
def stat(fn):
    def f(i):
        m = (cty.year == cty.year[i]).to_numpy()
        return {"x": 0 * C["x"][i], "y": fn(C["y"][m]), "b": fn(C["b"][m])}
    return f


sizes = {
    "mean": ("good +mean; bad -mean", stat(lambda a: a.mean(0))),
    "sd": ("good +sd; bad -sd", stat(lambda a: a.std(0, ddof=1))),
    "range": ("good +range; bad -range", stat(lambda a: a.max(0) - a.min(0))),
    "max": ("good +max; bad -max", stat(lambda a: a.max(0))),
    "number": ("gdp +1000; co2 -0.5", lambda i: {"x": 0 * C["x"][i], "y": np.array([1000.]), "b": np.array([.5])}),
    "expression": ("gdp +0.1 * gdp; co2 -mean(co2 by year)",
                   lambda i: {"x": 0 * C["x"][i], "y": .1 * C["y"][i], "b": C["b"][(cty.year == cty.year[i]).to_numpy()].mean(0)}),
}
text = "// Every size of a direction. mean, sd, range and max are of the observation's year.\n" + CTY_HEAD % "" + GREEN % ("", "")
tables = {}
for k, (t, f) in sizes.items():
    text += f"direction d_{k} {{ {t} }}\nmeasure by_{k} = ddf(green, along: d_{k})\n"
    tables["by_" + k] = table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, g=f), ("score", "status")))
model("frontiers/direction-sizes", text)
write("frontiers/direction-sizes", SCIPY + "sd with n − 1.", tables=tables)

# 11. by group, sizes by group ------------------------------------------------------------------------------
def stat_group(i):
    m = ((cty.year == cty.year[i]) & (cty.income == cty.income[i])).to_numpy()
    return {"x": 0 * C["x"][i], "y": C["y"][m].mean(0), "b": C["b"][m].mean(0)}


text = "// One frontier for each income group; the size `mean` is then the group's of that year.\n" + CTY_HEAD % "" + GREEN % (" by income", "") + WIN
text += "direction average { good +mean; bad -mean }\nmeasure own_group = ddf(green, along: win_win)\nmeasure own_mean = ddf(green, along: average)\n"
rows = keyed(cty, ddf_panel(cty, C, group="income"), ("score", "status"))
model("frontiers/by-group", text)
write("frontiers/by-group", SCIPY, tables={
    "own_group": table(["iso", "year", "score", "status"], 2, rows),
    "own_mean": table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, group="income", g=stat_group), ("score", "status")))})

# 12. references ---------------------------------------------------------------------------------------------
refs = {"contemporaneous": ("contemporaneous", None), "overall": ("global", None), "sequential": ("sequential", None),
        "window_3": ("window", 3), "window_3_centered": ("centered", 3), "biennial": ("biennial", None)}
words = {"overall": "global", "window_3": "window 3", "window_3_centered": "window 3 centered"}
text = "// The frontier of the own year, of all years, of the past, of windows, of pairs.\n" + CTY_HEAD % "" + WIN
tables = {}
for k, (kind, size) in refs.items():
    text += (GREEN % ("", f"  reference {words.get(k, k)}\n")).replace("green", "t_" + k)
    text += f"measure {k} = ddf(t_{k}, along: win_win)\n"
    tables[k] = table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, kind, size=size), ("score", "status")))
model("frontiers/references", text)
write("frontiers/references", SCIPY + "window 3: t−2..t; centered: t−1..t+1; biennial: t, t+1 (the last year alone); sequential: all up to t.", tables=tables)

# 13. super in panels: the observation, or its DMU in every period ---------------------------------------------
text = "// `super: true` leaves the observation out, `super: dmu` its country in all years.\n" + CTY_HEAD % "" + GREEN % ("", "  reference global\n") + WIN
text += "measure without_observation = ddf(green, along: win_win, super: true)\nmeasure without_country = ddf(green, along: win_win, super: dmu)\n"
text += "technology yearly from green { reference contemporaneous }\nmeasure yearly_super = ddf(yearly, along: win_win, super: true)\n"
tables = {"without_observation": table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, "global", sup="obs"), ("score", "status"))),
          "without_country": table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, "global", sup="dmu"), ("score", "status"))),
          "yearly_super": table(["iso", "year", "score", "status"], 2, keyed(cty, ddf_panel(cty, C, sup="obs"), ("score", "status")))}
print("super ddf infeasible", {k: sum(r[3] != "optimal" for r in t["rows"]) for k, t in tables.items()})
model("frontiers/super-ddf-panel", text)
write("frontiers/super-ddf-panel", SCIPY, tables=tables)

# 14. where restricts the reference set ---------------------------------------------------------------------
mask = (cty.income == "high").to_numpy()
text = "// The frontier of the rich; the others are still measured, and may lie beyond it.\n" + CTY_HEAD % "" + GREEN % ("", '  where income == "high"\n') + WIN
text += "measure against_rich = ddf(green, along: win_win)\n"
rows = keyed(cty, ddf_panel(cty, C, refmask=mask), ("score", "status"))
print("where: negative", sum((r[2] or 0) < -1e-9 for r in rows), "infeasible", sum(r[3] != "optimal" for r in rows))
model("frontiers/reference-where", text)
write("frontiers/reference-where", SCIPY, tables={"against_rich": table(["iso", "year", "score", "status"], 2, rows)})

# 15. reference of another panel ------------------------------------------------------------------------------
past = cty[cty.year <= 2012].reset_index(drop=True)
pres = cty[cty.year >= 2013].reset_index(drop=True)
DP, DN = sets(past, *CTY_COLS), sets(pres, *CTY_COLS)
text = "// Later years measured by the frontier of earlier ones.\n" + CTY_HEAD.replace("data countries", "data past") % "  where year <= 2012\n"
text += (CTY_HEAD.replace("data countries", "data present") % "  where year >= 2013\n").replace("unit USD2017\n", "")
text += (GREEN % ("", "  reference global of past\n")).replace("on countries", "on present") + WIN + "measure since = ddf(green, along: win_win)\n"
res = []
for i in range(len(pres)):
    res.append(solve(DP, at(DN, i), "ddf", g=obs_dir(DN, i)))
model("frontiers/reference-of-panel", text)
write("frontiers/reference-of-panel", SCIPY, tables={"since": table(["iso", "year", "score", "status"], 2, keyed(pres, res, ("score", "status")))})

# 16. technology from -------------------------------------------------------------------------------------------
text = "// A technology made from another one keeps what it does not say.\n" + CTY_HEAD % "  where year == 2014\n" + GREEN % ("", "") + WIN
text += """
technology green_vrs from green { returns vrs }
technology strong_vrs from green_vrs { disposability strong }
technology no_energy from green { input labor, capital }
measure a = ddf(green_vrs, along: win_win)
measure b = ddf(strong_vrs, along: win_win)
measure c = ddf(no_energy, along: win_win)
"""
D2 = sets(y14, ["labor", "capital"], ["gdp"], ["co2"])
model("frontiers/technology-from", text)
write("frontiers/technology-from", SCIPY + "An entry of a role in a derived technology replaces that role (the contract says only that `from` changes what it names).", tables={
    "a": table(["iso", "year", "score"], 2, keyed(y14, ddf_panel(y14, D14, returns="vrs"))),
    "b": table(["iso", "year", "score"], 2, keyed(y14, ddf_panel(y14, D14, returns="vrs", disp="strong"))),
    "c": table(["iso", "year", "score"], 2, keyed(y14, ddf_panel(y14, D2)))})

# 17. slacks and targets, where unique ---------------------------------------------------------------------------
text = "// Second phase: the plain sum of slacks at the optimum, targets on the frontier. Cells that are not unique are not compared.\n" + MILLS_HEAD + """
technology pulp on mills { input x1, x2; good y1, y2; returns vrs }
measure theta = radial(pulp, orientation: input)
technology green on mills { input x1, x2; good y1, y2; bad effluent = bad }
direction win_win { good +observed; bad -observed }
measure beta = ddf(green, along: win_win)
"""
rows, rows2 = [], []
stars = 0
names = {("x", 0): "x1", ("x", 1): "x2", ("y", 0): "y1", ("y", 1): "y2", ("b", 0): "effluent"}
for i in range(30):
    p = radial(M, i, "input", returns="vrs")
    s = p.solve()
    ph = p.slacks(s["score"])
    sl = [ph["slacks"][k] for k in [("x", 0), ("x", 1), ("y", 0), ("y", 1)]]
    v = [a if u else "*" for a, u in sl]
    stars += v.count("*")
    x, y = M["x"][i], M["y"][i]
    base = [s["score"] * x[0], s["score"] * x[1], y[0], y[1]]
    tg = ["*" if q == "*" else (b - q if k < 2 else b + q) for k, (b, q) in enumerate(zip(base, v))]
    rows.append([mills.mill[i]] + v + tg)
    g = obs_dir(MB, i)
    p = Program(MB, at(MB, i), "ddf", g=g)
    s = p.solve()
    ph = p.slacks(s["score"])
    sl = [ph["slacks"][k] for k in [("x", 0), ("x", 1), ("y", 0), ("y", 1)]]
    v = [a if u else "*" for a, u in sl] + [0.0]
    stars += v.count("*")
    base = [x[0], x[1], y[0] * (1 + s["score"]), y[1] * (1 + s["score"]), MB["b"][i][0] * (1 - s["score"])]
    tg = ["*" if q == "*" else (b - q if k in (0, 1, 4) else b + q) for k, (b, q) in enumerate(zip(base, v))]
    rows2.append([mills.mill[i]] + v + tg)
print("slack stars", stars)
cols = ["x1", "x2", "y1", "y2"]
model("frontiers/slacks-and-targets", text)
write("frontiers/slacks-and-targets", SCIPY + "Second phase: max Σ s at the optimum; each slack's range tells whether it is unique.", tables={
    "theta": table(["mill"] + ["slack." + c for c in cols] + ["target." + c for c in cols], 1, rows, tolerance=1e-6),
    "beta": table(["mill"] + ["slack." + c for c in cols + ["effluent"]] + ["target." + c for c in cols + ["effluent"]], 1, rows2, tolerance=1e-6)})

# 18. shadow prices where unique -------------------------------------------------------------------------------
text = "// Shadow prices ∂score/∂V; only unique ones are compared. A bad's price may be negative under weak disposability.\n" + MILLS_HEAD + """
technology pulp on mills { input x1, x2; good y1, y2 }
measure theta = radial(pulp, orientation: input)
measure phi = radial(pulp, orientation: output)
technology green on mills { input x1, x2; good y1, y2; bad effluent = bad }
direction win_win { good +observed; bad -observed }
measure beta = ddf(green, along: win_win)
"""
def price_rows(programs, order, names):
    rows, stars, neg = [], 0, 0
    for i, p in enumerate(programs):
        s = p.solve()
        pr = p.price_range(s["score"])
        row = [mills.mill[i]]
        for k, n in zip(order, names):
            r = pr[k]
            size = 1 / max(1e-12, abs({"x": MB["x"], "y": MB["y"], "b": MB["b"]}[k[0]][i][k[1]]))
            if r is None or abs(r[1] - r[0]) > 1e-7 * size:
                row.append("*")
                stars += 1
            else:
                v = 0.5 * (r[0] + r[1])
                row.append(0.0 if abs(v) < 1e-9 * size else v)
                neg += v < -1e-9 * size
        rows.append(row)
    print("prices: stars", stars, "negative", neg)
    return rows


o4 = [("x", 0), ("x", 1), ("y", 0), ("y", 1)]
model("frontiers/shadow-prices", text)
write("frontiers/shadow-prices", SCIPY + "Range of each dual by two further programs over the optimal face of the dual; '*' where not a point.", tables={
    "theta": table(["mill"] + ["price." + c for c in cols], 1, price_rows([radial(M, i, "input") for i in range(30)], o4, cols), tolerance=1e-9),
    "phi": table(["mill"] + ["price." + c for c in cols], 1, price_rows([radial(M, i, "output") for i in range(30)], o4, cols), tolerance=1e-9),
    "beta": table(["mill"] + ["price." + c for c in cols + ["effluent"]], 1,
                  price_rows([Program(MB, at(MB, i), "ddf", g=obs_dir(MB, i)) for i in range(30)], o4 + [("b", 0)], cols), tolerance=1e-9)})

# 19. returns to scale --------------------------------------------------------------------------------------------
text = "// Where each mill stands on the frontier of variable returns.\n" + MILLS_HEAD + """
technology pulp on mills { input x1, x2; good y1, y2; returns vrs }
measure theta = radial(pulp, orientation: input)
measure phi = radial(pulp, orientation: output)
"""
tables = {}
for name, o in (("theta", "input"), ("phi", "output")):
    rows = []
    for i in range(30):
        c, v, n = (radial(M, i, o, returns=r).solve()["score"] for r in ("crs", "vrs", "nirs"))
        rows.append([mills.mill[i], "constant" if abs(c - v) < 1e-7 else "decreasing" if abs(n - v) < 1e-7 else "increasing"])
    print(name, {w: sum(r[1] == w for r in rows) for w in ("constant", "increasing", "decreasing")})
    tables[name] = table(["mill", "returns_to_scale"], 1, rows)
model("frontiers/returns-to-scale", text)
write("frontiers/returns-to-scale", SCIPY + "Färe, Grosskopf & Lovell (1985): crs, vrs and nirs scores compared.", tables=tables)
