"""Small frontier models whose results follow by hand; the hand calculation stands in each `about`."""
from dea import model, table, write

model("frontiers/one-input-one-output", """
// A (2,1) B (4,4) C (8,6) D (6,2) E (10,6): the textbook picture.
data firms {
  dmu firm
  | firm | x [1] | y [1] |
  |------|------:|------:|
  | A    |     2 |     1 |
  | B    |     4 |     4 |
  | C    |     8 |     6 |
  | D    |     6 |     2 |
  | E    |    10 |     6 |
}
technology crs on firms { input x; good y }
technology vrs from crs { returns vrs }
technology nirs from crs { returns nirs }
technology ndrs from crs { returns ndrs }
measure crs_in   = radial(crs,  orientation: input)
measure crs_out  = radial(crs,  orientation: output)
measure vrs_in   = radial(vrs,  orientation: input)
measure vrs_out  = radial(vrs,  orientation: output)
measure nirs_in  = radial(nirs, orientation: input)
measure ndrs_in  = radial(ndrs, orientation: input)
measure super_in = radial(vrs, orientation: input, super: true)
measure super_out = radial(vrs, orientation: output, super: true)
""")


def t(scores, col="score"):
    return table(["firm", col], 1, [[f, s] for f, s in zip("ABCDE", scores)], tolerance=1e-9)


# crs: ratio y/x best 1 (B). input: (y/x)/1
crs = [.5, 1, .75, 1 / 3, .6]
# vrs input: A 1; B 1; C 1; D: y=2 on segment A-B: x = 2+2*(1/3)=8/3 -> 8/3/6=4/9; E: y=6 -> x=8 -> .8
vin = [1, 1, 1, 4 / 9, .8]
# vrs output: A 1; B 1; C 1; D: x=6 on B-C: y=5 -> 2.5; E: x=10 -> 6 -> 1
vout = [1, 1, 1, 2.5, 1]
# nirs: origin-B-C: A: y=1 -> x=1 -> .5; B 1; C 1; D: y=2->2 -> 1/3; E .8
nin = [.5, 1, 1, 1 / 3, .8]
# ndrs: A-B then ray from B: A 1; B 1; C: x=6/8; D 4/9; E .6
ndin = [1, 1, .75, 4 / 9, .6]
# super vrs input: A: needs y>=1: without A the least x is 4 (B): 4/2 = 2. B: y>=4: without B: A-C: (2,1)-(8,6): slope 5/6: y=4: x=2+3/(5/6)=5.6 -> 1.4
# C: y>=6 without C: E: 10/8 = 1.25. D 4/9. E .8
sin = [2, 1.4, 1.25, 4 / 9, .8]
# super vrs output: A: x<=2 without A: nobody has x <= 2 -> infeasible. B: x<=4: A-C at 4: 1+2*5/6=8/3 -> (8/3)/4=2/3
# C: x<=8 without C: B-E: (4,4)-(10,6): at 8: 4+4*(2/6)=16/3 -> /6 = 8/9. D 2.5. E: 1
write("frontiers/one-input-one-output", "By hand from the picture; class of E under vrs output: on the frontier with 2 units of input slack.", tables={
    "crs_in": t(crs), "crs_out": t([1 / c for c in crs]), "vrs_in": t(vin), "vrs_out": t(vout), "nirs_in": t(nin), "ndrs_in": t(ndin),
    "super_in": t(sin),
    "super_out": table(["firm", "score", "efficiency", "status", "rank"], 1, [
        ["A", None, None, "infeasible", None], ["B", 2 / 3, 1.5, "optimal", 1], ["C", 8 / 9, 9 / 8, "optimal", 2],
        ["D", 2.5, .4, "optimal", 4], ["E", 1, 1, "optimal", 3]])})

