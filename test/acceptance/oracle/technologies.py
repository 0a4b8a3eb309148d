"""By-production, natural and managerial disposability, and restricted prices.

By-production: the two sets are searched apart (Murty, Russell & Levkoff 2012), never as one program. Restricted prices: the program in
prices (multiplier form) with the ratios as constraints, never extra columns.
"""
import numpy as np
from scipy.optimize import linprog

from dea import model, table, write
from panels import COUNTRIES, MILLS, countries, mills, sets

TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
y14 = {k: v[countries["year"] == 2014] for k, v in countries.items()}
C = sets(y14, ["labor", "capital", "energy"], ["gdp"], ["co2"])
iso = y14["iso"]
n = len(iso)
BURNT = 2  # energy


def lp(c, A, b, Ae, be, bounds):
    r = linprog(c, A_ub=np.array(A) if len(A) else None, b_ub=b if len(b) else None, A_eq=np.array(Ae) if len(Ae) else None,
                b_eq=be if len(be) else None, bounds=bounds, method="highs", options=TIGHT)
    assert r.status in (0, 2, 3), r.message
    return r if r.status == 0 else None


def rows_of(own, Z, amounts, relations, returns):
    """Rows of one set: own[k] coefficients of the movements in each row, Z columns of units; relation `<=` or `>=`."""
    A, b, Ae, be = [], [], [], []
    for row, col, amount, rel in zip(own, Z, amounts, relations):
        a = np.r_[row, col] / amount
        A.append(a if rel == "<=" else -a); b.append(1.0 if rel == "<=" else -1.0)
    k = len(own[0])
    size = np.r_[np.zeros(k), np.ones(len(Z[0]))]
    if returns == "vrs":
        Ae.append(size); be.append(1.0)
    if returns == "nirs":
        A.append(size); b.append(1.0)
    return A, b, Ae, be


def best(cost, own, Z, amounts, relations, returns, free=False):
    k = len(own[0])
    A, b, Ae, be = rows_of(own, Z, amounts, relations, returns)
    r = lp(np.r_[-np.asarray(cost, float), np.zeros(len(Z[0]))], A, b, Ae, be,
           [(None, None) if free else (0, None)] * k + [(0, None)] * len(Z[0]))
    return None if r is None else -r.fun


def t1(i, returns, gy):
    """max β : Σλx ≤ x, Σλy ≥ y + βg."""
    x, y = C["x"][i], C["y"][i]
    own = [[0.0]] * len(x) + [[-gy]]
    return best([1], own, [*C["x"].T, *C["y"].T], [*x, *y], ["<="] * len(x) + [">="], returns, free=True)


def t2(i, returns, gb):
    """max β : Σν energy ≥ energy, Σν b ≤ b − βg."""
    own = [[0.0], [gb]]
    return best([1], own, [C["x"][:, BURNT], C["b"][:, 0]], [C["x"][i, BURNT], C["b"][i, 0]], [">=", "<="], returns, free=True)


tables = {}
text = "// Murty, Russell & Levkoff (2012): one set makes gdp, another burns energy.\n" + COUNTRIES % "  where year == 2014\n" + """
technology constant on countries { input labor, capital, energy; good gdp; bad co2; disposability by_production; polluting energy }
technology variable from constant { returns vrs }
technology falling from constant { returns nirs }
direction win_win { good +observed; bad -observed }
"""
for name, returns in (("constant", "crs"), ("variable", "vrs"), ("falling", "nirs")):
    text += f"measure {name}_index = by_production({name})\nmeasure {name}_one = ddf({name}, along: win_win)\n"
    text += f"measure {name}_each = nddf({name}, along: win_win)\nmeasure {name}_growth = radial({name}, orientation: output)\n"
    one, two = [t1(i, returns, C["y"][i, 0]) for i in range(n)], [t2(i, returns, C["b"][i, 0]) for i in range(n)]
    key = ["iso", "year"]
    tables[f"{name}_index"] = table([*key, "score", "goods", "emissions"], 2,
        [[iso[i], 2014, (1 / (1 + one[i]) + 1 - two[i]) / 2, 1 / (1 + one[i]), 1 - two[i]] for i in range(n)])
    tables[f"{name}_one"] = table([*key, "score"], 2, [[iso[i], 2014, min(one[i], two[i])] for i in range(n)])
    tables[f"{name}_each"] = table([*key, "score", "beta.gdp", "beta.co2"], 2, [[iso[i], 2014, (one[i] + two[i]) / 2, one[i], two[i]] for i in range(n)])
    tables[f"{name}_growth"] = table([*key, "score"], 2, [[iso[i], 2014, 1 + one[i]] for i in range(n)])
model("frontiers/by-production", text)
write("frontiers/by-production", "Each set on its own with scipy's HiGHS.", tables=tables)


def sg(i, kind, returns, what):
    """Sueyoshi & Goto (2012): Σλx (≤ | ≥) x, Σλg ≥ g, Σλb ≤ b. `ram`: max Σ d/((m+s+h) range); `radial`: goods up, bads down."""
    x, y, b = C["x"][i], C["y"][i], C["b"][i]
    Z = [*C["x"].T, *C["y"].T, *C["b"].T]
    amounts = [*x, *y, *b]
    up = kind == "managerial"
    relations = [">=" if up else "<="] * len(x) + [">="] * len(y) + ["<="] * len(b)
    k = len(Z)
    if what == "radial":
        own = [[0.0]] * len(x) + [[-v] for v in y] + [[v] for v in b]
        return best([1], own, Z, amounts, relations, returns, free=True)
    sign = [-1 if r == ">=" else 1 for r in relations]
    own = np.diag(sign).astype(float)
    cost = [1 / (k * (col.max() - col.min())) for col in Z]
    return best(cost, own.tolist(), Z, amounts, relations, returns)


