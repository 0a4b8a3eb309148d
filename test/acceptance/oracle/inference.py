"""Expected results of inference: leave-one-out by brute force, other choices, partial frontiers by enumeration, gaps,
cross-efficiency in multiplier form. The bootstrap's figures come from bootstrap.py."""
import itertools

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.stats import kendalltau, spearmanr

from dea import ROOT, model, solve, table, write

SCIPY = "scipy's HiGHS on programs written from the formulas. "
prov = pd.read_csv(ROOT + "/inference/data/provinces.csv")
cty = pd.read_csv(ROOT + "/inference/data/countries.csv")


def sets(df, x, y, b=()):
    return {"x": df[list(x)].to_numpy(float), "y": df[list(y)].to_numpy(float),
            "b": df[list(b)].to_numpy(float) if b else np.zeros((len(df), 0))}


def at(d, i):
    return {k: d[k][i] for k in "xyb"}


def pick(d, idx):
    return {k: d[k][list(idx)] for k in "xyb"}


def radial(d, ref, i, orientation="input", **kw):
    return solve(pick(d, ref), at(d, i), "radial", orientation=orientation, **kw)


def ddf(d, ref, i, gx=0, gy=1, gb=1, **kw):
    g = {"x": gx * d["x"][i], "y": gy * d["y"][i], "b": gb * d["b"][i]}
    return solve(pick(d, ref), at(d, i), "ddf", g=g, **kw)


P = sets(prov, ["capital", "labor"], ["giov"])
C = sets(cty, ["labor", "capital", "energy"], ["gdp"], ["co2"])
PKEY = prov[["province", "year"]].values.tolist()
CKEY = cty[["iso", "year"]].values.tolist()

PROV = """
data provinces from "data/provinces.csv" {
  dmu province
  period year
  group region
  capital [100M CNY]
  labor [10k person]
  giov [100M CNY]
}
"""
CTY = """
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
}
"""


# --- influence ------------------------------------------------------------------------------------------------

def influence(d, key, frontiers, score, best, better):
    """Leaves out every unit, not only those on the frontier, and scores all others again. Only rows of frontier
    units (efficient, or moving somebody) are kept. `best`: the efficient score."""
    rows = []
    for label, members, ref in frontiers:
        before = {i: score(ref, i)["score"] for i in members}
        for j in ref:
            others = [i for i in members if i != j]
            kept = [r for r in ref if r != j]
            after = {i: score(kept, i) for i in others}
            both = [i for i in others if before[i] is not None and after[i]["score"] is not None]
            infeasible = sum(1 for i in others if before[i] is not None and after[i]["status"] == "infeasible")
            moves = {i: after[i]["score"] - before[i] for i in both}
            moved = [i for i in both if abs(moves[i]) > 1e-7]
            efficient = j in before and before[j] is not None and better(before[j])
            if not moved and not infeasible and not efficient:
                continue
            largest = max(moved, key=lambda i: abs(moves[i])) if moved else None
            fresh = [i for i in moved if better(after[i]["score"]) and not better(before[i])]
            # Whose the largest move is counts only where it is clear.
            second = sorted((abs(moves[i]) for i in moved), reverse=True)[1:2]
            clear = largest is not None and (not second or second[0] < abs(moves[largest]) - 1e-7)
            rows.append([*key[j], label, len(both), np.mean([before[i] for i in both]), np.mean([after[i]["score"] for i in both]),
                         len(moved), moves[largest] if moved else 0,
                         (f"{key[largest][0]} {key[largest][1]}" if clear else "*") if moved else None, len(fresh), infeasible])
    return rows


COLS = ["frontier", "n", "mean_before", "mean_after", "moved", "largest_move", "largest_move_unit", "new_efficient", "infeasible"]

