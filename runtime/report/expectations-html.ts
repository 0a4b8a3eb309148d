/** A run's expectations as HTML: what is claimed, whether it is met, by how much not. */
import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";
import type { ExpectationResult } from "../results.ts";
import type { FileWords } from "./report-words.ts";

export function expectationsHtml(list: readonly ExpectationResult[], words: FileWords): string {
  const failed = list.filter(({ pass }) => !pass).length;
  const sum = failed === 0 ? words.allMet(list.length) : words.notMet(failed, list.length);
  return `<section id="expectations">
<h2>${escapeMarkup(words.expectations)}</h2>
<p>${escapeMarkup(sum)}</p>
<ul class="claims">
${list.map((one) => claimHtml(one, words)).join("\n")}
</ul>
</section>`;
}

function claimHtml({ pass, title, text, actual, reason }: ExpectationResult, words: FileWords): string {
  const claim = oneLine(text);
  const parts = [
    `<span class="sign" role="img" aria-label="${escapeMarkup(pass ? words.met : words.failed)}">${pass ? "✓" : "✗"}</span> ${escapeMarkup(oneLine(title))}`,
    oneLine(title) === claim ? "" : `<div><code>${escapeMarkup(claim)}</code></div>`,
    actual === null
      ? ""
      : `<div class="actual" title="${actual}">${escapeMarkup(words.actual(String(Number(actual.toPrecision(7)))))}</div>`,
    pass ? "" : `<div class="reason">${escapeMarkup(reason ?? "")}</div>`,
  ];
  return `<li class="${pass ? "met" : "failed"}">${parts.join("")}</li>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
