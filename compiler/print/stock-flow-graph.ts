/**
 * A system as a stock-flow diagram in the DOT language of Graphviz, drawn as Forrester (1961) and Sterman (2000, ch. 6) draw it: stocks are
 * boxes, flows pipes with a valve from one stock or cloud to another, dashed arrows tell what an equation reads. Elements of a subscripted
 * variable are one node; modules are frames. No colours: every node and edge has classes, and nodes ids, for the page's style and events.
 */

import type { System, SystemVariable } from "../../language/model.ts";
import { escapeMarkup } from "../xml/escape-markup.ts";
import { type Polarities, type SystemLink, systemLinks } from "./system-links.ts";

/** The SVG id of a variable's node: `v_capital`; of an event's `e_1`, of a cloud `c_investment_from`. Its `title` is the variable's name. */
export function diagramId(variable: string): string {
  return `v_${safe(variable)}`;
}

/** @param polarities of links, where a run has told them */
export function stockFlowGraph(system: System, polarities: Polarities = new Map()): string {
  const links = systemLinks(system, polarities);
  const lines = [
    `digraph ${quoted(system.name)} {`,
    '  graph [rankdir=LR, nodesep=0.35, ranksep=0.55, bgcolor="transparent", class="stock-flow"];',
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=12];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=11];',
    ...moduleLines(tree(system.variables), "  "),
    ...system.variables.flatMap((variable) => (variable.role === "flow" ? pipe(variable) : [])),
    ...eventNodes(system),
    ...links.flatMap((link) => dashed(link, system)),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Variables by the modules that their names tell: `north.water` stands in `north`. */
interface Frame {
  readonly path: string;
  readonly variables: SystemVariable[];
  readonly frames: Map<string, Frame>;
}

function tree(variables: readonly SystemVariable[]): Frame {
  const root: Frame = { path: "", variables: [], frames: new Map() };
  for (const variable of variables) {
    let frame = root;
    for (const part of variable.name.split(".").slice(0, -1)) {
      let inner = frame.frames.get(part);
      if (inner === undefined) {
        const path = frame.path === "" ? part : `${frame.path}.${part}`;
        inner = { path, variables: [], frames: new Map() };
        frame.frames.set(part, inner);
      }
      frame = inner;
    }
    frame.variables.push(variable);
  }
  return root;
}

function moduleLines(frame: Frame, indent: string): string[] {
  const inner = [...frame.frames.values()].flatMap((one) => [
    `${indent}subgraph ${quoted(`cluster_${one.path}`)} {`,
    `${indent}  graph [label=${quoted(one.path)}, id=${quoted(`m_${safe(one.path)}`)}, class="module", style="rounded", fontname="Helvetica,Arial,sans-serif", fontsize=11];`,
    ...moduleLines(one, `${indent}  `),
    `${indent}}`,
  ]);
  const own = frame.variables.flatMap((variable) => [node(variable), ...clouds(variable)]);
  return [...own.map((line) => `${indent}${line}`), ...inner];
}

function node(variable: SystemVariable): string {
  const { name, role, dimensions } = variable;
  const own = name.split(".").at(-1)!;
  const words = dimensions.length === 0 ? [own] : [own, `by ${dimensions.join(", ")}`];
  const label = quoted(words.join("\n")).replaceAll("\n", "\\n");
  const common = `id=${quoted(diagramId(name))}, class=${quoted(role)}`;
  const stacked = dimensions.length === 0 ? "" : ", peripheries=2";
  const bare = 'shape=plaintext, margin="0.06,0.03", height=0.25';
  const italic = 'fontname="Helvetica-Oblique", fontsize=11';
  switch (role) {
    case "stock":
      return `${quoted(name)} [${common}, shape=box, width=1.1, height=0.55, margin="0.2,0.1", penwidth=1.5${stacked}, label=${label}];`;
    case "flow":
      return `${quoted(name)} [${common}, shape=plain, label=<${valve(words)}>];`;
    case "aux":
      return `${quoted(name)} [${common}, ${bare}, label=${label}];`;
    case "lookup":
      return `${quoted(name)} [${common}, ${bare}, ${italic}, label=${quoted(`${own}(·)`)}];`;
    case "param":
    case "series":
      return `${quoted(name)} [${common}, ${bare}, ${italic}, label=${label}];`;
  }
}