model("inference/influence-radial", "// Each frontier unit of each year left out in turn." + PROV + """
technology crs on provinces { input capital, labor; good giov }
technology vrs from crs { returns vrs }
measure under_crs = radial(crs)
measure under_vrs = radial(vrs, orientation: output)
influence owners of under_crs
influence owners_vrs of under_vrs
""")
years = sorted(prov.year.unique())
byYear = [(str(t), [i for i, k in enumerate(PKEY) if k[1] == t]) for t in years]
full = [(t, m, m) for t, m in byYear]
write("inference/influence-radial", SCIPY + "Every unit is left out, all others are scored again.", tables={
    "owners": table(["province", "year"] + COLS, 2,
                    influence(P, PKEY, full, lambda ref, i: radial(P, ref, i), 1, lambda s: s > 1 - 1e-7), tolerance=1e-7),
    "owners_vrs": table(["province", "year"] + COLS, 2,
                        influence(P, PKEY, full, lambda ref, i: radial(P, ref, i, "output", returns="vrs"), 1,
                                  lambda s: s < 1 + 1e-7), tolerance=1e-7)})

model("inference/influence-directional", """
// One frontier for each income group and year, weak disposability: leaving a unit out can leave others without a solution.
""" + CTY + """
technology green on countries by income {
  input labor, capital, energy
  good gdp
  bad co2
  returns vrs
}
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)
measure beyond = ddf(green, along: win_win, super: true)
influence owners of inefficiency
influence owners_beyond of beyond
""")
groups = [(str(t), [i for i in range(len(cty)) if cty.income[i] == g and cty.year[i] == t])
          for t in sorted(cty.year.unique()) for g in sorted(cty.income.unique())]
gfull = [(t, m, m) for t, m in groups if m]
write("inference/influence-directional", SCIPY + "Every unit is left out, all others are scored again (Kuosmanen's program).", tables={
    "owners": table(["iso", "year"] + COLS, 2,
                    influence(C, CKEY, gfull, lambda ref, i: ddf(C, ref, i, returns="vrs"), 0, lambda s: s < 1e-7), tolerance=1e-7),
    "owners_beyond": table(["iso", "year"] + COLS, 2,
                           influence(C, CKEY, gfull, lambda ref, i: ddf(C, [r for r in ref if r != i], i, returns="vrs"), 0,
                                     lambda s: s < 1e-7), tolerance=1e-7, complete=False)})

model("inference/influence-window", "// A unit stands in the frontiers of two years; each is a row." + PROV + """
technology two_years on provinces { input capital, labor; good giov; reference window 2; where year <= 2007 }
measure efficiency = radial(two_years)
influence owners of efficiency
""")
rows = []
wins = []
for t in years:
    members = [i for i, k in enumerate(PKEY) if k[1] == t]
    ref = [i for i, k in enumerate(PKEY) if t - 1 <= k[1] <= t and k[1] <= 2007]
    if not ref:
        continue
    wins.append((str(t) if t == years[0] else f"{t - 1} to {t}", members, ref))
window = influence(P, PKEY, wins, lambda ref, i: radial(P, ref, i), 1, lambda s: s > 1 - 1e-7)
write("inference/influence-window", SCIPY + "Units outside the reference set are scored but cannot be left out.", tables={
    "owners": {**table(["province", "year"] + COLS, 3, window, tolerance=1e-7), "roles": {"frontier": "dimension"}}})


# --- robustness -----------------------------------------------------------------------------------------------

def agreement(base, other):
    both = [i for i in range(len(base)) if base[i] is not None and other[i] is not None]
    a, b = ([round(s[i], 8) for i in both] for s in (base, other))
    moves = [other[i] - base[i] for i in both]
    k = int(np.argmax(np.abs(moves)))
    return spearmanr(a, b).statistic, kendalltau(a, b).statistic, moves[k] if abs(moves[k]) > 1e-9 else 0, both[k]


def robustness_rows(key, choices, eff):
    base = choices[0][1]
    rows = []
    for label, scores, words in choices:
        known = [s for s in scores if s is not None]
        rho, tau, move, who = agreement(base, scores)
        rows.append([label, *words, len(known), sum(1 for s in scores if s is None), np.mean(known), sum(1 for s in known if eff(s)),
                     rho, tau, move, f"{key[who][0]} {key[who][1]}" if move else None])
    return rows


RCOLS = ["choice", "returns", "disposability", "reference", "without", "n", "infeasible", "mean", "efficient", "spearman", "kendall",
         "largest_move", "largest_move_unit"]

