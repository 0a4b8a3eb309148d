"""Models that must fail: where, and what the message must hold. Several mistakes in one file must all be told."""
import os

from dea import ROOT, model, write

F = ROOT + "/bad-input/data/"
os.makedirs(F, exist_ok=True)


def put(name, data):
    with open(F + name, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode())


def bad(name, text, *errors, note=""):
    """errors: (marker in the line | (file, line), areas, words...) — the line is that of the first `«` mark."""
    text = text.lstrip("\n")
    lines = text.split("\n")
    marks = {}
    for n, line in enumerate(lines, 1):
        while "«" in line:
            i = line.index("«")
            marks.setdefault(line[i + 1], n)
            line = line[:i] + line[i + 2:]
        lines[n - 1] = line
    model("bad-input/" + name, "\n".join(lines))
    ds = []
    for mark, areas, *words in errors:
        d = {"severity": "error", "areas": list(areas), "says": words}
        if isinstance(mark, str) and len(mark) == 1:
            d["line"] = marks[mark]
        elif isinstance(mark, tuple):
            d["line"] = [marks[m] for m in mark]
        elif mark:
            d["file"] = mark
        ds.append(d)
    write("bad-input/" + name, note or "The contract's list of bad input.", diagnostics=ds)


MILLS = """data mills {
  dmu mill
  | mill | labor [h] | paper [t] | bod [kg] |
  | A    |        10 |       100 |        5 |
  | B    |        20 |       150 |        9 |
}
"""
T = "technology green on mills { input labor; good paper; bad bod }\n"
D = "direction win { good +observed; bad -observed }\n"

bad("misspelt-declaration", MILLS + "«1tecnology green on mills { input labor; good paper }\n", ("1", [1], "tecnology", "technology"))
bad("misspelt-entry", MILLS + "technology green on mills {\n  input labor\n  «1goood paper\n  «2disposablity weak\n}\n", ("1", [1, 5], "goood", "good"), ("2", [1, 5], "disposablity", "disposability"))
bad("misspelt-system-entry", "system s {\n  time [year] = 0 .. 1 step 1\n  «1stok x [t] = 1\n  aux y [t] = 2\n}\n", ("1", [1, 6], "stok", "stock"))
bad("misspelt-column", MILLS + "technology green on mills {\n  «1input labour\n  good paper\n}\n", ("1", [2, 5], "labour", "labor"))
bad("misspelt-technology", MILLS + T + D + "«1measure m = ddf(gren, along: win)\n", ("1", [2, 5], "gren", "green"))
bad("misspelt-measure", MILLS + T + "«1measure m = radail(green, orientation: input)\n", ("1", [2, 5], "radail", "radial"))
bad("misspelt-argument", MILLS + T + "«1measure m = radial(green, orientaton: input)\n«2measure n = radial(green, orientation: inputs)\n", ("1", [2, 5], "orientaton", "orientation"), ("2", [2, 5], "inputs", "input"))
bad("misspelt-header", 'data d from "data/good.csv" {\n  dmu firm\n  «1labour [h]\n  sales [t]\n}\n', ("1", [4], "labour", "labor"))
bad("misspelt-expectation-column", MILLS + T + "measure m = radial(green, orientation: input)\n«1expect m.scor <= 1\n«2expect n.score <= 1\n", ("1", [2], "scor", "score"), ("2", [2], "n"))
bad("misspelt-scenario-variable", "system s {\n  time [year] = 0 .. 1 step 1\n  param growth [1/year] = 0.1\n  stock x [t] = 1\n  flow f: cloud -> x = growth * x\n}\nscenario a of s { «1grwth = 0.2 }\n", ("1", [2, 6], "grwth", "growth"))
bad("misspelt-unit", MILLS.replace("[kg]", "[kgg]").replace("| mill |", "«1| mill |"), ("1", [3], "kgg"))
bad("bad-output-expands", MILLS + T + "direction worse {\n  good +observed\n  «1bad +observed\n}\nmeasure m = ddf(green, along: worse)\n", ("1", [5], "bad", "expands"), note="A direction that does not improve is an error that says so; `bod` or the role `bad` must be named.")
bad("good-output-shrinks", MILLS + T + "direction worse {\n  «1paper -observed\n}\nmeasure m = ddf(green, along: worse)\n", ("1", [5], "paper"))
bad("direction-of-unknown-variable", MILLS + T + "direction d {\n  «1papper +observed\n}\n«2measure m = ddf(green, along: d)\n", (("1", "2"), [2, 5], "papper", "paper"))
bad("unit-mismatch-in-column", MILLS.replace("}\n", "  «1nonsense = labor + paper\n  «2intensity [h] = bod / paper\n}\n"), ("1", [3], "h", "t"), ("2", [3], "h"))
bad("unit-mismatch-in-equation", """
system s {
  time [year] = 0 .. 2 step 1
  param rate [1/year] = 0.1
  stock capital [M CNY] = 100
  stock people [t] = 5
  «1flow f: cloud -> capital = rate * people
  aux ratio = capital / people
  aux more [M CNY] = capital + 1 [M CNY]
}
""", ("1", [3, 6], "CNY"), note="One message, at the root.")
bad("unit-mismatch-root-once", """
system s {
  time [year] = 0 .. 2 step 1
  stock a [t] = 1
  «1aux wrong [CNY] = a * 2
  aux b = wrong * 2
  aux c = b + wrong
  aux d = c - b
  flow f: cloud -> a = a / 1 [year]
}
""", ("1", [3], "t", "CNY"), note="A contradiction is reported once, at its root; b, c and d are consistent with it.")
bad("unit-mismatch-in-scenario", """
system s {
  time [year] = 0 .. 2 step 1
  param growth [1/year] = 0.1
  stock a [t] = 1
  flow f: cloud -> a = growth * a
}
scenario ok of s { growth = 10% / 1 [year] }
scenario wrong from ok { «1growth = 3 [t] }
scenario also from ok { «2a = 5 [year] }
""", ("1", [3, 6], "year", "t"), ("2", [3, 6], "t"))
bad("flow-of-another-unit", """
system s {
  time [year] = 0 .. 2 step 1
  stock a [t] = 1
  «1flow f: cloud -> a = a
}
""", ("1", [3, 6], "year"))

