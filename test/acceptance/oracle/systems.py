"""Expected results of the system models: closed forms, or integrators written here."""
import math
from fractions import Fraction as Fr

import numpy as np
import pandas as pd

from dea import ROOT, model, table, write


def integrate(f, y0, t0, t1, dt, method, save=None, hold=False):
    """Yields (t, y) on the save grid; f(t, y) may return anything whose first element is dy. `hold`: exogenous t is
    that of the step's start (passed as third argument)."""
    t0, t1, dt = Fr(t0), Fr(t1), Fr(dt)
    n = (t1 - t0) / dt
    assert n.denominator == 1
    every = int(Fr(save or dt) / dt)
    y = np.array(y0, float)
    h = float(dt)
    out = []
    for k in range(int(n) + 1):
        t = float(t0 + k * dt)
        if k % every == 0:
            out.append((t, y.copy()))
        F = (lambda s, v: np.array(f(s, v, t), float))
        if method == "euler":
            y = y + h * F(t, y)
        elif method == "rk2":
            raise NotImplementedError
        else:
            a = F(t, y); b = F(t + h / 2, y + h / 2 * a); c = F(t + h / 2, y + h / 2 * b); d = F(t + h, y + h * c)
            y = y + h / 6 * (a + 2 * b + 2 * c + d)
    return out


B = "baseline"
num = lambda t: int(t) if t == int(t) else t

# 1. euler exponential -----------------------------------------------------------------------------------------------
model("systems/exponential-euler", """
// Euler on x' = r x is (1 + r·dt)^k exactly; saved every step.
system bank {
  time [year] = 2000 .. 2004 step 1/4 using euler
  param rate [1/year] = 0.08
  stock money [CNY] = 100
  flow interest: cloud -> money = rate * money
}
""")
rows = [[B, num(2000 + k / 4), 100 * 1.02 ** k, 8 * 1.02 ** k] for k in range(17)]
write("systems/exponential-euler", "(1 + r dt)^k. The columns: scenario, time, then each variable in source order (parameters too? The contract says one for each variable; compared by name).",
      tables={"bank": table(["scenario", "time", "money", "interest"], 2, rows, tolerance=1e-12, units={"money": "CNY", "interest": "CNY/year"}, roles={"scenario": "scenario", "time": "time"})})

# 2. rk4 -------------------------------------------------------------------------------------------------------------
model("systems/exponential-rk4", """
// RK4 on x' = r x multiplies by 1 + z + z²/2 + z³/6 + z⁴/24 each step; annual(6%) is ln 1.06 a year.
system bank {
  time [year] = 2017 .. 2030 step 1/8 using rk4 save every 1
  param growth [1/year] = annual(6%)
  stock gdp [100M CNY] = 832036
  flow more: cloud -> gdp = growth * gdp
}
expect bank.gdp at 2025 == 832036 [100M CNY] * 1.06 ^ 8 within 0.00001%
expect always bank.gdp >= 832036 [100M CNY]
""")
z = math.log(1.06) / 8
m = 1 + z + z * z / 2 + z ** 3 / 6 + z ** 4 / 24
rows = [[B, 2017 + k, 832036 * m ** (8 * k)] for k in range(14)]
write("systems/exponential-rk4", "The stability polynomial of RK4.", tables={"bank": table(["scenario", "time", "gdp"], 2, rows, tolerance=1e-12)},
      expectations=[{"pass": True, "actual": 832036 * m ** 64}, {"pass": True}])

