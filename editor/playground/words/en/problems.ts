/** Words of the panel Problems. Keys begin with `problems`. */
export const problems = {
  problemsNone: "No problems.",
  problemsNotYet: "The model has not been checked yet.",
  problemsChecked:
    "Syntax, names, units, data and every linear program's proof were checked. In this model: {what}.",
  problemsPanels: "data: {n}",
  problemsMeasures: "measures and indices: {n}",
  problemsSystems: "systems: {n}",
  problemsReports: "reports: {n}",
  problemsExpectations: "expectations met: {n}",
  problemsCount: "problems: {n}",
  problemsError: "Error",
  problemsWarning: "Warning",
  problemsNote: "Note",
  problemsReveal: "Show in the model",
  problemsHelp: "Help:",
  problemsExplain: "What does this mean?",
  problemsNoPage: "There is no page for this code.",
  problemsLine: "line {line}",
  problemsLineOf: "line {line} of {file}",
  problemsClaims: "Expectations not met",
} as const;
