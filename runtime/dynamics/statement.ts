/** Statements of generated code before they have their final form: in place, or in a loop over places in arrays. */

/** An element of one of the arrays of the generated code (`v[12]`), or, with no list, a number that places vary (`12`). */
export interface Place {
  readonly list: string;
  readonly index: number;
}

/** Sets one place to a value computed from others. */
export interface Statement {
  /** What it belongs to: only elements of one variable become a loop. */
  readonly family: string;
  readonly target: Place;
  /** The value's text with `§0§`, `§1§` … where the texts of `places` come: the same for all elements of most variables. */
  readonly template: string;
  readonly places: readonly Place[];
}

/** Collects the places of a template while it is written. */
export class Template {
  readonly places: Place[] = [];

  /** The mark of a place in the template. */
  at(list: string, index: number): string {
    return `§${this.places.push({ list, index }) - 1}§`;
  }
}

/** A template with texts in the places of its marks. */
export function fill(template: string, text: (place: number) => string): string {
  return template.replace(/§(\d+)§/g, (_, place) => text(Number(place)));
}

export function nameOf({ list, index }: Place): string {
  return `${list}${index}`;
}
