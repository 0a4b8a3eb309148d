/** A system as a stock-flow diagram, its links with the polarities that its run tells, and a sentence about it. */
import { compileSystem } from "../../compiler/ode/compile-system.ts";
import { causalLinks } from "../../compiler/print/causal-graph.ts";
import { joined } from "../../compiler/print/explanation.ts";
import { feedbackLoops, type Loops } from "../../compiler/print/feedback-loops.ts";
import { stockFlowGraph } from "../../compiler/print/stock-flow-graph.ts";
import {
  type Polarities,
  type SystemLink,
  systemLinks,
  variablePolarities,
} from "../../compiler/print/system-links.ts";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { System } from "../../language/model.ts";
import { simulate } from "../dynamics/simulate.ts";
import { systemInputs } from "../dynamics/system-inputs.ts";
import type { Environment } from "../evaluate/environment.ts";
import { rangesOf } from "./run-ranges.ts";

export interface SystemDiagram {
  /** In the DOT language of Graphviz. */
  readonly dot: string;
  readonly sentence: string;
  readonly links: readonly SystemLink[];
  /** Feedback loops, short ones first; empty where the system does not run. */
  readonly loops: readonly DiagramLoop[];
}
export interface DiagramLoop {
  /** The variables in order, the first one not repeated. */
  readonly variables: readonly string[];
  /** Whether it reinforces a change, balances it, or either at times. */
  readonly polarity: "+" | "−" | "?";
}

/** More loops than that nobody reads. */
const mostLoops = 60;

/** The picture needs no run; where the system does not run it has no polarities. */
export function systemDiagram(system: System, env: Environment): SystemDiagram {
  const run = running(system, env);
  return {
    dot: stockFlowGraph(system, run?.polarities),
    sentence: sentenceOf(system, run?.loops ?? null),
    links: systemLinks(system, run?.polarities),
    loops: run === null ? [] : loopsOf(run.loops),
  };
}

/** Loops of the elements of one variable are told once. */
function loopsOf({ loops }: Loops): DiagramLoop[] {
  const found = new Map<string, DiagramLoop>();
  for (const { members, polarity } of loops) {
    const variables = members.map(({ variable }) => variable);
    const sign = polarity === 1 ? "+" : polarity === -1 ? "−" : "?";
    const key = variables.join(" → ");
    const known = found.get(key);
    found.set(key, { variables, polarity: known === undefined || known.polarity === sign ? sign : "?" });
  }
  return [...found.values()].slice(0, mostLoops);
}

function running(
  system: System,
  env: Environment,
): { readonly polarities: Polarities; readonly loops: Loops } | null {
  // What is wrong with the system is told where it runs for its own sake.
  const ode = compileSystem(system, systemInputs(env), new Diagnostics());
  if (ode === null) return null;
  const outcome = simulate(ode);
  if ("failure" in outcome) return null;
  const links = causalLinks(ode, rangesOf(ode, outcome.run));
  return { polarities: variablePolarities(ode, links), loops: feedbackLoops(ode, links) };
}

/** "economy has 2 stocks (capital and value), 3 flows and 2 feedback loops: 1 reinforcing and 1 balancing." */
function sentenceOf({ name, variables }: System, loops: Loops | null): string {
  const stocks = variables.filter(({ role }) => role === "stock").map((v) => v.name);
  const flows = variables.filter(({ role }) => role === "flow").length;
  const named = stocks.length <= 6 ? ` (${joined(stocks)})` : "";
  const parts = [
    ...(stocks.length === 0 ? [] : [`${counted(stocks.length, "stock")}${named}`]),
    ...(flows === 0 ? [] : [counted(flows, "flow")]),
    ...(loops === null ? [] : [loopWords(loops)]),
  ];
  return `${name} has ${joined(parts)}.`;
}

function loopWords({ loops, limited }: Loops): string {
  if (loops.length === 0) return "no feedback loop";
  const kinds = [
    [1, "reinforcing"],
    [-1, "balancing"],
    ["?", "of changing or unknown polarity"],
  ] as const;
  const told = kinds.flatMap(([polarity, word]) => {
    const count = loops.filter((loop) => loop.polarity === polarity).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${limited ? "more than " : ""}${counted(loops.length, "feedback loop")}: ${joined(told)}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
