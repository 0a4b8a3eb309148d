/** docs/who-is-right.md: its numbers come out of the models that stand on it. `npm run docs` writes it. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complaints, type ModelTables, tablesOf } from "../helpers/model-tables.ts";
import { type Cell, type Disagreement, disagreements } from "./disagreements.ts";

const path = join(import.meta.dirname, "../../docs/who-is-right.md");
const preamble = `<!-- Made from test/docs/disagreements.ts; \`npm run docs\` runs the models and writes this page. -->

# Who is right

Published tools give different numbers for what looks like the same question. This page names the disagreements, says who is right and why,
and shows both. Numbers are computed by the models below, the other answer's too wherever it can be asked for here; \`npm run docs\` runs
them again. What a tool prints where it cannot is quoted, in _italics_.

What the other tools do was read in their own sources and documentation: DataEnvelopmentAnalysis.jl 338c0d2, Benchmarking 0.33,
deaR 1.5.3, productivity 1.1.0, nonparaeff 0.5-15, DJL 3.9, the Stata commands teddf, gtfpch and malmq2, pyStoNED 0.7.5.`;

describe("docs/who-is-right.md", () => {
  it("has the numbers that its models give", async () => {
    const sections: string[] = [];
    const rows: string[] = [];
    for (const one of disagreements) {
      const values = await answersOf(one);
      const [right, other] = one.answers;
      rows.push(`| [${one.question}](#${anchor(one.question)}) | ${values[0]} | ${values[1]} |`);
      sections.push(
        [
          `## ${one.question}`,
          one.why,
          table(
            ["", "answer", "who", "what comes out"],
            [
              ["right", right!.says, right!.who, values[0]!],
              ["otherwise", other!.says, other!.who, values[1]!],
            ],
          ),
          `\`\`\`gtfp\n${one.model}\`\`\``,
          `Trap ${one.trap} in \`test/traps\`.`,
        ].join("\n\n"),
      );
    }
    const summary = ["| question | right | otherwise |", "|---|---|---|", ...rows].join("\n");
    await expect(`${[preamble, summary, ...sections].join("\n\n")}\n`).toMatchFileSnapshot(path);
  });

  it("shows two different answers for each", async () => {
    for (const one of disagreements) {
      const [right, other] = await answersOf(one);
      expect(right, one.question).not.toBe(other);
    }
  });
});

async function answersOf({ model, answers, question }: Disagreement): Promise<string[]> {
  const refused = answers.flatMap(({ shows }) => ("refused" in shows ? [shows.refused] : []));
  if (refused.length > 0) {
    const said = await complaints(model);
    for (const code of refused) expect(said.join("\n"), question).toContain(code);
  }
  const m = refused.length > 0 ? null : await tablesOf(model);
  return answers.map(({ shows }) => {
    if ("prints" in shows) return `_${shows.prints}_`;
    if ("refused" in shows) return `refused, ${shows.refused}`;
    return written(m!, shows);
  });
}

function written(m: ModelTables, cell: Exclude<Cell, { readonly refused: string }>): string {
  const { table: name, column, unit, year } = cell;
  const years = year === undefined ? [] : m.column(name, "year");
  const row = m
    .column(name, "u")
    .findIndex((u, i) => u === unit && (year === undefined || Number(years[i]) === year));
  expect(row, `${unit} of ${name}`).toBeGreaterThanOrEqual(0);
  const value = m.column(name, column)[row]!;
  if (value === null) return "no number";
  return typeof value === "number" ? String(Number(value.toFixed(4))) : value;
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
