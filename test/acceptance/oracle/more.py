"""A second batch of models: what the first left out."""
import math
from fractions import Fraction as Fr

import numpy as np
import pandas as pd

from dea import ROOT, Program, model, solve, sub, table, write
from indices import COLS, LKE, STATES, Panel, cumulate, index, load
from systems import B, integrate, num

N = None

# --- data -------------------------------------------------------------------------------------------------------------
open(ROOT + "/data-panels/data/sectors.csv", "w").write(
    "iso,year,sector,jobs,note\nX,2000,farms,5,\"two\nlines\"\nX,2000,mines,7,\nY,2000,farms,1,a\nY,2000,mines,2,b\n\n")
model("data-panels/where-before-duplicates", """
// Two sectors a year: the condition keeps one, so a row for each country and year is left.
data farms from "data/sectors.csv" {
  dmu iso
  period year
  group sector
  jobs [k person]
  where sector == "farms"
}
""")
write("data-panels/where-before-duplicates", "By hand: duplicates are judged among the rows that are kept; a quoted line end and a blank last line are no rows.",
      tables={"farms": table(["iso", "year", "sector", "jobs"], 2, [["X", 2000, "farms", 5], ["Y", 2000, "farms", 1]])})

model("data-panels/two-dmu-columns", """
// Two columns name a DMU; a technology by one of them; labels with blanks and non-ASCII.
data plants {
  dmu city, `type of plant`
  | city  | type of plant | x [h] | y [t] |
  | Łódź  | steel mill    |     1 |     1 |
  | Łódź  | paper mill    |     1 |     4 |
  | São P | steel mill    |     1 |     2 |
  | São P | paper mill    |     2 |     4 |
}
technology t on plants by `type of plant` { input x; good y }
measure theta = radial(t, orientation: input)
expect theta.score["São P", "paper mill"] == 0.5 within 0.000001
expect mean(theta.score by `type of plant`)["steel mill"] == 0.75 within 0.000001
""")
write("data-panels/two-dmu-columns", "By hand.", tables={
    "theta": table(["city", "type of plant", "score", "rank"], 2, [["Łódź", "steel mill", .5, 2], ["Łódź", "paper mill", 1, 1], ["São P", "steel mill", 1, 1], ["São P", "paper mill", .5, 2]]),
    "theta.peers": table(["city", "type of plant", "peer_city", "peer_type of plant", "weight"], 4, [
        ["Łódź", "steel mill", "São P", "steel mill", .5], ["Łódź", "paper mill", "Łódź", "paper mill", 1],
        ["São P", "steel mill", "São P", "steel mill", 1], ["São P", "paper mill", "Łódź", "paper mill", 1]])},
      expectations=[{"pass": True, "actual": .5}, {"pass": True, "actual": .75}])

model("data-panels/broadcasting-into-another-panel", """
// Values of another panel enter by name where the keys fit: prices by year, populations by province.
data prices { period year; | year | p [CNY/t] | | 2000 | 2 | | 2001 | 3 | }
data people { dmu province; | province | heads [k person] | | A | 10 | | B | 20 | }
data output {
  dmu province
  period year
  | province | year | q [t] |
  | B | 2001 | 40 |
  | A | 2000 | 10 |
  | A | 2001 | 20 |
  | B | 2000 | 30 |
  sales [CNY] = q * prices.p
  per_head = q / people.heads
  relative = q / (q at 2000)
  of_a = q / q["A"]
}
""".replace("{ period year; | year | p [CNY/t] | | 2000 | 2 | | 2001 | 3 | }", "{\n  period year\n  | year | p [CNY/t] |\n  | 2000 | 2 |\n  | 2001 | 3 |\n}")
      .replace("{ dmu province; | province | heads [k person] | | A | 10 | | B | 20 | }", "{\n  dmu province\n  | province | heads [k person] |\n  | A | 10 |\n  | B | 20 |\n}"))
write("data-panels/broadcasting-into-another-panel", "By hand: values combine when one's keys include the other's, aligned by label.", tables={
    "output": table(["province", "year", "sales", "per_head", "relative", "of_a"], 2, [
        ["A", 2000, 20, 1, 1, 1], ["A", 2001, 60, 2, 2, 1], ["B", 2000, 60, 1.5, 1, 3], ["B", 2001, 120, 2, 40 / 30, 2]], units={"per_head": "t/k person", "sales": "CNY"})})

