/** What both clients ask of the language client. */

import { window } from "vscode";
import type { ExecuteCommandMiddleware, LanguageClientOptions } from "vscode-languageclient";

/** Called from the palette, a command is about the model in view, which is saved first: runs read what is saved. */
const executeCommand: ExecuteCommandMiddleware["executeCommand"] = async (command, args, next) => {
  const document = window.activeTextEditor?.document;
  if (document?.isDirty) await document.save();
  return next(command, args.length > 0 ? args : [document?.uri.toString()]);
};

export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: "gtfp" }],
  middleware: { executeCommand },
};
