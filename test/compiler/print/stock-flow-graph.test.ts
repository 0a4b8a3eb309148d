import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { describe, expect, it } from "vitest";
import { diagramId, stockFlowGraph } from "../../../compiler/print/stock-flow-graph.ts";
import { systemLinks } from "../../../compiler/print/system-links.ts";
import { systemDiagram } from "../../../runtime/explain/system-diagram.ts";
import { openedModel } from "../../helpers/opened-model.ts";

const epidemic = `system epidemic {
  time [day] = 0 .. 100 step 1/4
  param contacts [1/day] = 0.4
  param duration [day] = 8
  param beginning [person] = 990
  stock susceptible [person] = beginning
  stock infected [person] = 10
  stock recovered [person] = 0
  aux population = susceptible + infected + recovered
  flow infection: susceptible -> infected = contacts * susceptible * infected / population
  flow recovery: infected -> recovered = infected / duration
}`;

const economy = `dimension industry = manufacturing, services
system region {
  time [year] = 2017 .. 2030 step 1
  param rate [1/year] = 0.03
  stock value by industry [t] = {manufacturing: 300, services: 200}
  flow gain by industry: cloud -> value = rate * value * pace(time)
  lookup pace(t [year]) = linear(2017: 1, 2030: 2, beyond: hold)
}
system land {
  time [year] = 2017 .. 2030 step 1
  module north of region { rate = 0.04 [1/year] }
  module south of region
  stock \`a "b" & <c>\` [t] = 10
  aux total = sum(north.value) + sum(south.value) + \`a "b" & <c>\`
  when total > 600 [t] { \`a "b" & <c>\` = \`a "b" & <c>\` / 2 }
}`;

async function drawn(dot: string): Promise<string> {
  return (await Graphviz.load()).layout(dot, "svg", "dot");
}

describe("stock-flow diagrams", () => {
  it("draw stocks, pipes through valves and what equations read, with their polarity", async () => {
    const { env, system } = await openedModel(epidemic);
    const { dot, sentence, links } = systemDiagram(system("epidemic"), env);
    expect(links.map(({ from, to, kind, polarity }) => [from, to, kind, polarity])).toEqual([
      ["beginning", "susceptible", "initial", null],
      ["susceptible", "population", "link", "+"],
      ["infected", "population", "link", "+"],
      ["recovered", "population", "link", "+"],
      ["susceptible", "infection", "outflow", "−"],
      ["infection", "infected", "inflow", "+"],
      ["contacts", "infection", "link", "+"],
      ["susceptible", "infection", "link", "+"],
      ["infected", "infection", "link", "+"],
      ["population", "infection", "link", "−"],
      ["infected", "recovery", "outflow", "−"],
      ["recovery", "recovered", "inflow", "+"],
      ["infected", "recovery", "link", "+"],
      ["duration", "recovery", "link", "−"],
    ]);
    expect(sentence).toMatch(
      /^epidemic has 3 stocks \(susceptible, infected and recovered\), 2 flows and \d+ feedback loops: /,
    );
    const svg = await drawn(dot);
    for (const name of ["susceptible", "infection", "population", "contacts"]) {
      expect(svg).toContain(`id="${diagramId(name)}"`);
    }
    expect(svg.match(/class="node stock"/g)).toHaveLength(3);
    expect(svg.match(/class="edge pipe of_infection"/g)).toHaveLength(2);
    expect(svg).toContain('class="edge link minus"');
    expect(svg).not.toMatch(/(?:fill|stroke)="(?!black|none|transparent)/);
  });

  it("stand without a run, then without polarities", async () => {
    const { system } = await openedModel(epidemic);
    expect(
      systemLinks(system("epidemic")).every(({ kind, polarity }) => kind !== "link" || polarity === null),
    ).toBe(true);
    expect(stockFlowGraph(system("epidemic"))).not.toContain("headlabel");
  });

  it("collapse subscripts, frame modules and take any name", async () => {
    const { env, system } = await openedModel(economy);
    const one = systemDiagram(system("region"), env);
    expect(one.dot.match(/^ *"value" \[/gm)).toHaveLength(1);
    expect(one.dot).toContain('peripheries=2, label="value\\nby industry"');
    expect(one.links.some(({ from, to }) => from === "pace" && to === "gain")).toBe(true);
    expect((await drawn(one.dot)).match(/class="node cloud"/g)).toHaveLength(1);

    const { dot, links } = systemDiagram(system("land"), env);
    const svg = await drawn(dot);
    expect(svg).toContain('id="m_north"');
    expect(svg).toContain('id="v_north.value"');
    expect(svg).toContain("&quot;b&quot; &amp; &lt;c&gt;");
    expect(svg).toContain('id="e_1"');
    expect(links.filter(({ kind }) => kind === "event").map(({ from, to }) => [from, to])).toEqual([
      ["total", 'a "b" & <c>'],
    ]);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
