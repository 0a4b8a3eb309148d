/** What a hand does to a picture, as a change of the model's text. */
export type Edit =
  /** A number of an inline table: the row counts from 0, the column has its header's name. */
  | {
      readonly of: "cell";
      readonly panel: string;
      readonly row: number;
      readonly column: string;
      readonly value: number;
    }
  /** A direction's sizes, by variable or role, in the sign that improves; entries that are not named stay. */
  | {
      readonly of: "direction";
      readonly direction: string;
      readonly sizes: Readonly<Record<string, number>>;
    }
  /** A parameter of a system, or what a scenario sets it to. */
  | {
      readonly of: "parameter";
      readonly system: string;
      readonly parameter: string;
      readonly scenario?: string;
      readonly value: number;
    };
