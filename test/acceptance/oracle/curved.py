"""Hyperbolic and epsilon-based measures, super-efficiency of additive models, the enhanced Russell graph measure.

Hyperbolic scores by bisection: whether (θx, y/θ, θb) is in the set is one feasibility program. Nothing of Newton's method.
"""
import numpy as np
from scipy.optimize import linprog

from dea import model, table, write
from panels import COUNTRIES, MILLS, countries, mills, sets

TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
M = sets(mills, ["x1", "x2"], ["y1", "y2"])
MB = sets(mills, ["x1", "x2"], ["y1", "y2"], ["bad"])
y14 = {k: v[countries["year"] == 2014] for k, v in countries.items()}
C = sets(y14, ["labor", "capital", "energy"], ["gdp"], ["co2"])
CX = sets(y14, ["labor", "capital", "energy"], ["gdp"])


def margin(d, i, t, returns, disp, orientation, exclude=()):
    """The least relative breach v ≥ 0 of (θx, y/θ, θb) with any intensities; 0 where the point is in the set."""
    keep = [j for j in range(len(d["x"])) if j not in exclude]
    X, Y, B = (d[k][keep] for k in "xyb")
    n = len(keep)
    mu = disp == "weak" and returns == "vrs" and B.shape[1] > 0
    w = 2 * n if mu else n
    A, b, Ae, be = [], [], [], []
    tx = 1.0 if orientation == "output" else t
    for c in range(X.shape[1]):
        s = d["x"][i, c] * tx
        A.append(np.r_[-1, X[:, c] / s, X[:, c] / s if mu else []]); b.append(1)
    for c in range(Y.shape[1]):
        s = d["y"][i, c] / t
        A.append(np.r_[-1, -Y[:, c] / s, np.zeros(n) if mu else []]); b.append(-1)
    for c in range(B.shape[1]):
        s = d["b"][i, c] * t
        row = np.r_[B[:, c] / s, np.zeros(n) if mu else []]
        A.append(np.r_[-1, row]); b.append(1)
        if disp == "weak":
            A.append(np.r_[-1, -row]); b.append(-1)
    if returns == "vrs":
        Ae.append(np.r_[0, np.ones(w)]); be.append(1)
    r = linprog(np.r_[1, np.zeros(w)], A_ub=np.array(A), b_ub=b, A_eq=np.array(Ae) if Ae else None, b_eq=be or None,
                bounds=[(0, None)] * (1 + w), method="highs", options=TIGHT)
    assert r.status == 0, r.message
    return r.fun


def hyperbolic(d, i, returns="crs", disp="weak", orientation="none", exclude=()):
    lo, hi = 1e-3, 1.0
    while margin(d, i, hi, returns, disp, orientation, exclude) > 1e-9:
        hi *= 1.3
        assert hi < 1e3
    for _ in range(40):
        mid = (lo + hi) / 2
        if margin(d, i, mid, returns, disp, orientation, exclude) > 1e-9:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


name = mills["mill"]
n = 30
col = ["mill", "score", "efficiency"]
rows = lambda f: [[name[i], f(i), f(i)] for i in range(n)]
model("frontiers/hyperbolic", "// Färe, Grosskopf & Lovell (1985); with a bad Färe, Grosskopf, Lovell & Pasurka (1989).\n" + MILLS + """
technology pulp on mills { input x1, x2; good y1, y2 }
technology pulp_vrs from pulp { returns vrs }
technology green from pulp { bad effluent = bad }
technology green_vrs from green { returns vrs }
technology strong_vrs from green_vrs { disposability strong }
measure graph = hyperbolic(pulp)
measure variable = hyperbolic(pulp_vrs)
measure beyond = hyperbolic(pulp_vrs, super: true)
measure weakly = hyperbolic(green)
measure kuosmanen = hyperbolic(green_vrs)
measure strongly = hyperbolic(strong_vrs, orientation: output)
measure outputs = hyperbolic(green_vrs, orientation: output)
""")
write("frontiers/hyperbolic", "Bisection on θ; each step a feasibility program for scipy's HiGHS.", tables={k: table(col, 1, rows(f), tolerance=1e-7) for k, f in {
    "graph": lambda i: hyperbolic(M, i),
    "variable": lambda i: hyperbolic(M, i, "vrs"),
    "beyond": lambda i: hyperbolic(M, i, "vrs", exclude=(i,)),
    "weakly": lambda i: hyperbolic(MB, i),
    "kuosmanen": lambda i: hyperbolic(MB, i, "vrs"),
    "strongly": lambda i: hyperbolic(MB, i, "vrs", "strong", "output"),
    "outputs": lambda i: hyperbolic(MB, i, "vrs", "weak", "output"),
}.items()})


