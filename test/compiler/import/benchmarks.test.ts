import { expect, it } from "vitest";
import { green, sir } from "../../../bench/dynamics-models.ts";
import { greenOutputs, greenVensim } from "../../../bench/green-vensim.ts";
import { mdl, run, runText } from "./imported.ts";

it("runs the green benchmark as Vensim writes it like the one written in GTFP", async () => {
  const imported = await run(greenVensim);
  const own = await runText(green());
  const ours = ["ps_value", "mf_value", "total_energy", "total_emissions", "total_carbon"];
  greenOutputs.forEach((output, i) => {
    const name = output.replaceAll(" ", "_");
    expect(imported.end(name) / own.end(ours[i]!)).toBeCloseTo(1, 9);
  });
});

it("runs an epidemic as Vensim writes it like the one written in GTFP", async () => {
  const imported = await run(
    mdl(
      `
        Susceptible = INTEG(-infection, total - 5)
        Infectious = INTEG(infection - recovery, 5)
        Recovered = INTEG(recovery, 0)
        infection = Susceptible * Infectious / total * contact rate
        recovery = Infectious / duration
        contact rate = 0.3
        duration = 5
        total = 1000
      `,
      { step: "0.0625", stop: "625", save: "6.25" },
    ),
  );
  expect(imported.model).toContain("flow infection: Susceptible -> Infectious");
  const own = await runText(sir);
  for (const name of ["susceptible", "infectious", "recovered"]) {
    const values = imported.series(`${name[0]!.toUpperCase()}${name.slice(1)}`);
    expect(values).toHaveLength(101);
    own.series(name).forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 9);
    });
  }
});
