/** A first report for a model that has none: what its declarations ask for most. */
import type { MeasureOutline, Outline, SystemOutline } from "../../workers/outline.ts";

/** Null where the model has nothing to report. */
export function reportDraft(outline: Outline): string | null {
  const items = [
    ...outline.measures.slice(0, 2).flatMap((measure) => measureItems(measure, outline)),
    ...outline.indices.slice(0, 2).flatMap(({ name }) => indexItems(name, outline)),
    ...outline.systems.slice(0, 1).flatMap(systemItems),
  ];
  if (items.length === 0) return null;
  const name = freeName(outline);
  return `/// What the model finds\nreport ${name} {\n${items.map((line) => `  ${line}\n`).join("")}}\n`;
}

function measureItems(measure: MeasureOutline, outline: Outline): string[] {
  const name = written(measure.name);
  const period = outline.panels.find((panel) => panel.name === measure.panel)?.period;
  return [
    `text "{count(${name}.class == "efficient")} of {count(${name}.score)} units stand on the frontier of **${measure.technology}**."`,
    "/// Distance to the frontier",
    period === undefined
      ? `table ${name}.score, ${name}.efficiency sort descending`
      : `table ${name}.score, ${name}.efficiency by ${written(period)}`,
    ...(period === undefined ? frontierItem(measure) : []),
  ];
}

function frontierItem({ name, variables }: MeasureOutline): string[] {
  const [good, bad, input] = (["good", "bad", "input"] as const).map((role) =>
    variables.find((variable) => variable.role === role),
  );
  const across = bad ?? input;
  if (good === undefined || across === undefined) return [];
  return [
    "/// Where the units stand",
    `frontier ${written(name)}: ${written(good.name)} against ${written(across.name)}`,
  ];
}

function indexItems(index: string, outline: Outline): string[] {
  const name = written(index);
  const period = outline.panels.find((panel) => panel.period !== undefined)?.period;
  const by = period === undefined ? "" : ` by ${written(period)}`;
  return [
    "/// Productivity and what it is made of",
    `table ${name}.change, ${name}.efficiency_change, ${name}.technical_change${by} digits 4`,
  ];
}

function systemItems({ name, variables, scenarios, time }: SystemOutline): string[] {
  const stocks = variables.filter(({ kind }) => kind === "stock");
  const shown = (stocks.length > 0 ? stocks : variables).slice(0, 2).map((one) => written(one.name));
  if (shown.length === 0) return [];
  const values = shown.map((variable) => `${written(name)}.${variable}`).join(", ");
  const runs = scenarios.map((scenario) => written(scenario.name));
  const compared = runs.slice(1, 4).join(", ");
  return [
    "/// The paths",
    `chart ${values} over time`,
    ...(runs.length > 1
      ? [
          "/// What the scenarios change",
          `compare ${values} at ${time.to} for ${compared} against ${runs[0]}`,
        ]
      : []),
  ];
}

/** A name as the source has it: in backticks where it is no identifier. */
export function written(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}

function freeName({ measures, indices, panels, systems, directions }: Outline): string {
  const taken = new Set([measures, indices, panels, systems, directions].flat().map(({ name }) => name));
  return ["findings", "report_1", "report_2"].find((name) => !taken.has(name))!;
}
