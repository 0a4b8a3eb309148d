import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";

const notes = (rate: string, change: string, using = "rk4") => {
  const text = `system s {
  time [year] = 2020 .. 2030 step 1/4 using ${using}
  param rate [1/year] = ${rate}
  param other [1/year] = 5%
  stock wood [t] = 10
  flow growth: cloud -> wood = wood * rate
  flow loss: wood -> cloud = other * 3 [t]
}
scenario more of s { ${change} }
`;
  return check("m.gtfp", () => text).diagnostics.map((d) => `${d.severity} ${d.message} ${d.help}`);
};

describe("a bare per cent rate on its own stock is noted with both figures", () => {
  const said = (percent: number, real: string) =>
    `note \`rate\` of ${percent} % a year, applied at every instant, makes \`wood\` grow by ${real} % a year. \`annual(${percent}%)\` makes it grow by ${percent} % from one year to the next`;

  test("in the system and in a scenario's change", () => {
    expect(notes("6%", "rate = annual(7%)")).toEqual([said(6, "6.18")]);
    expect(notes("annual(6%)", "rate = 7%")).toEqual([said(7, "7.25")]);
  });

  test("but not of another parameter, nor where the author wrote something else", () => {
    expect(notes("annual(6%)", "other = 7%")).toEqual([]);
    expect(notes("annual(6%)", "rate = 0.07")).toEqual([]);
  });
});
