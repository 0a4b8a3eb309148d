"""Technologies in stages: relational efficiency in prices (Kao & Hwang 2008), slacks and directional distances of networks.

The relational measure is solved in its multiplier form, the others as programs of their own with one block of intensities a stage.
"""
import numpy as np
from scipy.optimize import linprog

from dea import model, table, write
from panels import read

TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}


def lp(c, A, b, Ae, be, bounds, options=TIGHT):
    r = linprog(c, A_ub=np.array(A) if len(A) else None, b_ub=b if len(b) else None, A_eq=np.array(Ae) if len(Ae) else None,
                b_eq=be if len(be) else None, bounds=bounds, method="highs", options=options)
    assert r.status in (0, 2), r.message
    return r if r.status == 0 else None


class Net:
    """stages: [(name, inputs, goods, bads)]; links: [(name, from, to, fixed)], columns by name in d."""

    def __init__(self, d, stages, links):
        self.d, self.stages, self.links = d, stages, links
        self.n = len(next(iter(d.values())))
        self.names = [v for s in stages for part in s[1:] for v in part] + [l[0] for l in links]
        self.scale = {v: d[v].mean() for v in self.names}

    def col(self, v):
        return self.d[v] / self.scale[v]

    def prices(self, weights):
        """A vector over the factors' prices from {name: value}."""
        return np.array([weights.get(v, 0.0) for v in self.names])

    def stage_parts(self, k, j):
        name, ins, goods, _ = self.stages[k]
        made = {v: self.col(v)[j] for v in goods} | {l[0]: self.col(l[0])[j] for l in self.links if l[1] == name}
        used = {v: self.col(v)[j] for v in ins} | {l[0]: self.col(l[0])[j] for l in self.links if l[2] == name}
        return self.prices(made), self.prices(used)

    def relational(self, i):
        """E, then the greatest efficiency of each stage in turn with all before held."""
        A = []
        for k in range(len(self.stages)):
            for j in range(self.n):
                made, used = self.stage_parts(k, j)
                A.append(made - used)
        b = [0.0] * len(A)
        x = self.prices({v: self.col(v)[i] for s in self.stages for v in s[1]})
        y = self.prices({v: self.col(v)[i] for s in self.stages for v in s[2]})
        bounds = [(0, None)] * len(self.names)
        E = -lp(-y, A, b, [x], [1], bounds).fun
        held = [-(y - E * (1 - 1e-9) * x)]
        out = []
        for k in range(len(self.stages)):
            made, used = self.stage_parts(k, i)
            r = lp(-made, A + held, b + [0.0] * len(held), [used], [1], bounds)
            out.append(-r.fun)
            held.append(-(made - out[-1] * (1 - 1e-9) * used))
        return E, out

    def blocks(self, i, own, returns, weak):
        """Rows of all stages: own[v] is a vector of the own variables' coefficients in v's row, `=`-rows where exact."""
        K, n = len(self.stages), self.n
        k0 = len(next(iter(own.values()))["c"])
        mu = [weak and returns == "vrs" and len(s[3]) > 0 for s in self.stages]
        at, width = [], k0
        for k in range(K):
            at.append(width); width += n * (2 if mu[k] else 1)
        A, b, Ae, be = [], [], [], []
        for k, (name, ins, goods, bads) in enumerate(self.stages):
            for role, group in (("x", ins), ("y", goods), ("b", bads)):
                for v in group:
                    a = np.zeros(width)
                    a[:k0] = own[v]["c"]
                    a[at[k]:at[k] + n] = self.col(v)
                    if mu[k] and role == "x":
                        a[at[k] + n:at[k] + 2 * n] = self.col(v)
                    r = own[v].get("rhs", self.col(v)[i])
                    if own[v].get("exact") or (role == "b" and weak):
                        Ae.append(a); be.append(r)
                    elif role == "y":
                        A.append(-a); b.append(-r)
                    else:
                        A.append(a); b.append(r)
        index = {s[0]: k for k, s in enumerate(self.stages)}
        self.size = []
        for name, f, t, fixed in self.links:
            made, used = np.zeros(width), np.zeros(width)
            f, t = index[f], index[t]
            made[at[f]:at[f] + n] = self.col(name)
            used[at[t]:at[t] + n] = self.col(name)
            if mu[t]:
                used[at[t] + n:at[t] + 2 * n] = self.col(name)
            if fixed:
                Ae += [made, used]; be += [("at", self.col(name)[i])] * 2
            else:
                Ae.append(made - used); be.append(0.0)
        if returns == "vrs":
            for k in range(K):
                a = np.zeros(width)
                a[at[k]:(at + [width])[k + 1]] = 1
                Ae.append(a); be.append(("at", 1.0))
        return A, b, Ae, be, width

    def ddf(self, i, g, weights, returns, weak):
        """max Σ w β ≥ 0; g[v] the share of the own amount by which v moves."""
        K = len(self.stages)
        own = {}
        for k, (_, ins, goods, bads) in enumerate(self.stages):
            for v in [*ins, *goods, *bads]:
                c = np.zeros(K)
                c[k] = g.get(v, 0) * self.col(v)[i] * (-1 if v in goods else 1)
                own[v] = {"c": c}
        A, b, Ae, be, width = self.blocks(i, own, returns, weak)
        be = [v[1] if isinstance(v, tuple) else v for v in be]
        cost = np.zeros(width); cost[:K] = -np.asarray(weights)
        r = lp(cost, A, b, Ae, be, [(0, None)] * width)
        return None if r is None else (-r.fun, r.x[:K])

    def sbm(self, i, orientation, weights, returns):
        """Tone & Tsutsui (2009). All amounts times t where both sides count; own: t, then a slack for each counted variable."""
        counted = [v for s in self.stages for v in [*(s[1] if orientation != "output" else ()), *((*s[2], *s[3]) if orientation != "input" else ())]]
        k0 = 1 + len(counted)
        own = {}
        cost, norm = np.zeros(k0), np.zeros(k0)
        both = orientation == "none"
        for k, (_, ins, goods, bads) in enumerate(self.stages):
            for v in [*ins, *goods, *bads]:
                c = np.zeros(k0)
                x = self.col(v)[i]
                c[0] = -x if both else 0
                if v in counted:
                    q = counted.index(v) + 1
                    c[q] = -1 if v in goods else 1
                    share = weights[k] / (len(ins) if v in ins else len(goods) + len(bads)) / x
                    (cost if v in ins else norm)[q] = share
                own[v] = {"c": c, "exact": v in counted, "rhs": 0.0 if both else x}
        A, b, Ae, be, width = self.blocks(i, own, returns, False)
        for q, v in enumerate(be):  # constants times t
            if isinstance(v, tuple):
                if both:
                    Ae[q][0] = -v[1]; be[q] = 0.0
                else:
                    be[q] = v[1]
        pad = lambda z: np.r_[z, np.zeros(width - k0)]
        bounds = [(0, None)] * width
        if both:
            norm[0] = 1
            c = -cost; c[0] = 1
            return lp(pad(c), A, b, [*Ae, pad(norm)], [*be, 1.0], bounds).fun
        f = -lp(pad(-(cost + norm)), A, b, Ae, be, bounds).fun
        return 1 - f if orientation == "input" else 1 / (1 + f)


