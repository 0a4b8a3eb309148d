/** Expectations for people: ✓ or ✗, the title, the claim, the actual value and the reason. */
import type { ExpectationResult } from "../../runtime/results.ts";
import type { Style } from "./style.ts";

export function renderExpectations(list: readonly ExpectationResult[], indent: string, style: Style): string {
  return list.map((e) => `${renderExpectation(e, indent, style)}\n`).join("");
}

function renderExpectation(e: ExpectationResult, indent: string, style: Style): string {
  const sign = e.pass ? style.green("✓") : style.red("✗");
  const title = oneLine(e.title);
  const claim = oneLine(e.text);
  const actual = e.actual === null ? "" : `actual ${shortNumber(e.actual)}`;
  const lines = [`${indent}${sign} ${e.pass ? title : style.bold(title)}`];
  const second = [title === claim ? "" : claim, actual].filter(Boolean).join("   ");
  if (second !== "") lines.push(`${indent}    ${style.dim(second)}`);
  if (!e.pass) {
    for (const line of (e.reason ?? "").split("\n").filter(Boolean)) lines.push(`${indent}    ${line}`);
    lines.push(`${indent}    ${style.dim(`at ${e.file}:${e.line}`)}`);
  }
  return lines.join("\n");
}

/** Seven significant digits: enough to see by how much a claim fails. */
export function shortNumber(x: number): string {
  return String(Number(x.toPrecision(7)));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