model("inference/robustness-directional", """
// One choice at a time: what is assumed of bads and of scale, and the input that is left out.
""" + CTY + """
technology green on countries {
  input labor, capital, energy
  good gdp
  bad co2
}
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)
robustness choices of inefficiency {
  disposability weak, strong, equality
  returns crs, vrs
  reference contemporaneous, global
  without energy
}
expect choices.spearman["disposability strong"] > 0.5
""")
cyears = sorted(cty.year.unique())
same = {i: [j for j in range(len(cty)) if cty.year[j] == cty.year[i]] for i in range(len(cty))}
everyone = {i: list(range(len(cty))) for i in range(len(cty))}


def scores(d, ref, fn, **kw):
    return [fn(d, ref[i], i, **kw)["score"] for i in range(len(d["x"]))]


def without(d, col):
    return {**d, "x": np.delete(d["x"], col, 1)}


def words(returns="crs", disp="weak", ref="contemporaneous", left=None):
    return [returns, disp, ref, left]


one_at_a_time = [
    ("base", scores(C, same, ddf), words()),
    ("disposability strong", scores(C, same, ddf, disp="strong"), words(disp="strong")),
    ("disposability equality", scores(C, same, ddf, disp="equality"), words(disp="equality")),
    ("returns vrs", scores(C, same, ddf, returns="vrs"), words("vrs")),
    ("reference global", scores(C, everyone, ddf), words(ref="global")),
    ("without energy", scores(without(C, 2), same, ddf), words(left="energy")),
]
write("inference/robustness-directional", SCIPY + "scipy.stats for rank correlations (τ-b); scores rounded to 1e-8 first.",
      tables={"choices": table(RCOLS, 1, robustness_rows(CKEY, one_at_a_time, lambda s: s < 1e-7), tolerance=1e-7)},
      expectations=[{"pass": True}])

model("inference/robustness-combinations", "// Every combination of two choices." + PROV + """
technology plain on provinces { input capital, labor; good giov; returns vrs }
measure efficiency = radial(plain, super: true)
robustness choices of efficiency { returns crs, vrs; without labor; all combinations }
""")
psame = {i: [j for j in range(len(prov)) if prov.year[j] == prov.year[i] and j != i] for i in range(len(prov))}
combos = [
    ("base", scores(P, psame, radial, returns="vrs"), words("vrs", None)),
    ("returns crs", scores(P, psame, radial), words("crs", None)),
    ("returns crs, without labor", scores(without(P, 1), psame, radial), words("crs", None, left="labor")),
    ("without labor", scores(without(P, 1), psame, radial, returns="vrs"), words("vrs", None, left="labor")),
]
write("inference/robustness-combinations", SCIPY + "Super-efficiency: under vrs some units have no program with a solution.",
      tables={"choices": table(RCOLS, 1, robustness_rows(PKEY, combos, lambda s: s > 1 - 1e-7), tolerance=1e-7)})


def malmquist(d, df, key, returns="crs"):
    where = {tuple(k): i for i, k in enumerate(key)}
    out = [None] * len(df)
    for (name, t), i in where.items():
        b = where.get((name, t - 1))
        if b is None:
            continue
        now = [j for j, k in enumerate(key) if k[1] == t]
        then = [j for j, k in enumerate(key) if k[1] == t - 1]
        e = {(o, r): radial(d, {"n": now, "t": then}[r], {"n": i, "t": b}[o], returns=returns)["score"] for o in "nt" for r in "nt"}
        if None in e.values():
            continue
        out[i] = np.sqrt(e["n", "t"] / e["t", "t"] * e["n", "n"] / e["t", "n"])
    return out


model("inference/robustness-of-index", "// An index under other returns to scale." + PROV + """
technology plain on provinces { input capital, labor; good giov }
index productivity = malmquist(plain, orientation: input)
robustness choices of productivity { returns vrs }
""")
m_crs, m_vrs = malmquist(P, prov, PKEY), malmquist(P, prov, PKEY, "vrs")
irows = []
for label, m, w in [("base", m_crs, words("crs", None)), ("returns vrs", m_vrs, words("vrs", None))]:
    known = [v for v in m if v is not None]
    rho, tau, move, who = agreement(m_crs, m)
    irows.append([label, *w, len(known), sum(1 for i, v in enumerate(m) if v is None and prov.year[i] > years[0]),
                  np.exp(np.mean(np.log(known))), sum(1 for v in known if v > 1 + 1e-7), rho, tau, move,
                  f"{PKEY[who][0]} {PKEY[who][1]}" if move else None])
