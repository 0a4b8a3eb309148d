/** A variable of an XMILE model: `stock`, `flow`, `aux` or a graphical function. */
import type { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import type { Span } from "../../../language/source.ts";
import { EquationParser } from "../equation-parser.ts";
import { equationTokens } from "../equation-tokens.ts";
import type { ImportedEquation, ImportedVariable, Points, Subscript, Term } from "../imported-model.ts";
import { child, childrenOf, textOf, type XmlNode } from "./xml-tree.ts";

/** Null after what is wrong has been told. */
export function readVariable(node: XmlNode, sink: Diagnostics): ImportedVariable | null {
  const name = node.attribute("name") ?? "";
  const { span } = node;
  const special = ["conveyor", "queue", "oven"].find((part) => child(node, part) !== undefined);
  if (special !== undefined) {
    const instead = "write it with stocks and flows, or with `delay_fixed`";
    report(sink, imports.unsupported, span, { what: `The ${special} \`${name}\``, instead });
    return null;
  }
  const dimensions = childrenOf(child(node, "dimensions"), "dim").flatMap(
    (dim) => dim.attribute("name") ?? [],
  );
  const units = textOf(node, "units");
  const doc = textOf(node, "doc");
  const described = {
    name,
    span,
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(units === undefined ? {} : { units }),
    ...(doc === undefined ? {} : { doc }),
  };
  const own = child(node, "gf");
  const graph = node.name === "gf" ? readGraph(node, sink) : own === undefined ? null : readGraph(own, sink);
  if (
    node.name === "gf" ||
    (graph !== null && textOf(node, "eqn") === undefined && childrenOf(node, "element").length === 0)
  ) {
    return graph === null ? null : { ...described, role: "lookup", equations: [], points: graph };
  }
  const elements = childrenOf(node, "element");
  const uniflow = node.name === "flow" && child(node, "non_negative") !== undefined;
  const equation = (part: XmlNode, subscripts: readonly Subscript[]): ImportedEquation => {
    const inner = child(part, "gf");
    const points = inner === undefined || part === node ? graph : readGraph(inner, sink);
    const value = readValue(part, sink);
    const through: Term = points === null ? value : { op: "graph", input: value, points, span: part.span };
    const zero: Term = { op: "number", value: 0, span: part.span };
    const limited: Term = uniflow
      ? { op: "call", name: "MAX", subscripts: [], args: [zero, through], span: part.span }
      : through;
    return { subscripts, except: [], value: limited, span: part.span };
  };
  const whole = dimensions.map((dimension) => ({ name: dimension, each: false, span }));
  const equations =
    elements.length > 0
      ? elements.map((element) => equation(element, subscriptsOf(element)))
      : [equation(node, whole)];
  const role = node.name === "stock" ? "stock" : node.name === "flow" ? "flow" : "value";
  const nonnegative = role === "stock" && child(node, "non_negative") !== undefined;
  if (nonnegative && childrenOf(node, "outflow").length > 1) {
    const how = "shares what is left among its outflows evenly, where XMILE serves them in their order";
    report(sink, imports.differs, span, { what: `the non-negative stock \`${name}\``, how });
  }
  return { ...described, role, equations, ...(nonnegative ? { nonnegative } : {}) };
}

/** The equation, with the one for initial values beside it where there is one. */
function readValue(node: XmlNode, sink: Diagnostics): Term {
  const eqn = child(node, "eqn");
  const initial = child(node, "init_eqn");
  const value = readEquation(eqn, node.span, sink);
  if (initial === undefined) return value;
  const first = readEquation(initial, node.span, sink);
  return { op: "call", name: "ACTIVE INITIAL", subscripts: [], args: [value, first], span: node.span };
}

function readEquation(eqn: XmlNode | undefined, around: Span, sink: Diagnostics): Term {
  const text = eqn?.text ?? "";
  if (eqn === undefined || text.trim() === "") {
    report(sink, imports.syntax, around, { found: "nothing stands", wanted: "an equation" });
    return { op: "broken", span: around };
  }
  // Entities are longer in the file than what they stand for: places stay inside the element.
  const place = (start: number, end: number): Span => ({
    file: around.file,
    start: Math.min(eqn.textAt + start, eqn.span.end),
    end: Math.min(eqn.textAt + end, eqn.span.end),
  });
  return new EquationParser(equationTokens(text, "xmile", place), "xmile", sink).whole();
}

function subscriptsOf(element: XmlNode): Subscript[] {
  const text = element.attribute("subscript") ?? "";
  return text.split(",").map((name) => ({ name: name.trim(), each: false, span: element.span }));
}

/** `<gf type="continuous"><xscale min="0" max="2"/><ypts>0,1,4</ypts></gf>` */
function readGraph(gf: XmlNode, sink: Diagnostics): Points | null {
  const numbers = (name: string): number[] | undefined => {
    const separator = child(gf, name)?.attribute("sep") ?? ",";
    return textOf(gf, name)
      ?.split(separator)
      .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  };
  const ys = numbers("ypts");
  const scale = child(gf, "xscale");
  const [low, high] = [Number(scale?.attribute("min")), Number(scale?.attribute("max"))];
  const xs =
    numbers("xpts") ??
    ys?.map((_, i) => (ys.length === 1 ? low : low + ((high - low) * i) / (ys.length - 1)));
  const { span } = gf;
  if (
    ys === undefined ||
    xs === undefined ||
    xs.length !== ys.length ||
    ![...xs, ...ys].every(Number.isFinite)
  ) {
    report(sink, imports.syntax, span, {
      found: "a graphical function stands",
      wanted: "one with as many xs as ys, all of them numbers",
    });
    return null;
  }
  const type = gf.attribute("type") ?? "continuous";
  return {
    xs,
    ys,
    between: type === "discrete" ? "step" : "line",
    beyond: type === "extrapolate" ? "extend" : "hold",
    span,
  };
}