ins = read("frontiers/data/insurers.csv")
CHAIN = Net(ins, [("acquisition", ["operation", "insurance"], [], []), ("profit", [], ["underwriting", "investment"], [])],
            [("written", "acquisition", "profit", False), ("reinsurance", "acquisition", "profit", False)])
name = ins["company"]
R = [CHAIN.relational(i) for i in range(24)]
model("frontiers/relational", """
// Kao & Hwang (2008): two stages of Taiwanese non-life insurers, in thousands of new Taiwan dollars.
data insurers from "data/insurers.csv" {
  dmu company
  operation [1]
  insurance [1]
  written [1]
  reinsurance [1]
  underwriting [1]
  investment [1]
}
technology chain on insurers {
  stage acquisition { input operation, insurance }
  stage profit      { good underwriting, investment }
  link written: acquisition -> profit free
  link reinsurance: acquisition -> profit free
}
measure efficiency = relational(chain)
/// A chain's efficiency is the product of its stages'
expect efficiency.score == efficiency.score.acquisition * efficiency.score.profit within 1e-6
""")
write("frontiers/relational", "The multiplier form with scipy's HiGHS; each stage's greatest efficiency in turn.", tables={
    "efficiency": table(["company", "score", "score.acquisition", "score.profit"], 1, [[name[i], R[i][0], *R[i][1]] for i in range(24)], tolerance=1e-6)},
    expectations=[{"pass": True}])