write("inference/robustness-of-index", SCIPY + "Mean: geometric; efficient: rows with progress.",
      tables={"choices": table(RCOLS, 1, irows, tolerance=1e-7)})


# --- partial frontiers ----------------------------------------------------------------------------------------

SMALL = """
data firms {
  dmu firm
  | firm | x1 [1] | x2 [1] | y [1] | bad [1] |
  |------|-------:|-------:|------:|--------:|
  | A    |      2 |      5 |     3 |       2 |
  | B    |      3 |      3 |     4 |       1 |
  | C    |      6 |      2 |     4 |       3 |
  | D    |      5 |      6 |     6 |       4 |
  | E    |      7 |      7 |     6 |       2 |
  | F    |      4 |      9 |     2 |       2 |
}
"""
fx = np.array([[2, 5], [3, 3], [6, 2], [5, 6], [7, 7], [4, 9]], float)
fy = np.array([3, 4, 4, 6, 6, 2], float)
fb = np.array([2, 1, 3, 4, 2, 2], float)


def ratios(i, orientation, bads):
    if orientation == "input":
        peers = [j for j in range(6) if fy[j] >= fy[i] and (not bads or fb[j] <= fb[i])]
        return [max(fx[j] / fx[i]) for j in peers]
    peers = [j for j in range(6) if all(fx[j] <= fx[i]) and (not bads or fb[j] <= fb[i])]
    return [fy[j] / fy[i] for j in peers]


def enumerated(i, m, orientation, bads=False):
    """The mean over every sequence of m draws."""
    best = min if orientation == "input" else max
    return np.mean([best(draw) for draw in itertools.product(ratios(i, orientation, bads), repeat=m)])


def quantile(i, alpha, orientation):
    """inf{θ : share of ratios ≤ θ exceeds 1 − α}, sup{λ : share of ratios ≥ λ exceeds 1 − α}, over the ratios themselves."""
    t = sorted(ratios(i, orientation, False))
    share = lambda ok: np.mean([ok(v) for v in t])
    if orientation == "input":
        return min(v for v in t if share(lambda u: u <= v) >= max(1 - alpha - 1e-12, 1e-12))
    return min(v for v in t if share(lambda u: u <= v) >= alpha - 1e-12)


model("inference/partial-frontiers", "// Six firms: few enough to write down every draw." + SMALL + """
technology plain on firms { input x1, x2; good y }
technology with_bad on firms { input x1, x2; good y; bad bad; disposability strong }
measure m1 = order_m(plain, m: 1)
measure m3 = order_m(plain, orientation: input, m: 3, seed: 5)
measure m3_out = order_m(plain, orientation: output, m: 3)
measure m2_bad = order_m(with_bad, m: 2)
measure hull = order_alpha(plain, alpha: 1)
measure a60 = order_alpha(plain, alpha: 60%)
measure a50_out = order_alpha(plain, orientation: output, alpha: 0.5)
""")
names = "ABCDEF"


def part(of, orientation="input"):
    s = [of(i) for i in range(6)]
    e = s if orientation == "input" else [1 / v for v in s]
    return table(["firm", "score", "efficiency", "status"], 1, [[names[i], s[i], e[i], "optimal"] for i in range(6)], tolerance=1e-12)


write("inference/partial-frontiers", "Every sequence of m draws enumerated; quantiles from their definition.", tables={
    "m1": part(lambda i: enumerated(i, 1, "input")), "m3": part(lambda i: enumerated(i, 3, "input")),
    "m3_out": part(lambda i: enumerated(i, 3, "output"), "output"), "m2_bad": part(lambda i: enumerated(i, 2, "input", True)),
    "hull": part(lambda i: min(ratios(i, "input", False))), "a60": part(lambda i: quantile(i, .6, "input")),
    "a50_out": part(lambda i: quantile(i, .5, "output"), "output")},
    notes=["nothing is drawn", "free-disposal hull"])


