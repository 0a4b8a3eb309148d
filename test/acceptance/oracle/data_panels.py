"""Expected results of the data models: by pandas, or by hand where the tables are tiny."""
import json
import math

import numpy as np
import pandas as pd

from dea import ROOT, model, table, write

F = ROOT + "/data-panels/data/"


def put(name, text, **kw):
    with open(F + name, "w", encoding=kw.get("encoding", "utf-8"), newline="") as f:
        f.write(text)


# 1. headers, quotes, BOM, CRLF ------------------------------------------------------------------------------------
put("quoted.csv", '\ufeffCountry name,"Energy use (PJ)",CO2 (Mt),"note, free"\r\n"Korea, Rep.",12.5,"600",x\r\n"Côte d\'Ivoire",0.5,11,"a ""quoted"" word"\r\n  Japan ,18,1100,\r\n')
model("data-panels/csv-quotes-and-headers", """
// A byte order mark, CRLF, quoted cells and headers that are no identifiers.
data world from "data/quoted.csv" {
  dmu `Country name`
  energy [PJ] = `Energy use (PJ)`
  `CO2 (Mt)` [Mt]
  per_energy = `CO2 (Mt)` / energy
}
""")
write("data-panels/csv-quotes-and-headers", "By hand. Blanks around a label are not part of it.", tables={
    "world": table(["Country name", "energy", "CO2 (Mt)", "per_energy"], 1,
                   [["Korea, Rep.", 12.5, 600, 48], ["Côte d'Ivoire", .5, 11, 22], ["Japan", 18, 1100, 1100 / 18]],
                   exact=True, units={"energy": "PJ", "CO2 (Mt)": "Mt", "per_energy": "Mt/PJ"}, roles={"Country name": "dmu", "energy": "value"})})

# 2. semicolons and decimal commas ----------------------------------------------------------------------------------
put("european.csv", "Land;Jahr;Strom;Wert\nA;2020;1234,5;0,25\nB;2020;-3,0;1e3\n")
model("data-panels/decimal-comma", """
// Semicolons are recognised; a decimal comma is said.
data strom from "data/european.csv" {
  decimal ","
  dmu Land
  period Jahr
  Strom [GWh]
  Wert
}
expect sum(strom.Strom) == 1231.5 [GWh] within 0.001 [GWh]
""".replace("  Wert\n", "  Wert [1]\n"))
write("data-panels/decimal-comma", "By hand.", tables={"strom": table(["Land", "Jahr", "Strom", "Wert"], 2, [["A", 2020, 1234.5, .25], ["B", 2020, -3, 1000]], exact=True)},
      expectations=[{"pass": True, "actual": 1231.5}])

# 3. tsv -----------------------------------------------------------------------------------------------------------
put("firms.tsv", "firm\tlabor\tsales\nA\t10\t5.5\nB\t20\t7,5\n".replace("7,5", "7.5"))
put("firms.json", json.dumps([{"firm": "A", "labor": 10, "sales": 5.5, "when": 2001}, {"firm": "B", "labor": None, "sales": 7.5, "when": 2001}, {"firm": "A", "labor": 12, "sales": 6, "when": 2002}]))
model("data-panels/tsv-and-json", """
// The same kind of table in two formats; null is a missing cell.
data tabs from "data/firms.tsv" { dmu firm; labor [person]; sales [M CNY] }
data objects from "data/firms.json" { dmu firm; period when; labor [person]; sales [M CNY]; missing drop row }
""")
write("data-panels/tsv-and-json", "By hand.", tables={
    "tabs": table(["firm", "labor", "sales"], 1, [["A", 10, 5.5], ["B", 20, 7.5]], exact=True),
    "objects": table(["firm", "when", "labor", "sales"], 2, [["A", 2001, 10, 5.5], ["A", 2002, 12, 6]], exact=True)})

# 4. inline tables --------------------------------------------------------------------------------------------------
model("data-panels/inline-table", r"""
/// A panel in the text: no `|---|` line, a literal bar, empty cells, signs and exponents
data mills {
  dmu mill
  | mill      | labor [person] | energy [10k tce] | profit [M CNY] | tag   |
  | A \| west |            120 |            3.4e2 |           -1.5 | small |
  | B         |           1000 |                  |            +2  | large |
  missing drop row
  size = if energy > 500 [10k tce] then 2 else 1
  group tag
}
""")
write("data-panels/inline-table", "By hand: B has no energy, which `size` uses, so B goes.", tables={
    "mills": table(["mill", "tag", "labor", "energy", "profit", "size"], 1, [["A | west", "small", 120, 340, -1.5, 1]], units={"energy": "10k tce"})})