/** A valve with its name below; the pipe ends at the valve. */
function valve(words: readonly string[]): string {
  const text = words.map(escapeMarkup).join("<BR/>");
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD><TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="0"><TR><TD PORT="valve" STYLE="ROUNDED" FIXEDSIZE="TRUE" WIDTH="18" HEIGHT="18"></TD></TR></TABLE></TD></TR><TR><TD>${text}</TD></TR></TABLE>`;
}

type End = "from" | "to";

function cloudName({ name }: SystemVariable, end: End): string {
  return quoted(`${name} ${end} outside`);
}

/** Where a pipe leaves or enters the system. */
function clouds(flow: SystemVariable): string[] {
  if (flow.role !== "flow") return [];
  const open = (["from", "to"] as const).filter((end) => flow[end] == null);
  return open.map(
    (end) =>
      `${cloudName(flow, end)} [id=${quoted(`c_${safe(flow.name)}_${end}`)}, class="cloud", shape=ellipse, style="dashed", width=0.45, height=0.3, label=""];`,
  );
}

/** The two halves of a pipe. */
function pipe(flow: SystemVariable): string[] {
  const style = 'color="black:invis:black", penwidth=1.2, weight=8';
  const half = (a: string, b: string, more: string) =>
    `  ${a} -> ${b} [class=${quoted(`pipe of_${safe(flow.name)}`)}, ${style}, ${more}];`;
  const end = (which: End) => (flow[which] == null ? cloudName(flow, which) : quoted(flow[which]));
  const middle = `${quoted(flow.name)}:valve`;
  return [
    half(end("from"), `${middle}:w`, "arrowhead=none"),
    half(`${middle}:e`, end("to"), "arrowhead=normal, arrowsize=0.9"),
  ];
}

function eventNodes({ events = [] }: System): string[] {
  return events.flatMap(({ changes }, i) => [
    `  ${quoted(`event ${i + 1}`)} [id="e_${i + 1}", class="event", shape=diamond, width=0.35, height=0.35, margin=0, fontsize=10, label="!"];`,
    ...changes.map(
      ({ variable }) =>
        `  ${quoted(`event ${i + 1}`)} -> ${quoted(variable)} [class="event", style=dotted, arrowhead=vee, arrowsize=0.6];`,
    ),
  ]);
}

const classes: Readonly<Record<string, string>> = { "+": "plus", "−": "minus", "?": "open" };

/** What an equation reads; pipes are drawn as pipes. */
function dashed({ from, to, kind, polarity }: SystemLink, system: System): string[] {
  if (kind === "inflow" || kind === "outflow" || from === null || to === null) return [];
  const names = ["link", kind === "link" ? "" : kind, polarity === null ? "" : classes[polarity]!].filter(
    (name) => name !== "",
  );
  const role = (name: string) => system.variables.find((variable) => variable.name === name)?.role;
  // What runs against the pipes must not turn the picture round.
  const free = role(from) === "stock" || role(from) === "flow" || kind !== "link" ? ", constraint=false" : "";
  const label = polarity === null ? "" : `, headlabel=${quoted(polarity)}, labeldistance=1.6`;
  const style = kind === "link" ? "dashed" : "dotted";
  const flow = system.variables.find((variable) => variable.name === to && variable.role === "flow");
  // Beside its own pipe a link would lie on it.
  const above = flow !== undefined && (flow.from === from || flow.to === from) ? ":n" : "";
  const place = (name: string) => (role(name) === "flow" ? `${quoted(name)}:valve` : quoted(name));
  const [tail, head] = [`${place(from)}${above}`, `${place(to)}${above}`];
  return [
    `  ${tail} -> ${head} [class=${quoted(names.join(" "))}, style=${style}, arrowhead=vee, arrowsize=0.6${label}${free}];`,
  ];
}

/** Letters and digits of any script; what is none becomes its code between colons, so that no two names share an id. */
function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]/gu, (sign) => `:${sign.codePointAt(0)!.toString(16)}:`);
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