# 3. decimal steps ---------------------------------------------------------------------------------------------------
model("systems/decimal-step-and-save", """
// Steps of 0.1 from 2005 to 2025, saved every year: 21 rows, and no drift of time.
system count {
  time [year] = 2005 .. 2025 step 0.1 using euler save every 1
  stock steps [1] = 0
  flow tick: cloud -> steps = 10 / 1 [year]
  aux clock [year] = time
}
system fine {
  time [month] = 0 .. 1 step 0.05 using euler save every 0.25
  stock n [1] = 0
  flow tick: cloud -> n = 20 / 1 [month]
}
""")
write("systems/decimal-step-and-save", "time = start + k·step with integer k; 10 steps a year.", tables={
    "count": table(["scenario", "time", "steps", "clock"], 2, [[B, 2005 + k, 10 * k, 2005 + k] for k in range(21)], tolerance=1e-11),
    "fine": table(["scenario", "time", "n"], 2, [[B, num(k / 4), 5 * k] for k in range(5)], tolerance=1e-11)})

# 4. logistic and SIR ---------------------------------------------------------------------------------------------------
f = lambda t, y, _: [-.3 * y[0] * y[1] / 1000, .3 * y[0] * y[1] / 1000 - .1 * y[1], .1 * y[1]]
sir = integrate(f, [990, 10, 0], 0, 60, Fr(1, 4), "rk4", save=5)
model("systems/sir-rk4", """
// A flow between two stocks leaves one and enters the other; nobody is lost.
unit person
system epidemic {
  time [day] = 0 .. 60 step 1/4 using rk4 save every 5
  param contact [1/day] = 0.3
  param recovery [day] = 10
  aux   total = susceptible + infected + recovered
  stock susceptible [person] = 990
  stock infected [person] = 10
  stock recovered [person] = 0
  flow  infection: susceptible -> infected = contact * susceptible * infected / total
  flow  healing: infected -> recovered = infected / recovery
}
expect always epidemic.total == 1000 [person] within 0.000001%
expect peak_value(epidemic.infected) > 300 [person]
""".replace("expect peak_value(epidemic.infected) > 300 [person]", "expect max(epidemic.infected) == MAXI [person] within 0.000001%".replace("MAXI", repr(float(max(y[1] for _, y in sir))))))
write("systems/sir-rk4", "RK4 written in Python.", tables={"epidemic": table(["scenario", "time", "susceptible", "infected", "recovered", "total"], 2,
                                                                            [[B, num(t), *map(float, y), 1000] for t, y in sir], tolerance=1e-10)},
      expectations=[{"pass": True}, {"pass": True}])

# 5. subscripts ------------------------------------------------------------------------------------------------------------
def sub(t, y, _):
    rate = {"m": .05, "s": .08}
    out = sum(y[:2])
    return [rate["m"] * y[0] - .02 * y[0], rate["s"] * y[1] + .02 * y[0], .1 * out]


sol = integrate(sub, [300, 200, 0], 0, 3, Fr(1, 2), "euler", save=1)
model("systems/subscripts", """
// A dimension subscripts stocks and flows; sum runs over it, [label] picks, one element may be overridden.
dimension industry = manufacturing, services
system economy {
  time [year] = 0 .. 3 step 1/2 using euler save every 1
  param rate by industry [1/year] = {manufacturing: 0.05, services: 0.08}
  stock value by industry [100M CNY] = {manufacturing: 300, services: 200}
  flow  gain by industry: cloud -> value = rate * value
  flow  shift by industry: cloud -> value = 0
  flow  shift[manufacturing] = -0.02 [1/year] * value[manufacturing]
  flow  shift[services] = 0.02 [1/year] * value[manufacturing]
  aux   total = sum(value)
  aux   share by industry = value / total
  aux   ratio = value[services] / value[manufacturing]
  stock tax [100M CNY] = 0
  flow  levy: cloud -> tax = 0.1 [1/year] * total
}
""")
rows = [[B, num(t), y[0], y[1], .05 * y[0], .08 * y[1], -.02 * y[0], .02 * y[0], y[0] + y[1], y[0] / (y[0] + y[1]), y[1] / (y[0] + y[1]), y[1] / y[0], y[2]] for t, y in sol]
write("systems/subscripts", "Euler written in Python.", tables={"economy": table(
    ["scenario", "time", "value[manufacturing]", "value[services]", "gain[manufacturing]", "gain[services]", "shift[manufacturing]", "shift[services]", "total",
     "share[manufacturing]", "share[services]", "ratio", "tax"], 2, rows, tolerance=1e-12, units={"total": "100M CNY", "share[services]": "1"})})