# Three stages with inputs, goods and bads of their own; the numbers are made up.
rng = np.random.default_rng(20090117)
n = 14
base = rng.lognormal(0, 0.5, n)
D = {}
def col(v, level, spread=0.25):
    D[v] = np.round(level * base * rng.lognormal(0, spread, n), 2)
for v, level in (("ore", 50), ("crew", 20), ("steel", 30), ("slag", 8), ("coal", 40), ("parts", 25), ("fumes", 12), ("staff", 15), ("sales", 60), ("scrap", 5)):
    col(v, level)
D = {"firm": np.array([f"F{j + 1:02d}" for j in range(n)]), **D}
NET = Net({k: v for k, v in D.items() if k != "firm"},
          [("mine", ["ore", "crew"], [], ["slag"]), ("works", ["coal"], ["scrap"], ["fumes"]), ("shop", ["staff"], ["sales"], [])],
          [("steel", "mine", "works", False), ("parts", "works", "shop", False)])
FIX = Net(NET.d, NET.stages, [("steel", "mine", "works", True), ("parts", "works", "shop", False)])
head = "data firms {\n  dmu firm\n  | " + " | ".join(D) + " |\n" + "".join("  | " + " | ".join(str(D[k][j]) for k in D) + " |\n" for j in range(n)) + "}\n"
text = "// Tone & Tsutsui (2009) and directional distances over three stages with bads.\n" + head + """
technology line on firms {
  stage mine  { input ore, crew; bad slag }
  stage works { input coal; good scrap; bad fumes }
  stage shop  { input staff; good sales }
  link steel: mine -> works
  link parts: works -> shop free
  disposability strong
}
technology line_vrs from line { returns vrs }
technology fixed on firms {
  stage mine  { input ore, crew; bad slag }
  stage works { input coal; good scrap; bad fumes }
  stage shop  { input staff; good sales }
  link steel: mine -> works fixed
  link parts: works -> shop free
  disposability strong
  returns vrs
}
technology weak from line { disposability weak }
technology kuosmanen from weak { returns vrs }
direction all { input -observed; good +observed; bad -observed }
direction win { good +observed; bad -observed }
"""
tables = {}
eq = [1 / 3] * 3
for t, net, rts in (("line", NET, "crs"), ("line_vrs", NET, "vrs"), ("fixed", FIX, "vrs")):
    for o in ("none", "input", "output"):
        text += f"measure {t}_{o} = network_sbm({t}, orientation: {o})\n"
        tables[f"{t}_{o}"] = table(["firm", "score"], 1, [[D["firm"][i], net.sbm(i, o, eq, rts)] for i in range(n)], tolerance=1e-7)
text += "measure weighed = network_sbm(line_vrs, weights: { mine: 1, works: 2, shop: 1 })\n"
tables["weighed"] = table(["firm", "score"], 1, [[D["firm"][i], NET.sbm(i, "none", [.25, .5, .25], "vrs")] for i in range(n)], tolerance=1e-7)
full = {v: 1 for v in NET.d}
out = {v: 1 for s in NET.stages for v in (*s[2], *s[3])}
for t, net, rts, weak in (("line", NET, "crs", False), ("fixed", FIX, "vrs", False), ("weak", NET, "crs", True), ("kuosmanen", NET, "vrs", True)):
    for d, g in (("all", full), ("win", out)):
        text += f"measure {t}_{d} = network_ddf({t}, along: {d})\n"
        rows = []
        for i in range(n):
            r = net.ddf(i, g, eq, rts, weak)
            rows.append([D["firm"][i], *([None, "infeasible"] if r is None else [r[0], "optimal"])])
        tables[f"{t}_{d}"] = table(["firm", "score", "status"], 1, rows, tolerance=1e-7)
model("frontiers/networks", text)
write("frontiers/networks", "Programs with a block of intensities for each stage, scipy's HiGHS.", tables=tables)
