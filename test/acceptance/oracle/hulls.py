"""Free disposal hulls (Deprins, Simar & Tulkens 1984): every reference unit is tried, in plain numpy; no program at all."""
import numpy as np

from dea import model, table, write
from panels import COUNTRIES, MILLS, countries, mills, sets

n = 30
M = sets(mills, ["x1", "x2"], ["y1", "y2"])
MB = sets(mills, ["x1", "x2"], ["y1", "y2"], ["bad"])


def radial_in(d, i, ref):
    """min over j with y_j ≥ y, b_j ≤ b of max over inputs of x_j / x."""
    ok = [j for j in ref if (d["y"][j] >= d["y"][i]).all() and (d["b"][j] <= d["b"][i]).all()]
    return min(((d["x"][j] / d["x"][i]).max() for j in ok), default=None)


def radial_out(d, i, ref):
    ok = [j for j in ref if (d["x"][j] <= d["x"][i]).all() and (d["b"][j] <= d["b"][i]).all()]
    return max(((d["y"][j] / d["y"][i]).min() for j in ok), default=None)


def ddf(d, i, ref):
    """goods +observed, bads -observed: β_j = min((y_j − y)/y, (b − b_j)/b) where inputs suffice."""
    ok = [j for j in ref if (d["x"][j] <= d["x"][i]).all()]
    return max((min(((d["y"][j] - d["y"][i]) / d["y"][i]).min(), ((d["b"][i] - d["b"][j]) / d["b"][i]).min()) for j in ok),
               default=None)


def dominating(d, i, ref):
    return [j for j in ref if (d["x"][j] <= d["x"][i]).all() and (d["y"][j] >= d["y"][i]).all() and (d["b"][j] <= d["b"][i]).all()]


def sbm(d, i, ref):
    def rho(j):
        top = 1 - ((d["x"][i] - d["x"][j]) / d["x"][i]).mean()
        out = np.r_[(d["y"][j] - d["y"][i]) / d["y"][i], (d["b"][i] - d["b"][j]) / d["b"][i]]
        return top / (1 + out.mean())
    return min(rho(j) for j in dominating(d, i, ref))


def slack_sum(d, i, ref):
    return max((d["x"][i] - d["x"][j]).sum() + (d["y"][j] - d["y"][i]).sum() + (d["b"][i] - d["b"][j]).sum() for j in dominating(d, i, ref))


def least_cost(d, i, ref, w):
    ok = [j for j in ref if (d["y"][j] >= d["y"][i]).all()]
    return min(w @ d["x"][j] for j in ok) / (w @ d["x"][i])


all_ = range(n)
but = lambda i: [j for j in all_ if j != i]
rows = lambda f: [[mills["mill"][i], f(i), "optimal" if f(i) is not None else "infeasible"] for i in range(n)]
w = np.array([2.0, 1.0])
model("frontiers/free-disposal-hull", """
// Deprins, Simar & Tulkens (1984): each mill is compared with single mills, never with mixes of them.
""" + MILLS + """
technology pulp on mills { input x1, x2; good y1, y2; returns fdh }
technology green from pulp { bad effluent = bad; disposability strong }
direction win_win { good +observed; bad -observed }
measure inputs = radial(pulp, orientation: input)
measure outputs = radial(pulp, orientation: output)
measure beyond = radial(pulp, super: true)
measure further = radial(pulp, orientation: output, super: true)
measure greener = radial(green)
measure both = ddf(green, along: win_win)
measure slacks = sbm(green)
measure sums = additive(green)
measure cheap = cost(pulp, prices: { x1: 2, x2: 1 })
""")
st = ["mill", "score", "status"]
write("frontiers/free-disposal-hull", "Enumeration with numpy.", tables={
    "inputs": table(st, 1, rows(lambda i: radial_in(M, i, all_))),
    "outputs": table(st, 1, rows(lambda i: radial_out(M, i, all_))),
    "beyond": table(st, 1, rows(lambda i: radial_in(M, i, but(i)))),
    "further": table(st, 1, rows(lambda i: radial_out(M, i, but(i)))),
    "greener": table(st, 1, rows(lambda i: radial_in(MB, i, all_))),
    "both": table(st, 1, rows(lambda i: ddf(MB, i, all_))),
    "slacks": table(st, 1, rows(lambda i: sbm(MB, i, all_))),
    "sums": table(st, 1, rows(lambda i: slack_sum(MB, i, all_)), tolerance=1e-9),
    "cheap": table(st, 1, rows(lambda i: least_cost(M, i, all_, w)))})

# A panel: sequential hulls, by region, against the numbers of every unit.
D = sets(countries, ["labor", "capital", "energy"], ["gdp"])
year, income, iso = (countries[c] for c in ("year", "income", "iso"))
def seen(i):
    return list(np.flatnonzero((income == income[i]) & (year <= year[i])))
model("frontiers/free-disposal-hull-panel", COUNTRIES % "" + """
technology hull on countries by income {
  input labor, capital, energy
  good gdp
  returns fdh
  reference sequential
}
measure share = radial(hull)
measure growth = radial(hull, orientation: output)
""")
write("frontiers/free-disposal-hull-panel", "Enumeration with numpy over the units of the same income group up to the year.", tables={
    "share": table(["iso", "year", "score"], 2, [[iso[i], int(year[i]), radial_in(D, i, seen(i))] for i in range(len(iso))]),
    "growth": table(["iso", "year", "score"], 2, [[iso[i], int(year[i]), radial_out(D, i, seen(i))] for i in range(len(iso))])})