model("data-panels/percent-and-numbers", """
// Numbers as they are written; a share in per cent against a plain number.
data d {
  dmu f
  | f | rate [%] | big [t] | small [t] |
  | A |      2.5 | 1.5e6   | -0.25e-3  |
  plain [1] = rate
  x = rate * 1_000
  y = 6.5% + 1e-1
  z = big * rate
  ok = if rate > 2% then 1 else 0
}
""")
write("data-panels/percent-and-numbers", "By hand: 2.5 [%] is 0.025.", tables={"d": table(["f", "big", "small", "plain", "y", "ok"], 1, [["A", 1.5e6, -.25e-3, .025, .165, 1]], tolerance=1e-12, units={"plain": "1"})})

model("data-panels/location-quotient-function", """
// The function and the formula of it are the same; employees in other units do not matter.
data jobs {
  dmu city, trade
  period year
  | city | trade | year | n [k person] |
  | A | x | 2000 | 10 |
  | A | y | 2000 | 30 |
  | B | x | 2000 | 20 |
  | B | y | 2000 | 20 |
  | A | x | 2001 | 10 |
  | A | y | 2001 | 10 |
  | B | x | 2001 | 10 |
  | B | y | 2001 | 10 |
  by_formula = (n / sum(n by city, year)) / (sum(n by trade, year) / sum(n by year))
}
""")
write("data-panels/location-quotient-function", "By hand: A 2000: (10/40)/(30/80).", tables={"jobs": table(["city", "trade", "year", "by_formula"], 3, [
    ["A", "x", 2000, (10 / 40) / (30 / 80)], ["A", "y", 2000, (30 / 40) / (50 / 80)], ["B", "x", 2000, .5 / (30 / 80)], ["B", "y", 2000, .5 / (50 / 80)],
    ["A", "x", 2001, 1], ["A", "y", 2001, 1], ["B", "x", 2001, 1], ["B", "y", 2001, 1]], tolerance=1e-12)})

# --- frontiers and indices ------------------------------------------------------------------------------------------------
st = load("states")
s3 = st[st.year.between(1984, 1986)]
P = Panel(s3, ["state"], *LKE)
text = "// The technology's own reference counts where the index names none; an index over vrs is computed and noted.\n" + STATES % "  where year in 1984 .. 1986\n" + """
technology global_green from green { reference global }
technology green_vrs from green { returns vrs }
index own_reference = malmquist_luenberger(global_green, along: win_win)
index replaced = malmquist_luenberger(global_green, along: win_win, reference: biennial)
index over_vrs = malmquist_luenberger(green_vrs, along: win_win)
index growth_only = luenberger(green, along: grow)
direction grow { good +observed }
"""
model("indices/technology-reference-and-vrs", text)
write("indices/technology-reference-and-vrs", "scipy. vrs distances by Kuosmanen's program.", tables={
    "own_reference": table(["state", "year"] + COLS, 2, index(P, "ml", "global")),
    "replaced": table(["state", "year"] + COLS, 2, index(P, "ml", "biennial")),
    "over_vrs": table(["state", "year"] + COLS, 2, index(P, "ml", returns="vrs")),
    "growth_only": table(["state", "year"] + COLS, 2, index(P, "luenberger", g=(0, 1, 0)))},
      notes=["TFP index"])

