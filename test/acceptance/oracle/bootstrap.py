"""What the bootstrap must give up to the error of its draws: Simar & Wilson (1998) and subsampling with numpy's own draws.

Independent of the program under test, its random numbers included; so the tables agree within a tolerance of several
standard errors of 4,000 replications. Takes some minutes."""
import sys

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from dea import ROOT, model, table, write

prov = pd.read_csv(ROOT + "/inference/data/provinces.csv")
one = prov[prov.year == 2009].reset_index(drop=True)
X = one[["capital", "labor"]].to_numpy(float)
X = X / X.mean(0)
Y = one[["giov"]].to_numpy(float)
Y = Y / Y.mean(0)
N = len(one)
B = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
rng = np.random.default_rng(2)


def distance(xo, yo, XR, YR, orientation, vrs):
    """1/θ or φ."""
    n = len(XR)
    if orientation == "input":
        c = np.r_[1.0, np.zeros(n)]
        A = np.vstack([np.c_[-xo[:, None], XR.T], np.c_[np.zeros((YR.shape[1], 1)), -YR.T]])
        b = np.r_[np.zeros(XR.shape[1]), -yo]
    else:
        c = np.r_[-1.0, np.zeros(n)]
        A = np.vstack([np.c_[np.zeros((XR.shape[1], 1)), XR.T], np.c_[yo[:, None], -YR.T]])
        b = np.r_[xo, np.zeros(YR.shape[1])]
    eq = (np.r_[0.0, np.ones(n)][None, :], [1.0]) if vrs else (None, None)
    r = linprog(c, A_ub=A, b_ub=b, A_eq=eq[0], b_eq=eq[1], bounds=[(0, None)] * (n + 1), method="highs")
    assert r.status == 0, r.message
    return 1 / r.fun if orientation == "input" else -r.fun


def distances(XR, YR, orientation, vrs):
    return np.array([distance(X[i], Y[i], XR, YR, orientation, vrs) for i in range(N)])


def width(d):
    off = d[d > 1 + 1e-7]
    r = np.r_[off, 2 - off]
    q1, q3 = np.quantile(r, [.25, .75])
    s = min(r.std(ddof=1), (q3 - q1) / 1.34)
    h = 0.9 * s * len(r) ** -0.2
    return h * (len(r) / len(d)) ** 0.2 * d.std(ddof=1) / r.std(ddof=1)


def smoothed(orientation, vrs):
    d = distances(X, Y, orientation, vrs)
    h = width(d)
    out = []
    for _ in range(B):
        b = rng.choice(np.r_[d, 2 - d], N)
        s = b + h * rng.normal(size=N)
        s = b.mean() + (s - b.mean()) / np.sqrt(1 + h ** 2 / np.r_[d, 2 - d].var())
        s = np.where(s >= 1, s, 2 - s)
        if orientation == "input":
            out.append(distances(X * (s / d)[:, None], Y, orientation, vrs))
        else:
            out.append(distances(X, Y * (d / s)[:, None], orientation, vrs))
    e = np.array(out) - d
    c = d - e.mean(0)
    lo, hi = d - np.quantile(e, .975, 0), d - np.quantile(e, .025, 0)
    if orientation == "input":
        d, c, lo, hi = 1 / d, 1 / c, 1 / hi, 1 / lo
    return [[p, a, a - b, b, l, u] for p, a, b, l, u in zip(one.province, d, c, lo, hi)]


def beta(i, ref):
    n = len(ref)
    A = np.vstack([np.c_[X[i][:, None], X[ref].T], np.c_[Y[i][:, None], -Y[ref].T]])
    r = linprog(np.r_[-1.0, np.zeros(n)], A_ub=A, b_ub=np.r_[X[i], -Y[i]], bounds=[(None, None)] + [(0, None)] * n, method="highs")
    return -r.fun


def subsampled():
    m = round(N ** 0.6)
    rate = (m / N) ** (2 / 3)
    d = np.array([beta(i, np.arange(N)) for i in range(N)])
    out = []
    for _ in range(B):
        ref = rng.choice(N, m, replace=False)
        out.append([beta(i, ref) for i in range(N)])
    e = rate * (np.array(out) - d)
    bias = e.mean(0)
    lo, hi = d - np.quantile(e, .975, 0), d - np.quantile(e, .025, 0)
    return [[p, a, b, a - b, l, u] for p, a, b, l, u in zip(one.province, d, bias, lo, hi)]


COLS = ["province", "score", "bias", "corrected", "lower", "upper"]
model("inference/bootstrap", """
// Intervals of 31 provinces in 2009; the expected numbers were drawn by another program.
data provinces from "data/provinces.csv" {
  dmu province
  capital [100M CNY]
  labor [10k person]
  giov [100M CNY]
  year [1]
  where year == 2009
}
technology vrs on provinces { input capital, labor; good giov; returns vrs }
technology crs from vrs { returns crs }
direction both { input -observed; good +observed }
measure theta = radial(vrs)
measure phi = radial(crs, orientation: output)
measure beta = ddf(crs, along: both)
measure theta_interval = bootstrap(theta, replications: 1000, seed: 11)
measure phi_interval = bootstrap(phi, replications: 1000, seed: 12)
measure beta_interval = bootstrap(beta, replications: 1000, seed: 13)
/// An estimated frontier lies inside the true one
expect theta_interval.corrected <= theta_interval.score
expect theta_interval.lower <= theta_interval.corrected
expect theta_interval.lower > 0
expect phi_interval.corrected >= phi_interval.score
expect phi_interval.upper >= phi_interval.corrected
expect beta_interval.bias <= 0
expect beta_interval.lower >= beta_interval.score - 0.000000001
""")
write("inference/bootstrap", "numpy's random numbers, scipy's HiGHS; equal up to the error of the draws.", tables={
    "theta_interval": table(COLS, 1, smoothed("input", True), tolerance=0.02),
    "phi_interval": table(COLS, 1, smoothed("output", False), tolerance=0.03),
    "beta_interval": table(COLS, 1, subsampled(), tolerance=0.02)},
    notes=["seed 11", "Simar & Wilson 1998", "subsampling"],
    expectations=[{"pass": True}] * 7)
