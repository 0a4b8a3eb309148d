/**
 * The syntax tree. Nodes are plain data; each knows its span. Names are NFC-normalised and without backticks.
 * A tree is always whole: where the source is broken the parser reports it and leaves the part out
 * (an empty name is `{ text: "" }`), so every later phase may read what is there without guarding.
 */
import type { Documented, Expr, Label, Name, Node, RangeExpr, Text, UnitExpr } from "./ast-expressions.ts";
import type { SourceFile } from "./source.ts";

export type * from "./ast-expressions.ts";

export interface FileNode extends Node {
  readonly kind: "file";
  readonly source: SourceFile;
  /** `gtfp 1` */
  readonly version?: Node & { readonly value: number };
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | ImportDecl
  | UnitDecl
  | DataDecl
  | DimensionDecl
  | TechnologyDecl
  | DirectionDecl
  | MeasureDecl
  | IndexDecl
  | RobustnessDecl
  | InfluenceDecl
  | RegressionDecl
  | SystemDecl
  | ScenarioDecl
  | ExperimentDecl
  | ReportDecl
  | ExpectDecl;

export interface ImportDecl extends Node, Documented {
  readonly kind: "import";
  readonly path: Text;
}
/** `unit person`, `unit tce = 29.3076 [GJ]` */
export interface UnitDecl extends Node, Documented {
  readonly kind: "unit";
  readonly name: Name;
  readonly definition?: { readonly factor: Expr; readonly unit: UnitExpr };
}

export interface DataDecl extends Node, Documented {
  readonly kind: "data";
  readonly name: Name;
  /** `from "file"`, `from panel`; `= a + b` gives `stack`; none of them: an inline table. */
  readonly file?: Text;
  readonly from?: Name;
  readonly stack?: readonly Name[];
  readonly entries: readonly DataEntry[];
  readonly table?: InlineTable;
}
export type DataEntry = Documented &
  (
    | (Node & { readonly kind: "dmu"; readonly names: readonly Name[] })
    | (Node & { readonly kind: "period"; readonly name: Name })
    | (Node & { readonly kind: "group"; readonly names: readonly Name[] })
    | DataColumn
    | (Node & { readonly kind: "where"; readonly condition: Expr })
    /** `missing drop province`: target is `row` or a key; `missing error` has none. */
    | (Node & { readonly kind: "missing"; readonly rule: Name; readonly target?: Name })
    | (Node & { readonly kind: "missing-values"; readonly values: readonly Text[] })
    | (Node & { readonly kind: "join"; readonly path: Text; readonly on: readonly Name[] })
    | (Node & { readonly kind: "decimal"; readonly value: Text })
    | (Node & { readonly kind: "sheet"; readonly value: Text })
    | (Node & { readonly kind: "wide"; readonly name: Name })
  );
/** `labor [10k person]`, `energy [tce] = \`Energy use\``, `intensity = carbon / value`, `[t] =` converts. */
export interface DataColumn extends Node, Documented {
  readonly kind: "column";
  readonly name: Name;
  readonly unit?: UnitExpr;
  readonly value?: Expr;
}
export interface InlineTable extends Node {
  /** Header cells as written, e.g. `labor [person]`, parsed into name and unit. */
  readonly columns: readonly (Node & { readonly name: Name; readonly unit?: UnitExpr })[];
  readonly rows: readonly (Node & { readonly cells: readonly Text[] })[];
}

export interface DimensionDecl extends Node, Documented {
  readonly kind: "dimension";
  readonly name: Name;
  /** `dimension heavy in industry = steel, cement`: a range of the labels of another one. */
  readonly within?: Name;
  readonly labels?: readonly Name[];
  /** `from china.industry` */
  readonly from?: Expr;
}

export interface TechnologyDecl extends Node, Documented {
  readonly kind: "technology";
  readonly name: Name;
  readonly on?: Name;
  readonly by?: readonly Name[];
  readonly from?: Name;
  readonly entries: readonly TechnologyEntry[];
}
export type Role = "input" | "good" | "bad";
export type TechnologyEntry = Documented &
  (
    | (Node & {
        readonly kind: "role";
        readonly role: Role;
        /** `fixed input rain`: non-discretionary. */
        readonly fixed?: boolean;
        readonly variables: readonly (Node & { readonly name: Name; readonly value?: Expr })[];
      })
    | (Node & { readonly kind: "returns"; readonly word: Name })
    | (Node & { readonly kind: "disposability"; readonly word: Name })
    | (Node & {
        readonly kind: "reference";
        readonly word: Name;
        readonly size?: Expr;
        readonly centered?: boolean;
        readonly of?: Name;
      })
    | (Node & { readonly kind: "where"; readonly condition: Expr })
    | (Node & { readonly kind: "restrict"; readonly condition: Expr })
    | (Node & { readonly kind: "polluting"; readonly names: readonly Name[] })
    | (Node & { readonly kind: "stage"; readonly name: Name; readonly entries: readonly TechnologyEntry[] })
    | (Node & {
        readonly kind: "link";
        readonly name: Name;
        readonly from: Name;
        readonly to: Name;
        readonly mode?: Name;
      })
  );

export interface DirectionDecl extends Node, Documented {
  readonly kind: "direction";
  readonly name: Name;
  readonly entries: readonly DirectionEntry[];
}
/** `good +observed`: the target is a role or a variable. */
export interface DirectionEntry extends Node, Documented {
  readonly target: Name;
  readonly sign: 1 | -1;
  readonly size: Expr;
}

export interface MeasureDecl extends Node, Documented {
  readonly kind: "measure";
  readonly name: Name;
  readonly value: Expr;
}
export interface IndexDecl extends Node, Documented {
  readonly kind: "index";
  readonly name: Name;
  readonly value: Expr;
}
/** `disposability weak, strong`, `without energy`, `all combinations` */
export interface WordsEntry extends Node, Documented {
  readonly head: Name;
  readonly words: readonly Name[];
}
export interface RobustnessDecl extends Node, Documented {
  readonly kind: "robustness";
  readonly name: Name;
  readonly of?: Name;
  readonly entries: readonly WordsEntry[];
}
export interface InfluenceDecl extends Node, Documented {
  readonly kind: "influence";
  readonly name: Name;
  readonly of?: Name;
}
export interface RegressionDecl extends Node, Documented {
  readonly kind: "regression";
  readonly name: Name;
  readonly on?: Name;
  readonly entries: readonly (Documented &
    (
      | (Node & {
          readonly kind: "formula";
          readonly estimator: Name;
          readonly left: Expr;
          readonly right: Expr;
          /** `in 0 .. 1`, `below 0`, `above 1` (with or without `censored` before), `algorithm 2`, `at 0.5` */
          readonly clauses: readonly (Node & { readonly word: Name; readonly value: Expr })[];
        })
      | (Node & { readonly kind: "words" } & WordsEntry)
      | (Node & { readonly kind: "number"; readonly head: Name; readonly value: Expr })
    ))[];
}

export interface SystemDecl extends Node, Documented {
  readonly kind: "system";
  readonly name: Name;
  readonly entries: readonly SystemEntry[];
  readonly modules?: readonly ModuleEntry[];
  readonly events?: readonly EventEntry[];
  readonly solves?: readonly SolveEntry[];
}
/** What a system holds beside its time and its variables. */
export type SystemPart = ModuleEntry | EventEntry | SolveEntry;
export type SystemEntry = TimeEntry | VariableEntry | FlowEntry | LookupEntry | SeriesEntry;
/** `time [year] = 2017 .. 2030 step 1/8 using rk45 tolerance 1e-8 save every 1` */
export interface TimeEntry extends Node, Documented {
  readonly kind: "time";
  readonly unit?: UnitExpr;
  readonly from: Expr;
  readonly to: Expr;
  readonly step?: Expr;
  readonly using?: Name;
  readonly saveEvery?: Expr;
  readonly tolerance?: Expr;
}
export interface VariableEntry extends Node, Documented {
  readonly kind: "param" | "stock" | "aux";
  readonly name: Name;
  readonly nonnegative?: boolean;
  readonly by?: readonly Name[];
  /**
   * The brackets after the name, in order. `[100M CNY]` is a unit; `x[services]` overrides one element where
   * the checker finds that the name is a label of a dimension of `x`.
   */
  readonly brackets: readonly Bracket[];
  /** A parameter's range: `param growth [1/year] in 0 .. 0.1 = 0.06` (or after the value). */
  readonly range?: RangeExpr;
  readonly value?: Expr;
}
export interface Bracket extends Node {
  readonly unit?: UnitExpr;
  /** The same text read as labels, where it can be: names, strings or numbers separated by commas. */
  readonly labels?: readonly Label[];
}
export interface FlowEntry extends Node, Documented {
  readonly kind: "flow";
  readonly name: Name;
  readonly by?: readonly Name[];
  readonly brackets: readonly Bracket[];
  /** Absent for `cloud` and where the pipe is not written (an element override). */
  readonly from?: Name;
  readonly to?: Name;
  readonly value?: Expr;
}
/** `lookup productivity(t [year]) [1/year] = linear(…)` */
export interface LookupEntry extends Node, Documented {
  readonly kind: "lookup";
  readonly name: Name;
  readonly argument?: Node & { readonly name: Name; readonly unit?: UnitExpr };
  readonly unit?: UnitExpr;
  readonly value?: Expr;
}
/** `series rd = china_rd.share linear after hold` */
export interface SeriesEntry extends Node, Documented {
  readonly kind: "series";
  readonly name: Name;
  readonly unit?: UnitExpr;
  readonly value: Expr;
  readonly interpolation?: Name;
  readonly after?: Name;
}
/** `module north of farm { rate = 0.2 }`: another system inside this one, with changes to it. */
export interface ModuleEntry extends Node, Documented {
  readonly kind: "module";
  readonly name: Name;
  readonly of?: Name;
  readonly changes: readonly ChangeEntry[];
}
/** `when water > 100 [t] { water = 0 [t] }`: what changes at the moment at which a condition begins to hold. */
export interface EventEntry extends Node, Documented {
  readonly kind: "event";
  readonly condition: Expr;
  readonly changes: readonly ChangeEntry[];
}
/** `solve price in 0 .. 100`: an auxiliary in a loop of equations, which is solved for it. */
export interface SolveEntry extends Node, Documented {
  readonly kind: "solve";
  readonly name: Name;
  readonly range: RangeExpr;
}

export interface ScenarioDecl extends Node, Documented {
  readonly kind: "scenario";
  readonly name: Name;
  readonly of?: Name;
  readonly from?: Name;
  readonly using?: Name;
  readonly entries: readonly ChangeEntry[];
}
/** `growth = annual(6.5%)`, `value[services] = 200` */
export interface ChangeEntry extends Node, Documented {
  readonly target: Name;
  readonly labels?: readonly Label[];
  readonly value: Expr;
}
/** sweep, sensitivity, calibration, optimization: their entries in one shape. */
export interface ExperimentDecl extends Node, Documented {
  readonly kind: "sweep" | "sensitivity" | "calibration" | "optimization";
  readonly name: Name;
  readonly of?: Name;
  readonly entries: readonly ExperimentEntry[];
}
export type ExperimentEntry = Documented &
  (
    | (Node & {
        readonly kind: "range";
        readonly target: Name;
        readonly labels?: readonly Label[];
        readonly range: Expr;
      })
    | (Node & {
        readonly kind: "distribution";
        readonly target: Name;
        readonly labels?: readonly Label[];
        readonly distribution: Expr;
      })
    /** `samples 1000`, `outputs co2, peak_time(co2)`, `match gdp, co2 to panel in a .. b`, `subject to …` */
    | (Node & {
        readonly kind: "setting";
        readonly head: Name;
        readonly values: readonly Expr[];
        readonly clauses: readonly (Node & { readonly word: Name; readonly value: Expr })[];
      })
  );

export interface ReportDecl extends Node, Documented {
  readonly kind: "report";
  readonly name: Name;
  readonly items: readonly ReportItem[];
}
export type ReportItem = Documented &
  /** Text with `{expression}` holes. */
  (
    | (Node & { readonly kind: "text"; readonly parts: readonly (string | Expr)[] })
    | (Node & {
        readonly kind:
          | "table"
          | "compare"
          | "describe"
          | "validate"
          | "chart"
          | "map"
          | "frontier"
          | "program"
          | "diagram";
        readonly items: readonly Expr[];
        readonly clauses: readonly ReportClause[];
      })
  );
/**
 * What follows the items, as a word and its values: `by region, industry`; `digits 3`; `rows province`;
 * `columns industry`; `at 2025, 2030`; `for s1, s2`; `against current`; `sort descending`; `over time`;
 * `using "tiles.csv"`; `key province`; after `describe china:` and `validate a against b:` the columns stand as `:`.
 */
export interface ReportClause extends Node {
  readonly word: Name;
  readonly values: readonly Expr[];
}

export interface ExpectDecl extends Node, Documented {
  readonly kind: "expect";
  readonly always: boolean;
  readonly condition: Expr;
}