# 5. chinese --------------------------------------------------------------------------------------------------------
model("data-panels/chinese-identifiers", """
// 中文标识符
unit 人
data 省份表 {
  dmu 省份
  group 地区
  | 省份 | 地区 | 劳动 [10k 人] | 增加值 [100M CNY] | 碳排放 [10k t] |
  |------|------|--------------:|------------------:|---------------:|
  | 北京 | 东部 |           100 |               400 |            100 |
  | 山西 | 中部 |           100 |               200 |            200 |
  | 四川 | 西部 |           200 |               400 |            100 |
  强度 = 碳排放 / 增加值
}
technology 绿色 on 省份表 { input 劳动; good 增加值; bad 碳排放 }
direction 双赢 { good +observed; bad -observed }
measure 无效率 = ddf(绿色, along: 双赢)
report 报告 { table 无效率.score by 地区 }
/// 北京有效
expect 无效率.score["北京"] == 0 within 0.000001
""")
# DDF: per labour: 北京 (b1,y4), 山西 (b2,y2), 四川 (b.5,y2) ; frontier O-四川-北京 slope 4 both (y=4b) until (1,4), then (2,2) downward.
# 山西: (2-2β, 2+2β): line y=4b: 2+2β = 4(2-2β) -> 10β=6 -> .6: b=.8,y=3.2 on O-北京 line? 4*.8=3.2 ✓. but before: between (1,4) and (2,2): line y = 4-2(b-1) = 6-2b: 2+2β = 6-4+4β -> β=0.. so 山西 at β=0 is on that segment, inside beyond. max β = .6
# 四川: labour 200: b=.5/unit: y=2 → y=4b ✓ on frontier: β=0.
write("data-panels/chinese-identifiers", "By hand per labour: 北京 (b 1, y 4), 四川 (0.5, 2) lie on y = 4b; 山西 2+2β = 4(2−2β), β = 0.6.", tables={
    "省份表": table(["省份", "地区", "劳动", "增加值", "碳排放", "强度"], 1, [["北京", "东部", 100, 400, 100, .25], ["山西", "中部", 100, 200, 200, 1], ["四川", "西部", 200, 400, 100, .25]], units={"劳动": "10k 人", "强度": "10k t/100M CNY"}),
    "无效率": table(["省份", "score"], 1, [["北京", 0], ["山西", .6], ["四川", 0]]),
    "报告.1": table(["地区", "无效率.score"], 1, [["东部", 0], ["中部", .6], ["西部", 0]])}, expectations=[{"pass": True}])

# 6. digits stay labels ------------------------------------------------------------------------------------------------
put("digits.csv", "code,year,x,y\n007,2000,1,2\n7,2000,3,4\n1e3,2000,5,6\n1000,2000,7,8\n")
model("data-panels/dmu-of-digits", """
// Codes are labels: 007 and 7 are two units, 1e3 and 1000 too.
data coded from "data/digits.csv" { dmu code; period year; x [1]; y [1] }
expect coded.y["007"] == 2 within 0
expect count(coded.y) == 4 within 0
""")
write("data-panels/dmu-of-digits", "By hand.", tables={"coded": table(["code", "year", "x", "y"], 2, [["007", 2000, 1, 2], ["7", 2000, 3, 4], ["1e3", 2000, 5, 6], ["1000", 2000, 7, 8]], exact=True)},
      expectations=[{"pass": True}, {"pass": True, "actual": 4}])

