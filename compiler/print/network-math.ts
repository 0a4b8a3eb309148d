/** A technology in stages, in words and plain mathematics: its program has a block for each stage, too wide for one formula. */
import type { Technology } from "../../language/model.ts";
import type { Block } from "./explanation.ts";
import { text } from "./explanation.ts";

/** What each stage uses and makes, and how the stages hang together. */
export function networkBlocks({
  stages = [],
  links = [],
  variables,
  returns,
  disposability,
}: Technology): Block[] {
  const listed = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${what} ${names.join(", ")}`];
  const of = (stage: string, role: string) =>
    variables.filter((v) => v.stage === stage && v.role === role).map((v) => v.name);
  const terms = stages.map((stage) => {
    const into = links.filter((link) => link.to === stage).map((link) => link.name);
    const out = links.filter((link) => link.from === stage).map((link) => link.name);
    const parts = [
      ...listed("uses", [...of(stage, "input"), ...into]),
      ...listed("makes", [...of(stage, "good"), ...out]),
      ...listed("emits", of(stage, "bad")),
    ];
    return { term: [stage], meaning: [`${parts.join("; ")}.`] };
  });
  const bads = variables.some((v) => v.role === "bad");
  const sizes = { crs: "", vrs: ", Σλ(s) = 1", nirs: ", Σλ(s) ≤ 1", ndrs: ", Σλ(s) ≥ 1", fdh: "" }[returns];
  const emissions = bads ? `, Σλ(s)b ${disposability === "strong" ? "≤" : "="} b` : "";
  const free = links.filter((link) => !link.fixed).map((link) => link.name);
  const fixed = links.filter((link) => link.fixed).map((link) => link.name);
  return [
    text(
      `Each stage s has intensities λ(s) of its own over the same units: Σλ(s)x ≤ x, Σλ(s)y ≥ y${emissions}${sizes}.`,
      free.length === 0
        ? ""
        : ` As much of ${free.join(", ")} is used as is made, at any amount: Σλ(from)z = Σλ(to)z.`,
      fixed.length === 0 ? "" : ` ${fixed.join(", ")} keep the observed amount: Σλ(from)z = z = Σλ(to)z.`,
    ),
    { is: "terms", terms },
  ];
}
