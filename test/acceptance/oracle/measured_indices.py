"""Indices of slacks-based, non-radial and free-disposal measures, and the metafrontier's: numbers of single programs, combined by hand."""
import numpy as np
from scipy.optimize import linprog

from dea import Program, model, table, write
from hulls import radial_in as hull
from panels import COUNTRIES, countries, sets

TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
keep = np.isin(countries["iso"], sorted(set(countries["iso"]))[:14])
d = {k: v[keep] for k, v in countries.items()}
D = sets(d, ["labor", "capital", "energy"], ["gdp"], ["co2"])
iso, year, income = d["iso"], d["year"].astype(int), d["income"]
n = len(iso)
at = {(iso[i], year[i]): i for i in range(n)}
years = sorted(set(year))
links = [(i, at[iso[i], year[i] - 1]) for i in range(n) if year[i] > years[0]]


def lp(c, A, b, Ae, be, bounds):
    r = linprog(c, A_ub=np.array(A) if len(A) else None, b_ub=b if len(b) else None, A_eq=np.array(Ae) if len(Ae) else None,
                b_eq=be if len(be) else None, bounds=bounds, method="highs", options=TIGHT)
    assert r.status in (0, 2), r.message
    return None if r.status == 2 else r.fun


def sbm(i, ref):
    """Tone (2004), crs, bads strongly disposable; own amounts are the unit of every row."""
    Z = np.hstack([D["x"][ref] / D["x"][i], D["y"][ref] / D["y"][i], D["b"][ref] / D["b"][i]])
    m, k, r = D["x"].shape[1], Z.shape[1], len(ref)
    sign = np.r_[np.ones(m), -1, 1]
    Ae = [np.r_[-1, Z[:, c], np.eye(k)[c] * sign[c]] for c in range(k)]
    Ae.append(np.r_[1, np.zeros(r), np.zeros(m), np.full(k - m, 1 / (k - m))])
    c = np.r_[1, np.zeros(r), np.full(m, -1 / m), np.zeros(k - m)]
    return lp(c, [], [], Ae, [0.0] * k + [1.0], [(0, None)] * (1 + r + k))


def nddf(i, ref):
    """max ⅓(βe + βy + βb), crs, weakly disposable co2."""
    X, Y, B = D["x"][ref] / D["x"][i], D["y"][ref, 0] / D["y"][i], D["b"][ref, 0] / D["b"][i]
    A = [np.r_[0, 0, 0, X[:, 0]], np.r_[0, 0, 0, X[:, 1]], np.r_[1, 0, 0, X[:, 2]], np.r_[0, 1, 0, -Y]]
    f = lp(np.r_[-np.ones(3) / 3, np.zeros(len(ref))], A, [1, 1, 1, -1], [np.r_[0, 0, 1, B]], [1], [(0, None)] * (3 + len(ref)))
    return None if f is None else -f


def ddf(i, ref):
    sub = {k: D[k][ref] for k in "xyb"}
    obs = {k: D[k][i] for k in "xyb"}
    g = {"x": 0 * D["x"][i], "y": D["y"][i], "b": D["b"][i]}
    return Program(sub, obs, "ddf", returns="crs", disp="weak", g=g).solve()["score"]


every = np.arange(n)
of = lambda y: np.flatnonzero(year == y)
mates = lambda i: np.flatnonzero(income == income[i])
upto = lambda i, y: np.flatnonzero(year <= y)
cache = {}
def val(f, i, ref, key):
    k = (f.__name__, i, key)
    if k not in cache:
        cache[k] = f(i, list(ref) if f is hull_in else ref)
    return cache[k]
def hull_in(i, ref):
    return hull(H, i, ref)
H = {"x": D["x"], "y": D["y"], "b": np.zeros((n, 0))}

NO = None
def ratio(a, b):
    return NO if a is None or b is None else a / b
def minus(a, b):
    return NO if a is None or b is None else a - b