# 7. derived columns in any order ------------------------------------------------------------------------------------------
model("data-panels/derived-in-any-order", """
// A derived column may use one that stands below it; arithmetic as in school, ^ to the right.
data firms {
  dmu firm
  intensity = waste / total            // total stands below
  total     = first + second
  score     = -2 ^ 2 + 2 ^ 3 ^ 2 % 1000 * 0 + (if intensity > 0.1 [t/M CNY] and not (firm == "B") then 1 else 0)
  log_size  = ln(total / 1 [M CNY])
  larger    = max(first, second)
  percent   = 12.5% * 8
  | firm | first [M CNY] | second [k CNY] | waste [t] |
  |------|--------------:|---------------:|----------:|
  | A    |             1 |           1000 |         4 |
  | B    |             3 |           2000 |         1 |
}
""".replace(" + 2 ^ 3 ^ 2 % 1000 * 0", " + 2 ^ 3 ^ 2 / 512"))
write("data-panels/derived-in-any-order", "By hand: −2² = −4, 2^(3²)/512 = 1; second is converted to M CNY.", tables={
    "firms": table(["firm", "total", "intensity", "score", "log_size", "larger", "percent"], 1,
                   [["A", 2, 2, -2, math.log(2), 1, 1], ["B", 5, .2, -3, math.log(5), 3, 1]], tolerance=1e-12,
                   units={"total": "M CNY", "intensity": "t/M CNY", "score": "1"})})

# 8. unit conversion ----------------------------------------------------------------------------------------------------------
model("data-panels/unit-conversion", """
// `[u] =` labels a raw column and converts an expression.
data plants {
  dmu plant
  | plant | coal [10k tce] | steel [10k t] | staff [10k person] | sales [100M CNY] | co2 [Mt] |
  |-------|---------------:|--------------:|-------------------:|-----------------:|---------:|
  | A     |              2 |            15 |                0.3 |               20 |        1 |
  heat       [GJ]           = coal + 0
  tonnes     [t]            = steel * 1
  per_head   [t/10k person] = steel / staff
  price      [CNY/t]        = sales / steel
  both       [kg]           = co2 + steel
  share                     = co2 / steel
  power      [MW]           = coal / 1 [year]
}
""")
tce = 29.3076e9
write("data-panels/unit-conversion", "By hand: 2·10⁴ tce = 586152 GJ; 15·10⁴ t per 0.3·10⁴ persons; 20·10⁸ CNY / 15·10⁴ t; a year is 8766 h (the contract does not say).", tables={
    "plants": table(["plant", "heat", "tonnes", "per_head", "price", "both", "power"], 1,
                    [["A", 2e4 * 29.3076, 150000, 150000 / .3, 20e8 / 15e4, 1e9 + 1.5e8, 2e4 * tce / (8766 * 3600) / 1e6]], tolerance=1e-6)})

# 9. aggregates ---------------------------------------------------------------------------------------------------------------
ag = pd.DataFrame({"firm": list("ABCDEFG"), "kind": list("xxxyyyy"), "v": [1., 2, 4, 3, 5, 8, 10], "w": [1., 1, 2, 4, 3, 2, 1]})
rows = "\n".join(f"  | {r.firm} | {r.kind} | {r.v:g} | {r.w:g} |" for r in ag.itertuples())
model("data-panels/aggregates", f"""
// Aggregates over all rows, by a group, with a condition, with weights; each broadcasts back to the rows.
data firms {{
  dmu firm
  group kind
  | firm | kind | v [t] | w [1] |
{rows}
  total     = sum(v)
  by_kind   = sum(v by kind)
  average   = mean(v by kind)
  geometric = geomean(v by kind)
  least     = min(v by kind)
  most      = max(v by kind)
  middle    = median(v by kind)
  spread    = sd(v by kind)
  number    = count(v by kind)
  part      = share(w >= 2 by kind)
  heavy     = sum(v where w >= 2 by kind)
  weighted  = mean(v by kind, weights: w)
  relative  = v / mean(v)
}}
""")
g = ag.groupby("kind")
out = []
for r in ag.itertuples():
    k = ag[ag.kind == r.kind]
    out.append([r.firm, ag.v.sum(), k.v.sum(), k.v.mean(), float(np.exp(np.log(k.v).mean())), k.v.min(), k.v.max(), k.v.median(), k.v.std(ddof=1), len(k),
                (k.w >= 2).mean(), k.v[k.w >= 2].sum(), np.average(k.v, weights=k.w), r.v / ag.v.mean()])
write("data-panels/aggregates", "pandas; sd with n − 1, median of an even number the mean of the middle two, share of a condition: the part of the rows for which it holds (the contract leaves `share` open).", tables={
    "firms": table(["firm", "total", "by_kind", "average", "geometric", "least", "most", "middle", "spread", "number", "part", "heavy", "weighted", "relative"], 1, out, tolerance=1e-12,
                   units={"total": "t", "spread": "t", "part": "1", "number": "1"})})