model("frontiers/weakly-efficient", """
// C is on the frontier but wastes two units of b; D is dominated; E equals A.
data plants {
  dmu plant
  | plant | a [h] | b [kg] | y [t] |
  |-------|------:|-------:|------:|
  | A     |     2 |      4 |     1 |
  | B     |     4 |      2 |     1 |
  | C     |     2 |      6 |     1 |
  | D     |     6 |      6 |     1 |
  | E     |     2 |      4 |     1 |
}
technology simple on plants { input a, b; good y }
measure theta = radial(simple, orientation: input)
measure beyond = radial(simple, orientation: input, super: true)
""")
write("frontiers/weakly-efficient", "By hand: C has θ = 1 with slack 2 in b. D: θ = .5 meets (3,3), the middle of A-B. Exact duplicates: super-efficiency 1 (A without itself is E). B without itself: to make y = 1 with a ≤ 4θ, b ≤ 2θ from A: θ = 2.",
      tables={"theta": table(["plant", "score", "class", "rank", "slack.a", "slack.b", "target.a", "target.b", "slack.y", "target.y"], 1, [
          ["A", 1, "efficient", 1, 0, 0, 2, 4, 0, 1], ["B", 1, "efficient", 1, 0, 0, 4, 2, 0, 1],
          ["C", 1, "weakly_efficient", 1, 0, 2, 2, 4, 0, 1], ["D", .5, "inefficient", 5, 0, 0, 3, 3, 0, 1],
          ["E", 1, "efficient", 1, 0, 0, 2, 4, 0, 1]], units={"slack.a": "h", "target.b": "kg", "target.y": "t", "score": "1"}),
          "beyond": table(["plant", "score", "status"], 1, [["A", 1, "optimal"], ["B", 2, "optimal"], ["C", 1, "optimal"], ["D", .5, "optimal"], ["E", 1, "optimal"]])})

model("frontiers/kuosmanen-against-single-intensity", """
// Under variable returns one intensity cannot abate below the least emission; Kuosmanen's two can.
data sites {
  dmu site
  | site | x [1] | y [1] | b [1] |
  |------|------:|------:|------:|
  | A    |     1 |     2 |     1 |
  | B    |     1 |     1 |     1 |
  | C    |     1 |     4 |     4 |
}
direction win_win { good +observed; bad -observed }
direction less    { bad -observed }
technology proper on sites { input x; good y; bad b; returns vrs; disposability weak }
technology single from proper { disposability equality }
technology factor from proper { disposability shephard }
technology free   from proper { disposability strong }
technology constant from proper { returns crs }
measure weak     = ddf(proper, along: win_win)
measure equality = ddf(single, along: win_win)
measure strong   = ddf(free, along: win_win)
measure crs      = ddf(constant, along: win_win)
measure weak_less     = ddf(proper, along: less)
measure equality_less = ddf(single, along: less)
measure shephard_less = ddf(factor, along: less)
""")
# x all 1, so crs lambda sum <= 1 (x row): weak crs: sum l x <= 1, i.e. nirs. Points (b,y): A (1,2) B(1,1) C(4,4)
# weak vrs: sum(l+mu)=1 with x: fine -> same as sum l <= 1: segment O-A, A-C. B: (1-β, 1+β): O-A line y=2b: 1+β = 2(1-β) -> β=1/3
# equality: sum l = 1: hull A,B,C: b>=1: so β=0 for B? b = 1-β must be >= 1 -> β <= 0; β = 0 feasible. -> 0.
# strong: sum l b <= b: y ≥; hull with b free: b≥1 needed as sum l =1: min b = 1 -> β=0.  crs: same as weak: 1/3.
# less direction: B: b(1-β), y>=1: weak: y=1: b=1/2 -> β=.5. equality 0. shephard: w sum = θ ≤1, w y >= 1, w x <= θ x: w_A=.5, b=.5 -> β=.5.
write("frontiers/kuosmanen-against-single-intensity", "By hand in the (b, y) plane. B along (1,−1): Kuosmanen's frontier has the segment from the origin to A, 1+β = 2(1−β), β = 1/3; with one intensity b ≥ 1, so β = 0. Along −b: 0.5 against 0. A and C are on the frontier.",
      tables={k: table(["site", "score", "efficiency"], 1, [["A", 0, 1], ["B", v, 1 / (1 + v)], ["C", 0, 1]], tolerance=1e-9)
              for k, v in {"weak": 1 / 3, "equality": 0, "strong": 0, "crs": 1 / 3, "weak_less": .5, "equality_less": 0, "shephard_less": .5}.items()})

model("frontiers/zero-direction", """
// C makes nothing and Dry emits nothing: a direction of their own size is zero for C, not for D.
data sites {
  dmu site
  | site | x [1] | y [1] | b [1] |
  |------|------:|------:|------:|
  | A    |     1 |     2 |     1 |
  | B    |     1 |     1 |     1 |
  | C    |     1 |     0 |     1 |
}
technology t on sites { input x; good y; bad b }
direction grow { good +observed }
direction both { good +observed; bad -observed }
measure growth = ddf(t, along: grow)
measure win    = ddf(t, along: both)
""")
write("frontiers/zero-direction", "By hand: growth: A 0; B 1 (y from 1 to 2 at b = 1); C has g = 0, undefined. both: B: 1+β = 2(1−β): 1/3. C: g = (0, −1): b falls to 0 with y ≥ 0: β = 1.",
      tables={"growth": table(["site", "score", "efficiency", "class", "status", "rank", "slack.x", "target.y", "price.y"], 1, [
          ["A", 0, 1, "efficient", "optimal", 1, "*", "*", "*"], ["B", 1, .5, "inefficient", "optimal", 2, "*", "*", "*"],
          ["C", None, None, None, "undefined", None, None, None, None]]),
          "win": table(["site", "score", "status"], 1, [["A", 0, "optimal"], ["B", 1 / 3, "optimal"], ["C", 1, "optimal"]])})

