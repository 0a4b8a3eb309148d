/** Writes a published case (test/fixtures/dea) as the `.gtfp` model that a user would write for it. */

export interface CaseFile {
  id: string;
  source: string;
  data: { dmu: string[]; period?: number[]; columns: Record<string, number[]> };
  cases: PublishedCase[];
}
export interface PublishedCase {
  id: string;
  spec: Spec;
  expected: Record<string, unknown[]>;
  tolerance: number;
  kind?: string;
  evidence: string;
  notes: string;
}
export interface Spec {
  measure: string;
  rts: string;
  inputs: string[];
  outputs: string[];
  bads?: string[];
  orientation?: string;
  disposability?: string;
  direction?: Record<"inputs" | "outputs" | "bads", string | number[] | undefined>;
  reference?: string;
  decomposition?: string;
  weights?: string | number[];
  input_prices?: string[];
  output_prices?: string[];
}

const disposabilities: Record<string, (rts: string) => string> = {
  strong: () => "strong",
  weak_kuosmanen: () => "weak",
  weak_single_lambda: () => "equality",
  weak_shephard: (rts) => (rts === "crs" ? "weak" : "shephard"),
};
const indices: Record<string, string> = {
  ml: "malmquist_luenberger",
  luenberger: "luenberger",
  malmquist: "malmquist",
  hicks_moorsteen: "hicks_moorsteen",
};

export function isIndex(spec: Spec): boolean {
  return spec.measure in indices;
}

export function modelOf(file: CaseFile, spec: Spec): string {
  return [dataBlock(file), technologyBlock(spec), directionBlock(spec), resultLine(spec)]
    .filter(Boolean)
    .join("\n\n");
}

function dataBlock({ data }: CaseFile): string {
  const names = ["dmu", ...(data.period ? ["t"] : []), ...Object.keys(data.columns)];
  const rows = data.dmu.map((dmu, i) =>
    [
      dmu,
      ...(data.period ? [data.period[i]] : []),
      ...Object.values(data.columns).map((column) => column[i]),
    ].join(" | "),
  );
  const period = data.period ? "\n  period t" : "";
  return `data panel {\n  dmu dmu${period}\n  | ${names.join(" | ")} |\n${rows.map((row) => `  | ${row} |`).join("\n")}\n}`;
}

function technologyBlock(spec: Spec): string {
  const lines = [`input ${spec.inputs.join(", ")}`, `good ${spec.outputs.join(", ")}`];
  if (spec.bads) lines.push(`bad ${spec.bads.join(", ")}`);
  lines.push(`returns ${spec.rts}`);
  const strong = spec.bads && !spec.disposability;
  if (spec.disposability) lines.push(`disposability ${disposabilities[spec.disposability]!(spec.rts)}`);
  else if (strong) lines.push("disposability strong");
  return `technology frontier on panel {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
}

function directionBlock(spec: Spec): string | undefined {
  if (!spec.direction) return undefined;
  const roles = [
    ["inputs", "input", "-", spec.inputs],
    ["outputs", "good", "+", spec.outputs],
    ["bads", "bad", "-", spec.bads ?? []],
  ] as const;
  const still = roles.every(([key]) => [undefined, "zero"].includes(spec.direction?.[key] as string));
  const lines = roles.flatMap(([key, role, sign, variables]) => {
    const size = spec.direction?.[key];
    // A case about a direction of zeros says so; elsewhere what is not named does not move.
    if (still && variables.length > 0) return [`${role} ${sign}0`];
    if (size === undefined || size === "zero") return [];
    if (Array.isArray(size)) return size.map((number, i) => `${variables[i]} ${sign}${number}`);
    return [`${role} ${sign}${size === "ones" ? "1" : size}`];
  });
  return `direction g {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
}

function resultLine(spec: Spec): string {
  const args = ["frontier"];
  const add = (name: string, value: string | undefined) =>
    value !== undefined && args.push(`${name}: ${value}`);
  const superEfficiency = spec.measure.startsWith("super_");
  const fn = superEfficiency ? spec.measure.slice("super_".length) : spec.measure;
  if (spec.direction) add("along", "g");
  add("orientation", spec.orientation === "non" ? "none" : spec.orientation);
  if (isIndex(spec)) {
    add("reference", spec.reference);
    add("decomposition", spec.decomposition === "gtl" ? "grifell_lovell" : spec.decomposition);
    return `index result = ${indices[fn]}(${args.join(", ")})`;
  }
  if (superEfficiency) add("super", "true");
  if (typeof spec.weights === "string") add("weights", spec.weights);
  else if (spec.weights) {
    const names = [...spec.inputs, ...spec.outputs, ...(spec.bads ?? [])];
    add("weights", `{ ${spec.weights.map((weight, i) => `${names[i]}: ${weight}`).join(", ")} }`);
  }
  const prices = [
    ...(spec.input_prices ?? []).map((price, i) => `${spec.inputs[i]}: ${price}`),
    ...(spec.output_prices ?? []).map((price, i) => `${spec.outputs[i]}: ${price}`),
  ];
  if (prices.length) add("prices", `{ ${prices.join(", ")} }`);
  return `measure result = ${fn}(${args.join(", ")})`;
}