put("good.csv", "firm,labor,sales\nA,1,2\nB,2,2\n")
put("empty.csv", "")
put("headers-only.csv", "firm,labor,sales\n")
put("ragged.csv", "firm,labor,sales\nA,1,2\nB,2\nC,3,4\n")
put("binary.csv", b"firm,labor,sales\n\x00\x01\x02\xff\xfe,1,2\n")
put("huge.csv", "firm,labor,sales\nA," + "9" * 2_000 + ",1\nB,\"" + "x" * 200_000 + "\",1\n")
put("duplicates.csv", "firm,labor,sales\nA,1,2\nB,2,2\nA,3,4\n")
put("text.csv", "firm,labor,sales\nA,1,2\nB,twelve,2\nC,3,4\n")
put("nan.csv", "firm,labor,sales\nA,NaN,2\nB,Infinity,2\n")
put("hole.csv", "firm,labor,sales\nA,1,2\nB,,2\nC,3,4\n")
put("partner.csv", "firm,energy\nA,1\n")
put("partners.csv", "firm,energy\nA,1\nB,2\nB,3\n")
put("broken.json", '[{"firm": "A", "labor": 1, "sales": 2},\n {"firm": "B", "labor": }]\n')
FILE = 'data firms «1from "data/%s" {\n  dmu firm\n  labor [h]\n  «2sales [t]\n}\ntechnology t on firms { input labor; good sales }\nmeasure m = radial(t, orientation: input)\n'
for name, file, words in (("file-missing", "absent.csv", ["absent.csv"]), ("file-empty", "empty.csv", ["empty.csv"]), ("file-without-rows", "headers-only.csv", ["headers-only.csv"]),
                          ("file-ragged", "ragged.csv", ["3", "ragged.csv"]), ("file-binary", "binary.csv", ["binary.csv"]), ("file-broken-json", "broken.json", ["broken.json", "2"])):
    bad(name, FILE % file, ("1", [4], *words))
