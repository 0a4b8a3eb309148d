/** What a checked model holds, for the page's menus and panels. Places are offsets in the entry's text, absent for imported files. */
export interface Outline {
  readonly model: string;
  readonly panels: readonly PanelOutline[];
  readonly directions: readonly {
    readonly name: string;
    readonly place?: Place;
    /** Variables or roles that move, each with its size as written. */
    readonly entries: readonly { readonly target: string; readonly sign: 1 | -1; readonly size: string }[];
  }[];
  /** Measures whose programs can be looked at. */
  readonly measures: readonly MeasureOutline[];
  readonly indices: readonly { readonly name: string; readonly place?: Place }[];
  readonly systems: readonly SystemOutline[];
  readonly reports: readonly { readonly name: string; readonly title?: string; readonly place?: Place }[];
  /** Seconds that running the model will take, roughly, and why, where it is long. */
  readonly cost: { readonly seconds: number; readonly why: string };
}
export interface Place {
  readonly start: number;
  readonly end: number;
}
export interface PanelOutline {
  readonly name: string;
  readonly place?: Place;
  readonly dmu: readonly string[];
  readonly period?: string;
  readonly rows?: number;
  readonly columns: readonly { readonly name: string; readonly unit?: string; readonly inline: boolean }[];
}
export interface MeasureOutline {
  readonly name: string;
  readonly place?: Place;
  /** `radial`, `ddf`, … */
  readonly fn: string;
  readonly technology: string;
  readonly panel: string;
  readonly direction?: string;
  readonly variables: readonly {
    readonly name: string;
    readonly role: "input" | "good" | "bad";
    readonly unit?: string;
    /** The panel's column where the variable is one. */
    readonly column?: string;
  }[];
}
export interface SystemOutline {
  readonly name: string;
  readonly place?: Place;
  readonly time: { readonly from: number; readonly to: number; readonly unit?: string };
  readonly parameters: readonly {
    readonly name: string;
    readonly title?: string;
    readonly unit?: string;
    /** Its value in the unit, null where it is not one number. */
    readonly value: number | null;
    readonly low?: number;
    readonly high?: number;
    readonly place?: Place;
  }[];
  readonly variables: readonly {
    readonly name: string;
    readonly kind: "stock" | "flow" | "aux";
    readonly title?: string;
    readonly unit?: string;
    readonly place?: Place;
  }[];
  readonly scenarios: readonly {
    readonly name: string;
    readonly title?: string;
    readonly from?: string;
    readonly place?: Place;
    /** Parameters that it sets to one number, in the parameter's unit. */
    readonly sets: Readonly<Record<string, number>>;
  }[];
  /** Each with the scenario that it varies; null: the system's own run. */
  readonly sensitivities: readonly { readonly name: string; readonly scenario: string | null }[];
  /** Experiments with a run for each combination of some parameters' values. */
  readonly sweeps: readonly string[];
}
