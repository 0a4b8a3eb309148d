"""Claims on whole panels: rounded figures of an earlier, independent run of all programs (see the model's comments)."""
from dea import model, write

N = "The rounded figures were found before with scipy, outside of this program."
write("indices/sanity-countries", N, expectations=[{"pass": True}] * 11, notes=["151 of", "109 of"])
model("indices/sanity-two-industries", """
// Forty countries, 2000 to 2014, CRS with L and K: one frontier for each industry.
unit USD2017
data industries from "data/industries.csv" {
  dmu iso, industry
  period year
  labor [M person]
  capital [M USD2017]
  value_added [M USD2017]
  co2 [Mt]
}
technology green on industries by industry { input labor, capital; good value_added; bad co2 }
direction win_win { good +observed; bad -observed }
measure beta = ddf(green, along: win_win)
index gtfp = malmquist_luenberger(green, along: win_win)
expect mean(beta.score at 2000 by industry)["manufacturing"] == 0.275 within 0.0005
expect mean(beta.score at 2007 by industry)["manufacturing"] == 0.235 within 0.0005
expect mean(beta.score at 2014 by industry)["producer_services"] == 0.190 within 0.0005
expect geomean(gtfp.change by industry)["manufacturing"] == 1.0031 within 0.00005
expect geomean(gtfp.efficiency_change where gtfp.status == "optimal" by industry)["manufacturing"] == 0.9988 within 0.00005
expect geomean(gtfp.technical_change by industry)["manufacturing"] == 1.0042 within 0.00005
expect geomean(gtfp.change by industry)[producer_services] == 1.0037 within 0.00005
expect geomean(gtfp.efficiency_change where gtfp.status == "optimal" by industry)[producer_services] == 1.0050 within 0.00005
expect geomean(gtfp.technical_change by industry)[producer_services] == 0.9987 within 0.00005
""")
write("indices/sanity-two-industries", N + " 39 infeasible cross-period programs in manufacturing and 29 in services. The notes print 1.0038 for the services index; scipy again gives 1.00375 (1.0037474).", expectations=[{"pass": True}] * 9, notes=["68 of"])
