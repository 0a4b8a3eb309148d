import { expect, it } from "vitest";
import { shortNumber, shortPercent } from "../../../../language/services/edits/short-number.ts";

it("writes what a pointer gives with four digits, and what someone meant as it is", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, "0"],
    [-0, "0"],
    [12345.678, "12350"],
    [12345, "12345"],
    [0.123456789, "0.1235"],
    [-1234.5678, "-1235"],
    [250000, "250000"],
    [0.1 + 0.2, "0.3"],
    [99999.99999, "100000"],
    [0.00000123456789, "0.000001235"],
    [1.23456789e-9, "1.235e-9"],
    [1e15, "1e15"],
  ];
  for (const [value, text] of cases) expect(shortNumber(value)).toBe(text);
});

it("writes shares in per cent", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0.07, "7%"],
    [0.065, "6.5%"],
    [-0.02, "-2%"],
    [0.0712345678, "7.123%"],
    [1.2, "120%"],
  ];
  for (const [value, text] of cases) expect(shortPercent(value)).toBe(text);
});
