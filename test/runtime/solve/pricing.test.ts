import { afterEach, expect, test, vi } from "vitest";
import { uniform } from "../../../bench/dea-data.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Against sums written out, for any number of rows and with zero weights between. */
async function agrees(): Promise<void> {
  const { price } = await import("../../../runtime/solve/pricing.ts");
  const next = uniform(5);
  const stride = 19;
  for (let rows = 0; rows <= 53; rows++) {
    const matrix = Float64Array.from({ length: rows * stride }, () => Math.round(20 * next() - 10));
    const weights = Float64Array.from({ length: rows }, () => Math.max(0, Math.round(8 * next() - 3)));
    const out = new Float64Array(stride).fill(7);
    price(matrix, stride, weights, rows, out, 2, 17);
    for (let j = 0; j < stride; j++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += weights[i]! * matrix[i * stride + j]!;
      expect(out[j]! + 0).toBe(j < 2 || j >= 17 ? 7 : sum + 0);
    }
  }
}

test("weights times columns", agrees);

test("the same where code may not be made from text", async () => {
  let refused = 0;
  vi.stubGlobal("Function", function refuse() {
    refused++;
    throw new EvalError("not allowed here");
  });
  await agrees();
  expect(refused).toBeGreaterThan(10);
});
