"""Further measures: non-radial directional, slacks-based, additive family, cost and revenue. Each program is written from
the article that it is named after."""
import numpy as np
import pandas as pd
from scipy.optimize import linprog

from dea import ROOT, model, table, write
from frontiers import CTY_COLS, CTY_HEAD, GREEN, MILLS_HEAD, M, MB, mills, sets, cty

y14 = cty[cty.year == 2014].reset_index(drop=True)
D = sets(y14, *CTY_COLS)
ALG = "scipy 1.10 linprog (HiGHS). "


def lp(c, Aub, bub, Aeq, beq, bounds):
    r = linprog(c, A_ub=Aub if len(Aub) else None, b_ub=bub if len(bub) else None, A_eq=Aeq if len(Aeq) else None,
                b_eq=beq if len(beq) else None, bounds=bounds, method="highs")
    assert r.status in (0, 2), r.message
    return r if r.status == 0 else None


def nddf(d, i, moving, weights):
    """max Σ w β; x − βgx etc. for the moving variables (role, column), g = observed; Σλb = b − βg (weak, crs); β ≥ 0."""
    n = len(d["x"])
    K = len(moving)
    scale = {k: d[k].mean(0) for k in "xyb"}
    Aub, bub, Aeq, beq = [], [], [], []
    for role in "xyb":
        for c in range(d[role].shape[1]):
            own = np.zeros(K)
            o, s = d[role][i, c], scale[role][c]
            if (role, c) in moving:
                own[moving.index((role, c))] = o
            lam = d[role][:, c]
            if role == "x":
                Aub.append(np.r_[own, lam] / s); bub.append(o / s)
            elif role == "y":
                Aub.append(np.r_[own, -lam] / s); bub.append(-o / s)
            else:
                Aeq.append(np.r_[own, lam] / s); beq.append(o / s)
    r = lp(np.r_[-np.array(weights), np.zeros(n)], np.array(Aub), bub, np.array(Aeq), beq, [(0, None)] * (K + n))
    return None if r is None else -r.fun


E, Y, B = ("x", 2), ("y", 0), ("b", 0)
L, K_ = ("x", 0), ("x", 1)
text = "// Zhou, Ang & Wang (2012): each part moves by its own share; weights as given, or equal over blocks and within them.\n" + CTY_HEAD % "  where year == 2014\n" + GREEN % ("", "") + """
direction saving { energy -observed; gdp +observed; co2 -observed }
direction all { input -observed; good +observed; bad -observed }
measure thirds = nddf(green, along: saving, weights: { energy: 1/3, gdp: 1/3, co2: 1/3 })
measure sums = nddf(green, along: saving, weights: { energy: 1, gdp: 1, co2: 1 })
measure defaults = nddf(green, along: all)
"""
row = lambda f: [[y14.iso[i], 2014, f(i), 1 / (1 + f(i))] for i in range(len(y14))]
model("frontiers/nddf", text)
write("frontiers/nddf", ALG + "Default weights: a third for each of inputs, goods, bads, divided within.", tables={
    "thirds": table(["iso", "year", "score", "efficiency"], 2, row(lambda i: nddf(D, i, [E, Y, B], [1 / 3] * 3))),
    "sums": table(["iso", "year", "score", "efficiency"], 2, row(lambda i: nddf(D, i, [E, Y, B], [1.] * 3))),
    "defaults": table(["iso", "year", "score", "efficiency"], 2, row(lambda i: nddf(D, i, [L, K_, E, Y, B], [1 / 9] * 3 + [1 / 3] * 2)))})


def sbm(d, i, orientation, returns="crs"):
    """Tone (2001); with bads Tone (2004): min t − (1/m)ΣS⁻/x ; t + (1/(s+r))(ΣS⁺/y + ΣS^b/b) = 1."""
    n, m, s, r = len(d["x"]), d["x"].shape[1], d["y"].shape[1], d["b"].shape[1]
    N = 1 + n + m + s + r  # t, Λ, S-, S+, Sb
    X, Yy, Bb = d["x"], d["y"], d["b"]
    x, y, b = X[i], Yy[i], Bb[i]
    Aeq, beq = [], []
    for c in range(m):
        a = np.zeros(N); a[0] = -x[c]; a[1:1 + n] = X[:, c]; a[1 + n + c] = 1; Aeq.append(a / x[c]); beq.append(0)
    for c in range(s):
        a = np.zeros(N); a[0] = -y[c]; a[1:1 + n] = Yy[:, c]; a[1 + n + m + c] = -1; Aeq.append(a / y[c]); beq.append(0)
    for c in range(r):
        a = np.zeros(N); a[0] = -b[c]; a[1:1 + n] = Bb[:, c]; a[1 + n + m + s + c] = 1; Aeq.append(a / b[c]); beq.append(0)
    if returns == "vrs":
        a = np.zeros(N); a[0] = -1; a[1:1 + n] = 1; Aeq.append(a); beq.append(0)
    norm = np.zeros(N); norm[0] = 1
    cost = np.zeros(N); cost[0] = 1
    if orientation != "output":
        cost[1 + n:1 + n + m] = -1 / m / x
    if orientation != "input":
        norm[1 + n + m:1 + n + m + s] = 1 / (s + r) / y
        norm[1 + n + m + s:] = 1 / (s + r) / b
    Aeq.append(norm); beq.append(1)
    res = lp(cost, [], [], np.array(Aeq), beq, [(1e-12, None)] + [(0, None)] * (N - 1))
    return res.fun