def lp(c, A, b, Ae, be, bounds):
    r = linprog(c, A_ub=np.array(A) if len(A) else None, b_ub=b if len(b) else None, A_eq=np.array(Ae) if len(Ae) else None,
                b_eq=be if len(be) else None, bounds=bounds, method="highs", options=TIGHT)
    assert r.status == 0, r.message
    return r


def sbm_vrs_target(d, i):
    """Tone (2001), non-oriented, Σλ = 1: the target's amounts. Own amounts are the unit of every row."""
    X, Y = d["x"] / d["x"][i], d["y"] / d["y"][i]
    n, m, s = len(X), X.shape[1], Y.shape[1]
    N = 1 + n + m + s
    Ae, be = [], []
    for c in range(m):
        a = np.zeros(N); a[0] = -1; a[1:1 + n] = X[:, c]; a[1 + n + c] = 1; Ae.append(a); be.append(0)
    for c in range(s):
        a = np.zeros(N); a[0] = -1; a[1:1 + n] = Y[:, c]; a[1 + n + m + c] = -1; Ae.append(a); be.append(0)
    a = np.zeros(N); a[0] = -1; a[1:1 + n] = 1; Ae.append(a); be.append(0)
    a = np.zeros(N); a[0] = 1; a[1 + n + m:] = 1 / s; Ae.append(a); be.append(1)
    c = np.zeros(N); c[0] = 1; c[1 + n:1 + n + m] = -1 / m
    r = lp(c, [], [], Ae, be, [(1e-9, None)] + [(0, None)] * (N - 1))
    sl = r.x[1 + n:] / r.x[0]
    return d["x"][i] * (1 - sl[:m]), d["y"][i] * (1 + sl[m:])


def affinity(T):
    m = T.shape[1]
    if m == 1:
        return 0.0, np.ones(1)
    S = np.ones((m, m))
    for a in range(m):
        for b in range(m):
            c = np.log(T[:, b] / T[:, a])
            spread = c.max() - c.min()
            S[a, b] = 1 if spread < 1e-12 else 1 - 2 * np.abs(c - c.mean()).mean() / spread
    value, vector = np.linalg.eigh(S)
    w = np.abs(vector[:, -1])
    return (m - value[-1]) / (m - 1), w / w.sum()


def ebm(d, i, orientation, eps, returns):
    (ex, wx), (ey, wy) = eps
    X, Y = d["x"] / d["x"][i], d["y"] / d["y"][i]
    n, m, s = len(X), X.shape[1], Y.shape[1]
    if orientation == "none":  # t, Θ, H, Λ, Sx, Sy
        N = 3 + n + m + s
        A, b, Ae, be = [], [], [], []
        for c in range(m):
            a = np.zeros(N); a[1] = -1; a[3:3 + n] = X[:, c]; a[3 + n + c] = 1; Ae.append(a); be.append(0)
        for c in range(s):
            a = np.zeros(N); a[2] = -1; a[3:3 + n] = Y[:, c]; a[3 + n + m + c] = -1; Ae.append(a); be.append(0)
        a = np.zeros(N); a[2] = 1; a[3 + n + m:] = ey * wy; Ae.append(a); be.append(1)
        a = np.zeros(N); a[1] = 1; a[0] = -1; A.append(a); b.append(0)
        a = np.zeros(N); a[2] = -1; a[0] = 1; A.append(a); b.append(0)
        if returns == "vrs":
            a = np.zeros(N); a[0] = -1; a[3:3 + n] = 1; Ae.append(a); be.append(0)
        c = np.zeros(N); c[1] = 1; c[3 + n:3 + n + m] = -ex * wx
        return lp(c, A, b, Ae, be, [(0, None)] * N).fun
    k, Z, e, w = (m, X, ex, wx) if orientation == "input" else (s, Y, ey, wy)
    sign = 1 if orientation == "input" else -1
    N = 1 + n + k
    A, b, Ae, be = [], [], [], []
    for c in range(k):
        a = np.zeros(N); a[0] = -1; a[1:1 + n] = Z[:, c]; a[1 + n + c] = sign; Ae.append(a); be.append(0)
    O, q = (Y, -1) if orientation == "input" else (X, 1)
    for c in range(O.shape[1]):
        a = np.zeros(N); a[1:1 + n] = q * O[:, c]; A.append(a); b.append(q)
    if returns == "vrs":
        a = np.zeros(N); a[1:1 + n] = 1; Ae.append(a); be.append(1)
    c = np.r_[1.0, np.zeros(n), -sign * e * w] * sign
    f = lp(c, A, b, Ae, be, [(None, None)] + [(0, None)] * (N - 1)).fun
    return f if orientation == "input" else 1 / -f


def parameters(d):
    T = [sbm_vrs_target(d, i) for i in range(len(d["x"]))]
    return affinity(np.array([t[0] for t in T])), affinity(np.array([t[1] for t in T]))