# 6. tables and lookups ------------------------------------------------------------------------------------------------------
pts = [(0, 0), (2, 4), (4, 5)]


def lin(x, beyond):
    xs, ys = zip(*pts)
    if xs[0] <= x <= xs[-1] or beyond == "hold":
        return float(np.interp(x, xs, ys))
    return ys[0] + (x - xs[0]) * (ys[1] - ys[0]) / (xs[1] - xs[0]) if x < xs[0] else ys[-1] + (x - xs[-1]) * (ys[-1] - ys[-2]) / (xs[-1] - xs[-2])


sched = lambda x: 1 if x < 2 else 3 if x < 4 else 7
model("systems/tables-over-time", """
// linear and schedule; beyond the ends they hold (default) or extend; a lookup has an argument of its own.
system clock {
  time [year] = -1 .. 6 step 1/2 using euler
  aux line     [t] = linear(0: 0, 2: 4, 4: 5)
  aux longer   [t] = linear(0: 0, 2: 4, 4: 5, beyond: extend)
  aux stairs   [t] = schedule(0: 1, 2: 3, 4: 7, beyond: hold)
  lookup effect(x [1]) [t] = linear(0: 0, 2: 4, 4: 5, beyond: hold)
  aux input [1] = time / 1 [year] * 2
  aux effected = effect(input)
}
""")
rows = []
for k in range(15):
    t = -1 + k / 2
    rows.append([B, num(t), lin(t, "hold"), lin(t, "extend"), sched(t), lin(2 * t, "hold")])
write("systems/tables-over-time", "numpy.interp; a schedule holds each value until the next. What stands without `beyond` is not said by the contract for the ends: hold is the field's habit.",
      tables={"clock": table(["scenario", "time", "line", "longer", "stairs", "effected"], 2, rows, tolerance=1e-12)})

# 7. schedule held over the RK step, test inputs --------------------------------------------------------------------------------
def held(t, y, s):
    rate = .05 if s < 2 else .1
    return [rate * y[0], 0]


h1 = integrate(held, [100, 0], 0, 4, 1, "rk4")
model("systems/schedule-held-over-a-step", """
// Data and test inputs are held over a Runge-Kutta step: the jump at 2 acts from the step that starts there.
system growth {
  time [year] = 0 .. 4 step 1 using rk4
  param rate [1/year] = 0.05
  aux   policy [1/year] = step(0.05 [1/year], 2 [year])
  stock x [t] = 100
  flow  grow: cloud -> x = (rate + policy) * x
  stock once [1] = 0
  flow  hit: cloud -> once = pulse(1 [year], 1 [year]) / 1 [year]
}
""")
rows = [[B, num(t), y[0], 0 if t < 2 else .05, 0 if t < 2 else 1] for t, y in h1]
write("systems/schedule-held-over-a-step", "RK4 in Python with the exogenous input of the step's start. A pulse of one step adds exactly its height × dt, in one step.", tables={
    "growth": table(["scenario", "time", "x", "policy", "once"], 2, rows, tolerance=1e-12)})

model("systems/test-inputs", """
// step, ramp, pulse and pulse_train on steps of 0.1, where sums of floats would miss the moment.
system inputs {
  time [year] = 0 .. 3 step 0.1 using euler save every 0.1
  aux up      [t] = step(5 [t], 0.3 [year])
  aux slope   [t] = ramp(10 [t/year], 0.7 [year], 1.2 [year])
  aux one         = pulse(1.1 [year], 0.2 [year])
  aux train       = pulse_train(0.5 [year], 0.1 [year], 0.7 [year], 2.5 [year])
}
""")
rows = []
for k in range(31):
    t = Fr(k, 10)
    up = 5 if t >= Fr(3, 10) else 0
    sl = float(10 * (min(max(t, Fr(7, 10)), Fr(12, 10)) - Fr(7, 10)))
    one = 1 if Fr(11, 10) <= t < Fr(13, 10) else 0
    tr = 1 if t >= Fr(5, 10) and t < Fr(25, 10) and (t - Fr(5, 10)) % Fr(7, 10) < Fr(1, 10) else 0
    rows.append([B, num(float(t)), up, sl, one, tr])