model("indices/fixed-direction", """
// A direction of fixed size: the indicator subtracts, the ratio index has no value where 1 + D is not positive.
data firms {
  dmu firm
  period year
  | firm | year | x [h] | y [t] |
  | A | 1 | 1 | 10 |
  | B | 1 | 1 |  8 |
  | A | 2 | 1 | 20 |
  | B | 2 | 1 | 10.5 |
}
technology t on firms { input x; good y }
direction one { good +1 }
index l = luenberger(t, along: one)
index ml = malmquist_luenberger(t, along: one)
""")
# D^1: A1 0, B1 2, A2 -10, B2 -0.5 ; D^2: A1 10, B1 12, A2 0, B2 9.5
# L A: .5[(0+10)+(10-0)] = 10 ; EC 0 ; TC 10.  B: .5[(2+.5)+(12-9.5)] = 2.5 ; EC 2-9.5=-7.5; TC 10
# ML A: 1+D^1(2) = -9 -> undefined. B: sqrt((3/.5)*(13/10.5)); EC 3/10.5
mlB = math.sqrt((3 / .5) * (13 / 10.5))
write("indices/fixed-direction", "By hand: D¹ = 0, 2, −10, −0.5 and D² = 10, 12, 0, 9.5. 1 + D¹(A, 2) = −9 has no logarithm: undefined, not a number.", tables={
    "l": table(["firm", "year"] + COLS + ["cumulative"], 2, [["A", 1, N, N, N, "first_period", 0], ["B", 1, N, N, N, "first_period", 0], ["A", 2, 10, 0, 10, "optimal", 10], ["B", 2, 2.5, -7.5, 10, "optimal", 2.5]]),
    "ml": table(["firm", "year"] + COLS + ["cumulative"], 2, [["A", 1, N, N, N, "first_period", 1], ["B", 1, N, N, N, "first_period", 1], ["A", 2, N, 1, N, "undefined", N], ["B", 2, mlB, 3 / 10.5, mlB / (3 / 10.5), "optimal", mlB]])})

model("indices/hand-calculated", """
// One input, one output, crs: every index follows from productivities; the chain multiplies.
data firms {
  dmu firm
  period year
  group kind
  | firm | kind | year | x [h] | y [t] |
  | A | p | 2001 | 2 | 2 |
  | A | p | 2002 | 2 | 4 |
  | A | p | 2003 | 1 | 3 |
  | B | q | 2001 | 1 | 2 |
  | B | q | 2002 | 1 | 2 |
  | B | q | 2003 | 2 | 6 |
}
technology t on firms { input x; good y }
index m = malmquist(t, orientation: input)
index g = malmquist(t, orientation: input, reference: global)
index s = malmquist(t, orientation: output, reference: sequential)
report r { table m.change, m.efficiency_change, m.technical_change by kind }
expect m.change == m.efficiency_change * m.technical_change within 0.0000001%
expect m.cumulative["A"] at 2003 == 3 within 0.0000001
expect geomean(m.change by kind)["p"] == 3 ^ 0.5 within 0.0000001
""")
# productivities A 1,2,3; B 2,2,3. best by year 2,2,3 ; sequential 2,2,3 ; EC A: (2/2)/(1/2) = 2, then 1 ; B 1, 1
rows = lambda: [["A", 2001, N, N, N, "first_period", 1], ["B", 2001, N, N, N, "first_period", 1], ["A", 2002, 2, 2, 1, "optimal", 2], ["B", 2002, 1, 1, 1, "optimal", 1],
                ["A", 2003, 1.5, 1, 1.5, "optimal", 3], ["B", 2003, 1.5, 1, 1.5, "optimal", 1.5]]
write("indices/hand-calculated", "By hand: productivities 1, 2, 3 and 2, 2, 3.", tables={
    **{k: table(["firm", "year"] + COLS + ["cumulative"], 2, rows(), tolerance=1e-9) for k in "mgs"},
    "m.distances": table(["firm", "observed", "reference", "distance", "status"], 3, [
        [f, o, r, p / best[r], "optimal"] for best in [{2001: 2, 2002: 2, 2003: 3}] for f, ps in (("A", [1, 2, 3]), ("B", [2, 2, 3]))
        for o, p in zip((2001, 2002, 2003), ps) for r in best if abs(r - o) <= 1], tolerance=1e-9),
    "r.1": table(["kind", "m.change", "m.efficiency_change", "m.technical_change"], 1, [["p", math.sqrt(3), math.sqrt(2), math.sqrt(1.5)], ["q", math.sqrt(1.5), 1, math.sqrt(1.5)]], tolerance=1e-9)},
      expectations=[{"pass": True}, {"pass": True, "actual": 3}, {"pass": True, "actual": math.sqrt(3)}])

