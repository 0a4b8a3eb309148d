/** Monaco with the language server in a worker. Loaded after the page has painted. */
import { effect } from "@preact/signals";
import { editor, KeyCode, KeyMod } from "monaco-editor/editor";
import "./features.ts";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { createTransportToWorker, MonacoLspClient } from "monaco-lsp-client";
import "../look/editor.css";
import { actions, editorCame, setEditor } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { askAgain, registerCommands, registerLanguage } from "./language.ts";
import { startLanguageWorker } from "./language-worker.ts";
import { isModelFile, OpenModels } from "./open-models.ts";
import { followPointing } from "./pointing.ts";
import { preferEditor } from "./prefer-editor.ts";
import { pageTheme, propertyReader } from "./theme.ts";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** Puts an editor into the element. */
export function createMonaco(element: HTMLElement): void {
  registerLanguage();
  registerCommands();
  const models = new OpenModels();
  const server = startLanguageWorker(models.isOpen);
  new MonacoLspClient(createTransportToWorker(server.worker));
  server.onResults(askAgain());
  // Its first word tells that all of the editor's parts have come.
  server.worker.addEventListener("message", editorCame, { once: true });
  followTheme();

  // Menus stand beside the editor and take their colours from around it.
  element.classList.add("monaco-component");
  const code = editor.create(element, {
    model: models.of(study.shown.value) ?? null,
    ariaLabel: say("editorName"),
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-code"),
    fontSize: 14,
    lineHeight: 21,
    padding: { top: 8, bottom: 8 },
    minimap: { enabled: false },
    overviewRulerLanes: 1,
    find: { addExtraSpaceOnTop: false },
    lineNumbersMinChars: 3,
    renderLineHighlight: "all",
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    smoothScrolling: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    stickyScroll: { enabled: false },
    bracketPairColorization: { enabled: false },
    "semanticHighlighting.enabled": true,
    suggest: { showWords: false, preview: false },
    tabSize: 2,
    wordBasedSuggestions: "off",
  });
  code.addAction({
    id: "gtfp.run",
    label: say("run"),
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    contextMenuGroupId: "navigation",
    run: () => actions.run(),
  });
  code.addAction({
    id: "gtfp.plain",
    label: say("editorPlain"),
    contextMenuGroupId: "z",
    run: () => preferEditor("plain"),
  });
  leaveRoom(code);
  showFiles(code, models);
  followPointing(code);
  setEditor({
    write: models.write,
    reveal(file, start, end) {
      if (isModelFile(file)) study.shown.value = file;
      view.column.value = "model";
      const model = models.of(file);
      if (model === undefined) return;
      const from = model.getPositionAt(start);
      const range = { startLineNumber: from.lineNumber, startColumn: from.column, ...endOf(model, end) };
      code.setSelection(range);
      code.revealRangeInCenterIfOutsideViewport(range);
      code.focus();
    },
  });
  effect(() => code.updateOptions({ ariaLabel: say("editorName") }));
}

function endOf(model: editor.ITextModel, offset: number) {
  const { lineNumber, column } = model.getPositionAt(offset);
  return { endLineNumber: lineNumber, endColumn: column };
}

/** The file in sight, each where the reader left it. */
function showFiles(code: editor.IStandaloneCodeEditor, models: OpenModels): void {
  const left = new Map<string, editor.ICodeEditorViewState | null>();
  let shown = study.shown.value;
  effect(() => {
    const path = study.shown.value;
    void study.files.value;
    const model = models.of(path);
    if (model === undefined || code.getModel() === model) return;
    left.set(shown, code.saveViewState());
    shown = path;
    code.setModel(model);
    code.restoreViewState(left.get(path) ?? null);
  });
}

/** Where the column is narrow, sizes and units that nobody wrote would push what is written out of sight. */
function leaveRoom(code: editor.IStandaloneCodeEditor): void {
  const follow = ({ width }: { readonly width: number }) =>
    code.updateOptions({ inlayHints: { enabled: width < narrow ? "off" : "on" } });
  follow(code.getLayoutInfo());
  code.onDidLayoutChange(follow);
}
/** In pixels. */
const narrow = 600;

function followTheme(): void {
  effect(() => {
    const dark = view.dark.value;
    // After the page itself has changed.
    requestAnimationFrame(() => {
      editor.defineTheme("gtfp", pageTheme(dark, propertyReader()));
      editor.setTheme("gtfp");
    });
  });
}
