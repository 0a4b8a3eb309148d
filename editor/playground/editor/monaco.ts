/** Monaco with the language server in a worker. Loaded after the page has painted. */
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { createTransportToWorker, MonacoLspClient } from "monaco-lsp-client";
import { monarchGrammar } from "../../grammar/monarch.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { startWorker } from "../workers/start.ts";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** Puts an editor into the element. */
export function createEditor(element: HTMLElement): void {
  monaco.languages.register({ id: "gtfp", extensions: [".gtfp"] });
  monaco.languages.setMonarchTokensProvider(
    "gtfp",
    monarchGrammar() as unknown as monaco.languages.IMonarchLanguage,
  );
  const server = startWorker("language");
  new MonacoLspClient(createTransportToWorker(server));
  const uri = monaco.Uri.parse(`file:///${study.entry.value}`);
  const model = monaco.editor.createModel(study.text.value, "gtfp", uri);
  model.onDidChangeContent(() => actions.setText(study.entry.value, model.getValue()));
  monaco.editor.create(element, {
    model,
    automaticLayout: true,
    minimap: { enabled: false },
    "semanticHighlighting.enabled": true,
    wordBasedSuggestions: "off",
  });
}