model("frontiers/equality-is-noted", """
// The single-intensity form is what many papers print: computed as asked, and noted in every result.
data sites {
  dmu site
  | site | x [1] | y [1] | b [1] |
  | A | 1 | 2 | 1 |
  | B | 1 | 1 | 1 |
}
technology t on sites { input x; good y; bad b; returns vrs; disposability equality }
direction win { good +observed; bad -observed }
measure m = ddf(t, along: win)
""")
write("frontiers/equality-is-noted", "By hand: b cannot fall below 1 with one intensity summing to one, so β = 0 for B.", tables={"m": table(["site", "score"], 1, [["A", 0], ["B", 0]])}, notes=["equality"])

model("frontiers/negative-shadow-price-is-flagged", """
// On the falling side of the frontier a bad's price is negative: kept and flagged, not clipped.
data sites {
  dmu site
  | site | x [1] | y [1] | b [1] |
  | A | 1 | 4 | 1 |
  | B | 1 | 2 | 3 |
  | C | 1 | 2 | 2 |
}
technology t on sites { input x; good y; bad b }
direction grow { good +observed }
measure m = ddf(t, along: grow)
""")
# frontier: O-A-B: C at b=2: y on A-B = 3 -> beta: 2(1+β)=3 -> .5 ; price: p_y g = p_y*2 = 1 -> .5; facet A-B: p_x - 4 p_y + p_b = 0; p_x - 2p_y + 3 p_b = 0 -> 2p_y + 2 p_b = 0 -> p_b = -.5; p_x = 4*.5+.5=2.5
# β = 2.5 - 1 - 1 = .5 ok
write("frontiers/negative-shadow-price-is-flagged", "By hand: facet A-B gives p_y = 0.5, p_b = −0.5, p_x = 2.5.", tables={
    "m": table(["site", "score", "price.x", "price.y", "price.b"], 1, [["A", 0, "*", "*", "*"], ["B", 0, "*", "*", "*"], ["C", .5, 2.5, .5, -.5]])}, notes=["negative"])

model("frontiers/infeasible-is-told", """
// Weak disposability: A alone makes so little bad per good that nobody else spans its point without it.
data sites {
  dmu site
  period year
  group zone
  | site | zone | year | x [1] | y [1] | b [1] |
  | A | n | 2000 | 1 | 4 | 1 |
  | B | n | 2000 | 1 | 2 | 2 |
  | C | s | 2000 | 1 | 1 | 2 |
}
technology t on sites { input x; good y; bad b }
measure m = radial(t, orientation: input, super: true)
direction win { good +observed; bad -observed }
measure w = ddf(t, along: win, super: true)
""")
# m: A without itself: Σλ b = 1 with y >= 4: y/b max = 1 (B) -> infeasible.
# B without itself: b=2: A*2 + ..: y>=2, λA+2λC=2, x: λA+λC min: λ: y:4λA+λC>=2; min λA+λC s.t. λA = 2-2λC: 2-λC, y: 8-8λC+λC>=2 -> λC<=6/7 -> x=2-6/7=8/7 ; or λC = 6/7: θ=8/7.
# C without itself: λA+2λB=2; 4λA+2λB>=1; min λA+λB -> λB=1: θ=1. y = 2>=1 ok -> θ=1
# w: A: (1+β)4 <= ..., frontier without A: B: y<=b, x<=1: 4(1+β) = 1(1-β) -> β=-.6
# B: frontier with A, C : x sum<=1. y(1+β)*2 vs A: y=4b for b<=1, then A-C segment from (1,4) to (2,1): slope -3. B moves to (2-2β, 2+2β): on A-C: y = 4-3(b-1) = 7-3b: 2+2β = 7-6+6β -> β=.25: b=1.5,y=2.5 ok. outside? At β=0: (2,2): line at b=2: 1 <2 so B is outside; max β: region along path: for b<=1: y<=4b: 2+2β <= 8-8β -> β<=.6, b=.8. so max β=.6! (the path exits & re-enters) convex? the set is convex; path from (2,2) outside, enters at .25.. leaves at .6. max = .6
# C: frontier A,B: (2-2β,1+β): y<=4b: 1+β=8-8β -> β=7/9 (b=4/9)
write("frontiers/infeasible-is-told", "By hand in the (b, y) plane per unit of x. B lies outside the technology of the others and still has β = 0.6 beyond it; A's radial program has no solution: Σλb = 1 allows y ≤ 1.", tables={
    "m": table(["site", "year", "score", "efficiency", "class", "rank", "status", "slack.x", "target.y", "price.b"], 2, [
        ["A", 2000, N, N, N, N, "infeasible", N, N, N], ["B", 2000, 8 / 7, 8 / 7, "*", 1, "optimal", "*", "*", "*"], ["C", 2000, 1, 1, "*", 2, "optimal", "*", "*", "*"]]),
    "w": table(["site", "year", "score", "status"], 2, [["A", 2000, -.6, "optimal"], ["B", 2000, .6, "optimal"], ["C", 2000, 7 / 9, "optimal"]]),
    "m.infeasible": table(["year", "infeasible"], 1, [[2000, 1]])}, notes=["1 of 3"])

