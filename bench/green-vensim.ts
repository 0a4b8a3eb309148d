/** The benchmark system `green` as Vensim text, for the tools that read that. The same equations as in `dynamics-models.ts`. */

const provinces = 30;
const initialGdp = Array.from({ length: provinces }, (_, i) => 500 + 137 * ((i * 7) % provinces));
/** Both dimensions. */
const both = "[Province,Sector]";

/** What a run is asked for, in the order in which the C of `dynamics-limit.c` prints it. */
export const greenOutputs = [
  "ps value added",
  "mf value added",
  "total energy",
  "total emissions",
  "total cumulative carbon",
];

export const greenVensim = `{UTF-8}
${[
  `Province: (P1-P${provinces})`,
  "Sector: PS, MF, OT",
  "gdp growth rate = 0.06",
  `initial gdp[Province] = ${initialGdp.join(",")}`,
  "share[Sector] = 0.25,0.35,0.4",
  "capital output ratio[Sector] = 2.1,3.2,2.6",
  "capital lifetime[Sector] = 14,18,25",
  "base intensity[Sector] = 0.18,0.95,0.4",
  "learning rate = 0.02",
  "expectation delay = 3",
  "capital adjustment time = 4",
  "abatement delay = 5",
  "carbon factor = 2.4",
  "GDP[Province] = INTEG (gdp increase[Province], initial gdp[Province])",
  `mean gdp = SUM(GDP[Province!])/${provinces}`,
  "convergence[Province] = WITH LOOKUP (GDP[Province]/mean gdp, ([(0,0)-(10,2)],(0,1.2),(0.5,1.1),(1,1),(2,0.9),(4,0.8),(10,0.7)))",
  "gdp increase[Province] = GDP[Province]*gdp growth rate*convergence[Province]",
  `demand${both} = GDP[Province]*share[Sector]`,
  `expected demand${both} = SMOOTH(demand${both}, expectation delay)`,
  `desired capital${both} = capital output ratio[Sector]*expected demand${both}`,
  `depreciation${both} = Capital${both}/capital lifetime[Sector]`,
  `investment${both} = MAX(0, depreciation${both}+(desired capital${both}-Capital${both})/capital adjustment time)`,
  `Capital${both} = INTEG (investment${both}-depreciation${both}, 2.5*initial gdp[Province]*share[Sector])`,
  `capacity${both} = Capital${both}/capital output ratio[Sector]`,
  `utilization${both} = WITH LOOKUP (demand${both}/capacity${both}, ([(0,0)-(4,2)],(0,0),(0.5,0.5),(0.8,0.78),(1,0.95),(1.2,1.05),(1.6,1.15),(4,1.2)))`,
  `value added${both} = capacity${both}*utilization${both}`,
  "rd effect[Province] = (GDP[Province]/initial gdp[Province])^0.2",
  `tech gain${both} = Technology${both}*learning rate*rd effect[Province]`,
  `Technology${both} = INTEG (tech gain${both}, 1)`,
  `energy intensity${both} = base intensity[Sector]/Technology${both}`,
  `energy use${both} = value added${both}*energy intensity${both}`,
  "regulation target[Province] = 0.1+RAMP(0.01, 2010, 2020)",
  "abatement[Province] = DELAY3(regulation target[Province], abatement delay)",
  "emissions[Province] = SUM(energy use[Province,Sector!])*carbon factor*(1-abatement[Province])",
  "Cumulative carbon[Province] = INTEG (emissions[Province], 0)",
  "ps value added = SUM(value added[Province!,PS])",
  "mf value added = SUM(value added[Province!,MF])",
  "total energy = SUM(energy use[Province!,Sector!])",
  "total emissions = SUM(emissions[Province!])",
  "total cumulative carbon = SUM(Cumulative carbon[Province!])",
  "INITIAL TIME = 2005",
  "FINAL TIME = 2025",
  "SAVEPER = 1",
  "TIME STEP = 0.0625",
]
  .map((equation) => `${equation}\n\t~\t\n\t~\t|\n`)
  .join("\n")}`;
