/** The dimensions of an imported model, and what subscripts mean in them. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import type { ImportedDimension, ImportedEquation, ImportedVariable } from "./imported-model.ts";
import { folded, written } from "./names.ts";

export interface KnownDimension {
  readonly key: string;
  /** As GTFP writes it. */
  readonly name: string;
  readonly labels: readonly string[];
  /** The labels, folded. */
  readonly keys: readonly string[];
  /** The next larger dimension that holds all its labels. */
  within?: KnownDimension;
  readonly doc?: string;
}

export class Dimensions {
  readonly all: readonly KnownDimension[];
  readonly #byKey: ReadonlyMap<string, KnownDimension>;
  /** How GTFP writes each label, by folded label. */
  readonly #labels = new Map<string, string>();

  constructor(dimensions: readonly ImportedDimension[]) {
    this.all = dimensions.map(({ name, labels, doc }) => ({
      key: folded(name),
      name: written(name),
      labels: labels.map(written),
      keys: labels.map(folded),
      ...(doc === undefined ? {} : { doc }),
    }));
    this.#byKey = new Map(this.all.map((d) => [d.key, d]));
    for (const { keys, labels } of this.all)
      keys.forEach((key, i) => {
        if (!this.#labels.has(key)) this.#labels.set(key, labels[i]!);
      });
    this.all.forEach((dimension, i) => {
      const holds = (other: KnownDimension, j: number) =>
        (other.keys.length > dimension.keys.length ||
          (other.keys.length === dimension.keys.length && j < i)) &&
        dimension.keys.every((key) => other.keys.includes(key));
      const larger = this.all.filter(holds).sort((a, b) => a.keys.length - b.keys.length)[0];
      if (larger !== undefined) dimension.within = larger;
    });
  }

  dimension(name: string): KnownDimension | undefined {
    return this.#byKey.get(folded(name));
  }

  /** How GTFP writes a label; undefined for what is none. */
  label(name: string): string | undefined {
    return this.#labels.get(folded(name));
  }

  isWithin(inner: KnownDimension, outer: KnownDimension): boolean {
    for (let at: KnownDimension | undefined = inner; at !== undefined; at = at.within)
      if (at === outer) return true;
    return false;
  }

  /** The smallest dimension that holds all labels and ranges of one place among the subscripts of a variable. */
  smallest(names: readonly string[]): KnownDimension | undefined {
    const keys = new Set(names.flatMap((name) => this.dimension(name)?.keys ?? [folded(name)]));
    const named = names
      .map((name) => this.dimension(name))
      .find((d) => d !== undefined && d.keys.length === keys.size);
    if (named !== undefined) return named;
    return this.all
      .filter((d) => [...keys].every((key) => d.keys.includes(key)))
      .sort((a, b) => a.keys.length - b.keys.length)[0];
  }

  /** A variable's dimensions; null after what is wrong has been told. */
  of(variable: ImportedVariable, sink: Diagnostics): readonly KnownDimension[] | null {
    const places: readonly (readonly string[])[] =
      variable.dimensions?.map((name) => [name]) ?? placesOf(variable.equations);
    const found: KnownDimension[] = [];
    for (const names of places) {
      const strange = names.find(
        (name) => this.dimension(name) === undefined && this.label(name) === undefined,
      );
      if (strange !== undefined) {
        report(sink, imports.unknown, variable.span, {
          name: strange,
          what: "dimension or label",
          near: undefined,
        });
        return null;
      }
      const dimension = this.smallest(names);
      if (dimension === undefined || found.includes(dimension)) {
        const why =
          dimension === undefined
            ? "no dimension holds all of them"
            : `\`${dimension.name}\` stands there twice`;
        report(sink, imports.subscripts, variable.span, { name: variable.name, why });
        return null;
      }
      found.push(dimension);
    }
    const counts = new Set(variable.equations.map((equation) => equation.subscripts.length));
    if (variable.dimensions === undefined && counts.size > 1) {
      report(sink, imports.subscripts, variable.span, {
        name: variable.name,
        why: "its equations have unequally many",
      });
      return null;
    }
    return found;
  }
}

function placesOf(equations: readonly ImportedEquation[]): string[][] {
  const count = equations[0]?.subscripts.length ?? 0;
  return Array.from({ length: count }, (_, i) =>
    equations.flatMap(({ subscripts }) => (subscripts[i] === undefined ? [] : [subscripts[i].name])),
  );
}

/** Whether a label stands in two of the dimensions. */
export function shareLabels(dimensions: readonly KnownDimension[]): boolean {
  return dimensions.some((a, i) =>
    dimensions.slice(i + 1).some((b) => a.keys.some((key) => b.keys.includes(key))),
  );
}
