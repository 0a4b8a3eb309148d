/**
 * `--set economy.growth=7%`: other values for what a system holds, from outside of the model. They are changes to the system
 * itself, so that every scenario starts from them and a scenario's own changes still win.
 */
import type * as ast from "../ast.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { System } from "../model.ts";
import { parse } from "../parser/parse.ts";
import type { SourceFile, Span } from "../source.ts";
import { applyChanges } from "./apply-changes.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import { checkScenario } from "./scenario.ts";
import { settingForm } from "./setting-form.ts";

/** The settings as a text that diagnostics point into: one on each line. */
export const settingsPath = "--set";

/** One setting, read as a change to the system it names. */
export interface Setting {
  readonly system: ast.Name;
  readonly scenario: ast.ScenarioDecl;
}

/** What stands before the change where a setting is read as a scenario. */
const head = "scenario set of system {";

export function settingsFile(texts: readonly string[]): SourceFile {
  return { path: settingsPath, text: texts.map((text) => text.replace(/\n/g, " ")).join("\n") };
}

/** The settings of a text of lines; what cannot be read is reported and left out. */
export function readSettings({ path, text }: SourceFile, sink: Diagnostics): Setting[] {
  const settings: Setting[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const start = offset;
    offset += line.length + 1;
    const target = settingForm.exec(line);
    if (target === null) continue;
    const change = line.slice(target[0].length);
    const { file, diagnostics } = parse({ path, text: `${head}${change}\n}` });
    const by = start + target[0].length - head.length;
    const moved = <T>(node: T) => shifted(node, (at) => Math.min(Math.max(at + by, start), offset - 1));
    for (const diagnostic of diagnostics) sink.add(moved(diagnostic));
    const [scenario] = file.declarations;
    if (diagnostics.length > 0 || scenario?.kind !== "scenario") continue;
    const name = target[1]!;
    const at = start + line.indexOf(name);
    const span: Span = { file: path, start: at, end: at + name.length };
    settings.push({
      system: { text: name.replaceAll("`", "").normalize("NFC"), span },
      scenario: moved(scenario),
    });
  }
  return settings;
}

/** The system with the settings that name it; those that are wrong are reported. */
export function withSettings(system: System, settings: readonly Setting[], ctx: CheckContext): System {
  // What is not checked yet cannot be used, since it would be computed after the system.
  const declared = new Map([...ctx.declared].filter(([name]) => ctx.checked.has(name)));
  let changed = system;
  for (const setting of settings.filter((one) => one.system.text === system.name)) {
    const { text, span } = setting.system;
    const checked = new Map([...ctx.checked, [system.name, changed]]);
    const scenario = checkScenario(
      { ...setting.scenario, of: { text, span } },
      { ...ctx, declared, checked },
    );
    if (scenario !== null) changed = applyChanges(changed, scenario, new Map());
  }
  return changed;
}

/** Reports settings of systems that the model does not have. */
export function reportStrangeSettings(settings: readonly Setting[], ctx: CheckContext): void {
  const systems = [...ctx.declared].flatMap(([name, d]) => (d.kind === "system" ? [name] : []));
  for (const { system } of settings) {
    if (systems.includes(system.text)) continue;
    const more = suggestion(system.text, system.span, systems);
    report(ctx.sink, dynamics.unknownSystem, system.span, { name: system.text }, more);
  }
}

/** A piece of plain data with the ends of every span moved. */
function shifted<T>(node: T, move: (offset: number) => number): T {
  if (Array.isArray(node)) return node.map((item) => shifted(item, move)) as T;
  if (typeof node !== "object" || node === null) return node;
  if ("file" in node && "start" in node && "end" in node) {
    return { ...node, start: move(Number(node.start)), end: move(Number(node.end)) };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, shifted(value, move)])) as T;
}