text = "// Tone (2001, 2004): slacks-based measures, three orientations, with a bad output under strong disposability.\n" + MILLS_HEAD + """
technology pulp on mills { input x1, x2; good y1, y2 }
technology pulp_vrs from pulp { returns vrs }
technology green on mills { input x1, x2; good y1, y2; bad effluent = bad; disposability strong }
"""
tables = {}
for o in ("none", "input", "output"):
    for name, d, rts in (("pulp", M, "crs"), ("pulp_vrs", M, "vrs"), ("green", MB, "crs")):
        if name == "green" and o == "input":
            continue
        text += f"measure {name}_{o} = sbm({name}, orientation: {o})\n"
        tables[f"{name}_{o}"] = table(["mill", "score"], 1, [[mills.mill[i], sbm(d, i, o, rts)] for i in range(30)])
model("frontiers/sbm", text)
write("frontiers/sbm", ALG + "Charnes-Cooper form; Σλ = t under vrs.", tables=tables)


def additive(d, i, wx, wy, returns="vrs"):
    n, m, s = len(d["x"]), d["x"].shape[1], d["y"].shape[1]
    Aeq, beq = [], []
    for c in range(m):
        a = np.zeros(n + m + s); a[:n] = d["x"][:, c]; a[n + c] = 1; sc = d["x"][:, c].mean(); Aeq.append(a / sc); beq.append(d["x"][i, c] / sc)
    for c in range(s):
        a = np.zeros(n + m + s); a[:n] = d["y"][:, c]; a[n + m + c] = -1; sc = d["y"][:, c].mean(); Aeq.append(a / sc); beq.append(d["y"][i, c] / sc)
    if returns == "vrs":
        Aeq.append(np.r_[np.ones(n), np.zeros(m + s)]); beq.append(1)
    r = lp(-np.r_[np.zeros(n), wx, wy], [], [], np.array(Aeq), beq, [(0, None)] * (n + m + s))
    return -r.fun


text = "// The additive model with its weights, and the range-adjusted measure (Cooper, Park & Pastor 1999).\n" + MILLS_HEAD + """
technology pulp on mills { input x1, x2; good y1, y2; returns vrs }
measure ones = additive(pulp, weights: ones)
measure mip = additive(pulp, weights: mip)
measure normalized = additive(pulp, weights: normalized)
measure range = ram(pulp)
"""
X, Yv = M["x"], M["y"]
W = {"ones": lambda i: (np.ones(2), np.ones(2)), "mip": lambda i: (1 / X[i], 1 / Yv[i]),
     "normalized": lambda i: (1 / X.std(0, ddof=1), 1 / Yv.std(0, ddof=1)),
     "range": lambda i: (1 / (4 * (X.max(0) - X.min(0))), 1 / (4 * (Yv.max(0) - Yv.min(0))))}
tables = {}
for k, w in W.items():
    v = [additive(M, i, *w(i)) for i in range(30)]
    if k == "range":
        tables[k] = table(["mill", "score", "efficiency"], 1, [[mills.mill[i], v[i], 1 - v[i]] for i in range(30)])
    else:
        tables[k] = table(["mill", "score"], 1, [[mills.mill[i], v[i]] for i in range(30)], tolerance=1e-6)
model("frontiers/additive-and-ram", text)
write("frontiers/additive-and-ram", ALG + "normalized: 1/sample sd. RAM: Σ s/range over the number of inputs and outputs.", tables=tables)

model("frontiers/cost-and-revenue", """
// Farrell's cost efficiency with prices that are columns or numbers; technical times allocative.
data firms {
  dmu firm
  | firm | a [h] | b [kg] | wage [CNY/h] | y [t] | z [t] |
  | A    |     1 |      4 |            4 |     1 |     1 |
  | B    |     4 |      1 |            1 |     1 |     1 |
  | C    |     4 |      4 |            1 |     1 |   0.5 |
  | D    |     2 |      2 |            2 |     1 |     1 |
}
technology t on firms { input a, b; good y }
technology u on firms { input a, b; good y, z }
measure cheap = cost(t, prices: { a: wage, b: 1 [CNY/kg] })
measure rich = revenue(u, prices: { y: 2 [CNY/t], z: 1 [CNY/t] })
""")
# cost: minimal cost of y=1: vertices A (1,4), D (2,2), B (4,1)
# A prices (4,1): A: 8; D: 10; B: 17 -> 8/8 =1. B prices (1,1): A 5, D 4, B 5 -> 4/5. C (1,1): 8 -> 4/8. D (2,1): A 6, D 6, B 9 -> 1
# technical: A 1, B 1, C: ray (4,4)θ -> D: .5 ; D 1. allocative = cost/technical: 1,.8,1,1
# revenue crs with inputs a,b as given: max 2y+z s.t. inputs. A: x=(1,4): using A: 3; D half: .5*3; B .25..; mixing: a: λA+4λB+2λD<=1 ; b: 4λA+λB+2λD<=4 -> λA=1: 3. other? max Σλ*3: λA=1 (a used) -> 3. =own 3 -> 1. B: 1. D: λD=1:3 or mix A,B: λA=λB=.4: a .4+1.6=2, b 2: Σ=.8 -> 3. D=1. C: (4,4): λD=2: 6; own: 2.5 -> 2.5/6
write("frontiers/cost-and-revenue", "By hand: least cost of one t from A (1,4), B (4,1), D (2,2).", tables={
    "cheap": table(["firm", "score", "technical", "allocative", "optimum"], 1, [["A", 1, 1, 1, 8], ["B", .8, 1, .8, 4], ["C", .5, .5, 1, 4], ["D", 1, 1, 1, 6]], tolerance=1e-9),
    "rich": table(["firm", "score", "optimum"], 1, [["A", 1, 3], ["B", 1, 3], ["C", 2.5 / 6, 6], ["D", 1, 3]], tolerance=1e-9)})