write("systems/test-inputs", "Exact fractions.", tables={"inputs": table(["scenario", "time", "up", "slope", "one", "train"], 2, rows, tolerance=1e-9)})

# 8. nonnegative ------------------------------------------------------------------------------------------------------------------
# two outflows, 8 and 4 per year, inflow 3; stock 10, dt 1, euler: available 10/1 + 3 = 13 >= 12 -> stock 1; then 1+3=4 < 12 -> limited
model("systems/nonnegative-stock", """
// A non-negative stock limits its outflows to what is there and flows in, and says so; nothing is created.
system tank {
  time [day] = 0 .. 4 step 1 using euler
  stock nonnegative water [m^3] = 10
  stock town [m^3] = 0
  flow rain: cloud -> water = 3 [m^3/day]
  flow use: water -> town = 12 [m^3/day]
}
""")
rows, w, tn = [], 10., 0.
for k in range(5):
    use = min(12, w + 3)
    rows.append([B, k, w, tn, use])
    w, tn = w + 3 - use, tn + use
write("systems/nonnegative-stock", "By hand: outflow ≤ stock/dt + inflows. Water 10, 1, 0, 0, 0. A note or warning must tell it.", tables={
    "tank": table(["scenario", "time", "water", "town", "use"], 2, rows, tolerance=1e-12)})

# 9. data by name ------------------------------------------------------------------------------------------------------------------
na = pd.read_csv(ROOT + "/systems/data/national.csv")
g = dict(zip(na.year, na.gdp_const2015)); rd = dict(zip(na.year, na.rd_share)); co2 = dict(zip(na.year, na.co2))
model("systems/data-by-name", """
// Values and series enter by name: at an instant, an aggregate, interpolated, held, with what comes after.
data national from "data/national.csv" {
  period year
  gdp [100M CNY] = gdp_const2015
  rd [%] = rd_share
  co2 [Mt]
  where year in 2004 .. 2017
}
system china {
  time [year] = 2015 .. 2019 step 1/2 using euler
  param speed  = (national.gdp at 2017 / national.gdp at 2004) ^ (1 / 13) - 1
  param mean_rd = mean(national.rd)
  stock gdp [100M CNY] = national.gdp at 2015
  flow  more: cloud -> gdp = speed * gdp / 1 [year]
  series rd      = national.rd linear after hold
  series held    = national.co2 hold after hold
  series coming  = national.co2 next after hold
  aux    gap [100M CNY] = gdp - national.gdp at 2017
}
""")
sp = (g[2017] / g[2004]) ** (1 / 13) - 1
mr = float(np.mean([rd[y] for y in range(2004, 2018)]))
rows = []
for k in range(9):
    t = 2015 + k / 2
    y = g[2015] * (1 + sp / 2) ** k
    lo, hi = min(int(math.floor(t)), 2017), min(int(math.ceil(t)), 2017)
    rows.append([B, num(t), sp, "*", y, .5 * (rd[lo] + rd[hi]) if lo != hi else rd[lo], co2[lo], co2[hi], y - g[2017]])
write("systems/data-by-name", "pandas and Euler by its formula. Whether parameters stand in the table the contract leaves to `one for each variable`.", tables={
    "china": table(["scenario", "time", "speed", "mean_rd", "gdp", "rd", "held", "coming", "gap"], 2, rows, tolerance=1e-10)})

