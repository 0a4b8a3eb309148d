/** The two benchmark models of stock-flow systems as text of the language. */

/** An epidemic: 3 stocks, 10,000 Euler steps. */
export const sir = `system sir {
  time [day] = 0 .. 625 step 1/16 using euler save every 6.25
  param contact_rate [1/day] = 0.3
  param duration [day] = 5
  param total [person] = 1000
  stock susceptible [person] = total - 5 [person]
  stock infectious [person] = 5
  stock recovered [person] = 0
  flow infection: susceptible -> infectious = susceptible * infectious / total * contact_rate
  flow recovery: infectious -> recovered = infectious / duration
}
unit person
`;

const provinces = Array.from({ length: 30 }, (_, i) => `P${i + 1}`);
const gdp0 = provinces.map((name, i) => `${name}: ${500 + 137 * ((i * 7) % 30)}`).join(", ");

/** 30 provinces × 3 sectors: growth, capital, technology, energy, carbon; 420 stocks, about 1,500 equations. */
export function green(stepsPerYear = 16): string {
  return `dimension province = ${provinces.join(", ")}
dimension sector = PS, MF, OT
system green {
  time [year] = 2005 .. 2025 step 1/${stepsPerYear} using euler save every 1
  param growth [1/year] = 0.06
  param initial_gdp by province = {${gdp0}}
  param share by sector = {PS: 0.25, MF: 0.35, OT: 0.4}
  param capital_output by sector [year] = {PS: 2.1, MF: 3.2, OT: 2.6}
  param lifetime by sector [year] = {PS: 14, MF: 18, OT: 25}
  param base_intensity by sector = {PS: 0.18, MF: 0.95, OT: 0.4}
  param learning [1/year] = 0.02
  param expectation_delay [year] = 3
  param adjustment [year] = 4
  param abatement_delay [year] = 5
  param carbon_factor = 2.4
  stock gdp by province = initial_gdp
  aux mean_gdp = mean(gdp)
  lookup converging(ratio) = linear(0: 1.2, 0.5: 1.1, 1: 1, 2: 0.9, 4: 0.8, 10: 0.7)
  lookup using(ratio) = linear(0: 0, 0.5: 0.5, 0.8: 0.78, 1: 0.95, 1.2: 1.05, 1.6: 1.15, 4: 1.2)
  flow increase by province: cloud -> gdp = gdp * growth * converging(gdp / mean_gdp)
  aux demand by province, sector = gdp * share / 1 [year]
  aux expected by province, sector = smooth(demand, expectation_delay)
  aux desired by province, sector = capital_output * expected
  stock capital by province, sector = 2.5 * initial_gdp * share
  flow investment by province, sector: cloud -> capital = max(0, depreciation + (desired - capital) / adjustment)
  flow depreciation by province, sector: capital -> cloud = capital / lifetime
  aux capacity by province, sector = capital / capital_output
  aux utilization by province, sector = using(demand / capacity)
  aux value_added by province, sector = capacity * utilization
  aux rd_effect by province = (gdp / initial_gdp) ^ 0.2
  stock technology by province, sector = 1
  flow tech_gain by province, sector: cloud -> technology = technology * learning * rd_effect
  aux intensity by province, sector = base_intensity / technology
  aux energy by province, sector = value_added * intensity
  aux target by province = 0.1 + ramp(0.01 [1/year], 2010, 2020)
  aux abatement by province = delay3(target, abatement_delay)
  aux emissions by province = sum(energy by province) * carbon_factor * (1 - abatement)
  stock carbon by province = 0
  flow emitted by province: cloud -> carbon = emissions
  aux ps_value = sum(value_added[PS])
  aux mf_value = sum(value_added[MF])
  aux total_energy = sum(energy)
  aux total_emissions = sum(emissions)
  aux total_carbon = sum(carbon)
}
`;
}
