/** Words of the editor. Keys begin with `editor`. */
export const editor = {
  editorName: "Model",
  editorTooLong: "On the command line, `gtfp run` uses all cores and shows how far it is.",
} as const;
