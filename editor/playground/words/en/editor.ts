/** Words of the editor. Keys begin with `editor`. */
export const editor = {
  editorName: "Model",
  editorFull: "Use the full editor",
  editorPlain: "Use the plain editor",
  editorLine: "Line {n}",
  editorMore: "{n} more problems",
  editorTooLong: "On the command line, `gtfp run` uses all cores and shows how far it is.",
} as const;
