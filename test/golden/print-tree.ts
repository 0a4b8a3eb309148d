/** Trees and checked models as compact text: kinds first, names bare, units and types in brackets, no spans. */
import type { ValueType } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";

const width = 100;

/** Nodes that say all by one field. */
const leaves: Readonly<Record<string, string>> = {
  name: "name",
  number: "value",
  "unit-name": "name",
  "unit-number": "value",
};

export function printTree(node: unknown, indent = ""): string {
  const flat = printFlat(node);
  if (flat.length + indent.length <= width || typeof node !== "object" || node === null) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(node)) return node.map((item) => `\n${deeper}${printTree(item, deeper)}`).join("");
  const [head, fields] = partsOf(node as Record<string, unknown>);
  const lines = fields.map(([key, value]) => `${key}: ${printTree(value, deeper)}`.replace(": \n", ":\n"));
  return `(${[head, ...lines].filter(Boolean).join(`\n${deeper}`)})`;
}

function printFlat(node: unknown): string {
  if (node === null || node === undefined) return "none";
  if (typeof node === "string") return /^[\p{L}\p{N}_.-]+$/u.test(node) ? node : JSON.stringify(node);
  if (typeof node !== "object") return String(node);
  if (Array.isArray(node)) return `[${node.map(printFlat).join(" ")}]`;
  const record = node as Record<string, unknown>;
  if (isUnit(record)) return `[${record.text}]`;
  if (isType(record)) return printType(record);
  const [head, fields] = partsOf(record);
  if (head in leaves && fields.length === 1 && fields[0]![0] === leaves[head])
    return printFlat(fields[0]![1]);
  if (head === "" && fields.length === 1 && fields[0]![0] === "text") return printFlat(fields[0]![1]);
  return `(${[head, ...fields.map(([key, value]) => `${key}: ${printFlat(value)}`)].filter(Boolean).join(" ")})`;
}

/** The kind (or op) and the fields that say something. */
function partsOf(node: Record<string, unknown>): [string, [string, unknown][]] {
  const head = String(node.kind ?? node.op ?? "");
  const fields = Object.entries(node).filter(
    ([key, value]) =>
      !["kind", "op", "span", "source", "keySpans"].includes(key) &&
      value !== undefined &&
      !(Array.isArray(value) && value.length === 0),
  );
  if (typeof node.source === "object" && node.source !== null && "kind" in node.source) {
    fields.unshift(["source", node.source]);
  }
  return [head, fields];
}

function isUnit(node: Record<string, unknown>): node is Record<string, unknown> & Unit {
  return "dimensions" in node && "scale" in node && typeof node.text === "string";
}

function isType(node: Record<string, unknown>): node is Record<string, unknown> & ValueType {
  return "of" in node && "keys" in node && "scale" in node;
}

function printType(type: ValueType): string {
  const unit = type.unit === null ? "" : `[${type.unit.text}]`;
  const keys = type.keys.length === 0 ? "" : ` by ${type.keys.join(", ")}`;
  return `${type.of}${unit}${keys}${type.scale === "level" ? "" : ` ${type.scale}`}`;
}
