/** What Monaco knows of the language itself: words, brackets, commands of its lenses. */
import { Emitter, editor, languages } from "monaco-editor/editor";
import { monarchGrammar } from "../../grammar/monarch.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { showPanel, view } from "../state/view.ts";

export function registerLanguage(): void {
  languages.register({ id: "gtfp", extensions: [".gtfp"] });
  languages.setMonarchTokensProvider("gtfp", monarchGrammar() as unknown as languages.IMonarchLanguage);
  languages.setLanguageConfiguration("gtfp", {
    comments: { lineComment: "//", blockComment: ["/*", "*/"] },
    brackets: [
      ["{", "}"],
      ["[", "]"],
      ["(", ")"],
    ],
    autoClosingPairs: [
      { open: "{", close: "}" },
      { open: "[", close: "]" },
      { open: "(", close: ")" },
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "`", close: "`", notIn: ["string", "comment"] },
    ],
    wordPattern: /`[^`\n]+`|[\p{L}_][\p{L}\p{N}_]*|\d[\d_.]*/u,
  });
}

/** The commands of the server's lenses; their arguments are the file and the name that they are about. */
export function registerCommands(): void {
  editor.registerCommand("gtfp.run", () => actions.run());
  editor.registerCommand("gtfp.test", () => {
    showPanel("results");
    if (!study.fresh.value) actions.run();
  });
  editor.registerCommand("gtfp.openReport", () => showPanel("report"));
  editor.registerCommand("gtfp.explain", (_, __, name: unknown) => {
    if (typeof name === "string") explain(name);
  });
}

/** Shows the panel that tells of a declaration. */
function explain(name: string): void {
  const outline = study.outline.value;
  const named = (list: readonly { readonly name: string }[] | undefined) =>
    list?.some((one) => one.name === name) === true;
  if (named(outline?.measures)) {
    view.measure.value = name;
    showPanel("program");
  } else if (named(outline?.systems)) showPanel("diagram");
  else if (outline?.systems.some(({ scenarios }) => named(scenarios)) === true) showPanel("scenarios");
  else showPanel("results");
}

/** Monaco cannot be told to ask the server for hints and lenses again; a provider of none, whose answers change, makes it. */
export function askAgain(): () => void {
  const changed = new Emitter<void>();
  languages.registerInlayHintsProvider("gtfp", {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: () => ({ hints: [], dispose() {} }),
  });
  const lenses: languages.CodeLensProvider = {
    provideCodeLenses: () => ({ lenses: [], dispose() {} }),
    onDidChange: (listener) => changed.event(() => listener(lenses)),
  };
  languages.registerCodeLensProvider("gtfp", lenses);
  return () => changed.fire();
}
