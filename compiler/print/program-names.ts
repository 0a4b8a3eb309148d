/**
 * Names for the rows and columns of one program in the file formats of solvers: ASCII letters, digits and `_`, each once, and none
 * that the formats read as a number or a keyword. What was lost is told in a comment.
 */
import type { LpFamily } from "../lp/lp-family.ts";

export interface ProgramNames {
  /** By column of the family. */
  readonly columns: readonly string[];
  readonly own: readonly string[];
  readonly rows: readonly string[];
  /** `lambda_3` stands for `北京 2014`: where the name does not say it. */
  readonly legend: readonly { readonly name: string; readonly meaning: string }[];
}

const greek: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  δ: "delta",
  ε: "epsilon",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  ρ: "rho",
  σ: "sigma",
  φ: "phi",
  Γ: "gamma",
  Σ: "sum",
};

/** `nameOf` names the observation behind an intensity. */
export function programNames(family: LpFamily, nameOf: (observation: number) => string): ProgramNames {
  const taken = new Set<string>();
  const legend: { name: string; meaning: string }[] = [];
  const give = (prefix: string, meaning: string, number: number): string => {
    const plain = ascii(meaning);
    const whole = [prefix, plain.text].filter((part) => part !== "").join("_");
    const lost = plain.lost || plain.text === "" || taken.has(whole);
    const numbered = (n: number) => [whole, n].filter((part) => part !== "").join("_");
    let name = lost ? numbered(number + 1) : whole;
    for (let n = number + 2; taken.has(name); n++) name = numbered(n);
    taken.add(name);
    if (lost) legend.push({ name, meaning });
    return name;
  };
  const first = new Map<string, number>();
  return {
    columns: family.columns.map((column) => {
      const number = first.get(column.kind) ?? 0;
      first.set(column.kind, number + 1);
      return give(column.kind, columnName(column, number, nameOf), number);
    }),
    own: family.own.map((one, k) => give("z", one.name, k).replace(/^z_(?=[a-z])/, "")),
    rows: family.rows.map((row, i) => give("r", row.label, i)),
    legend,
  };
}

/** The unit behind an intensity; a trade that a limit on prices allows is known by its number. */
export function columnName(
  { observation }: LpFamily["columns"][number],
  number: number,
  nameOf: (observation: number) => string,
): string {
  return observation < 0 ? String(number + 1) : nameOf(observation);
}

function ascii(text: string): { readonly text: string; readonly lost: boolean } {
  let lost = false;
  const letters = [...text].map((letter) => {
    if (/[A-Za-z0-9]/.test(letter)) return letter;
    if (greek[letter] !== undefined) return `${greek[letter]}_`;
    // Accents may go, other writing may not.
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
    if (/^[A-Za-z]+$/.test(bare)) return bare;
    if (/\p{L}|\p{N}/u.test(letter)) lost = true;
    return "_";
  });
  return { text: letters.join("").replace(/_+/g, "_").replace(/^_|_$/g, ""), lost };
}