model("frontiers/null-jointness", """
// Nobody emits `soot` and Dry emits nothing at all: both breach null-jointness and are named.
data sites {
  dmu site
  | site | x [1] | y [1] | b [1] | soot [1] |
  |------|------:|------:|------:|---------:|
  | A    |     1 |     2 |     1 |        0 |
  | B    |     1 |     1 |     1 |        0 |
  | Dry  |     1 |     1 |     0 |        0 |
}
direction both { good +observed; b -observed }
technology t on sites { input x; good y; bad b, soot }
measure win = ddf(t, along: both)
""")
write("frontiers/null-jointness", "Breaches: Σ_j soot = 0; Σ_k b_k,Dry = 0. Scores by hand in the (b, y) plane: the frontier runs from Dry (0,1) to A (1,2); B: 1+β = 1+(1−β), β = 1/2; Dry: g = (1, 0): y from 1 at b = 0: β = 0.",
      tables={"win": table(["site", "score"], 1, [["A", 0], ["B", .5], ["Dry", 0]])},
      diagnostics=[{"severity": "warning", "areas": [5, 4], "says": ["soot"]}, {"severity": "warning", "areas": [5, 4], "says": ["Dry"]}])

model("frontiers/shadow-price-by-hand", """
// Two vertices: A (b 1, y 2), C (b 4, y 4), one unit of x. E (b 2, y 2) projects between them.
data sites {
  dmu site
  | site | x [h] | y [t] | b [kg] |
  |------|------:|------:|-------:|
  | A    |     1 |     2 |      1 |
  | C    |     1 |     4 |      4 |
  | E    |     1 |     2 |      2 |
}
technology t on sites { input x; good y; bad b }
direction both { good +observed; bad -observed }
measure win = ddf(t, along: both)
""")
# facet through A and C (λA+λC<=1): p_x x - p_y y + p_b b = 0 at A and C; E: p_y*2 + p_b*2 = 1 (normalisation p.g=1)
# A: p_x = 2p_y - p_b ; C: p_x = 4 p_y - 4 p_b -> 2p_y = 3 p_b -> p_y = 1.5 p_b; 3p_b + 2p_b = 1 -> p_b=.2, p_y=.3, p_x=.4
# β = p_x x - p_y y + p_b b at E = .4 - .6 + .4 = .2. check: (b,y)=(1.6,2.4): line y = 2+ (2/3)(b-1) = 2.4 ok
write("frontiers/shadow-price-by-hand", "By hand: the facet through A and C has p_x = 0.4, p_y = 0.3, p_b = 0.2 with p·g = 1 at E; β = 0.2; returns the point (1.6, 2.4).",
      tables={"win": table(["site", "score", "price.x", "price.y", "price.b", "target.x", "target.y", "target.b"], 1, [
          ["A", 0, "*", "*", "*", 1, 2, 1], ["C", 0, "*", "*", "*", 1, 4, 4], ["E", .2, .4, .3, .2, 1, 2.4, 1.6]],
          tolerance=1e-9, units={"price.y": "1/t", "price.b": "1/kg", "target.b": "kg"}),
          "win.peers": table(["site", "peer_site", "weight"], 2, [["A", "A", 1], ["C", "C", 1], ["E", "A", .8], ["E", "C", .2]], tolerance=1e-9)})

