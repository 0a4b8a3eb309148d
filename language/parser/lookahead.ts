/**
 * Which alternative one token chooses. The grammar needs no more than one token, so the sets of first tokens are all
 * there is to compute; Chevrotain's own strategy searches for the shortest distinguishing paths and takes half of the
 * time that building the parser takes. It still validates the grammar in a test.
 */
import {
  Alternation,
  type Alternative,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "chevrotain";

interface First {
  readonly types: ReadonlySet<number>;
  readonly empty: boolean;
}
type Parsing = { LA(ahead: number): IToken };
type Gated = readonly { readonly GATE?: (this: unknown) => boolean }[];

const PRODUCTS = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

/** The tokens with which a production may begin. */
class FirstSets {
  readonly #rules = new Map<Rule, First>();

  of(production: IProduction): First {
    if (production instanceof Terminal) {
      const { tokenTypeIdx, categoryMatches } = production.terminalType;
      return { types: new Set([tokenTypeIdx!, ...(categoryMatches ?? [])]), empty: false };
    }
    if (production instanceof NonTerminal) return this.#rule(production.referencedRule);
    if (production instanceof Alternation) {
      const all = production.definition.map((alternative) => this.of(alternative));
      return { types: union(all), empty: all.some((f) => f.empty) };
    }
    const inner = this.#sequence((production as Alternative).definition);
    const optional =
      production instanceof Option ||
      production instanceof Repetition ||
      production instanceof RepetitionWithSeparator;
    return optional ? { types: inner.types, empty: true } : inner;
  }
  #rule(rule: Rule): First {
    let first = this.#rules.get(rule);
    if (first === undefined) {
      first = this.#sequence(rule.definition);
      this.#rules.set(rule, first);
    }
    return first;
  }
  #sequence(productions: readonly IProduction[]): First {
    const parts: First[] = [];
    for (const production of productions) {
      const first = this.of(production);
      parts.push(first);
      if (!first.empty) return { types: union(parts), empty: false };
    }
    return { types: union(parts), empty: true };
  }
}
function union(sets: readonly First[]): ReadonlySet<number> {
  if (sets.length === 1) return sets[0]!.types;
  return new Set(sets.flatMap((s) => [...s.types]));
}

export class OneTokenLookahead implements ILookaheadStrategy {
  readonly #first = new FirstSets();
  readonly #productions = new Map<Rule, ReadonlyMap<string, IProduction>>();

  validate(): never[] {
    return [];
  }
  buildLookaheadForAlternation: ILookaheadStrategy["buildLookaheadForAlternation"] = (options) => {
    const alternation = this.#find(options.rule, "Alternation", options.prodOccurrence) as Alternation;
    /** The alternatives that a token may begin, in their order. */
    const choices = new Map<number, number[]>();
    /** An alternative that may be empty is taken where no other one is. */
    let otherwise: number | undefined;
    alternation.definition.forEach((alternative, index) => {
      const { types, empty } = this.#first.of(alternative);
      if (empty) otherwise ??= index;
      for (const type of types) {
        const list = choices.get(type);
        if (list === undefined) choices.set(type, [index]);
        else list.push(index);
      }
    });
    return function (this: unknown, alternatives?: Gated) {
      const list = choices.get((this as Parsing).LA(1).tokenTypeIdx);
      return list?.find((index) => alternatives?.[index]?.GATE?.call(this) !== false) ?? otherwise;
    };
  };
  buildLookaheadForOptional: ILookaheadStrategy["buildLookaheadForOptional"] = (options) => {
    const production = this.#find(options.rule, options.prodType, options.prodOccurrence);
    const { types } = this.#first.of(production);
    return function (this: unknown) {
      return types.has((this as Parsing).LA(1).tokenTypeIdx);
    };
  };

  #find(rule: Rule, kind: string, index: number): IProduction {
    let found = this.#productions.get(rule);
    if (found === undefined) {
      found = productionsOf(rule);
      this.#productions.set(rule, found);
    }
    const production = found.get(`${kind} ${index}`);
    if (production === undefined) throw new Error(`no ${kind} ${index} in ${rule.name}`);
    return production;
  }
}

/** The decisions of a rule, by kind and number. */
function productionsOf(rule: Rule): Map<string, IProduction> {
  const found = new Map<string, IProduction>();
  const visit = (productions: readonly IProduction[]) => {
    for (const production of productions) {
      if (production instanceof Terminal || production instanceof NonTerminal) continue;
      const { definition, idx } = production as Alternation;
      if (production instanceof Alternation) found.set(`Alternation ${idx}`, production);
      for (const [kind, type] of Object.entries(PRODUCTS)) {
        if (production instanceof type) found.set(`${kind} ${idx}`, production);
      }
      visit(definition);
    }
  };
  visit(rule.definition);
  return found;
}
