/**
 * The language server, whatever it is connected through: it answers with what the language services say, in the protocol's terms.
 *
 *     connection ─▶ documents ─▶ workspace (analyses) ─▶ services ─▶ converter ─▶ connection
 */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../language/services/semantic-tokens.ts";
import { version } from "../../language/version.ts";
import type { JsonResults } from "../../runtime/report/results-json.ts";
import { Converter } from "./convert.ts";
import type { ServerHost } from "./host.ts";
import { Publisher } from "./publish.ts";
import { answerEdits } from "./requests-edits.ts";
import { answerNavigation } from "./requests-navigation.ts";
import { answerReading } from "./requests-reading.ts";
import { Runs } from "./runs.ts";
import { Uris } from "./uris.ts";
import { Workspace } from "./workspace.ts";

/** What the groups of requests share. */
export interface Serving {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly uris: Uris;
  readonly convert: Converter;
  readonly publisher: Publisher;
}

export interface Server {
  /** The host has a run's results: hovers, hints and lenses show them. */
  showResults(path: string, results: JsonResults): void;
  /** Files outside of the editor have changed. */
  filesChanged(): void;
}

/** Serves a connection; the caller makes it and keeps it alive. */
export function startServer(connection: Connection, host: ServerHost): Server {
  const uris = new Uris();
  const workspace = new Workspace(host);
  const convert = new Converter(uris, workspace.text);
  const publisher = new Publisher(connection, workspace, uris, convert);
  const serving: Serving = { connection, workspace, uris, convert, publisher };
  const runs = new Runs(serving);
  const documents = new TextDocuments(TextDocument);
  let watches = false;

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri }): InitializeResult => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    host.opened?.(folders.map((uri) => uris.pathOf(uri)));
    return { capabilities: capabilitiesOf(host), serverInfo: { name: "gtfp", version } };
  });
  connection.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: "**/*.{gtfp,csv,tsv,json,xlsx}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  documents.onDidChangeContent(({ document }) => {
    workspace.change(uris.pathOf(document.uri), document.getText());
    publisher.soon();
  });
  documents.onDidClose(({ document }) => {
    const path = uris.pathOf(document.uri);
    workspace.close(path);
    publisher.clear(path);
    publisher.soon();
  });
  documents.onDidSave(() => filesChanged());
  connection.onDidChangeWatchedFiles(() => filesChanged());
  const filesChanged = () => {
    workspace.stale();
    publisher.soon();
  };

  connection.onShutdown(() => publisher.stop());

  answerReading(serving);
  answerNavigation(serving);
  answerEdits(serving);
  connection.onExecuteCommand(({ command, arguments: args }) => runs.execute(command, args ?? []));
  documents.listen(connection);
  connection.listen();
  return { showResults: (path, results) => runs.show(path, results), filesChanged };
}

function capabilitiesOf(host: ServerHost): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: [".", "[", "`", ":"] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ["(", ",", ":"] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    codeActionProvider: { codeActionKinds: ["quickfix"] },
    codeLensProvider: {},
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
    ...(host.run === undefined ? {} : { executeCommandProvider: { commands: ["gtfp.run", "gtfp.test"] } }),
    workspace: { workspaceFolders: { supported: true } },
  };
}