tables = {}
text = "// Sueyoshi & Goto (2012): bads fall by using less (natural), or by better technology with more (managerial).\n" + COUNTRIES % "  where year == 2014\n" + """
technology natural_crs on countries { input labor, capital, energy; good gdp; bad co2; disposability natural }
technology natural_vrs from natural_crs { returns vrs }
technology managerial_crs from natural_crs { disposability managerial }
technology managerial_vrs from managerial_crs { returns vrs }
direction win_win { good +observed; bad -observed }
"""
for kind in ("natural", "managerial"):
    for returns in ("crs", "vrs"):
        t = f"{kind}_{returns}"
        text += f"measure {t}_radial = ddf({t}, along: win_win)\n"
        tables[f"{t}_radial"] = table(["iso", "year", "score"], 2, [[iso[i], 2014, sg(i, kind, returns, "radial")] for i in range(n)])
        if returns == "vrs":
            text += f"measure {t}_range = ram({t})\n"
            tables[f"{t}_range"] = table(["iso", "year", "score", "efficiency"], 2,
                [[iso[i], 2014, v := sg(i, kind, returns, "ram"), 1 - v] for i in range(n)])
model("frontiers/natural-and-managerial", text)
write("frontiers/natural-and-managerial", "scipy's HiGHS.", tables=tables)

M = sets(mills, ["x1", "x2"], ["y1", "y2"])
name = mills["mill"]


def multiplier(i, returns, ratios, orientation="input", exclude=()):
    """Prices v, u: input: max u·y + w : v·x = 1; output: min v·x + w : u·y = 1. Ratios: (a, b, low, high) on (v, u)."""
    X, Y = M["x"], M["y"]
    sc = np.r_[X.mean(0), Y.mean(0)]
    keep = [j for j in range(30) if j not in exclude]
    m, s = 2, 2
    N = m + s + 2  # v, u, w+, w-
    A, b = [], []
    sgn = 1 if orientation == "input" else -1
    w = np.array([1.0, -1.0]) if returns == "vrs" else np.zeros(2)
    for j in keep:  # u·y_j − v·x_j + w ≤ 0 (input), v·x_j − u·y_j + w ≥ 0 (output)
        A.append(np.r_[-X[j] / sc[:2], Y[j] / sc[2:], sgn * w]); b.append(0)
    for a_, b_, low, high in ratios:
        # p_a ≥ low p_b and p_a ≤ high p_b, for prices per unit (scaled prices are p·scale)
        if low is not None:
            r = np.zeros(N); r[b_] = low / sc[b_]; r[a_] = -1 / sc[a_]; A.append(r * sc[a_]); b.append(0)
        if high is not None:
            r = np.zeros(N); r[a_] = 1 / sc[a_]; r[b_] = -high / sc[b_]; A.append(r * sc[a_]); b.append(0)
    xi, yi = np.r_[M["x"][i] / sc[:2], np.zeros(s + 2)], np.r_[np.zeros(m), M["y"][i] / sc[2:], np.zeros(2)]
    ww = np.r_[np.zeros(m + s), w]
    bounds = [(0, None)] * N
    if orientation == "input":
        r = lp(-(yi + ww), A, b, [xi], [1], bounds)
        return None if r is None else -r.fun
    r = lp(xi + ww, A, b, [yi], [1], bounds)
    return None if r is None else r.fun


R = [(0, 1, 0.2, 1.5), (2, 3, None, 2.0)]
L = [(2, 0, 0.05, 0.5)]  # an output to an input
model("frontiers/price-restrictions", "// Assurance regions (Thompson, Langemeier, Lee, Lee & Thrall 1990).\n" + MILLS + """
technology pulp on mills { input x1, x2; good y1, y2 }
technology ar from pulp {
  restrict price.x1 / price.x2 in 0.2 .. 1.5
  restrict price.y1 / price.y2 <= 2
}
technology ar_vrs from ar { returns vrs }
technology linked from pulp { restrict price.y1 / price.x1 in 5% .. 0.5 }
measure inputs = radial(ar)
measure outputs = radial(ar, orientation: output)
measure variable = radial(ar_vrs)
measure beyond = radial(ar, super: true)
measure between = radial(linked)

/// The prices keep to the bounds
expect inputs.price.x1 >= 0.2 * inputs.price.x2 - 1e-12
expect inputs.price.x1 <= 1.5 * inputs.price.x2 + 1e-12
expect variable.price.y1 <= 2 * variable.price.y2 + 1e-12
expect count(between.status != "optimal") == 0
""")
rows = lambda f: [[name[i], f(i)] for i in range(30)]
write("frontiers/price-restrictions", "The multiplier form with scipy's HiGHS.", tables={
    "inputs": table(["mill", "score"], 1, rows(lambda i: multiplier(i, "crs", R))),
    "outputs": table(["mill", "score"], 1, rows(lambda i: multiplier(i, "crs", R, "output"))),
    "variable": table(["mill", "score"], 1, rows(lambda i: multiplier(i, "vrs", R))),
    "beyond": table(["mill", "score"], 1, rows(lambda i: multiplier(i, "crs", R, exclude=(i,)))),
    "between": table(["mill", "score"], 1, rows(lambda i: multiplier(i, "crs", L)))},
    expectations=[{"pass": True}] * 4)
