import type { OdeAssignment, OdeStock, OdeSystem } from "../../compiler/ode/ode-system.ts";
import { CodeWriter } from "./code-writer.ts";
import { coreSlots } from "./core-slots.ts";
import { emitEvents, eventMemory } from "./emit-events.ts";
import { Template } from "./statement.ts";

/**
 * The whole run of a system with fixed steps as JavaScript: the body of a function of the names in `parameters`. It computes the
 * very numbers that the interpreter does, for every scenario with the same structure.
 */
export function generateCode(system: OdeSystem): string {
  const { stocks, delays, dynamic } = system;
  const { method } = system.time;
  const stages = method === "rk4" ? 4 : method === "rk2" ? 2 : 1;
  const writer = new CodeWriter(system, (dynamic.length + stocks.length) * stages);
  const core = coreSlots(system);
  // Sets each stock's place in one of the lists: its slot (`v`), its rates (`A`–`D`), its value at the step's start (`H`).
  const forStocks = (list: string, value: (stock: OdeStock, i: number, at: Template) => string) =>
    writer.block(
      stocks.map((stock, i) => {
        const at = new Template();
        const target = { list, index: list === "v" ? stock.slot : i };
        return {
          family: writer.family(stock.slot),
          target,
          template: value(stock, i, at),
          places: at.places,
        };
      }),
    );
  const rates = (list: string) => forStocks(list, (stock, _, at) => rate(stock, at));
  const move = (length: string, list: string) =>
    forStocks("v", (_, i, at) => `${at.at("H", i)}+${length}*${at.at(list, i)}`);
  const equations = (list: readonly OdeAssignment[], later: boolean) => writer.equations(list, later);
  const inner = dynamic.filter(({ slot }) => core.has(slot));
  const stage = (at: string, list: string) =>
    `t=(offset+(k+${at})*stride)/denominator;${equations(
      inner.filter(({ held }) => held !== true),
      true,
    )}${rates(list)}`;
  const combined = (sum: string) =>
    forStocks("A", (_, i, at) => `${at.at("A", i)}+(${sum.replace(/[B-D]/g, (list) => at.at(list, i))})`);
  const integrate: Readonly<Record<string, () => string>> = {
    // Rates read flows, and flows are known, so that each stock may move at once.
    euler: () => forStocks("v", (stock, _, at) => `${at.at("v", stock.slot)}+dt*(${rate(stock, at)})`),
    rk2: () => `${rates("A")}${move("dt", "A")}${stage("1", "B")}${combined("B")}${move("(dt/2)", "A")}`,
    rk4: () =>
      `${rates("A")}${move("(dt/2)", "A")}${stage("0.5", "B")}${move("(dt/2)", "B")}${stage("0.5", "C")}${move("dt", "C")}${stage("1", "D")}${combined("2*B+2*C+D")}${move("(dt/6)", "A")}`,
  };
  const slot = (index: number) => writer.place({ list: "v", index });
  const held = (index: number) => writer.place({ list: "H", index });
  const limits = stocks.flatMap((stock, i) =>
    stock.share === undefined ? [] : [{ ...stock, i, share: stock.share }],
  );
  const counted = limits.map(({ share, i }) => `if(${slot(share)}<1)limited[${i}]++;`);
  const settled = limits.map(({ slot: own, inflows, i }) => {
    const gross = [held(i), ...inflows.map((flow) => `dt*Math.abs(${slot(flow)})`)].join("+");
    return `if(${slot(own)}<0&&${slot(own)}>-1e-12*(${gross}))${slot(own)}=0;`;
  });
  const running = equations(inner, false);
  const begin =
    stages > 1 || limits.length > 0 ? forStocks("H", (stock, _, at) => at.at("v", stock.slot)) : "";
  const happen = emitEvents(system, writer, () => `${begin}${equations(inner, false)}`);
  // What nothing depends on is evaluated where it is saved.
  const saving = equations(
    dynamic.filter(({ slot: own }) => !core.has(own)),
    false,
  );
  // Written before `save`, which must know all that is used.
  const step = integrate[method]();
  const instant = "(offset+k*stride)/denominator";
  const loop = [
    "let row=0;for(let k=0,next=0;;k++){",
    writer.usesTime || stages > 1 ? `let t=${instant};const h=t;` : "",
    begin,
    ...delays.map((d, i) => `if(k>=rings[${i}].length)${slot(d.slot)}=rings[${i}][k%rings[${i}].length];`),
    running,
    happen,
    ...delays.map((d, i) => `rings[${i}][k%rings[${i}].length]=${slot(d.source)};`),
    `if(k===next){const o=row*width;times[row++]=${instant};`,
    saving,
    writer.save(),
    "if(k===steps)break;next=Math.min(k+saveEvery,steps);}",
    ...counted,
    step,
    ...settled,
    "}",
  ].join("\n");
  return [`"use strict";`, writer.preamble(), eventMemory(system), loop, "return true;"].join("\n");
}

function rate({ inflows, outflows }: OdeStock, at: Template): string {
  const sum = (flows: readonly number[]) => `(${flows.map((flow) => at.at("v", flow)).join("+")})`;
  if (inflows.length === 0) return `-${outflows.length === 0 ? "0" : sum(outflows)}`;
  return outflows.length === 0 ? sum(inflows) : `${sum(inflows)}-${sum(outflows)}`;
}

/** What the generated code gets, by name. */
export const parameters = [
  "v",
  "saved",
  "times",
  "limited",
  "below",
  "above",
  "rings",
  "width",
  "steps",
  "saveEvery",
  "offset",
  "stride",
  "denominator",
  "dt",
  "seed",
  "F",
  "power",
  "random",
  "read",
  "root",
] as const;
