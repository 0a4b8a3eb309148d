/** Text for units that nobody wrote: composed of the factors that the user did write. */
import { builtInUnits } from "./built-in.ts";
import { clean, type UnitFactor } from "./unit.ts";

/** `1e8` is `100M`, `1e4` is `10k`, `0.001` stays. */
function scaleText(value: number): string {
  const number = clean(value);
  for (const [suffix, size] of [
    ["G", 1e9],
    ["M", 1e6],
    ["k", 1e3],
  ] as const) {
    const count = clean(number / size);
    if (Number.isInteger(count) && count >= 1 && count < 1e3 * (suffix === "G" ? 1e3 : 1))
      return `${count}${suffix}`;
  }
  return String(number);
}

function dimensionKey(dimensions: Readonly<Record<string, number>>): string {
  return Object.keys(dimensions)
    .sort()
    .map((name) => `${name}^${dimensions[name]}`)
    .join(" ");
}

/**
 * Text for a product of factors: those of the same dimension are merged (`t/toe × Mtoe` is `Mt`), what is left over is a number
 * in front. Numerator first, then `/` and the denominator; `1` where nothing is left.
 */
export function composeUnit(factors: readonly UnitFactor[]): string {
  const merged = new Map<string, { factor: UnitFactor; power: number }>();
  let left = 1;
  for (const factor of factors) {
    const key = dimensionKey(factor.dimensions);
    const first = merged.get(key);
    if (key === "") left *= factor.scale ** factor.power;
    else if (first === undefined) merged.set(key, { factor, power: factor.power });
    else {
      left *= (factor.scale / first.factor.scale) ** factor.power;
      first.power += factor.power;
    }
  }
  const rest = [...merged.values()].filter(({ power }) => Math.abs(power) > 1e-9);
  left = clean(left);
  const share = rest.length === 0 && left !== 1 ? shareText(factors) : undefined;
  if (share !== undefined) return share;
  const above = rest.filter(({ power }) => power > 0);
  const below = rest.filter(({ power }) => power < 0);
  if (rest.length === 0) return left === 1 ? "1" : left === 0.01 ? "%" : scaleText(left);
  const over = above.map(({ factor, power }) => powerText(factor.text, power));
  if (left !== 1 && above.length > 0 && above[0]!.power === 1) {
    over[0] = rescaled(above[0]!.factor, left);
  } else if (left !== 1) over.unshift(scaleText(left));
  const under = below.map(({ factor, power }) => powerText(factor.text, -power));
  const numerator = over.length === 0 ? "1" : over.join(" ");
  return under.length === 0
    ? numerator
    : `${numerator}/${under.length > 1 ? `(${under.join(" ")})` : under[0]}`;
}

/** One unit per another one of its kind, as in `kg/t`: such a quotient says more than its size, 0.001. */
function shareText(factors: readonly UnitFactor[]): string | undefined {
  const [above, below] = [1, -1].map((power) => factors.find((factor) => factor.power === power));
  const two = factors.length === 2 && factors.every(({ dimensions }) => dimensionKey(dimensions) !== "");
  return two && above && below ? `${above.text}/${below.text}` : undefined;
}

/** One factor taken `left` times: the unit of that size where there is one, else with a number in front. */
function rescaled(factor: UnitFactor, left: number): string {
  const scale = clean(factor.scale * left);
  const key = dimensionKey(factor.dimensions);
  const bare = factor.text.replace(/^[\d.e+_-]*[kMG]? /, "");
  const base = builtInUnits.get(bare);
  for (const unit of builtInUnits.values()) {
    const related = base !== undefined ? stem(unit.name) === stem(bare) : unit.name.endsWith(bare);
    if (related && clean(unit.scale) === scale && dimensionKey(unit.dimensions) === key) return unit.name;
  }
  if (base === undefined || bare === factor.text) return `${scaleText(left)} ${factor.text}`;
  return `${scaleText(scale / base.scale)} ${bare}`;
}

/** A unit's name without its prefix: `MJ` and `GJ` are both of `J`. */
function stem(name: string): string {
  return name.replace(/^[kMGTP](?=.)/, "");
}

function powerText(text: string, power: number): string {
  if (Math.abs(power - 1) < 1e-9) return text;
  return /[ /^]/.test(text) ? `(${text})^${clean(power)}` : `${text}^${clean(power)}`;
}
