/** Words of the panel Report. Keys begin with `report`. */
export const report = {
  reportNothing: "A report shows what a model finds. Give the model a measure, an index or a system first.",
  reportNone:
    "This model has no report yet. A report holds texts with numbers in them, tables, charts, frontiers and programs. One that fits this model:",
  reportNotYet: "The report will stand here as soon as the model has run.",
  reportInsert: "Write this report into the model",
  reportContents: "Reports",
  reportPrint: "Print",
  reportSave: "Save as one HTML file",
  reportTable: "Table {n}",
  reportFigure: "Figure {n}",
  reportProgram: "Program {n}",
  reportCsv: "CSV",
  reportCsvOf: "Numbers of {name} as CSV",
  reportNumbers: "The numbers behind it ({n} rows)",
  reportNumbersShort: "The numbers behind it",
  reportMade: "Made with GTFP {version}.",
} as const;