# 10. group aggregates by year, location quotient of the paper ------------------------------------------------------------------
ind = pd.read_csv(F + "industries.csv")
tot = ind.groupby(["industry", "year"])[["labor", "emp_total"]].sum()
q = (ind.labor / ind.emp_total) / pd.Series([tot.loc[(a, b)].labor / tot.loc[(a, b)].emp_total for a, b in zip(ind.industry, ind.year)])
ind["q"] = q
rows = [[r.iso, r.industry, int(r.year), r.q] for r in ind.itertuples()]
w = ind.pivot(index=["iso", "year"], columns="industry", values="q").reset_index()
m, s = w.manufacturing, w.producer_services
w["syn"] = 1 - (m - s).abs() / (m + s) + (m + s)
prow = [[r.iso, int(r.year), r.manufacturing, r.producer_services, r.syn] for r in w.itertuples()]
get = lambda c, y: float(w[(w.iso == c) & (w.year == y)].syn.iloc[0])
print("synergy", [round(get(c, y), 3) for c, y in (("CHN", 2000), ("CHN", 2014), ("USA", 2000), ("USA", 2014), ("DEU", 2000), ("DEU", 2014))], w.syn.min(), w.syn.max())
model("data-panels/agglomeration", """
// Location quotients of two industries in 40 countries, and the synergy of the two: a panel made from a panel.
data industries from "data/industries.csv" {
  dmu iso, industry
  period year
  labor [M person]
  employment [M person] = emp_total
  quotient = (labor / employment) / (sum(labor by industry, year) / sum(employment by industry, year))
}
data pairs from industries {
  dmu iso
  period year
  lq_m = only(industries.quotient where industries.industry == "manufacturing")
  lq_s = only(industries.quotient where industries.industry == "producer_services")
  synergy = coagglomeration(lq_m, lq_s)
}
expect pairs.synergy["CHN"] at 2000 == 2.610 within 0.0005
expect pairs.synergy["CHN"] at 2014 == 3.053 within 0.0005
expect pairs.synergy["USA"] at 2000 == 3.758 within 0.0005
expect pairs.synergy["USA"] at 2014 == 3.037 within 0.0005
expect pairs.synergy["DEU"] at 2000 == 4.289 within 0.0005
expect pairs.synergy["DEU"] at 2014 == 3.886 within 0.0005
expect min(pairs.synergy) == 1.88 within 0.005
expect max(pairs.synergy) == 4.38 within 0.005
""")
write("data-panels/agglomeration", "pandas: LQ = (L_ci/L_c)/(Σ_c L_ci/Σ_c L_c), θ = 1 − |LQm−LQs|/(LQm+LQs) + (LQm+LQs); the rounded values in the claims are of an earlier check.", tables={
    "industries": table(["iso", "industry", "year", "quotient"], 3, rows, tolerance=1e-10),
    "pairs": table(["iso", "year", "lq_m", "lq_s", "synergy"], 2, prow, tolerance=1e-10)}, expectations=[{"pass": True}] * 8)

# 11. lag, lead, growth, cumulate with a gap ----------------------------------------------------------------------------------
model("data-panels/along-time", """
// One place along the panel's periods (1990, 1995, 2000, 2010); B lacks 1995.
data series {
  dmu unit
  period year
  | unit | year | v [t] |
  | A    | 2000 |    30 |
  | A    | 1990 |    10 |
  | A    | 1995 |    20 |
  | A    | 2010 |    60 |
  | B    | 1990 |     5 |
  | B    | 2000 |     8 |
  | B    | 2010 |     4 |
  before = lag(v)
  after  = lead(v)
  rate   = growth(v)
  so_far = cumulate(v)
  change = v - lag(v)
}
""")
N = None
write("data-panels/along-time", "By hand. Periods are the panel's distinct values in order; a place that the unit lacks is empty. cumulate adds what is there.", tables={
    "series": table(["unit", "year", "before", "after", "rate", "so_far", "change"], 2, [
        ["A", 1990, N, 20, N, 10, N], ["A", 1995, 10, 30, 1, 30, 10], ["A", 2000, 20, 60, .5, 60, 10], ["A", 2010, 30, N, 1, 120, 30],
        ["B", 1990, N, N, N, 5, N], ["B", 2000, N, 4, N, "*", N], ["B", 2010, 8, N, -.5, "*", -4]], tolerance=1e-12, units={"rate": "1", "before": "t"})})

