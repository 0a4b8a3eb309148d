/** Which scores have a bootstrap that has been shown to be valid. */
import type { Declared, Technology } from "../model.ts";

/** Why there is none, for the middle of a sentence; null where there is one. */
export function whyNoBootstrap(subject: Declared, technology: Technology | undefined): string | null {
  if (subject.kind === "index") {
    return subject.fn === "malmquist"
      ? "an index is made of scores of two periods that belong together, which this bootstrap does not imitate"
      : "inference for indices of directional distances is an open question";
  }
  if (subject.kind !== "measure") return "it is no score of a unit against a frontier that can be sampled";
  const { fn, super: leaveOut } = subject.spec;
  if (fn !== "radial" && fn !== "ddf") {
    return "the smoothed bootstrap (Simar & Wilson 1998) is made for radial scores, subsampling (Simar, Vanhems & Wilson 2012) for directional ones";
  }
  if (leaveOut !== false)
    return "a super-efficient score leaves the unit out of its own sample; take it without `super`";
  if (technology === undefined) return null;
  if (technology.returns === "fdh")
    return "the free-disposal hull is not convex, as both kinds of bootstrap need it to be";
  const { variables, disposability } = technology;
  const apart = ["by_production", "natural", "managerial"].includes(disposability);
  if (apart && variables.some((v) => v.role === "bad")) {
    return `under \`disposability ${disposability}\` the frontier is made of two sets, for which no bootstrap is known`;
  }
  if (technology.panel !== technology.referencePanel) {
    return "its frontier is another panel's, whose own scores would have to be resampled";
  }
  return null;
}