model("frontiers/units-do-not-matter", """
// The same farms in other units, in another order: the same scores.
data metric {
  dmu farm
  | farm | land [km^2] | staff [person] | grain [t] | nitrate [kg] |
  |------|------------:|---------------:|----------:|-------------:|
  | A    |           2 |             30 |       400 |           80 |
  | B    |           3 |             20 |       500 |          200 |
  | C    |           5 |             60 |       600 |          150 |
  | D    |           4 |             45 |       300 |          300 |
}
data other {
  dmu farm
  | farm | staff [k person] | nitrate [t] | land [m^2] | grain [kg] |
  |------|-----------------:|------------:|-----------:|-----------:|
  | D    |            0.045 |         0.3 |    4000000 |     300000 |
  | C    |             0.06 |        0.15 |    5000000 |     600000 |
  | A    |             0.03 |        0.08 |    2000000 |     400000 |
  | B    |             0.02 |         0.2 |    3000000 |     500000 |
}
technology one on metric { input land, staff; good grain; bad nitrate }
technology two on other  { bad nitrate; good grain; input staff, land }
direction both { good +observed; bad -observed }
measure here  = ddf(one, along: both)
measure there = ddf(two, along: both)
measure in_here  = radial(one, orientation: input, super: true)
measure in_there = radial(two, orientation: input, super: true)
""")
import numpy as np
from dea import solve
d = {"x": np.array([[2, 30], [3, 20], [5, 60], [4, 45.]]), "y": np.array([[400], [500], [600], [300.]]), "b": np.array([[80], [200], [150], [300.]])}
rows = [[f, solve(d, {k: d[k][i] for k in "xyb"}, "ddf", g={"x": 0 * d["x"][i], "y": d["y"][i], "b": d["b"][i]})["score"]] for i, f in enumerate("ABCD")]
rs = [[f] + [solve(d, {k: d[k][i] for k in "xyb"}, "radial", orientation="input", exclude=[i])[q] for q in ("score", "status")] for i, f in enumerate("ABCD")]
print(rows, rs)
write("frontiers/units-do-not-matter", "scipy; the second panel is the first in other units and another order of rows and columns.",
      tables={"here": table(["farm", "score"], 1, rows), "there": table(["farm", "score"], 1, rows),
              "in_here": table(["farm", "score", "status"], 1, rs), "in_there": table(["farm", "score", "status"], 1, rs)})

model("frontiers/fixed-input", """
// Rain cannot be shrunk: a non-discretionary input keeps its level (Banker & Morey 1986).
data farms {
  dmu farm
  | farm | labor [h] | rain [mm] | grain [t] |
  |------|----------:|----------:|----------:|
  | A    |         2 |         4 |         4 |
  | B    |         4 |         2 |         4 |
  | C    |         8 |         4 |         4 |
  | D    |         8 |         3 |         4 |
}
technology t on farms { input labor; fixed input rain; good grain; returns vrs }
measure theta = radial(t, orientation: input)
""")
write("frontiers/fixed-input", "By hand: C can take A's place: θ = 2/8; D needs rain ≤ 3: half A, half B: labor 3, θ = 3/8. A and B are efficient.",
      tables={"theta": table(["farm", "score"], 1, [["A", 1], ["B", 1], ["C", .25], ["D", .375]])})

model("frontiers/role-expressions", """
// A role may rename or compute: the panel keeps its own columns.
data firms {
  dmu firm
  | firm | men [person] | women [k person] | sales [M CNY] | waste [t] |
  |------|-------------:|-----------------:|--------------:|----------:|
  | A    |          500 |              0.5 |           100 |         2 |
  | B    |         1500 |              0.5 |           100 |         2 |
  | C    |         1000 |                1 |           300 |        12 |
}
technology t on firms { input staff = men + women; good sales; bad waste; disposability strong }
measure theta = radial(t, orientation: input)
""")
# staff: A 1000, B 2000, C 2000; sales 100,100,300; waste 2,2,12. strong: waste as <=.
# A: ratio sales/staff .1; C .15; waste/sales A .02, C .04. B: y=100, waste<=2: only A mix: l_A*100+l_C*300>=100, 2lA+12lC<=2 -> lA=1 -> θ=.5
write("frontiers/role-expressions", "By hand: staff is 1000, 2000, 2000 persons; C's waste per sale is twice A's, so B's only peer at 2 t is A: θ = 1/2.",
      tables={"theta": table(["firm", "score", "target.staff"], 1, [["A", 1, 1000], ["B", .5, 1000], ["C", 1, 2000]], units={"target.staff": "person"})})

N = None
ix = lambda ch, ec: [["A", 2000, N, N, "first_period"], ["B", 2000, N, N, "first_period"], ["A", 2001, ch[0], ec[0], "optimal"], ["B", 2001, ch[1], ec[1], "optimal"]]
ic = ["input", "global", "change", "efficiency_change", "status"]
write("frontiers/names-like-words", "By hand: productivities 2, 1 then 3, 3; one input, one output, crs: every Malmquist index is 1.5 and 3.", tables={
    "radial": table(["input", "global", "score"], 2, [["A", 2000, 1], ["B", 2000, .5], ["A", 2001, 1], ["B", 2001, 1]]),
    "output": table(["input", "global", "score"], 2, [["A", 2000, 1], ["B", 2000, 2], ["A", 2001, 1], ["B", 2001, 1]]),
    **{k: table(ic, 2, ix([1.5, 3], [1, 2])) for k in ("malmquist", "biennial", "contemporaneous")}})
