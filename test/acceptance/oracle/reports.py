"""Expected results of the report and expectation models."""
import math

import numpy as np

from dea import model, table, write

DATA = """
data firms {
  dmu firm
  period year
  group region
  | firm | region | year | x [h] | y [t] |
  | A | east | 2000 | 10 | 20 |
  | B | east | 2000 | 10 | 10 |
  | C | west | 2000 | 20 | 10 |
  | A | east | 2001 | 10 | 40 |
  | B | east | 2001 | 10 | 30 |
  | C | west | 2001 | 20 | 20 |
}
technology t on firms { input x; good y }
measure theta = radial(t, orientation: input)
index m = malmquist(t, orientation: input)
"""
# productivities 2,1,.5 ; 4,3,1 : theta 1,.5,.25 ; 1,.75,.25 ; M 2,3,2 ; EC 1,1.5,1 ; TC 2
geo = lambda *v: math.exp(sum(map(math.log, v)) / len(v))

model("reports/table-by-group", "// Means by group: arithmetic for levels, geometric for ratio indices, with the number of missing values told." + DATA + """
report r {
  table theta.score, m.change, m.efficiency_change by region
  table m.change by region, year
  table firms.x, firms.y by year
}
""")
write("reports/table-by-group", "By hand: θ 1, .5, .25 / 1, .75, .25; M 2, 3, 2.", tables={
    "r.1": table(["region", "theta.score", "m.change", "m.efficiency_change"], 1, [["east", .8125, geo(2, 3), geo(1, 1.5)], ["west", .25, 2, 1]], tolerance=1e-8),
    "r.2": table(["region", "year", "m.change"], 2, [["east", 2000, None], ["west", 2000, None], ["east", 2001, geo(2, 3)], ["west", 2001, 2]], tolerance=1e-8, complete=False),
    "r.3": table(["year", "firms.x", "firms.y"], 1, [[2000, 40 / 3, 40 / 3], [2001, 40 / 3, 30]], tolerance=1e-8)})

model("reports/table-rows-and-columns", "// A crossed table at one period, and a sorted list." + DATA + """
report r {
  table theta.score rows firm columns year digits 2
  table theta.score rows firm columns region at 2001
  table theta.score at 2001 sort descending
}
""")
write("reports/table-rows-and-columns", "By hand; a cell without an observation is empty. The sorted table is compared in order.", tables={
    "r.1": table(["firm", "2000", "2001"], 1, [["A", 1, 1], ["B", .5, .75], ["C", .25, .25]], tolerance=1e-8),
    "r.2": table(["firm", "east", "west"], 1, [["A", 1, None], ["B", .75, None], ["C", None, .25]], tolerance=1e-8),
    "r.3": table(["firm", "theta.score"], 1, [["A", 1], ["B", .75], ["C", .25]], tolerance=1e-8)})

model("reports/text-holes", "// Numbers inside a sentence." + DATA + """
report r {
  text "{count(theta.class == "efficient")} of {count(theta.score)} rows are efficient; A makes {firms.y["A"] at 2001} t."
}
""")
write("reports/text-holes", "By hand: A is efficient in both years.", tables={"theta": table(["firm", "year", "class"], 2, [["A", 2000, "efficient"]], complete=False)},
      texts={"r": ["2 of 6 rows are efficient; A makes 40 t."]})

