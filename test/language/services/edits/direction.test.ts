import { expect, it } from "vitest";
import { check } from "../../../../language/check/check.ts";
import { edited } from "./edit.ts";

const head = `data mills {
  dmu mill
  | mill | labor [h] | paper [t] | pulp [t] | bod [kg] |
  |------|----------:|----------:|---------:|---------:|
  | A    |         1 |         2 |        1 |        3 |
}

technology green on mills { input labor; good paper, pulp; bad bod }
technology plain on mills { input labor; good paper; bad bod }
`;
const tail = (technology: string) => `measure far = ddf(${technology}, along: g)\n`;
function turned(direction: string, sizes: Readonly<Record<string, number>>, technology = "plain"): string {
  const text = edited(`${head}${direction}\n${tail(technology)}`, { of: "direction", direction: "g", sizes });
  if (!text.startsWith(head)) return text;
  return text.slice(head.length, -tail(technology).length).trim();
}

it("makes an entry for each variable of a role, where all of them have a size", () => {
  expect(turned("direction g { good +observed; bad -observed }", { paper: 800, bod: 20 })).toBe(
    "direction g { paper +800; bod -20 }",
  );
});

it("keeps the entry of a role for its other variables", () => {
  expect(turned("direction g { good +observed; bad -observed }", { paper: 800, bod: 20 }, "green")).toBe(
    "direction g { good +observed; bod -20; paper +800 }",
  );
  expect(turned("direction g { good +observed; pulp +3 }", { paper: 800 }, "green")).toBe(
    "direction g { paper +800; pulp +3 }",
  );
});

it("sets the size of what has an entry, and of a role", () => {
  expect(turned("direction g { paper +observed; bod -0.5 }", { bod: 0.123456789 })).toBe(
    "direction g { paper +observed; bod -0.1235 }",
  );
  expect(turned("direction g { good +1; bad -1 }", { good: 2 })).toBe("direction g { good +2; bad -1 }");
});

it("adds what does not move yet, and leaves what stops at zero", () => {
  expect(turned("direction g { paper +1 }", { labor: 0.5, paper: 0 })).toBe(
    "direction g { paper +0; labor -0.5 }",
  );
  expect(turned("direction g {}", { paper: 1 })).toBe("direction g { paper +1 }");
});

it("writes a turn for the worse as it is, which the checker then tells", () => {
  const text = turned("direction g { good +observed; bad -observed }", { bod: -2 });
  expect(text).toBe("direction g { good +observed; bod +2 }");
  const { diagnostics } = check("m.gtfp", () => `${head}${text}\n${tail("plain")}`);
  expect(diagnostics.map((d) => d.severity)).toContain("error");
});

it("keeps comments, documentation and the block's lines", () => {
  const direction = `/// as in Chung, Färe & Grosskopf
direction g {
  /// what is sold
  good +observed // all of it
  // and the river
  bad -observed
}`;
  expect(turned(direction, { paper: 10, bod: 2 })).toBe(`/// as in Chung, Färe & Grosskopf
direction g {
  /// what is sold
  paper +10 // all of it
  // and the river
  bod -2
}`);
});

it("writes several entries on lines of their own", () => {
  const direction = "direction g {\n  good +observed // both\n  bad -observed\n}";
  expect(turned(direction, { paper: 1, pulp: 2 }, "green")).toBe(
    "direction g {\n  paper +1\n  pulp +2 // both\n  bad -observed\n}",
  );
});

it("knows variables of any technology where none goes along the direction", () => {
  const text = `${head}direction g { good +observed }\n`;
  expect(edited(text, { of: "direction", direction: "g", sizes: { bod: 1 } })).toContain(
    "direction g { good +observed; bod -1 }",
  );
});

it("says what it cannot move", () => {
  expect(turned("direction g { good +observed }", { wind: 1 })).toBe(
    "wrong: no technology has a variable `wind` to move",
  );
});

it("gives models that hold", () => {
  const cases: readonly Readonly<Record<string, number>>[] = [
    { paper: 800, bod: 20 },
    { paper: 0, bod: 2 },
    { labor: 1 },
    { good: 3 },
  ];
  for (const sizes of cases) {
    for (const technology of ["plain", "green"]) {
      const text = turned("direction g { good +observed; bad -observed }", sizes, technology);
      const { diagnostics } = check("m.gtfp", () => `${head}${text}\n${tail(technology)}`);
      expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
    }
  }
});