# 12. deflate and perpetual inventory ---------------------------------------------------------------------------------------------
model("data-panels/deflate-and-inventory", """
// Real values by a price index, capital by perpetual inventory (Goldsmith 1951).
data economy {
  dmu province
  period year
  | province | year | output [100M CNY] | prices [1] | investment [100M CNY] |
  | A | 2003 | 100 | 0.8  | 10 |
  | A | 2004 | 120 | 1.0  | 12 |
  | A | 2005 | 150 | 1.25 | 15 |
  | B | 2003 |  50 | 90   |  5 |
  | B | 2004 |  60 | 120  |  8 |
  | B | 2005 |  90 | 150  |  9 |
  real    = deflate(output, by: prices, base: 2004)
  stock   = perpetual_inventory(investment, depreciation: 9.6%, initial: 10%)
  given   = perpetual_inventory(investment, depreciation: 5%, initial: 200 [100M CNY])
}
""")
ko = lambda i, d, k: (lambda a: [a := k] + [a := a * (1 - d) + x for x in i[1:]])(0)
A, B = [10, 12, 15], [5, 8, 9]
kA, kB, gA, gB = ko(A, .096, 100), ko(B, .096, 50), ko(A, .05, 200), ko(B, .05, 200)
real = {"A": [125, 120, 120], "B": [50 / .75, 60, 72]}
write("data-panels/deflate-and-inventory", "By hand: x / (p_t/p_2004). K_first = I_first/10 % (or the value given), then K_t = (1−d)K_{t−1} + I_t.", tables={
    "economy": table(["province", "year", "real", "stock", "given"], 2,
                     [["A", 2003 + k, real["A"][k], kA[k], gA[k]] for k in range(3)] + [["B", 2003 + k, real["B"][k], kB[k], gB[k]] for k in range(3)],
                     tolerance=1e-10, units={"real": "100M CNY", "stock": "100M CNY"})})

# 13. missing rules ------------------------------------------------------------------------------------------------------------------
put("holes.csv", "province,year,labor,output,unused\nA,2000,1,10,\nA,2001,..,11,1\nB,2000,2,20,1\nB,2001,3,30,\nC,2000,4,-,1\nC,2001,5,50,1\n")
HOLES = 'data %s from "data/holes.csv" { dmu province; period year; labor [person]; output [t]; missing values "..", "-"; missing drop %s }\n'
TECH = 'technology t_%s on %s { input labor; good output }\nmeasure m_%s = radial(t_%s, orientation: input)\n'
keep = [["A", 2000, 1, 10], ["B", 2000, 2, 20], ["B", 2001, 3, 30], ["C", 2001, 5, 50]]
model("data-panels/missing-rules", "// `-` and `..` count as empty; a row goes, or its province in every year.\n" + HOLES % ("by_row", "row") + HOLES % ("by_province", "province")
      + TECH % (("by_row",) * 4) + TECH % (("by_province",) * 4))
write("data-panels/missing-rules", "By hand: A lacks labor in 2001, C output in 2000; drop province leaves B alone. All have the same productivity, so all scores are 1.", tables={
    "by_row": table(["province", "year", "labor", "output"], 2, keep, exact=True),
    "by_province": table(["province", "year", "labor", "output"], 2, keep[1:3], exact=True),
    "m_by_row": table(["province", "year", "score"], 2, [[a, b, 1] for a, b, _, _ in keep]),
    "m_by_province": table(["province", "year", "score"], 2, [["B", 2000, 1], ["B", 2001, 1]])})
model("data-panels/missing-but-unused", """
// `rain` has holes, but nothing uses it: it is not judged, and shows its empty cells.
data farms {
  dmu farm
  | farm | labor [h] | grain [t] | rain [mm] |
  | A    |         1 |         2 |           |
  | B    |         2 |         2 |        10 |
}
technology t on farms { input labor; good grain }
measure theta = radial(t, orientation: input)
""")
write("data-panels/missing-but-unused", "By hand; `missing` is judged by what is used.", tables={
    "farms": table(["farm", "labor", "grain", "rain"], 1, [["A", 1, 2, None], ["B", 2, 2, 10]]),
    "theta": table(["farm", "score"], 1, [["A", 1], ["B", .5]])})