# 10. scenarios ----------------------------------------------------------------------------------------------------------------------
def run(growth, life, k0, share=lambda t: .25):
    f = lambda t, y, s: [share(t) * .4 * y[0] - y[0] / life, growth(t) * y[1]]
    return integrate(f, [k0, 100], 2017, 2021, Fr(1, 4), "rk4", save=1)


model("systems/scenarios", """
// Inheritance: what a scenario does not name stays; parameters, initial values, auxiliaries, schedules change.
unit person
system economy {
  time [year] = 2017 .. 2021 step 1/4 using rk4 save every 1
  param growth [1/year] = 0.06
  param lifetime [year] = 20
  aux   savings = 25%
  stock capital [100M CNY] = 1000
  stock people [M person] = 100
  flow  investment: cloud -> capital = savings * output
  flow  wear: capital -> cloud = capital / lifetime
  flow  births: cloud -> people = growth * people
  aux   output [100M CNY/year] = capital * 0.4 [1/year]
}
/// Control group
scenario current of economy
scenario fast from current { growth = 7% / 1 [year] }
scenario faster from fast { lifetime = 25; capital = 1200 }
scenario months from fast { lifetime = 240 [month] }
scenario policy from current { savings = schedule(2017: 25%, 2019: 30%) }
scenario shock from fast { growth = schedule(2017: 0.07, 2019: 0.01) }
""")
six, seven = (lambda t: .06), (lambda t: .07)
order = [("current", run(six, 20, 1000)), ("fast", run(seven, 20, 1000)), ("faster", run(seven, 25, 1200)), ("months", run(seven, 20, 1000))]


def held_run(growth, share):
    f = lambda t, y, s: [share(s) * .4 * y[0] - y[0] / 20, growth(s) * y[1]]
    return integrate(f, [1000, 100], 2017, 2021, Fr(1, 4), "rk4", save=1)


order += [("policy", held_run(six, lambda s: .25 if s < 2019 else .3)), ("shock", held_run(lambda s: .07 if s < 2019 else .01, lambda s: .25))]
rows = []
for n, r in order:
    for t, y in r:
        rows.append([n, num(t), y[0], y[1], .4 * y[0]])
write("systems/scenarios", "RK4 in Python; schedules jump at the start of a step. The runs stand in source order of the scenarios, each by time; there is no `baseline` where scenarios are.", tables={
    "economy": table(["scenario", "time", "capital", "people", "output"], 2, rows, tolerance=1e-10)})

model("systems/table-of-runs", """
// The exact table: scenario, time, one column for each variable in source order; runs in source order.
dimension kind = a, b
system s {
  time [year] = 0 .. 1 step 1/2 using euler
  stock x by kind [t] = {a: 1, b: 2}
  flow  f by kind: cloud -> x = 1 [t/year]
  aux   y [t] = sum(x)
}
scenario two of s { x = {a: 3, b: 4} }
scenario one of s
expect s.y["one"] at 1 == 5 [t] within 0
expect one.x[a] at 1 == 2 [t] within 0
expect two.y at 0.5 == 8 [t] within 0
""")
rows = [["two", 0, 3, 4, 1, 1, 7], ["two", .5, 3.5, 4.5, 1, 1, 8], ["two", 1, 4, 5, 1, 1, 9], ["one", 0, 1, 2, 1, 1, 3], ["one", .5, 1.5, 2.5, 1, 1, 4], ["one", 1, 2, 3, 1, 1, 5]]
write("systems/table-of-runs", "By hand.", tables={"s": table(["scenario", "time", "x[a]", "x[b]", "f[a]", "f[b]", "y"], 2, rows, exact=True, tolerance=1e-12)},
      expectations=[{"pass": True, "actual": 5}, {"pass": True, "actual": 2}, {"pass": True, "actual": 8}])

