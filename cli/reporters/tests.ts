/** The outcomes of `gtfp test`: for people, and in the forms that continuous integration reads. */
import { diagnosticsToJson, type JsonDiagnostic, type TextOf } from "../../language/diagnostics/to-json.ts";
import { version } from "../../language/version.ts";
import type { ExpectationResult } from "../../runtime/results.ts";
import { count } from "../render/diagnostics.ts";
import { oneLine, renderExpectations } from "../render/expectations.ts";
import type { Style } from "../render/style.ts";
import type { Ran } from "../session.ts";
import { toDocument } from "./document.ts";
import { githubDiagnostics, githubExpectation } from "./github.ts";
import { escapeXml } from "./xml.ts";

export type TestFormat = "text" | "tap" | "junit" | "github" | "json";

export function renderTests(list: readonly Ran[], format: TestFormat, textOf: TextOf, style: Style): string {
  switch (format) {
    case "text":
      return text(list, style);
    case "tap":
      return tap(list);
    case "junit":
      return junit(list);
    case "github":
      return list
        .flatMap((ran) => [
          githubDiagnostics(ran.diagnostics, textOf),
          ...failures(ran).map(githubExpectation),
        ])
        .join("");
    case "json":
      return toDocument(json(list, textOf));
  }
}

function text(list: readonly Ran[], style: Style): string {
  const blocks = list.map((ran) => {
    const head = `${style.bold(ran.path)}\n`;
    if (ran.results === null) return `${head}  ${style.red("✗")} ${whatIsWrong(ran)}\n`;
    const claims = ran.results.expectations;
    if (claims.length === 0) return `${head}  ${style.dim("no expectations")}\n`;
    return head + renderExpectations(claims, "  ", style);
  });
  return `${blocks.join("\n")}\n${style.bold(testSummary(list))}\n`;
}

/** "12 expectations met, 1 not met, 1 model could not run" */
function testSummary(list: readonly Ran[]): string {
  const claims = list.flatMap((ran) => ran.results?.expectations ?? []);
  const failed = claims.filter((e) => !e.pass).length;
  const broken = list.filter((ran) => ran.results === null).length;
  const parts = [`${count(claims.length - failed, "expectation")} met`];
  if (failed > 0) parts.push(`${failed} not met`);
  if (broken > 0) parts.push(`${count(broken, "model")} could not run`);
  return parts.join(", ");
}

function failures(ran: Ran): readonly ExpectationResult[] {
  return ran.results?.expectations.filter((e) => !e.pass) ?? [];
}

function whatIsWrong(ran: Ran): string {
  const errors = ran.diagnostics.filter((d) => d.severity === "error");
  return `could not run: ${count(errors.length, "error")}, the first ${errors[0]!.code}: ${errors[0]!.message}`;
}

/** TAP 14 (testanything.org). */
function tap(list: readonly Ran[]): string {
  const lines: string[] = [];
  let n = 0;
  const point = (pass: boolean, title: string, details: Record<string, string>) => {
    n += 1;
    lines.push(`${pass ? "ok" : "not ok"} ${n} - ${title.replace(/[\\#]/g, "\\$&")}`);
    if (pass) return;
    lines.push("  ---", ...Object.entries(details).map(([k, v]) => `  ${k}: ${JSON.stringify(v)}`), "  ...");
  };
  for (const ran of list) {
    if (ran.results === null) point(false, `${ran.path} runs`, { message: whatIsWrong(ran) });
    for (const e of ran.results?.expectations ?? []) {
      point(e.pass, oneLine(e.title), {
        message: e.reason ?? "not met",
        claim: e.text,
        at: `${e.file}:${e.line}`,
      });
    }
  }
  return `TAP version 14\n1..${n}\n${lines.map((line) => `${line}\n`).join("")}`;
}

function junit(list: readonly Ran[]): string {
  const suites = list.map((ran) => {
    const claims = ran.results?.expectations ?? [];
    const cases = claims.map((e) => {
      const open = `    <testcase classname="${escapeXml(ran.path)}" name="${escapeXml(oneLine(e.title))}" file="${escapeXml(e.file)}" line="${e.line}"`;
      if (e.pass) return `${open}/>\n`;
      const message = escapeXml(oneLine(e.reason ?? "not met"));
      return `${open}>\n      <failure message="${message}">${escapeXml(e.text)}</failure>\n    </testcase>\n`;
    });
    if (ran.results === null) {
      const message = escapeXml(whatIsWrong(ran));
      cases.push(
        `    <testcase classname="${escapeXml(ran.path)}" name="runs">\n      <error message="${message}"/>\n    </testcase>\n`,
      );
    }
    const errors = ran.results === null ? 1 : 0;
    const counts = `tests="${cases.length}" failures="${failures(ran).length}" errors="${errors}"`;
    return `  <testsuite name="${escapeXml(ran.path)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gtfp">\n${suites.join("")}</testsuites>\n`;
}

function json(list: readonly Ran[], textOf: TextOf) {
  const diagnostics: JsonDiagnostic[] = list.flatMap((ran) => diagnosticsToJson(ran.diagnostics, textOf));
  return { gtfp: version, diagnostics, expectations: list.flatMap((ran) => ran.results?.expectations ?? []) };
}
