/** One wrong unit is told once, at its root, however many equations read it. */
import { expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";

const model = (part: { co2?: string; energy?: string; emission?: string }) => `system s {
  time [year] = 0 .. 10
  stock energy [${part.energy ?? "Mtoe"}] = 5 [Mtoe]
  flow growth: cloud -> energy = 0.1 [1/year] * energy
  param content [t/toe] = 3
  aux co2 [${part.co2 ?? "Mt"}] = energy * content
  stock emitted [Mt] = 0
  flow emission: cloud -> emitted = ${part.emission ?? "co2 / 1 [year]"}
  aux per_head [t/person] = co2 / 100 [M person]
}
`;

function told(text: string): string[] {
  const { diagnostics } = check("model.gtfp", () => text);
  return diagnostics.map((d) => `${text.slice(0, d.span.start).split("\n").length}: ${d.message}`);
}

it("finds nothing where all is right", () => {
  expect(told(model({}))).toEqual([]);
});

it.each([
  ["an auxiliary", model({ co2: "person" }), "co2", 6],
  ["a stock", model({ energy: "person" }), "energy", 3],
  ["an equation that nobody reads", model({ emission: "co2" }), "emission", 8],
])("tells %s in a wrong unit once", (_, text, name, line) => {
  const messages = told(text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`\`${name}\``);
  expect(messages[0]!.startsWith(`${line}: `)).toBe(true);
});

it("tells two roots as two", () => {
  const messages = told(model({ co2: "person", emission: "energy" }));
  expect(messages).toHaveLength(2);
  expect(messages.join()).toMatch(/`co2`.*`emission`|`emission`.*`co2`/s);
});
