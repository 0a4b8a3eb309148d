/** The models that the tests of charts draw. */

/** Three mills in three years; C lacks 2021. */
export const mills = `data mills {
  dmu mill
  period year
  group region
  | mill | year | region | labor [h] | paper [t] | bod [kg] |
  |------|-----:|--------|----------:|----------:|---------:|
  | A    | 2020 | north  |        10 |       100 |        5 |
  | A    | 2021 | north  |        10 |       110 |        5 |
  | A    | 2022 | north  |        10 |       120 |        5 |
  | B    | 2020 | south  |        20 |       150 |        8 |
  | B    | 2021 | south  |        19 |       150 |        7 |
  | B    | 2022 | south  |        18 |       155 |        6 |
  | C    | 2020 | south  |        20 |       170 |       12 |
  | C    | 2022 | south  |        21 |       150 |       14 |
}
technology green on mills { input labor; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure m = ddf(green, along: win_win)
index gtfp = malmquist(green, orientation: output)
`;

/** An economy whose policy begins in 2020. */
export const economy = `dimension industry = services, manufacturing
system economy {
  time [year] = 2018 .. 2022 step 1 using euler
  param growth [1/year] = 10%
  stock value by industry [Mt] = {services: 100, manufacturing: 300}
  flow gain by industry: cloud -> value = growth * value
  aux total = sum(value)
  aux workers [person] = total * 2 [person/Mt]
}
scenario current of economy
scenario fast from current { growth = schedule(2018: 10%, 2020: 20%) }
scenario slow from current { growth = 5% }
sensitivity doubt of fast { growth ~ uniform(5%, 25%); samples 64; sampling sobol; seed 1; outputs total; bands 50, 90 }
`;

/** More units than colours. */
export function many(units: number): string {
  const rows = Array.from({ length: units }, (_, i) =>
    [2020, 2021, 2022].map((year) => `  | U${i} | ${year} | ${i + (year - 2020) * (i % 3)} |`),
  ).flat();
  return `data plants {\n  dmu plant\n  period year\n  | plant | year | output [t] |\n  |---|--:|--:|\n${rows.join("\n")}\n}\n`;
}
