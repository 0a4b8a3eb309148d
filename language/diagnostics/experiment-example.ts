/**
 * A small system, and what follows it; with `figures` a table of one row before it, with `history` a series of data.
 */
export function experimentExample(text: string, before?: "figures" | "history"): string {
  const tables = {
    figures: `data figures {
  dmu country
  | country | top [1/year] |
  |---------|-------------:|
  | A       |         0.08 |
}
`,
    history: `data history {
  period year
  | year | gdp [CNY] |
  |-----:|----------:|
  | 2020 |       100 |
  | 2021 |       105 |
  | 2022 |       110 |
  | 2023 |       116 |
}
`,
  };
  return `${before === undefined ? "" : tables[before]}system economy {
  time [year] = 2020 .. 2030
  param growth [1/year] = annual(5%)
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
}
${text}
`;
}