# 14. joins ----------------------------------------------------------------------------------------------------------------------------
put("left.csv", "province,year,labor\nA,2000,1\nB,2000,2\nA,2001,3\n")
put("right.csv", "year,energy,province,region\n2001,30,A,east\n2000,10,A,east\n2000,20,B,west\n")
put("prices.csv", "year;price\n2000;1\n2001;1.5\n")
model("data-panels/join", """
// Two joins, one on two keys, one on the period alone; columns and groups may come from either file.
data both from "data/left.csv" {
  dmu province
  period year
  group region
  labor [person]
  energy [GJ]
  price [CNY/GJ]
  join "data/right.csv" on province, year
  join "data/prices.csv" on year
  bill [CNY] = energy * price
}
""")
write("data-panels/join", "By hand.", tables={"both": table(["province", "year", "region", "labor", "energy", "price", "bill"], 2,
                                                         [["A", 2000, "east", 1, 10, 1, 10], ["B", 2000, "west", 2, 20, 1, 20], ["A", 2001, "east", 3, 30, 1.5, 45]],
                                                         roles={"region": "group", "year": "period"})})

# 15. where ------------------------------------------------------------------------------------------------------------------------------
model("data-panels/where", """
// Conditions on labels, periods and values; several are all required; aggregates see what is left.
data all {
  dmu unit
  period year
  group kind
  | unit | year | kind | v [t] |
  | A | 2003 | x | 1 |
  | A | 2004 | x | 2 |
  | B | 2004 | y | 4 |
  | C | 2004 | z | 8 |
  | A | 2005 | x | 16 |
  | B | 2005 | y | 32 |
  | C | 2006 | z | 64 |
  where year in 2004 .. 2005
  where not (kind == "z") or v > 1000 [kg] * 7 and unit != "A"
  total = sum(v)
}
""")
write("data-panels/where", "By hand: 2004-2005; then kind not z, or (v > 7 t and unit not A): A04, B04, C04, A05, B05; total 62.", tables={
    "all": table(["unit", "year", "v", "total"], 2, [["A", 2004, 2, 62], ["B", 2004, 4, 62], ["C", 2004, 8, 62], ["A", 2005, 16, 62], ["B", 2005, 32, 62]])})

# 16. stack --------------------------------------------------------------------------------------------------------------------------------
model("data-panels/stack", """
// One panel below the other; units of the second are converted to the first's; the past is the frontier of both.
data history {
  dmu site
  period year
  | site | year | x [t] | y [t] |
  | A | 2000 | 1 | 1 |
  | B | 2000 | 1 | 2 |
}
data futures {
  dmu site
  period year
  | site | year | x [kg] | y [t] |
  | A | 2010 | 1000 | 3 |
  | B | 2010 | 2000 | 3 |
}
data all = history + futures
technology t on all { input x; good y; reference sequential }
measure theta = radial(t, orientation: input)
index m = malmquist(t, orientation: input, reference: contemporaneous)
""")
# x in t: A10: 1,3; B10: 2,3 -> ratios 3, 1.5; 2000: 1, 2
write("data-panels/stack", "By hand: productivities 1, 2 then 3, 1.5; θ sequential = own/best so far; M = ratio of productivities (1 × 1, crs).", tables={
    "all": table(["site", "year", "x", "y"], 2, [["A", 2000, 1, 1], ["B", 2000, 1, 2], ["A", 2010, 1, 3], ["B", 2010, 2, 3]]),
    "theta": table(["site", "year", "score"], 2, [["A", 2000, .5], ["B", 2000, 1], ["A", 2010, 1], ["B", 2010, .5]]),
    "m": table(["site", "year", "change", "efficiency_change", "technical_change"], 2, [["A", 2000, N, N, N], ["B", 2000, N, N, N], ["A", 2010, 3, 2, 1.5], ["B", 2010, .75, .5, 1.5]])})

