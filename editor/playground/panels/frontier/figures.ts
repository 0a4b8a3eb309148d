/** Numbers of the panel: three significant digits, and all of them for those who ask. */
import { figure } from "../../../../compiler/print/math.ts";
import { shortNumber } from "../../words/number.ts";

/** Three significant digits; whole numbers keep all of theirs: `0.283`, `35.8`, `1,283`. */
export function short(value: number): string {
  return shortNumber(value);
}
/** Every digit that says something. */
export function whole(value: number): string {
  return figure(value, 15);
}
export function withUnit(amount: string, unit: string | null): string {
  return unit === null ? amount : `${amount} ${unit}`;
}
/** The number of `31 %`, `4.2 %`, `0.35 %`: what an amount changes by, without sign. */
export function percent(share: number): string {
  const value = Math.abs(share) * 100;
  const digits = value >= 10 ? 0 : value >= 1 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}