EM, EC = parameters(M), parameters(CX)
tables = {}
text = "// Tone & Tsutsui (2010): ε and weights from the affinity of the units' slacks-based targets.\n" + MILLS + "\n" + (COUNTRIES % "  where year == 2014\n").lstrip("\n") + """
technology pulp on mills { input x1, x2; good y1, y2 }
technology pulp_vrs from pulp { returns vrs }
technology economy on countries { input labor, capital, energy; good gdp; returns vrs }
"""
for o in ("none", "input", "output"):
    for t, d, rts, eps in (("pulp", M, "crs", EM), ("pulp_vrs", M, "vrs", EM)):
        text += f"measure {t}_{o} = ebm({t}, orientation: {o})\n"
        tables[f"{t}_{o}"] = table(["mill", "score", "epsilon.input", "epsilon.good", "weight.x1"], 1,
            [[name[i], ebm(d, i, o, eps, rts), eps[0][0] if o != "output" else 0, eps[1][0] if o != "input" else 0, .5] for i in range(n)], tolerance=1e-7)
    text += f"measure economy_{o} = ebm(economy, orientation: {o})\n"
    w = EC[0][1] if o != "output" else np.ones(3) / 3
    tables[f"economy_{o}"] = table(["iso", "year", "score", "epsilon.input", "weight.labor", "weight.capital", "weight.energy"], 2,
        [[y14["iso"][i], 2014, ebm(CX, i, o, EC, "vrs"), EC[0][0] if o != "output" else 0, *w] for i in range(len(CX["x"]))], tolerance=1e-7)
model("frontiers/epsilon-based", text)
write("frontiers/epsilon-based", "scipy's HiGHS; eigenvalues by numpy. Weights of a role that does not move are equal.", tables=tables)


def additive(d, i, w, exclude=(), returns="vrs"):
    """max Σ w s, every amount in its own unit; or, without the unit, min Σ w s: (objective, excess)."""
    keep = [j for j in range(len(d["x"])) if j not in exclude]
    sup = len(exclude) > 0
    scale = np.r_[d["x"].mean(0), d["y"].mean(0), d["b"].mean(0)]
    Z = np.hstack([d["x"], d["y"], d["b"]]) / scale
    m, s = d["x"].shape[1], d["y"].shape[1]
    k = Z.shape[1]
    n = len(keep)
    sign = np.r_[np.ones(m), -np.ones(s), np.ones(k - m - s)]
    A, b, Ae, be = [], [], [], []
    for c in range(k):
        a = np.zeros(n + k); a[:n] = Z[keep, c]; a[n + c] = -sign[c] if sup else sign[c]
        if sup:
            A.append(sign[c] * a); b.append(sign[c] * Z[i, c])
        else:
            Ae.append(a); be.append(Z[i, c])
    if returns == "vrs":
        Ae.append(np.r_[np.ones(n), np.zeros(k)]); be.append(1)
    cost = np.r_[np.zeros(n), np.asarray(w) * scale]
    r = lp(cost if sup else -cost, A, b, Ae, be, [(0, None)] * (n + k))
    return abs(r.fun), r.x[n:] * scale


def super_additive(d, i, w, returns="vrs"):
    total, _ = additive(d, i, w, (), returns)
    if total > 1e-7 * np.abs(np.asarray(w) * np.hstack([d["x"], d["y"], d["b"]])[i]).sum():
        return total, 1 / (1 + total), "additive"
    _, e = additive(d, i, w, (i,), returns)
    m = d["x"].shape[1]
    r = (1 + (e[:m] / d["x"][i]).mean()) / (1 - (e[m:] / np.r_[d["y"][i], d["b"][i]]).mean())
    return r, r, "super_additive"


def mip(d, i):
    return 1 / np.r_[d["x"][i], d["y"][i], d["b"][i]]


model("frontiers/super-additive", "// Du, Liang & Zhu (2010): the least weighted excess of efficient units, reported as Tone's ratio.\n" + MILLS + """
technology pulp on mills { input x1, x2; good y1, y2; returns vrs }
technology green from pulp { bad effluent = bad; disposability strong }
measure plain = additive(pulp, weights: mip, super: true)
measure greener = additive(green, weights: mip, super: true)
measure constant = additive(linear, weights: mip, super: true)
technology linear from pulp { returns crs }
""")
for_ = lambda d, r: table(["mill", "score", "efficiency", "model"], 1, [[name[i], *super_additive(d, i, mip(d, i), r)] for i in range(n)], tolerance=1e-6)
write("frontiers/super-additive", "scipy's HiGHS; slacks relative to the unit's own amounts.", tables={
    "plain": for_(M, "vrs"), "greener": for_(MB, "vrs"), "constant": for_(M, "crs")})
