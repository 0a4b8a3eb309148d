/** An XMILE document (OASIS 2015) as an imported model. */
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import type { SourceFile } from "../../../language/source.ts";
import { numeral } from "../expression-writer.ts";
import { type Imported, importModel } from "../import-model.ts";
import type {
  Dialect,
  ImportedDimension,
  ImportedFunction,
  ImportedTime,
  ImportedVariable,
} from "../imported-model.ts";
import { folded } from "../names.ts";
import { exactStep } from "../time-step.ts";
import { xmileAggregates, xmileFunctions } from "./functions.ts";
import { readVariable } from "./read-variable.ts";
import { child, childrenOf, textOf, type XmlNode, xmlTree } from "./xml-tree.ts";

const methods: Readonly<Record<string, string>> = {
  euler: "euler",
  rk2: "rk2",
  rk4: "rk4",
  rk45: "rk45",
  gear: "rosenbrock",
};

/** The text of a GTFP model with one system of the given name. */
export function importXmile(source: SourceFile, system: string): Imported {
  const sink = new Diagnostics();
  const failed = () => ({ text: null, diagnostics: sink.list });
  const root = xmlTree(source, sink);
  if (root === null) return failed();
  if (root.name !== "xmile") {
    report(sink, imports.syntax, root.span, { found: `\`<${root.name}>\` stands`, wanted: "`<xmile>`" });
    return failed();
  }
  const models = childrenOf(root, "model");
  const model = models[0];
  const variables = childrenOf(model, "variables").flatMap((node) => node.children);
  const unsupported = (node: XmlNode, what: string, instead: string) =>
    report(sink, imports.unsupported, node.span, { what, instead });
  for (const node of models.slice(1))
    unsupported(node, "A model inside a model", "make it a system and a `module` by hand");
  for (const node of childrenOf(root, "macro"))
    unsupported(node, "A macro", "write its equations where it is used");
  for (const node of variables) {
    if (node.name === "module")
      unsupported(node, "A module", "make its model a system and a `module` by hand");
  }
  const dimensions = readDimensions(root);
  const time = readTime(child(root, "sim_specs"), root, sink);
  const roles = new Set(["stock", "flow", "aux", "gf"]);
  const read = variables.filter((v) => roles.has(v.name)).flatMap((v) => readVariable(v, sink) ?? []);
  const seen = new Set<string>();
  for (const { name, span } of read) {
    if (seen.has(folded(name))) report(sink, imports.twice, span, { name });
    seen.add(folded(name));
  }
  if (time === null || sink.hasErrors) return failed();
  const pipes = joined(read, variables, sink);
  const vendor = textOf(child(root, "header"), "vendor");
  const imported = { dimensions, variables: pipes, time, dialect: dialectOf(time) };
  return importModel(imported, system, vendor === "gtfp", sink);
}

function dialectOf(time: ImportedTime): Dialect {
  const functions = new Map<string, ImportedFunction>(xmileFunctions);
  functions.set("ACTIVE INITIAL", { forms: { 2: "active_initial($1, $2)" } });
  return {
    functions,
    aggregates: xmileAggregates,
    constants: new Map([
      ["time", "time"],
      ["dt", "dt"],
      ["pi", "3.141592653589793"],
    ]),
    moments: new Map([
      ["starttime", numeral(time.start)],
      ["stoptime", numeral(time.stop)],
    ]),
  };
}

function readDimensions(root: XmlNode): ImportedDimension[] {
  return childrenOf(child(root, "dimensions"), "dim").map((dim) => {
    const named = childrenOf(dim, "elem").flatMap((elem) => elem.attribute("name") ?? []);
    const size = Math.min(Number(dim.attribute("size") ?? 0) || 0, 100_000);
    const labels = named.length > 0 ? named : Array.from({ length: size }, (_, i) => String(i + 1));
    return { name: dim.attribute("name") ?? "", labels, span: dim.span };
  });
}

function readTime(specs: XmlNode | undefined, root: XmlNode, sink: Diagnostics): ImportedTime | null {
  const number = (name: string): number | undefined => {
    const text = textOf(specs, name);
    return text === undefined || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  const [start, stop, dt] = [
    number("start"),
    number("stop"),
    child(specs, "dt") === undefined ? 1 : number("dt"),
  ];
  const span = specs?.span ?? root.span;
  if (start === undefined || stop === undefined || dt === undefined) {
    const what = start === undefined ? "the start" : stop === undefined ? "the end" : "the step";
    report(sink, imports.noTime, span, { what });
    return null;
  }
  const reciprocal = child(specs, "dt")?.attribute("reciprocal") === "true";
  const step = !reciprocal ? exactStep(dt) : dt === 1 ? "1" : `1/${numeral(dt)}`;
  // The method may be a list of preferences.
  const words = (specs?.attribute("method") ?? "euler")
    .toLowerCase()
    .split(",")
    .map((word) => word.trim());
  const method = words
    .map((word) => (Object.hasOwn(methods, word) ? methods[word] : undefined))
    .find((m) => m !== undefined);
  if (method === undefined) {
    const instead = `GTFP has ${Object.values(methods).join(", ")}`;
    report(sink, imports.unsupported, span, { what: `The method \`${words.join(", ")}\``, instead });
    return null;
  }
  const save = Number(specs?.attribute("save_interval") ?? specs?.attribute("saveinterval"));
  const units = specs?.attribute("time_units");
  return {
    start,
    stop,
    step,
    ...(Number.isFinite(save) && save > 0 ? { save: exactStep(save) } : {}),
    method,
    ...(units === undefined || units === "" ? {} : { units }),
    span,
  };
}

/** The flows with the stocks that they leave and enter, which the stocks tell. */
function joined(
  read: readonly ImportedVariable[],
  nodes: readonly XmlNode[],
  sink: Diagnostics,
): ImportedVariable[] {
  const ends = new Map<string, { from?: string; to?: string }>();
  for (const node of nodes) {
    if (node.name !== "stock") continue;
    const stock = node.attribute("name") ?? "";
    for (const [part, end] of [
      ["inflow", "to"],
      ["outflow", "from"],
    ] as const) {
      for (const pipe of childrenOf(node, part)) {
        const key = folded(pipe.text);
        const known = ends.get(key) ?? {};
        if (known[end] !== undefined) {
          const what = `That \`${pipe.text.trim()}\` is the ${part} of two stocks`;
          report(sink, imports.unsupported, pipe.span, {
            what,
            instead: "give each stock a flow of its own",
          });
        }
        if (!read.some((v) => v.role === "flow" && folded(v.name) === key))
          report(sink, imports.unknown, pipe.span, { name: pipe.text.trim(), what: "flow", near: undefined });
        ends.set(key, { ...known, [end]: stock });
      }
    }
  }
  return read.map((variable) =>
    variable.role === "flow" ? { ...variable, ...ends.get(folded(variable.name)) } : variable,
  );
}