# 11. units in systems ------------------------------------------------------------------------------------------------------------------
model("systems/units-convert", """
// t and kg, months and years, 10k and M: only the scale differs, so values are converted.
unit person
system plant {
  time [month] = 0 .. 12 step 1 using euler save every 6
  param yearly [t/year] = 1200
  param price [CNY/kg] = 2
  stock store [kg] = 5 [t]
  flow  made: cloud -> store = yearly
  flow  sold: store -> cloud = 10 [t/month]
  stock money [10k CNY] = 0
  flow  income: cloud -> money = sold * price
  aux   per_head [t/10k person] = store / 2 [k person]
  aux   yearly_income [M CNY/year] = income
}
""")
rows = []
for m in (0, 6, 12):
    store = 5000 + m * (100000 - 10000)
    rows.append([B, m, store, m * 10000 * 2 / 1e4, store / 1000 / .2, 10000 * 2 * 12 / 1e6])
write("systems/units-convert", "By hand: 1200 t a year are 100,000 kg a month, 10 t a month at 2 CNY/kg are 2 10k CNY a month.", tables={
    "plant": table(["scenario", "time", "store", "money", "per_head", "yearly_income"], 2, rows, tolerance=1e-10)})

# 12. delays ---------------------------------------------------------------------------------------------------------------------------------
def delays(t, y, s):
    u = 10 if s + .0625 < 1 else 20
    # delay1 level y0 (T=2), delay3 levels y1..3 (T/3 each), smooth y4 (T=2)
    T = 2.
    o = [y[1] / (T / 3), y[2] / (T / 3), y[3] / (T / 3)]
    return [u - y[0] / T, u - o[0], o[0] - o[1], o[1] - o[2], (u - y[4]) / T]


sol = integrate(delays, [20, 20 / 3, 20 / 3, 20 / 3, 10], 0, 4, Fr(1, 8), "euler", save=Fr(1, 2))
model("systems/delays", """
// Material delays conserve what passes; the output starts at the input's value.
system line {
  time [year] = 0 .. 4 step 1/8 using euler save every 1/2
  aux orders [t/year] = 10 + step(10, 1 [year])
  aux first  = delay1(orders, 2 [year])
  aux third  = delay3(orders, 2 [year])
  aux calm   = smooth(orders, 2 [year])
  aux later  = delay_fixed(orders, 1/2 [year])
}
""".replace("10 + step(10, 1 [year])", "10 [t/year] + step(10 [t/year], 1 [year])").replace("1/2 [year])\n}", "0.5 [year])\n}"))
rows = [[B, num(t), 10 if t < 1 else 20, y[0] / 2, y[3] / (2 / 3), y[4], 10 if t < 1.5 else 20] for t, y in sol]
write("systems/delays", "Euler in Python over the defining stocks: level/T, three levels of T/3, (input − smooth)/T.", tables={
    "line": table(["scenario", "time", "orders", "first", "third", "calm", "later"], 2, rows, tolerance=1e-10)})

# 13. dimension from data, initial values by panel ----------------------------------------------------------------------------------------------
model("systems/dimension-from-panel", """
// Labels and initial values from a panel, aligned by label, not by position.
data industries {
  dmu industry
  period year
  | industry | year | value [M CNY] | rate [1] |
  | services | 2017 | 200 | 0.1 |
  | mining   | 2017 |  50 | 0.2 |
  | farms    | 2017 | 100 | 0   |
  | services | 2018 | 220 | 0.3 |
  | mining   | 2018 |  55 | 0.3 |
  | farms    | 2018 | 101 | 0.3 |
}
dimension industry = from industries.industry
system economy {
  time [year] = 2017 .. 2019 step 1 using euler
  param rate by industry [1/year] = (industries.rate at 2017) / 1 [year]
  stock value by industry [M CNY] = industries.value at 2017
  flow  gain by industry: cloud -> value = rate * value
  aux   total = sum(value)
}
""".replace("dimension industry = from industries.industry", "dimension industry from industries.industry"))
rows = [[B, 2017 + k, 200 * 1.1 ** k, 50 * 1.2 ** k, 100, 200 * 1.1 ** k + 50 * 1.2 ** k + 100] for k in range(3)]
write("systems/dimension-from-panel", "By hand.", tables={"economy": table(["scenario", "time", "value[services]", "value[mining]", "value[farms]", "total"], 2, rows, tolerance=1e-12)})