# --- comparisons ----------------------------------------------------------------------------------------------

model("inference/comparisons", "// The gap between each income group's frontier and that of all; what is lost by size." + CTY + """
technology all on countries { input labor, capital, energy; good gdp; bad co2 }
technology own on countries by income { input labor, capital, energy; good gdp; bad co2 }
technology all_vrs from all { returns vrs }
direction win_win { good +observed; bad -observed }
measure meta = radial(all, orientation: output)
measure group_ = radial(own, orientation: output)
measure meta_vrs = radial(all_vrs, orientation: output)
measure distance = ddf(all, along: win_win)
measure distance_own = ddf(own, along: win_win)
measure distance_vrs = ddf(all_vrs, along: win_win)
measure gap = technology_gap(group_, meta)
measure gap_distance = technology_gap(distance_own, distance)
measure scale = scale_efficiency(meta, meta_vrs)
measure scale_distance = scale_efficiency(crs: distance, vrs: distance_vrs)
expect gap.score <= 1.0000001
expect gap_distance.score >= -0.0000001
""")
own = {i: [j for j in same[i] if cty.income[j] == cty.income[i]] for i in range(len(cty))}
meta, grp = scores(C, same, radial, orientation="output"), scores(C, own, radial, orientation="output")
mv = scores(C, same, radial, orientation="output", returns="vrs")
d, do, dv = scores(C, same, ddf), scores(C, own, ddf), scores(C, same, ddf, returns="vrs")


def compared(f, a, b):
    rows = []
    for k, u, v in zip(CKEY, a, b):
        s = None if u is None or v is None else f(u, v)
        rows.append([*k, s, "infeasible" if s is None else "optimal"])
    return table(["iso", "year", "score", "status"], 2, rows, tolerance=1e-7)


write("inference/comparisons", SCIPY, tables={
    "gap": compared(lambda m, g: g / m, meta, grp), "gap_distance": compared(lambda m, g: m - g, d, do),
    "scale": compared(lambda c, v: v / c, meta, mv), "scale_distance": compared(lambda c, v: c - v, d, dv)},
    expectations=[{"pass": True}, {"pass": True}])


# --- cross-efficiency -----------------------------------------------------------------------------------------

