"""Frontier programs written from the formulas, for scipy's HiGHS. Independent of the program under test.

A set of observations is a dict of arrays: x (n,m), y (n,s), b (n,r). A program is built for one observation
(x0, y0, b0) against a reference set. Rows are scaled by the reference set's mean of each variable.
"""
import json
import os

import numpy as np
from scipy.optimize import linprog

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
TOL = 1e-9


class Program:
    """max/min c z  s.t. rows; columns: own variable first, then lambda, then mu."""

    def __init__(self, ref, obs, kind, returns="crs", disp="weak", g=None, exclude=(), orientation=None):
        keep = [j for j in range(len(ref["x"])) if j not in set(exclude)]
        X, Y, B = (np.asarray(ref[k], float).reshape(len(ref["x"]), -1)[keep] for k in "xyb")
        x0, y0, b0 = (np.asarray(obs[k], float).reshape(-1) for k in "xyb")
        n = len(keep)
        self.keep = keep
        has_bads = B.shape[1] > 0
        mu = has_bads and disp == "weak" and returns in ("vrs", "ndrs")
        self.n, self.mu = n, mu
        shep = has_bads and disp == "shephard" and returns == "vrs"
        own_n = 2 if shep else 1
        rows = []  # (coefficients over own, coefficients over lambda, over mu, relation, rhs, label)

        def row(own, lam, m, rel, rhs, label):
            rows.append((np.atleast_1d(np.asarray(own, float)), lam, m, rel, rhs, label))

        zero = np.zeros(n)
        if kind == "radial":
            gx = gy = gb = None
        else:
            gx, gy, gb = (np.asarray(g[k], float).reshape(-1) for k in "xyb")
        for i in range(X.shape[1]):
            col = X[:, i]
            if kind == "radial":
                if orientation == "input":
                    own, rhs = -x0[i], 0.0
                else:
                    own, rhs = 0.0, x0[i]
            else:
                own, rhs = gx[i], x0[i]
            if shep:
                assert kind == "ddf" and gx[i] == 0
                row([own, -x0[i]], col, zero, "<=", 0.0, ("x", i))  # sum w x <= theta x0
            else:
                row([own], col, col if mu else zero, "<=", rhs, ("x", i))
        for i in range(Y.shape[1]):
            col = Y[:, i]
            if kind == "radial":
                own, rhs = (-y0[i], 0.0) if orientation == "output" else (0.0, y0[i])
            else:
                own, rhs = -gy[i], y0[i]
            row([own] + [0.0] * (own_n - 1), col, zero, ">=", rhs, ("y", i))
        for i in range(B.shape[1]):
            col = B[:, i]
            own, rhs = (0.0, b0[i]) if kind == "radial" else (gb[i], b0[i])
            row([own] + [0.0] * (own_n - 1), col, zero, "<=" if disp == "strong" else "=", rhs, ("b", i))
        one = np.ones(n)
        rel = {"crs": None, "vrs": "=", "nirs": "<=", "ndrs": ">="}[returns]
        if rel:
            if shep:
                row([0.0, -1.0], one, zero, "=", 0.0, ("conv", 0))
            else:
                row([0.0], one, one if mu else zero, rel, 1.0, ("conv", 0))
        if shep:
            row([0.0, 1.0], zero, zero, "<=", 1.0, ("theta", 0))
        self.rows = rows
        self.own_n = own_n
        self.sense = 1 if (kind == "radial" and orientation == "input") else -1
        self.kind = kind

    def arrays(self):
        A, rel, rhs, scale = [], [], [], []
        for own, lam, m, r, t, label in self.rows:
            coef = np.concatenate([own, lam, m if self.mu else []])
            s = np.mean(np.abs(lam)) or 1.0
            A.append(coef / s)
            rel.append(r)
            rhs.append(t / s)
            scale.append(s)
        return np.array(A), rel, np.array(rhs), np.array(scale)

    def solve(self, extra=None, cost=None, fixed=None):
        A, rel, rhs, scale = self.arrays()
        N = A.shape[1]
        c = np.zeros(N)
        c[0] = self.sense
        le, leb, eq, eqb = [], [], [], []
        for a, r, t in zip(A, rel, rhs):
            if r == "<=":
                le.append(a); leb.append(t)
            elif r == ">=":
                le.append(-a); leb.append(-t)
            else:
                eq.append(a); eqb.append(t)
        bounds = [(None, None)] + [(0, None)] * (N - 1)
        res = linprog(c, A_ub=np.array(le) if le else None, b_ub=leb or None, A_eq=np.array(eq) if eq else None,
                      b_eq=eqb or None, bounds=bounds, method="highs",
                      options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
        self.scale = scale
        for method in ("highs-ds", "highs-ipm"):
            if res.status in (1, 4):  # numerical difficulties: another algorithm with the usual tolerances
                res = linprog(c, A_ub=np.array(le) if le else None, b_ub=leb or None, A_eq=np.array(eq) if eq else None,
                              b_eq=eqb or None, bounds=bounds, method=method)
        if res.status == 2:
            return {"status": "infeasible", "score": None}
        if res.status == 3:
            return {"status": "unbounded", "score": None}
        if res.status != 0:
            raise ArithmeticError(f"no answer from HiGHS: {res.message}")
        return {"status": "optimal", "score": float(res.x[0]), "z": res.x, "lambda": res.x[self.own_n:self.own_n + self.n]}

    def slacks(self, score, normalized=None):
        """Second phase: score fixed, the plain sum of slacks (own units) is maximised. Returns the slacks by label
        and whether each is unique."""
        A, rel, rhs, scale = self.arrays()
        N = A.shape[1]
        A, rhs = A * scale[:, None], rhs * scale  # own units
        S = [k for k, r in enumerate(self.rows) if r[5][0] in "xyb" and r[3] != "="]
        T = [k for k, r in enumerate(self.rows) if r[5][0] not in "xyb" and r[3] != "="]
        M = N + len(S) + len(T)
        Aeq = np.zeros((len(rel), M))
        Aeq[:, :N] = A
        for q, k in enumerate(S + T):
            Aeq[k, N + q] = 1.0 if rel[k] == "<=" else -1.0
        Aeq = Aeq / scale[:, None]
        beq = rhs / scale
        bounds = [(score, score)] + [(0, None)] * (M - 1)
        w = np.array([scale[k] for k in S])
        cs = np.zeros(M)
        weights = np.ones(len(S)) if normalized is None else np.array([1 / normalized[self.rows[k][5]] for k in S])
        cs[N:N + len(S)] = -weights

        def go(c, Aub=None, bub=None, relax=0.0):
            bd = list(bounds)
            bd[0] = (score - relax, score + relax)
            return linprog(c, A_ub=Aub, b_ub=bub, A_eq=Aeq, b_eq=beq, bounds=bd, method="highs",
                           options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
        r = go(cs)
        if r.status != 0:
            r = go(cs, relax=1e-10)
        if r.status != 0:
            return None
        total = -r.fun
        out = {}
        for q, k in enumerate(S):
            c = np.zeros(M)
            c[N + q] = 1
            lo = go(c, Aub=cs[None, :], bub=[-total + 1e-9 * max(1, abs(total))], relax=1e-10)
            hi = go(-c, Aub=cs[None, :], bub=[-total + 1e-9 * max(1, abs(total))], relax=1e-10)
            val = r.x[N + q]
            size = max(1.0, scale[k])
            unique = lo.status == 0 and hi.status == 0 and abs(lo.fun + hi.fun) < 1e-6 * size
            if abs(val) < 1e-9 * size:
                val = 0.0
            out[self.rows[k][5]] = (float(val), bool(unique))
        return {"total": total, "slacks": out}

    def price_range(self, score):
        """[low, high] of each row's dual in score per unit of the variable, positive = worth something."""
        A, rel, rhs, scale = self.arrays()
        # dual: written for min sense*z0; y free for =, y<=0 for <=, y>=0 for >= ; y'A <= c (z>=0), = c (z free)
        m, N = A.shape
        c = np.zeros(N)
        c[0] = self.sense
        obj = self.sense * score
        bounds = [(None, 0) if r == "<=" else (0, None) if r == ">=" else (None, None) for r in rel]
        Aub, bub = A[:, 1:].T, c[1:]
        Aeq = np.vstack([A[:, 0], rhs])
        beq = [c[0], obj]
        out = {}
        for k, row in enumerate(self.rows):
            v = np.zeros(m)
            v[k] = 1
            vals = []
            for sgn in (1, -1):
                r = linprog(sgn * v, A_ub=Aub, b_ub=bub, A_eq=Aeq, b_eq=beq, bounds=bounds, method="highs",
                            options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
                vals.append(None if r.status != 0 else sgn * r.fun)
            if None in vals:
                out[row[5]] = None
                continue
            # d(sense*score)/d rhs = dual (scaled); d score/d rhs = sense*dual/scale
            lo, hi = (self.sense * t / scale[k] for t in vals)
            lo, hi = min(lo, hi), max(lo, hi)
            # The price's sign: inefficiency (phi, beta) falls with less input; theta rises with less input.
            # price positive where less input/bad or more good is worth something.
            side = row[5][0]
            # ddf/output: score is an inefficiency: d score/dx >= 0 is worth; for input theta (efficiency): -d score/dx
            eff = self.sense == 1
            sign = 1 if side in "xb" else -1
            if eff:
                sign = -sign
            a, b_ = sign * lo, sign * hi
            out[row[5]] = (min(a, b_), max(a, b_))
        return out


def solve(*args, **kw):
    return Program(*args, **kw).solve()


def sub(data, idx):
    return {k: np.asarray(data[k])[idx] for k in "xyb"}


def r12(v):
    if v is None:
        return None
    if isinstance(v, (float, np.floating)):
        if not np.isfinite(v):
            return None
        v = float(f"{float(v):.13g}")
        return int(v) if v == int(v) and abs(v) < 1e15 else v
    if isinstance(v, np.integer):
        return int(v)
    return str(v) if isinstance(v, np.str_) else v


def write(case, about, **rest):
    """Writes `<case>.expected.json` under the acceptance folder; tables' cells are rounded to 13 digits."""
    for t in (rest.get("tables") or {}).values():
        t["rows"] = [[r12(c) for c in row] for row in t["rows"]]
    doc = {"about": about, **rest}
    text = json.dumps(doc, ensure_ascii=False, indent=1)
    # rows on one line each
    import re
    text = re.sub(r"\[\s+((?:[^\[\]{}]|\n)*?)\s+\]", lambda m: "[" + re.sub(r"\s*\n\s*", " ", m.group(1)) + "]", text)
    with open(os.path.join(ROOT, case + ".expected.json"), "w", encoding="utf-8") as f:
        f.write(text + "\n")


def model(case, text):
    with open(os.path.join(ROOT, case + ".gtfp"), "w", encoding="utf-8") as f:
        f.write(text.lstrip("\n"))


def table(columns, keys, rows, **more):
    return {"columns": columns, "keys": keys, **more, "rows": rows}


def ranks(efficiency):
    """Competition rank by efficiency, ties share the better place; None gets None."""
    e = [None if v is None else round(v, 9) for v in efficiency]
    return [None if v is None else 1 + sum(1 for w in e if w is not None and w > v) for v in e]
