/** Models that the tests of the page write into it. */

/** Something for every panel: data, a frontier, a system with scenarios, a report, an expectation that is met. */
export const everything = `/// Paper mills of one river
data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |            120 |         340 |      1000 |       25 |
  | B    |            100 |         300 |      1100 |       20 |
  | C    |            150 |         420 |       900 |       40 |
}

technology green on mills {
  input labor, energy
  good paper
  bad bod
}

direction win_win { good +observed; bad -observed }

measure inefficiency = ddf(green, along: win_win)

system economy {
  time [year] = 2017 .. 2030 step 1/8
  /// How fast it grows
  param growth [1/year] = annual(6%)
  stock capital [100M CNY] = 250
  flow gain: cloud -> capital = growth * capital
  aux twice = 2 * capital
}

/// As it is
scenario current of economy {}
/// Growth is faster
scenario fast of economy { growth = annual(8%) }

/// The mills and what they own
report summary {
  text "All mills make {sum(mills.paper)} t."
  table inefficiency.score
  chart economy.capital over time for current, fast
  frontier inefficiency: paper against bod
  program inefficiency for "C"
  diagram economy
}

/// C makes too little and emits too much
expect inefficiency.score["C"] > 0
`;