def cross_prices(X, Y, d, goal, tilt):
    """Prices (u, v) in multiplier form: best for d first, then for (or against) the others, then a small tilt."""
    n, m, s = len(X), X.shape[1], Y.shape[1]
    le = np.hstack([Y, -X])
    norm = np.hstack([np.zeros(s), X[d]])
    own = linprog(-np.hstack([Y[d], np.zeros(m)]), A_ub=le, b_ub=np.zeros(n), A_eq=[norm], b_eq=[1], method="highs")
    theta = -own.fun
    if goal == "own":
        return theta, own.x[:s], own.x[s:]
    others = [j for j in range(n) if j != d]
    norm = np.hstack([np.zeros(s), X[others].sum(0)])
    keep = np.hstack([Y[d], -theta * X[d]])
    sign = -1 if goal == "benevolent" else 1
    cost = sign * np.hstack([Y[others].sum(0), np.zeros(m)])
    r = linprog(cost + tilt, A_ub=le, b_ub=np.full(n, 1e-12), A_eq=[norm, keep], b_eq=[1, 0], method="highs",
                options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
    assert r.status == 0, r.message
    return theta, r.x[:s], r.x[s:]


def cross(X, Y, goal):
    """Mean marks; None where the prices of any unit are not unique."""
    rng = np.random.default_rng(1)
    runs = []
    scale = np.hstack([Y.mean(0), X.mean(0)])
    for _ in range(6):
        E = np.zeros((len(X), len(X)))
        for d in range(len(X)):
            tilt = rng.normal(size=len(scale)) * scale * 1e-7
            _, u, v = cross_prices(X / 1.0, Y / 1.0, d, goal, tilt)
            E[d] = (Y @ u) / (X @ v)
        runs.append(E.mean(0))
    runs = np.array(runs)
    spread = runs.max(0) - runs.min(0)
    return [v if s < 1e-6 else "*" for v, s in zip(runs[0], spread)]


CROSS = """
data plants {
  dmu plant
  | plant | labor [1] | capital [1] | good_a [1] | good_b [1] |
  |-------|----------:|------------:|-----------:|-----------:|
  | A     |         7 |           5 |          4 |          6 |
  | B     |         5 |           9 |          7 |          3 |
  | C     |         4 |           6 |          3 |          7 |
  | D     |         8 |           3 |          5 |          4 |
  | E     |         6 |           8 |          6 |          6 |
  | F     |         9 |           9 |          5 |          8 |
}
"""
X = np.array([[7, 5], [5, 9], [4, 6], [8, 3], [6, 8], [9, 9]], float)
Y = np.array([[4, 6], [7, 3], [3, 7], [5, 4], [6, 6], [5, 8]], float)
model("inference/cross-efficiency", "// Each plant valued at the prices that suit each other one." + CROSS + """
technology t on plants { input labor, capital; good good_a, good_b }
measure kind = cross_efficiency(t, secondary: benevolent)
measure unkind = cross_efficiency(t, secondary: aggressive)
measure own = cross_efficiency(t)
expect kind.score >= unkind.score - 0.000000001
expect own.self >= own.score - 0.000000001
""")
ben, agg = cross(X, Y, "benevolent"), cross(X, Y, "aggressive")
theta = [cross_prices(X, Y, i, "own", 0)[0] for i in range(6)]
assert "*" not in ben and "*" not in agg, (ben, agg)


def maverick(mean, self_):
    e = (mean * 6 - self_) / 5
    return (self_ - e) / e


def crossed(mean):
    return table(["plant", "score", "self", "maverick"], 1,
                 [[names[i], mean[i], theta[i], maverick(mean[i], theta[i])] for i in range(6)], tolerance=1e-6)


write("inference/cross-efficiency", SCIPY + "Multiplier form; six small random tilts of the goal give the same prices.",
      tables={"kind": crossed(ben), "unkind": crossed(agg)}, expectations=[{"pass": True}, {"pass": True}])


# --- returns to scale -----------------------------------------------------------------------------------------

model("inference/returns-test", """
// Five firms by hand: E under crs .5 .5 1 .8 .833, under vrs 1 .625 1 .889 1; twenty firms on a curve.
data firms {
  dmu firm
  | firm | x [1] | y [1] |
  |------|------:|------:|
  | A    |     2 |     1 |
  | B    |     4 |     2 |
  | C    |     3 |     3 |
  | D    |     5 |     4 |
  | E    |     6 |     5 |
}
data curve {
  dmu firm
  | firm | x [1] | y [1] |
  |------|------:|------:|
""" + "".join(f"  | F{i:02d}  | {0.05 * (i + 1) ** 2:.4f} | {i + 1} |\n" for i in range(20)) + """}
technology crs on firms { input x; good y }
technology vrs from crs { returns vrs }
technology curve_crs on curve { input x; good y }
technology curve_vrs from curve_crs { returns vrs }
measure c = radial(crs)
measure v = radial(vrs)
measure cc = radial(curve_crs)
measure cv = radial(curve_vrs)
measure few = returns_test(c, v, replications: 1000, seed: 1)
measure curved = returns_test(crs: cc, vrs: cv, replications: 200)
/// Five firms tell nothing
expect few.p_value > 0.05
/// Output that grows with the root of the input rejects constant returns
expect curved.p_value < 0.05
""")
small = [.5, .5 / .625, 1, .8 / .9, (5 / 6)]
ratio = np.mean([(1 / (i + 1)) for i in range(20)])
write("inference/returns-test", "By hand: on y = √(20 x) every firm is on the vrs frontier, and E under crs is 1/y.", tables={
    "few": table(["n", "statistic", "rejected"], 0, [[5, np.mean(small), "no"]], tolerance=1e-9),
    "curved": table(["n", "statistic", "rejected"], 0, [[20, ratio, "yes"]], tolerance=1e-9)},
    notes=["seed 1", "Simar & Wilson 2002"], expectations=[{"pass": True}, {"pass": True}])
