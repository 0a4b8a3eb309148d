/** Words of the editor. Keys begin with `editor`. */
export const editor = {
  editorName: "Model; Ctrl+M switches whether Tab leaves the editor",
  editorPlainName: "Model",
  editorFull: "Use the full editor",
  editorPlain: "Use the plain editor",
  editorLine: "Line {n}",
  editorMore: "{n} more problems",
  editorFault:
    "The page made a mistake with this model ({detail}). Your text is safe. Try again; if it happens anew, please report it with the model.",
  editorMemory:
    "The browser has no memory left for this model. Leave out rows, columns or samples, close other pages, or run it with `gtfp run` on the command line.",
  editorData:
    "The files hold {detail} MB, more than a page can work with. Leave out columns and years that the model does not use, or run it with `gtfp run` on the command line.",
  editorAgain: "Try again",
  editorTooLong: "On the command line, `gtfp run` uses all cores and shows how far it is.",
} as const;