model("reports/compare", """
// Scenarios beside the control run: levels and the change in per cent.
system economy {
  time [year] = 2020 .. 2022 step 1 using euler
  param growth [1/year] = 0.1
  stock gdp [M CNY] = 100
  stock co2 [Mt] = 10
  flow  more: cloud -> gdp = growth * gdp
  flow  worse: cloud -> co2 = 0.5 * growth * co2
}
scenario control of economy
scenario s1 from control { growth = 0.2 }
scenario s2 from control { growth = 0 }
report r { compare economy.gdp, economy.co2 at 2021, 2022 for s1, s2 against control }
expect s1.gdp at 2022 == 144 [M CNY] within 0.0001%
expect s1.gdp at 2022 / control.gdp at 2022 - 1 == 19.0083% within 0.001%
expect s2.gdp == 100 [M CNY] within 0.000001%
expect economy.gdp["s2"] at 2021 < economy.gdp["s1"] at 2021
expect max(s1.co2) == 12.1 [Mt] within 0.0001 [Mt]
expect peak_value(s1.co2) == 12.1 [Mt] within 0.0001 [Mt]
""")
c = {"control": .1, "s1": .2, "s2": 0}
write("reports/compare", "By hand. The layout of a comparison is not said by the contract, so only the claims are compared here.", tables={
    "economy": table(["scenario", "time", "gdp", "co2"], 2, [[n, 2020 + k, 100 * (1 + r) ** k, 10 * (1 + r / 2) ** k] for n, r in c.items() for k in range(3)], tolerance=1e-10)},
      expectations=[{"pass": True, "actual": 144}, {"pass": True}, {"pass": True}, {"pass": True}, {"pass": True, "actual": 12.1}, {"pass": True, "actual": 12.1}])

model("reports/expectations-that-fail", "// Claims that are false, empty, or about nothing must fail; each says why." + DATA + """
expect theta.score == 1 within 0.01
expect theta.score > 0.2
expect m.change > 1
expect m.cumulative >= 1
expect theta.score["C"] at 2000 == 0.3 within 5%
expect theta.score["C"] at 2000 == 0.2 within 30%
expect theta.score["C"] at 2000 == 0.2 within 0.04
expect theta.score["C"] at 2000 == 0.2 within 0.06
expect count(m.change) == 3 within 0
expect max(theta.score where theta.year > 3000) > 0
expect m.change at 2000 > 0
expect (theta.score at 2001)["B"] in 0.7 .. 0.8
expect not (mean(theta.score) > 0.7)
expect geomean(m.change) > 2 and mean(theta.score) < 0.7 or 1 > 2
expect geomean(m.change by region)["east"] == 2.4494897 within 0.000001
""".replace("where theta.year > 3000", "where year > 3000"))
write("reports/expectations-that-fail", "By hand. `m.change` is empty in the first period (a status says why): a column claim holds in every non-empty row. An aggregate over nothing, and a claim about a period where all is empty, fail.",
      expectations=[{"pass": False}, {"pass": True}, {"pass": True}, {"pass": True}, {"pass": False}, {"pass": True}, {"pass": False}, {"pass": True},
                    {"pass": True, "actual": 3}, {"pass": False}, {"pass": False}, {"pass": True}, {"pass": True}, {"pass": True}, {"pass": True, "actual": math.sqrt(6)}])

model("reports/bare-equality-warns", "// A bare == between computed numbers is a warning, not an error." + DATA + """
expect theta.score["A"] at 2000 == 1
expect mean(theta.score) == 0.625 within 1%
""")
write("reports/bare-equality-warns", "By hand.", expectations=[{"pass": True}, {"pass": True}],
      diagnostics=[{"severity": "warning", "line": 18, "says": ["within"]}])

model("reports/mean-of-a-ratio-is-refused", "// The mean of a ratio index is geometric." + DATA + """
expect mean(m.change) > 1
expect geomean(m.change) > 1
""")
write("reports/mean-of-a-ratio-is-refused", "The contract: refused, and geomean offered.", diagnostics=[{"severity": "error", "line": 18, "says": ["geomean"]}])

model("reports/titles-and-captions", """
// A title is its `///`; the claims about runs cover every scenario.
system s {
  time [year] = 0 .. 2 step 1 using euler
  stock x [t] = 1
  flow f: cloud -> x = 1 [t/year]
}
/// From one
scenario a of s
scenario b of s { x = 2 }
/// Never below one
expect always s.x >= 1 [t]
/// Always below four: false in b at 2
expect always s.x < 4 [t]
expect always a.x <= 3 [t]
expect s.x at 2 >= 3 [t]
""")
write("reports/titles-and-captions", "By hand.", expectations=[{"pass": True}, {"pass": False, "says": "b"}, {"pass": True}, {"pass": True}],
      tables={"s": table(["scenario", "time", "x"], 2, [[n, k, x + k] for n, x in (("a", 1), ("b", 2)) for k in range(3)])})
