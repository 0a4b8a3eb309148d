/** One small model with a measure of each family of programs, three mills that can be followed by hand. */
export const families = `data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |              3 |          10 |       100 |        5 |
  | B    |              4 |          20 |       150 |        9 |
  | C    |              5 |          22 |       120 |       12 |
}
technology green on mills { input labor, energy; good paper; bad bod; returns vrs }
technology constant from green { returns crs }
technology common from green { disposability shephard }
technology free from constant { disposability strong }
technology plain on mills { input labor, energy; good paper; returns vrs }
technology larger from plain { returns nirs }
technology watered on mills { input energy; fixed input labor; good paper; returns ndrs }
technology hull from plain { returns fdh }
technology two on mills { input labor, energy; polluting energy; good paper; bad bod; disposability by_production }
technology managed from constant { disposability managerial }
technology valued on mills { input labor, energy; good paper; restrict price.labor / price.energy in 0.5 .. 2 }
direction win_win { good +observed; bad -observed }
direction sized { good +mean; bad -0.5 }
direction dear { good +observed; input -observed }
/// How far each mill stands from the frontier
measure directional = ddf(green, along: win_win)
measure shephard    = ddf(common, along: sized)
measure radial_in   = radial(constant, orientation: input, super: true)
measure radial_out  = radial(watered, orientation: output)
measure nonradial   = nddf(constant, along: win_win)
measure weighted    = nddf(constant, along: win_win, weights: { paper: 2/3, bod: 1/3 })
measure slacks      = sbm(free, super: true)
measure slacks_in   = sbm(plain, orientation: input)
measure sums        = additive(plain)
measure deviations  = additive(larger, weights: normalized)
measure ranges      = ram(plain)
measure bounds      = bam(larger)
measure shares      = russell(plain)
measure costs       = cost(plain, prices: { labor: 2, energy: 3 })
measure revenues    = revenue(plain, prices: { paper: 4 })
measure profits     = profit(plain, prices: { labor: 2, energy: 3, paper: 1 }, along: dear)
measure whole       = radial(hull)
measure apart       = by_production(two)
measure twofold     = ddf(two, along: win_win)
measure managing    = ddf(managed, along: win_win)
measure limited     = radial(valued)
measure curved      = hyperbolic(constant)
measure epsilon_in  = ebm(plain, orientation: input)
measure epsilon     = ebm(plain, orientation: none)
measure graph       = russell(plain, orientation: none)
`;