# 14. runs as a panel, scored by the frontier of history ---------------------------------------------------------------------------------------------
model("systems/futures-against-history", """
// Simulated policy becomes a panel and is measured by the frontier of history.
data history {
  dmu country
  period year
  | country | year | labor [M person] | gdp [M CNY] | co2 [Mt] |
  | A | 2000 | 10 | 100 | 10 |
  | B | 2000 | 10 |  50 | 20 |
  | A | 2001 | 10 | 120 | 10 |
  | B | 2001 | 10 |  60 | 20 |
}
technology green on history { input labor; good gdp; bad co2; disposability strong }
system economy {
  time [year] = 2002 .. 2004 step 1 using euler
  param growth [1/year] = 0.1
  aux   labor [M person] = 10
  stock gdp [M CNY] = 80
  flow  more: cloud -> gdp = growth * gdp
  stock co2 [Mt] = 10
  flow  cleaner: co2 -> cloud = 1 [Mt/year]
}
scenario slow of economy
scenario quick of economy { growth = 0.5 }
data futures from economy { dmu scenario; period time }
technology future on futures from green { reference global of history }
direction win_win { good +observed; bad -observed }
measure ahead = ddf(future, along: win_win)
""".replace("unit person\n", ""))


def ahead(y, b):
    # frontier of history per 10 labor: best A 2001 (b 10, y 120), ray from the origin to it and flat beyond (strong): y <= 12 b for b <= 10, y <= 120
    # (1+β) y <= min(120, 12 (1-β) b)
    return min(120 / y - 1, (12 * b - y) / (12 * b + y))


rows = []
for n, gr in (("slow", .1), ("quick", .5)):
    for k in range(3):
        rows.append([n, 2002 + k, ahead(80 * (1 + gr) ** k, 10 - k)])

write("systems/futures-against-history", "By hand: only A of 2001 spans the frontier, y ≤ min(120, 12 b) per 10 M persons; β = min(120/y − 1, (12b − y)/(12b + y)).",
      tables={"ahead": table(["scenario", "time", "score"], 2, rows)})

# 15. functions ----------------------------------------------------------------------------------------------------------------------------------------
model("systems/functions", """
// Numbers with a bare argument, and what time knows.
system f {
  time [year] = 0 .. 2 step 1 using euler
  aux x [1] = time / 1 [year]
  aux a = safediv(1, x, -1)
  aux b = annual(5%)
  aux c = min(x, 1, 3) + max(x, 0.5)
  aux d = floor(-1.5) + trunc(-1.5) + round(2.4) + abs(-2)
  aux e = exp(ln(7)) + sqrt(16) + mod(7, 4)
  aux g = if x > 0 and not x == 1 then 1 else 0
  aux h [t] = initial(y) 
  stock y [t] = 5
  flow more: cloud -> y = 1 [t/year]
  aux p = previous(y, 0 [t])
  aux i = log(100)
}
""".replace("\n  aux i = log(100)", ""))
rows = []
for k in range(3):
    rows.append([B, k, -1 if k == 0 else 1 / k, math.log(1.05), min(k, 1) + max(k, .5), -2 - 1 + 2 + 2, 7 + 4 + 3, 1 if k == 2 else 0, 5, 5 + k, 0 if k == 0 else 4 + k])
write("systems/functions", "By hand; mod(7, 4) = 3, floor(−1.5) = −2, trunc(−1.5) = −1.", tables={"f": table(["scenario", "time", "a", "b", "c", "d", "e", "g", "h", "y", "p"], 2, rows, tolerance=1e-12)})
