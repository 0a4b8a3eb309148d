/** What changed between two models, for a terminal and for a comment on a pull request. */
import type { DeclarationChange, EntryChange, ModelDiff } from "../../compiler/diff/model-diff.ts";
import { figure } from "../../compiler/print/math.ts";
import type { ResultsDiff, TableDiff } from "../../runtime/diff/diff-results.ts";
import { count } from "./diagnostics.ts";
import type { Style } from "./style.ts";
import { wrap } from "./width.ts";

const signs = { added: "+", removed: "-", renamed: "→", changed: "~" } as const;

export function renderModelDiff(diff: ModelDiff, style: Style, width: number): string {
  if (diff.changes.length === 0) return "No difference in meaning.\n";
  const paint = { added: style.green, removed: style.red, renamed: style.cyan, changed: style.yellow };
  const lines = diff.changes.flatMap((change) => [
    `${paint[change.change](signs[change.change])} ${style.bold(`${change.kind} ${change.name}`)}${style.dim(headWords(change))}`,
    ...change.entries.flatMap((entry) => entryLines(entry, paint[entry.change], width)),
  ]);
  return `${lines.join("\n")}\n\n${totals(diff)}\n`;
}

function headWords({ was, summary }: DeclarationChange): string {
  return `${was === undefined ? "" : `  (was ${was})`}${summary === undefined ? "" : `  ${summary}`}`;
}

function entryLines(entry: EntryChange, paint: (text: string) => string, width: number): string[] {
  const head = `    ${paint(signs[entry.change])} ${entry.entry}`;
  const said = saidBy(entry);
  if (said.length === 0) return [head];
  const one = `${head}  ${said.join(" → ")}`;
  if (one.length <= width + 10) return [one];
  return [
    head,
    ...said.flatMap((text, i) =>
      wrap(`${said.length === 2 ? (i === 0 ? "was " : "now ") : ""}${text}`, width - 8).map(
        (line) => `        ${line}`,
      ),
    ),
  ];
}

function saidBy({ change, before, after }: EntryChange): string[] {
  if (change === "renamed") return before === undefined ? [] : [`was ${before}`];
  return [before, after].filter((text) => text !== undefined && text !== "") as string[];
}

function totals({ changes, total }: ModelDiff): string {
  const words = (["changed", "renamed", "added", "removed"] as const).flatMap((kind) => {
    const n = changes.filter((c) => c.change === kind).length;
    return n === 0 ? [] : [`${n} ${kind}`];
  });
  const same = total - changes.filter((c) => c.change !== "removed").length;
  return `${words.join(", ")}; ${same} as before`;
}

/** Numbers that moved, as lines. */
export function renderResultsDiff(diff: ResultsDiff, style: Style): string {
  if (diff.tables.length === 0 && diff.expectations.length === 0)
    return "No number, label or expectation differs.\n";
  const lines = diff.tables.flatMap((table) => [
    `${signs[table.change]} ${style.bold(table.name)}${style.dim(rowWords(table))}`,
    ...table.moved.map(
      (move) => `    ${move.column}${move.unit === undefined ? "" : ` [${move.unit}]`}: ${moveWords(move)}`,
    ),
    ...table.labels.map((move) => `    ${move.column}: ${labelWords(move)}`),
  ]);
  const claims = diff.expectations.map(({ title, change, actual }) => {
    const paint = change.includes("fails") ? style.red : change === "removed" ? style.dim : style.green;
    return `${paint(change)}: ${title}${actual === null ? "" : ` (actual ${figure(actual, 6)})`}`;
  });
  const same = diff.same.length === 0 ? [] : ["", `${count(diff.same.length, "table")} as before`];
  return `${[...lines, ...(claims.length > 0 ? ["", ...claims] : []), ...same].join("\n")}\n`;
}

function rowWords({ change, rows, columns }: TableDiff): string {
  const parts = [
    rows.added > 0 ? `${count(rows.added, "row")} added` : "",
    rows.removed > 0 ? `${count(rows.removed, "row")} removed` : "",
    change === "changed" && columns.added.length > 0 ? `columns added: ${columns.added.join(", ")}` : "",
    change === "changed" && columns.removed.length > 0
      ? `columns removed: ${columns.removed.join(", ")}`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `  ${parts.join("; ")}`;
}

function moveWords({
  changed,
  appeared,
  vanished,
  meanBefore,
  meanAfter,
  largest,
}: TableDiff["moved"][number]): string {
  const parts = [
    changed > 0
      ? `${count(changed, "number")} moved, mean ${figure(meanBefore, 5)} → ${figure(meanAfter, 5)}`
      : "",
    largest === null
      ? ""
      : `most in ${largest.row}: ${figure(largest.before, 5)} → ${figure(largest.after, 5)}`,
    appeared > 0 ? `${appeared} appeared` : "",
    vanished > 0 ? `${vanished} vanished` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function labelWords({ from, to, count: n, rows }: TableDiff["labels"][number]): string {
  const more = n > rows.length ? ` and ${n - rows.length} more` : "";
  return `${from} → ${to} in ${count(n, "row")} (${rows.join("; ")}${more})`;
}

/** Both as Markdown. */
export function markdownDiff(model: ModelDiff, results: ResultsDiff | null): string {
  const blocks: string[] = [];
  if (model.changes.length === 0) blocks.push("No difference in meaning.");
  else {
    const rows = model.changes.flatMap((change) => {
      const head = `${signs[change.change]} \`${change.kind} ${change.name}\`${headWords(change)}`;
      if (change.entries.length === 0) return [[head, change.change, "", ""]];
      return change.entries.map((entry, i) => [
        i === 0 ? head : "",
        `${signs[entry.change]} ${entry.entry}`,
        entry.before ?? "",
        entry.after ?? "",
      ]);
    });
    blocks.push(markdownTable(["declaration", "entry", "before", "after"], rows), `${totals(model)}.`);
  }
  if (results === null) return `${blocks.join("\n\n")}\n`;
  blocks.push("### Results");
  const moved = results.tables.flatMap((table) => [
    ...(table.change === "changed" && table.moved.length + table.labels.length > 0
      ? []
      : [[`\`${table.name}\``, "", `${table.change}${rowWords(table)}`]]),
    ...table.moved.map((move) => [`\`${table.name}\``, `\`${move.column}\``, moveWords(move)]),
    ...table.labels.map((move) => [`\`${table.name}\``, `\`${move.column}\``, labelWords(move)]),
  ]);
  blocks.push(
    moved.length === 0
      ? "No number and no label differs."
      : markdownTable(["table", "column", "move"], moved),
  );
  if (results.expectations.length > 0) {
    blocks.push(results.expectations.map(({ title, change }) => `- **${change}**: ${title}`).join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c) => c.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
