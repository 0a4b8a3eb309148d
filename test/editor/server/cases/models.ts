/** Models that several cases share. */

/** A panel in its own table, a technology, a direction, a measure. */
export const mills = `/// Paper mills of one river
data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |            120 |         340 |      1000 |       25 |
  | B    |            100 |         300 |      1100 |       20 |
  | C    |            150 |         420 |       900 |       40 |
  intensity = bod / energy
}

/// How mills work
technology green on mills {
  input labor, energy
  good paper
  bad bod
}

direction win_win { good +observed; bad -observed }

/// How far each mill stands from the frontier
measure inefficiency = ddf(green, along: win_win)
`;

export const growth = `system economy {
  time [year] = 2017 .. 2030 step 1/8
  /// How fast it grows
  param growth [1/year] = annual(6%)
  stock capital [100M CNY] = 250
  flow gain: cloud -> capital = growth * capital
  aux twice = 2 * capital
}

scenario fast of economy { growth = annual(8%) }
`;

/** Any text put in place of another, with its marks. */
export function put(model: string, old: string, text: string): string {
  if (!model.includes(old)) throw new Error(`the model has no ${old}`);
  return model.replace(old, () => text);
}