text = "// Indices of measures that are not radial, over references, and the metafrontier's technology gap.\n" + COUNTRIES % ""
text = text.replace('data countries from "data/countries.csv"', 'data countries from "data/measured.csv"') + """
technology green on countries { input labor, capital, energy; good gdp; bad co2 }
technology strong from green { disposability strong }
technology grouped on countries by income { input labor, capital, energy; good gdp; bad co2 }
technology hull on countries { input labor, capital, energy; good gdp; returns fdh }
direction saving { energy -observed; gdp +observed; co2 -observed }
direction win_win { good +observed; bad -observed }
measure slacks = sbm(strong)
measure nonradial = nddf(green, along: saving)
measure share = radial(hull)
index sbm_global = malmquist(slacks, reference: global)
index sbm_mean = malmquist(slacks)
index nddf_global = luenberger(nonradial, reference: global)
index nddf_ratio = malmquist_luenberger(nonradial, reference: global)
index hull_sequential = malmquist(share, reference: sequential)
index meta = malmquist_luenberger(green, along: win_win, reference: global)
index own = malmquist_luenberger(grouped, along: win_win, reference: global)
data gaps from countries {
  dmu iso
  period year
  gap_change = meta.change / own.change
}
"""
rows = {k: [] for k in ("sbm_global", "sbm_mean", "nddf_global", "nddf_ratio", "hull_sequential", "meta", "gaps")}
chain = {}
for i in range(n):
    key = [iso[i], int(year[i])]
    if year[i] == years[0]:
        for k in rows:
            rows[k].append([*key, *[None] * (1 if k in ("meta", "gaps") else 3)])
        continue
    t, j = year[i] - 1, at[iso[i], year[i] - 1]
    own = lambda f: (val(f, i, of(year[i]), year[i]), val(f, j, of(t), t))
    now, before = val(sbm, i, every, "g"), val(sbm, j, every, "g")
    a, b = own(sbm)
    rows["sbm_global"].append([*key, now / before, a / b, now / before / (a / b)])
    c1, c0 = val(sbm, i, of(t), t), val(sbm, j, of(year[i]), year[i])
    m = NO if c1 is None or c0 is None else np.sqrt(c1 / b * a / c0)
    rows["sbm_mean"].append([*key, m, a / b, ratio(m, a / b)])
    now, before = val(nddf, i, every, "g"), val(nddf, j, every, "g")
    a, b = own(nddf)
    rows["nddf_global"].append([*key, before - now, b - a, (before - now) - (b - a)])
    m = (1 + before) / (1 + now); e = (1 + b) / (1 + a)
    rows["nddf_ratio"].append([*key, m, e, m / e])
    f = lambda k, y: val(hull_in, k, upto(k, y), ("s", y))
    h = NO if None in (f(i, t), f(j, t), f(i, year[i]), f(j, year[i])) else np.sqrt(f(i, t) / f(j, t) * f(i, year[i]) / f(j, year[i]))
    e = f(i, year[i]) / f(j, t)
    rows["hull_sequential"].append([*key, h, e, ratio(h, e)])
    pooled = (1 + val(ddf, j, every, "g")) / (1 + val(ddf, i, every, "g"))
    group = (1 + val(ddf, j, mates(j), "m")) / (1 + val(ddf, i, mates(i), "m"))
    rows["meta"].append([*key, pooled])
    rows["gaps"].append([*key, pooled / group])
import csv, os
from dea import ROOT
with open(os.path.join(ROOT, "indices/data/measured.csv"), "w", newline="", encoding="utf-8") as out:
    w = csv.writer(out, lineterminator="\n")
    names = ["iso", "region", "income", "year", "labor", "capital", "energy", "gdp", "co2"]
    w.writerow(names)
    for i in range(n):
        w.writerow([int(d[k][i]) if k == "year" else d[k][i] for k in names])
model("indices/of-other-measures", text)
three = ["iso", "year", "change", "efficiency_change", "technical_change"]
write("indices/of-other-measures", "scipy's HiGHS and enumeration; a group's global frontier holds its units of all years (Oh 2010, Oh & Lee 2010).", tables={
    **{k: table(three, 2, rows[k], tolerance=1e-7) for k in ("sbm_global", "sbm_mean", "nddf_global", "nddf_ratio", "hull_sequential")},
    "meta": table(["iso", "year", "change"], 2, rows["meta"], tolerance=1e-7),
    "gaps": table(["iso", "year", "gap_change"], 2, rows["gaps"], tolerance=1e-7)})