bad("file-huge-cell", FILE % "huge.csv", (None, [4], "huge.csv", "3"), note="Line 3's label has 200,000 characters; line 2's number of 2000 digits may be told too.")
bad("file-duplicate-rows", FILE % "duplicates.csv", (None, [4], "duplicates.csv", "A", "2", "4"))
bad("file-text-in-number-column", FILE % "text.csv", (None, [4], "text.csv", "twelve", "labor", "3"))
bad("file-not-a-number", FILE % "nan.csv", (None, [4], "nan.csv", "labor"), note="NaN and Infinity are no numbers of a data file.")
bad("file-hole-without-rule", FILE % "hole.csv", (None, [4], "hole.csv", "labor", "missing", "B"))
bad("join-unmatched", (FILE % "good.csv").replace("  «2sales [t]\n", "  sales [t]\n  energy [GJ]\n  «3join \"data/partner.csv\" on firm\n"), ("3", [4], "partner.csv", "B"))
bad("join-duplicate", (FILE % "good.csv").replace("  «2sales [t]\n", "  sales [t]\n  energy [GJ]\n  «3join \"data/partners.csv\" on firm\n"), ("3", [4], "partners.csv", "B"))
bad("join-on-unknown-key", (FILE % "good.csv").replace("  «2sales [t]\n", "  sales [t]\n  energy [GJ]\n  «3join \"data/partner.csv\" on company\n"), ("3", [2, 4], "company"))
bad("inline-ragged", MILLS.replace("  | B    |        20 |       150 |        9 |", "  «1| B    |        20 |       150 |"), ("1", [1, 4], "3", "4"))
bad("inline-text-in-number", MILLS.replace("  | B    |        20 |", "  «1| B    |     a lot |"), ("1", [4], "a lot", "labor"))
bad("inline-duplicate-rows", MILLS.replace("| B ", "«1| A "), (None, [4], "A"))
bad("negative-data", MILLS.replace("       150 |        9", "      -150 |        9").replace("  | B", "  «1| B") + T.replace("tech", "«3tech") + D + "«2measure m = radial(green, orientation: output)\n", (("1", "2", "3"), [4, 5], "paper", "B", "-150"))
bad("zero-input-everywhere", MILLS.replace("        10 |", "         0 |").replace("        20 |", "         0 |") + T.replace("technology", "«1technology") + "«2measure m = radial(green, orientation: input)\n", (("1", "2"), [4, 5], "input", "zero"), note="An input that is zero for all cannot be shrunk; θ would be anything.")
bad("algebraic-loop", """
system s {
  time [year] = 0 .. 2 step 1
  stock x [t] = 1
  flow f: cloud -> x = price * 1 [t/year]
  «1aux price = demand * 2
  «2aux demand = supply + 1
  «3aux supply = price / 3
}
""", (("1", "2", "3"), [2, 6], "price", "demand", "supply"), note="The loop is shown as a path.")
bad("loop-of-declarations", MILLS.replace("data mills {", "data mills {") + "data a from b {\n  dmu mill\n  x = b.x\n}\n«1data b from a {\n  dmu mill\n  x = a.x\n}\n", (None, [2], "a", "b"))
bad("columns-in-a-circle", MILLS.replace("}\n", "  «1p = q + 1 [t]\n  q = p * 2\n}\n"), (None, [2, 4], "p", "q"))
bad("step-does-not-divide", "system s {\n  «1time [year] = 2017 .. 2020 step 0.7\n  stock x [t] = 1\n}\nsystem r {\n  «2time [year] = 2017 .. 2020 step 1/4 save every 0.3\n  stock x [t] = 1\n}\nsystem q {\n  «3time [year] = 2020 .. 2017 step 1\n  stock x [t] = 1\n}\n",
    ("1", [6, 1], "0.7"), ("2", [6, 1], "0.3"), ("3", [6, 1], "2017"))
bad("import-cycle", 'import "parts/one.gtfp"\n' + MILLS, (None, [2], "one.gtfp", "two.gtfp"))
os.makedirs(ROOT + "/bad-input/parts", exist_ok=True)
open(ROOT + "/bad-input/parts/one.gtfp", "w").write('import "two.gtfp"\nunit one\n')
open(ROOT + "/bad-input/parts/two.gtfp", "w").write('unit two\nimport "one.gtfp"\n')
open(ROOT + "/bad-input/parts/broken.gtfp", "w").write("unit fine\ntechnology t on nowhere { input x; good y }\n")
bad("import-missing", '«1import "parts/absent.gtfp"\n' + MILLS, ("1", [2], "absent.gtfp"))
bad("import-with-an-error", 'import "parts/broken.gtfp"\n' + MILLS, ("parts/broken.gtfp", [2, 5], "nowhere"), note="The error is in the imported file, and says so.")
bad("path-that-leaves", 'data d «1from "../frontiers/data/mills.csv" {\n  dmu mill\n  x1 [1]\n}\n«2import "../data-panels/imports.gtfp"\n«3data e from "/etc/passwd" {\n  dmu mill\n}\n',
    ("1", [2, 4], "../frontiers/data/mills.csv"), ("2", [2, 4], ".."), ("3", [2, 4], "/etc/passwd"), note="A path that leaves the model's folder is refused unless the user allows it.")
