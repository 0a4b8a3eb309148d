/** Models of other tools imported and run; what is told of them. */
import { importMdl } from "../../../compiler/import/vensim/read-mdl.ts";
import { pipeline } from "../../helpers/pipeline.ts";

/** A Vensim model around equations, one on a line; `~` may give units. */
export function mdl(equations: string, time: { step?: string; stop?: string; save?: string } = {}): string {
  const control = [
    "INITIAL TIME = 0",
    `FINAL TIME = ${time.stop ?? "10"}`,
    `TIME STEP = ${time.step ?? "0.125"}`,
    `SAVEPER = ${time.save ?? "1"}`,
  ];
  const entries = [...equations.trim().split("\n"), ...control];
  return `{UTF-8}\n${entries.map((e) => `${e.trim()}${e.includes("~") ? "" : " ~ "} ~ |`).join("\n")}\n`;
}

export function imported(text: string) {
  const { text: model, diagnostics } = importMdl({ path: "model.mdl", text }, "model");
  return { model, diagnostics, codes: diagnostics.map((d) => d.code) };
}

export interface Run {
  readonly model: string;
  /** A column's saved values. */
  series(name: string): number[];
  /** The last of them. */
  end(name: string): number;
}

/** Runs a model of GTFP; fails where it has errors. */
export async function runText(model: string): Promise<Run> {
  const { results, diagnostics } = await pipeline(model);
  const errors = diagnostics.filter((d) => d.severity === "error").map((d) => d.message);
  if (results === null) throw new Error(`${errors.join("\n")}\n${model}`);
  const table = results.tables.find((t) => t.columns.some((c) => c.name === "time"))!;
  const series = (name: string) => {
    const cells = table.columns.find((c) => c.name === name)?.cells;
    if (cells?.of !== "number") throw new Error(`no column ${name}\n${model}`);
    return [...cells.values];
  };
  return { model, series, end: (name) => series(name).at(-1)! };
}

/** Imports a Vensim model without a word and runs it. */
export async function run(text: string): Promise<Run> {
  const { model, diagnostics } = imported(text);
  if (model === null || diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return runText(model);
}
