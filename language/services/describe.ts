/** What there is to say of a symbol: its declaration, unit, role, formula and source, its comment, its values. */
import type * as ast from "../ast.ts";
import { fitColumns, regressionColumns } from "../builtins/regressions.ts";
import type { SystemVariable, Technology, Variable } from "../model.ts";
import type { Unit } from "../units/unit.ts";
import type { Analysis } from "./analysis.ts";
import { type Callable, columnsOf, indexNamed, measureNamed, signatureOf } from "./catalogue.ts";
import type { ModelSymbol } from "./symbols/symbol.ts";
import type { ServiceHost } from "./values.ts";

const ROLES: Readonly<Record<string, string>> = {
  input: "input",
  good: "good output",
  bad: "bad output",
};
const VARIABLES: Readonly<Record<SystemVariable["role"], string>> = {
  param: "parameter",
  stock: "stock",
  flow: "flow",
  aux: "auxiliary",
  lookup: "lookup",
  series: "series",
};

/** Markdown on a symbol. `column` is the whole name of a result column such as `slack.energy`. */
export function describe(
  symbol: ModelSymbol,
  analysis: Analysis,
  host: ServiceHost,
  column = symbol.name,
): string {
  const head = sourceLine(symbol, analysis);
  const facts = [whatItIs(symbol, analysis, column), ...roles(symbol, analysis)].filter(
    (fact) => fact !== "",
  );
  const call = callOf(symbol);
  const values = valuesOf(symbol, host, column);
  return [
    head === "" ? "" : fence(head),
    facts.join(" · "),
    docOf(symbol, column, analysis),
    call === undefined ? "" : describeCall(call),
    values === undefined ? "" : `**Last run:** ${values}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function fence(text: string): string {
  return `\`\`\`gtfp\n${text}\n\`\`\``;
}

/** The entry or the head of the declaration as it stands in the source, on one line. */
function sourceLine({ node }: ModelSymbol, analysis: Analysis): string {
  if (node === undefined) return "";
  const text = analysis.files.get(node.span.file)?.file.source.text ?? "";
  const written = text.slice(node.span.start, node.span.end);
  const oneLine = written.replace(/\s+/g, " ");
  const short = oneLine.length <= 90 ? oneLine : (written.split(/\s*\{|\r?\n/)[0] ?? "");
  return short.length <= 160 ? short : `${short.slice(0, 159)}…`;
}

function whatItIs(symbol: ModelSymbol, analysis: Analysis, column: string): string {
  const { kind, name, owner } = symbol;
  const unit = unitText(unitOf(symbol, analysis, column));
  switch (kind) {
    case "column": {
      const shape = analysis.checked.shapes.get(owner);
      const key = shape?.keys.find((one) => one.name === name);
      const what =
        key !== undefined
          ? key.role === "period"
            ? "period"
            : "key"
          : shape?.groups.includes(name)
            ? "group"
            : "column";
      return `${what} of \`${owner}\`${unit}`;
    }
    case "result":
      return `column of \`${owner}\`${unit}`;
    case "variable": {
      const entry = symbol.node as ast.SystemEntry;
      const role = entry.kind === "time" ? "variable" : VARIABLES[entry.kind];
      return `${role} of \`${owner}\`${unit}`;
    }
    case "argument":
      return `argument of \`${owner}\``;
    case "label":
      return `label of \`${owner}\``;
    case "unit": {
      const found = symbol.node as ast.UnitDecl;
      return found.definition === undefined ? "unit of its own" : "unit";
    }
    case "stage":
    case "link":
      return `${kind} of \`${owner}\``;
    case "data": {
      const shape = analysis.checked.shapes.get(name);
      const keys = shape?.keys.map((key) => `\`${key.name}\``).join(" × ") ?? "";
      const count = shape?.columns.size ?? 0;
      return keys === "" ? "panel" : `panel of ${keys}, ${count} column${count === 1 ? "" : "s"}`;
    }
    default:
      return kind;
  }
}

/** ` in `10k t``, or nothing where no unit is known. */
function unitText(unit: Unit | null | undefined): string {
  if (unit === null || unit === undefined) return "";
  return unit.text === "1" ? ", a pure number" : ` in \`${unit.text}\``;
}

/** The unit of what a symbol stands for: null unknown, undefined where nothing is known of it. */
export function unitOf(
  symbol: ModelSymbol,
  { checked }: Analysis,
  column = symbol.name,
): Unit | null | undefined {
  const { kind, name, owner } = symbol;
  const declared = checked.sound.declarations.find((one) => one.name === owner);
  if (kind === "variable" && declared?.kind === "system") {
    return declared.variables.find((variable) => variable.name === name)?.unit;
  }
  if (kind === "column" && declared?.kind === "technology") {
    return declared.variables.find((variable) => variable.name === name)?.unit;
  }
  return checked.shapes.get(owner)?.columns.get(column)?.unit;
}

/** What technologies do with a column. */
function roles(symbol: ModelSymbol, { checked, index }: Analysis): string[] {
  if (symbol.kind !== "column") return [];
  return checked.sound.declarations.flatMap((declared) => {
    if (declared.kind !== "technology") return [];
    const variable = declared.variables.find((one) => one.name === symbol.name);
    if (variable === undefined || !isOf(declared, variable, symbol, index)) return [];
    return [`${variable.fixed ? "fixed " : ""}${ROLES[variable.role]} of \`${declared.name}\``];
  });
}
function isOf(
  technology: Technology,
  variable: Variable,
  symbol: ModelSymbol,
  index: Analysis["index"],
): boolean {
  if (symbol.owner === technology.name) return true;
  const there = index.at(variable.span.file, variable.span.end)?.symbol;
  return there !== undefined && index.same(there, symbol);
}

function docOf(symbol: ModelSymbol, column: string, analysis: Analysis): string {
  const { node } = symbol;
  if (node !== undefined && "doc" in node && node.doc !== undefined) return node.doc;
  if (symbol.kind !== "result") return "";
  const decl = analysis.index.declared.get(symbol.owner)?.node;
  if (decl?.kind === "regression") return regressionLine(symbol.owner, column, analysis);
  if ((decl?.kind !== "measure" && decl?.kind !== "index") || decl.value.kind !== "call") return "";
  const [first] = column.split(".");
  const columns = columnsOf(decl.value.callee.text);
  return columns.find(({ name }) => name === column || name.split(".")[0] === first)?.line ?? "";
}

/** What a column of a regression, or of its fit, tells. */
function regressionLine(name: string, column: string, { checked }: Analysis): string {
  const declared = checked.sound.declarations.find((one) => one.name === name);
  const fit = declared?.kind === "regression" ? fitColumns(declared) : [];
  const found = column.startsWith("fit.")
    ? fit.find((one) => `fit.${one.name}` === column)
    : regressionColumns.find((one) => one.name === column);
  return found?.line ?? "";
}

/** The catalogue's entry of a measure or index. */
function callOf({ node }: ModelSymbol): Callable | undefined {
  if ((node?.kind !== "measure" && node?.kind !== "index") || node.value.kind !== "call") return undefined;
  return (node.kind === "measure" ? measureNamed : indexNamed)(node.value.callee.text);
}

/** Line, formula and source of a built-in. */
export function describeCall({
  line,
  formula,
  source,
}: Pick<Callable, "line" | "formula" | "source">): string {
  const parts = [capital(line)];
  if (formula !== undefined && formula !== "") parts.push(`\`\`\`text\n${formula}\n\`\`\``);
  if (source !== undefined) parts.push(`*${source}*`);
  return parts.join("\n\n");
}
export function describeCallable(callable: Callable): string {
  return `${fence(signatureOf(callable))}\n\n${describeCall(callable)}`;
}
function capital(text: string): string {
  return text === "" ? "" : `${text[0]!.toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}

function valuesOf(symbol: ModelSymbol, { values }: ServiceHost, column: string): string | undefined {
  if (values === undefined) return undefined;
  const { kind, name, owner } = symbol;
  if (kind === "column" || kind === "result" || kind === "variable") return values.column(owner, column);
  return values.size(name);
}
