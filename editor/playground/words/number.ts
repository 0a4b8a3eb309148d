/** Numbers as readers see them: with a minus, not a hyphen. */
import { shortNumber as plain } from "../../../runtime/tables/number-text.ts";

/** What `runtime/tables` writes, for eyes. */
export function withMinus(number: string): string {
  return number.replaceAll("-", "−");
}
/** Three significant digits or more, as short as it can be written. */
export function shortNumber(value: number, digits = 3): string {
  return withMinus(plain(value, digits));
}
