/** From a keystroke to the diagnostics of a model of a thousand lines, as the language server does it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Workspace } from "../editor/server/workspace.ts";
import { parse } from "../language/parser/parse.ts";
import { completions } from "../language/services/completion/completion.ts";
import { semanticTokens } from "../language/services/semantic-tokens.ts";
import { NO_HOST } from "../language/services/values.ts";

const example = resolve("examples/dual-carbon/dual-carbon.gtfp");

/** The flagship several times over, every copy with names of its own. */
function thousandLines(): string {
  const one = readFileSync(example, "utf8").replace(/^gtfp 1\n/, "");
  const head =
    /^(?:data|technology|direction|measure|index|system|scenario|report|unit|robustness|influence|sweep|sensitivity) (\w+)/gm;
  const names = [...one.matchAll(head)].map((match) => match[1]!);
  const copies: string[] = [];
  for (let lines = 0; lines < 1000; lines += one.split("\n").length) {
    const suffix = copies.length;
    copies.push(
      names.reduce((text, name) => text.replace(new RegExp(`\\b${name}\\b`, "g"), `${name}_${suffix}`), one),
    );
  }
  return copies.join("");
}

const text = thousandLines();
const workspace = new Workspace({ read: () => null, models: () => [] });
const path = "/model.gtfp";
const place = text.indexOf("annual(") + "annual(".length;
const parsing: number[] = [];
const times: number[] = [];
const completing: number[] = [];
const highlighting: number[] = [];
for (let i = 0; i < 40; i++) {
  // Each keystroke is another text: nothing can be remembered of the whole.
  const typed = `${text.slice(0, place)}${i}${text.slice(place)}`;
  parsing.push(timed(() => parse({ path, text: typed })));
  times.push(
    timed(() => {
      workspace.change(path, typed);
      workspace.diagnostics(path);
    }),
  );
  completing.push(timed(() => completions(workspace.main(path), path, place, NO_HOST)));
  highlighting.push(timed(() => semanticTokens(workspace.main(path), path)));
}
console.log(`editor: ${text.split("\n").length} lines, best and median of 40, wall ms`);
for (const [what, list] of [
  ["parsing", parsing],
  ["keystroke to diagnostics", times],
  ["completion", completing],
  ["highlighting", highlighting],
] as const) {
  const sorted = [...list].sort((a, b) => a - b);
  console.log(
    `  ${what.padEnd(26)} ${sorted[0]!.toFixed(1).padStart(7)} ${sorted[20]!.toFixed(1).padStart(7)}`,
  );
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
