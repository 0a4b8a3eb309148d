/** The extension on a desktop: the server and every run are processes of the command that comes with it. */
import { spawn } from "node:child_process";
import { commands, type ExtensionContext, Uri, ViewColumn, window, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./options.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const configured = workspace.getConfiguration("gtfp").get<string>("command", "");
  const module = configured === "" ? context.asAbsolutePath("server/gtfp.js") : configured;
  const server = { module, args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("gtfp", "GTFP", { run: server, debug: server }, clientOptions);
  context.subscriptions.push(
    commands.registerCommand("gtfp.explain", (uri?: string, name?: string) => explain(module, uri, name)),
    commands.registerCommand("gtfp.openReport", (uri?: string) => openReport(module, uri)),
  );
  await client.start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** The declaration under the cursor, or the one that a lens stands above. */
async function explain(module: string, uri?: string, name?: string): Promise<void> {
  const path = await saved(uri);
  const declaration = name ?? wordAtCursor();
  if (path === undefined || declaration === undefined) return;
  const text = await gtfp(module, ["explain", path, declaration]);
  if (text !== undefined) await show(text, "plaintext");
}

async function openReport(module: string, uri?: string): Promise<void> {
  const path = await saved(uri);
  if (path === undefined) return;
  const text = await gtfp(module, ["run", path, "--format", "md"]);
  if (text === undefined) return;
  await show(text, "markdown");
  await commands.executeCommand("markdown.showPreviewToSide");
}

async function show(content: string, language: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

/** The path of a model that is saved. */
async function saved(uri?: string): Promise<string | undefined> {
  const target = uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(uri);
  if (target === undefined) return undefined;
  const document = await workspace.openTextDocument(target);
  if (document.isUntitled || (document.isDirty && !(await document.save()))) {
    void window.showWarningMessage("Save the model first: a run reads what is saved.");
    return undefined;
  }
  return document.uri.fsPath;
}

function wordAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
  return range === undefined ? undefined : editor?.document.getText(range).replaceAll("`", "");
}

/** What the command writes; where it fails its message is shown and nothing comes back. */
function gtfp(module: string, args: readonly string[]): Promise<string | undefined> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage("Models are run in trusted workspaces only.");
    return Promise.resolve(undefined);
  }
  // The editor's own Node runs it.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const child = spawn(process.execPath, [module, ...args], { env });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve) => {
    const fail = (message: string) => {
      void window.showErrorMessage(message);
      resolve(undefined);
    };
    child.on("error", (error) => fail(error.message));
    child.on("close", (code) => {
      // 1 says that an expectation failed: there is a result all the same.
      if (code === 0 || code === 1) resolve(out);
      else fail(err.trim().split("\n")[0] || "gtfp failed.");
    });
  });
}
