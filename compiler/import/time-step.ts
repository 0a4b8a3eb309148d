import { numeral } from "./expression-writer.ts";

/** A step as GTFP writes it: `1/16` for 0.0625, `1/3` for what is a third to the last digits, else the decimal. */
export function exactStep(step: number): string {
  const parts = Math.round(1 / step);
  return step < 1 && step > 0 && Math.abs(parts * step - 1) < 1e-12 ? `1/${parts}` : numeral(step);
}