bad("duplicate-declaration", MILLS + T + "«1measure green = radial(green, orientation: input)\n", ("1", [2], "green"))
bad("newer-version", "«1gtfp 2\n" + MILLS, ("1", [1, 2], "2"))
bad("several-mistakes-at-once", """
data mills {
  dmu mill
  | mill | labor [h] | paper [t] |
  | A    |        10 |       100 |
  «1again = labr * 2
  «2oops = labor + paper
}
technology green on mills {
  input labor
  «3good papier
  returns «4vsr
}
«5measure m = radial(grin, orientation: input)
«6expct m.score <= 1
system s {
  time [year] = 0 .. 1 step 1
  stock x [t] = 1
  «7flow f: cloud -> y = 1 [t/year]
}
""", ("1", [2], "labr", "labor"), ("2", [3]), ("3", [2, 5], "papier"), ("4", [1, 5], "vsr", "vrs"), ("5", [2, 5], "grin", "green"), ("6", [1], "expct", "expect"), ("7", [2, 6], "y"))
bad("shephard-with-moving-inputs", MILLS + "technology green on mills { input labor; good paper; bad bod; returns vrs; disposability shephard }\n«1measure m = radial(green, orientation: input)\n", ("1", [5], "shephard", "weak"))
bad("index-without-period", MILLS + T + D + "«1index i = malmquist_luenberger(green, along: win)\n", ("1", [5], "period"))
bad("missing-along", MILLS + T + "«1measure m = ddf(green)\n", ("1", [2, 5], "along"))
bad("instant-not-saved", "system s {\n  time [year] = 0 .. 2 step 1/2 using euler save every 1\n  stock x [t] = 1\n  flow f: cloud -> x = 1 [t/year]\n}\n«1expect s.x at 0.5 > 0 [t]\n", ("1", [2, 6, 7], "0.5"))
bad("unknown-label", "dimension k = a, b\nsystem s {\n  time [year] = 0 .. 2 step 1 using euler\n  stock x by k [t] = {a: 1, b: 2}\n  «1aux y = x[c]\n  «2aux z by k = {a: 1, d: 2}\n}\n", ("1", [2, 6], "c"), ("2", [2, 6], "d"))
bad("stock-with-flow-of-its-own", "system s {\n  time [year] = 0 .. 2 step 1 using euler\n  stock x [t] = 1\n  «1flow f: cloud -> total = 1 [t/year]\n  aux total = x\n}\n", ("1", [2, 6], "total", "stock"))
bad("division-by-zero-while-running", "system s {\n  time [year] = 0 .. 4 step 1 using euler\n  stock x [t] = 2\n  flow f: x -> cloud = 1 [t/year]\n  «1aux y = 1 [t] / x\n}\n", (None, [6, 7], "y", "2"),
    note="x is 0 at time 2: no infinite number may stand in a result; the message names the variable and the time.")
bad("not-a-model", "«1This is a letter, not a model.\nIt has (brackets] and \"quotes.\n", (None, [1]))
bad("misspelt-clauses", MILLS + """technology a on mills { input labor; good paper; «1reference window 3 centred }
system s {
  «2time [year] = 0 .. 4 stp 1
  stock x [t] = 1
}
system r {
  «3time [year] = 0 .. 4 step 1 save evry 2
  «4stock nonegative x [t] = 1
}
«5expect alwys s.x > 0
«6scenario b form s
report p {
  «7table mills.labor sort decending
  «8table mills.labor digit 2
}
""", ("1", [1, 5], "centred", "centered"), ("2", [1], "stp", "step"), ("3", [1], "evry", "every"), ("4", [1], "nonegative", "nonnegative"),
    ("5", [1], "alwys", "always"), ("6", [1], "form", "from"), ("7", [2], "descending"), ("8", [1], "digit", "digits"))