# --- systems -------------------------------------------------------------------------------------------------------------------
model("systems/index-into-system", """
// Measured progress drives the simulation: results enter by name.
data firms {
  dmu firm
  period year
  | firm | year | x [h] | y [t] |
  | A | 2001 | 2 | 2 |
  | A | 2002 | 2 | 3 |
  | B | 2001 | 1 | 2 |
  | B | 2002 | 1 | 3 |
}
technology t on firms { input x; good y }
index m = malmquist(t, orientation: input)
measure theta = radial(t, orientation: input)
system economy {
  time [year] = 2002 .. 2004 step 1 using euler
  param progress = geomean(m.technical_change) - 1
  param start = mean(theta.score at 2002)
  stock output [t] = sum(firms.y at 2002)
  flow  more: cloud -> output = progress * output / 1 [year]
  aux   known [t] = firms.y["B"] at 2002
}
""")
write("systems/index-into-system", "By hand: every M is 1.5 and all of it technical.", tables={
    "economy": table(["scenario", "time", "progress", "start", "output", "known"], 2, [[B, 2002 + k, .5, .75, 6 * 1.5 ** k, 3] for k in range(3)])})

model("systems/changing-lookups-and-elements", """
// A scenario may change a lookup, one element, or an auxiliary by an equation.
dimension kind = a, b
system s {
  time [year] = 0 .. 2 step 1 using euler
  lookup rate(t [year]) [1/year] = linear(0: 0.1, 2: 0.3)
  stock x by kind [t] = {a: 1, b: 10}
  flow  f by kind: cloud -> x = rate(time) * x * boost
  aux   boost [1] = 1
  aux   total = sum(x)
  param goal [t] in 1 .. 100 = 20
}
scenario base of s
scenario lower from base { rate = linear(0: 0, 2: 0.2) }
scenario single from base { x[b] = 20 }
scenario driven from base { boost = if total > 12 [t] then 0 else 2 }
expect base.x[b] at 1 == 11 [t] within 0.000001
expect single.total at 0 == 21 [t] within 0.000001
expect sum(driven.x at 1) == 13.2 [t] within 0.000001
expect base.goal == 20 [t] within 0.000001
""")
def lk(r0, r1, x, boost=lambda tot: 1.):
    out, y = [], list(x)
    for k in range(3):
        r = r0 + (r1 - r0) * k / 2
        out.append((k, list(y)))
        bo = boost(sum(y))
        y = [v * (1 + r * bo) for v in y]
    return out
rows = []
for n, r in (("base", lk(.1, .3, [1, 10])), ("lower", lk(0, .2, [1, 10])), ("single", lk(.1, .3, [1, 20])), ("driven", lk(.1, .3, [1, 10], lambda t: 0. if t > 12 else 2.))):
    rows += [[n, k, y[0], y[1], sum(y)] for k, y in r]
write("systems/changing-lookups-and-elements", "Euler by hand.", tables={"s": table(["scenario", "time", "x[a]", "x[b]", "total"], 2, rows, tolerance=1e-12)},
      expectations=[{"pass": True}] * 4)

