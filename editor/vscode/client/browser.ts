/** The extension in a browser: the server is a worker, which has no disk, so it is given the files of the workspace. */
import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "./options.ts";

const FILES = "**/*.{gtfp,csv,tsv,json}";
/** More is no workspace of models. */
const MOST = 2000;
let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, "dist/worker.js").toString(true));
  const started = new LanguageClient("gtfp", "GTFP", worker, clientOptions);
  client = started;
  await started.start();
  const send = async (uri: Uri) => {
    const bytes = [...(await workspace.fs.readFile(uri))];
    await started.sendNotification("gtfp/file", { uri: uri.toString(), bytes });
  };
  const watcher = workspace.createFileSystemWatcher(FILES);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(send),
    watcher.onDidChange(send),
    watcher.onDidDelete((uri) => started.sendNotification("gtfp/file", { uri: uri.toString(), bytes: null })),
  );
  for (const uri of await workspace.findFiles(FILES, "**/node_modules/**", MOST)) await send(uri);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