# 17. time series without dmu -------------------------------------------------------------------------------------------------------------
na = pd.read_csv(F + "national.csv")
na = na[(na.year >= 2004) & (na.year <= 2017)]
model("data-panels/time-series", """
// No DMU: one row a year. Growth, an elasticity, and a value at an instant.
data national from "data/national.csv" {
  period year
  gdp [100M CNY] = gdp_const2015
  energy [Mtoe] = energy_mtoe
  co2 [Mt]
  where year in 2004 .. 2017
  intensity [t/toe] = co2 / energy
  g = growth(gdp)
}
expect national.co2 at 2017 == 10011 [Mt] within 1 [Mt]
expect (national.gdp at 2017 / national.gdp at 2004) ^ (1 / 13) - 1 == 9.3% within 1%
expect national.intensity at 2004 == 3.11 [t/toe] within 0.01 [t/toe]
expect national.intensity at 2017 == 2.80 [t/toe] within 0.01 [t/toe]
expect max(national.g) == GMAX within 0.0000001
""".replace("GMAX", repr(float((na.gdp_const2015 / na.gdp_const2015.shift() - 1).max()))))
gr = (na.gdp_const2015 / na.gdp_const2015.shift() - 1)
write("data-panels/time-series", "pandas; the rounded figures are those of the data's notes.", tables={
    "national": table(["year", "gdp", "energy", "co2", "intensity", "g"], 1,
                      [[int(r.year), r.gdp_const2015, r.energy_mtoe, r.co2, r.co2 / r.energy_mtoe, None if math.isnan(g) else g] for r, g in zip(na.itertuples(), gr)], tolerance=1e-10, roles={"year": "period"})},
      expectations=[{"pass": True}] * 5)

# 18. aggregates into a coarser panel -----------------------------------------------------------------------------------------------------
model("data-panels/coarser-panel", """
// Plants to regions: sums by the new panel's keys; a measure on top of it.
data plants {
  dmu plant
  period year
  group region
  | plant | region | year | labor [person] | output [t] |
  | a | N | 1 | 10 | 100 |
  | b | N | 1 | 20 | 110 |
  | c | S | 1 | 30 | 600 |
  | a | N | 2 | 10 | 120 |
  | b | N | 2 | 30 | 180 |
  | c | S | 2 | 30 | 600 |
}
data regions from plants {
  dmu region
  period year
  labor  = sum(plants.labor)
  output = sum(plants.output)
  best   = max(plants.output / plants.labor)
}
technology t on regions { input labor; good output }
measure theta = radial(t, orientation: input)
""")
write("data-panels/coarser-panel", "By hand: N 210/30 = 7, then 300/40 = 7.5; S 20.", tables={
    "regions": table(["region", "year", "labor", "output", "best"], 2, [["N", 1, 30, 210, 10], ["S", 1, 30, 600, 20], ["N", 2, 40, 300, 12], ["S", 2, 30, 600, 20]], units={"labor": "person", "best": "t/person"}),
    "theta": table(["region", "year", "score"], 2, [["N", 1, .35], ["S", 1, 1], ["N", 2, .375], ["S", 2, 1]])})

# 19. imports ------------------------------------------------------------------------------------------------------------------------------
put("../parts/units.gtfp", "unit worker\nunit shift = 8 [worker h]\n") if False else None
import os
os.makedirs(ROOT + "/data-panels/parts/tables", exist_ok=True)
open(ROOT + "/data-panels/parts/panel.gtfp", "w").write('import "units.gtfp"\ndata firms from "tables/firms.csv" { dmu firm; labor [shift]; sales [t] }\nexpect 1 > 2\nreport hidden { table firms.labor }\n')
open(ROOT + "/data-panels/parts/units.gtfp", "w").write("unit worker\nunit shift = 8 [worker h]\n")
open(ROOT + "/data-panels/parts/tables/firms.csv", "w").write("firm,labor,sales\nA,2,10\nB,4,10\n")
model("data-panels/imports", """
gtfp 1
// Imports are transitive, each file once; paths are relative to the importing file; their claims do not run.
import "parts/panel.gtfp"
import "parts/units.gtfp"
technology t on firms { input labor; good sales }
measure theta = radial(t, orientation: input)
expect theta.score["B"] == 50% within 0.000001
expect firms.labor["A"] == 16 [worker h] within 0.000001 [worker h]
""")
write("data-panels/imports", "By hand.", tables={"firms": table(["firm", "labor", "sales"], 1, [["A", 2, 10], ["B", 4, 10]], exact=True),
                                               "theta": table(["firm", "score"], 1, [["A", 1], ["B", .5]])}, expectations=[{"pass": True}, {"pass": True}])