model("systems/series-by-dimension", """
// A series of a panel with the dimension's labels; alignment is by label.
data inputs {
  dmu industry
  period year
  | industry | year | jobs [k person] |
  | b | 2000 | 10 |
  | a | 2000 | 1 |
  | a | 2002 | 3 |
  | b | 2002 | 30 |
}
dimension industry = from inputs.industry
system s {
  time [year] = 2000 .. 2002 step 1 using euler
  series jobs by industry = inputs.jobs linear
  aux total = sum(jobs)
}
""".replace("series jobs by industry = inputs.jobs linear", "series jobs = inputs.jobs linear"))
write("systems/series-by-dimension", "By hand: 1, 2, 3 and 10, 20, 30.", tables={"s": table(["scenario", "time", "total"], 2, [[B, 2000, 11], [B, 2001, 22], [B, 2002, 33]])})

model("systems/peaks-and-aggregates", """
// What a run reached, and when; a maximum at the end is not a peak.
system s {
  time [year] = 2020 .. 2030 step 1 using euler
  aux hill [Mt] = 100 [Mt] - 4 [Mt/year^2] * (time - 2026 [year]) ^ 2
  aux climb [Mt] = 10 [Mt/year] * (time - 2019 [year])
  param k [1] = 1
}
scenario one of s
scenario two of s { k = 2 }
expect peak_time(one.hill) == 2026 within 0.0001
expect peak_value(one.hill) == 100 [Mt] within 0.0001 [Mt]
expect peak_time(one.climb) < 2031
expect max(one.climb) == 110 [Mt] within 0.0001 [Mt]
expect mean(s.hill at 2026) == 100 [Mt] within 0.0001 [Mt]
expect (sum(s.k by scenario))["two"] > 2
""".replace("expect (sum(s.k by scenario))[\"two\"] > 2\n", ""))
write("systems/peaks-and-aggregates", "By hand. peak_time is empty when the maximum lies at the last saved time, so that claim fails.", expectations=[
    {"pass": True}, {"pass": True}, {"pass": False}, {"pass": True, "actual": 110}, {"pass": True, "actual": 100}],
      tables={"s": table(["scenario", "time", "hill"], 2, [[n, 2020 + k, 100 - 4 * (k - 6) ** 2] for n in ("one", "two") for k in range(11)])})

mon = math.log(1.06) / 12
model("systems/months-and-annual", """
// Time in months, a rate per year: annual(6%) makes exactly 6 % in twelve steps of the exact solution (RK4 nearly).
system s {
  time [month] = 0 .. 24 step 1 using rk4 save every 12
  param growth [1/year] = annual(6%)
  stock gdp [M CNY] = 100
  flow more: cloud -> gdp = growth * gdp
}
""")
m = 1 + mon + mon ** 2 / 2 + mon ** 3 / 6 + mon ** 4 / 24
write("systems/months-and-annual", "RK4's polynomial of ln(1.06)/12.", tables={"s": table(["scenario", "time", "gdp", "more"], 2, [[B, 12 * k, 100 * m ** (12 * k), 100 * m ** (12 * k) * mon] for k in range(3)], tolerance=1e-12)})

# a pendulum-like pair and a logistic: order independence
lv = integrate(lambda t, y, s: [.5 * y[0] - .02 * y[0] * y[1], .01 * y[0] * y[1] - .3 * y[1]], [40, 9], 0, 20, Fr(1, 10), "rk4", save=2)
model("systems/predator-and-prey", """
// Equations in any order; parameters below their use.
system wood {
  flow  birth: cloud -> hares = fertility * hares
  flow  kill: hares -> cloud = appetite * hares * foxes
  aux   meals [1/year] = appetite * hares * yield
  flow  cubs: cloud -> foxes = meals * foxes
  flow  death: foxes -> cloud = mortality * foxes
  stock hares [head] = 40
  stock foxes [head] = 9
  param fertility [1/year] = 0.5
  param appetite [1/head year] = 0.02
  param yield = 50%
  param mortality [1/year] = 30%
  time [year] = 0 .. 20 step 0.1 using rk4 save every 2
}
unit head
""".replace("[1/head year]", "[1/(head year)]"))
write("systems/predator-and-prey", "RK4 in Python.", tables={"wood": table(["scenario", "time", "hares", "foxes"], 2, [[B, num(t), *map(float, y)] for t, y in lv], tolerance=1e-9)})
