/**
 * A client of the server for tests, whatever is between them. The cases in `cases/` only see this, so that the same ones run in memory,
 * against the real process, and in a worker of a real browser.
 */
import {
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageReader,
  type MessageWriter,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { positions } from "../../../language/source.ts";
import { marked } from "../../helpers/marks.ts";

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Where the files of cases lie, as a URI without a slash at its end. */
  readonly root: string;
  /** Puts a file where the server can read it, without opening it. */
  write(path: string, text: string): void;
  /** Ends the server; a process of its own is told by the protocol's `exit`. */
  close(exit: () => Promise<void>): Promise<void>;
}

/** A running server with its client. */
export class Session {
  readonly connection: ProtocolConnection;
  readonly #transport: Transport;
  readonly #published = new Map<string, Diagnostic[]>();
  readonly #waiting = new Map<string, ((list: Diagnostic[]) => boolean)[]>();
  #cases = 0;

  private constructor(transport: Transport) {
    this.#transport = transport;
    this.connection = createProtocolConnection(transport.reader, transport.writer);
  }

  static async start(transport: Transport): Promise<Session> {
    const session = new Session(transport);
    const { connection } = session;
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      session.#published.set(uri, diagnostics);
      const left = (session.#waiting.get(uri) ?? []).filter((done) => !done(diagnostics));
      session.#waiting.set(uri, left);
    });
    connection.onRequest("workspace/codeLens/refresh", () => null);
    connection.onRequest("workspace/inlayHint/refresh", () => null);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: transport.root,
      workspaceFolders: [{ uri: transport.root, name: "cases" }],
      capabilities: {},
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return session;
  }

  /** Opens the files of a case in a folder of its own; those whose name ends in `.gtfp` are opened, others are written. */
  async open(files: Readonly<Record<string, string>>): Promise<Opened> {
    const folder = `case-${++this.#cases}`;
    const opened = new Opened(this, `${this.#transport.root}/${folder}`);
    for (const [path, source] of Object.entries(files)) {
      const text = opened.add(path, source);
      this.#transport.write(`${folder}/${path}`, text);
    }
    for (const path of Object.keys(files)) {
      if (!path.endsWith(".gtfp")) continue;
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: opened.uri(path), languageId: "gtfp", version: 1, text: opened.text(path) },
      });
    }
    return opened;
  }

  /** The diagnostics of a document as soon as they suit; the last ones where they never do. */
  diagnostics(uri: string, suit: (list: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const known = this.#published.get(uri);
    if (known !== undefined && suit(known)) return Promise.resolve(known);
    return new Promise((resolve) => {
      const give = setTimeout(() => resolve(this.#published.get(uri) ?? []), 3000);
      const wait = (list: Diagnostic[]): boolean => {
        if (!suit(list)) return false;
        clearTimeout(give);
        resolve(list);
        return true;
      };
      this.#waiting.set(uri, [...(this.#waiting.get(uri) ?? []), wait]);
    });
  }

  async close(): Promise<void> {
    await this.connection.sendRequest("shutdown").catch(() => {});
    await this.#transport.close(() => this.connection.sendNotification("exit"));
    this.connection.dispose();
  }
}

/** The open files of one case. */
export class Opened {
  readonly #session: Session;
  readonly #root: string;
  readonly #files = new Map<string, { text: string; cursors: readonly number[]; version: number }>();

  constructor(session: Session, root: string) {
    this.#session = session;
    this.#root = root;
  }
  add(path: string, source: string): string {
    const { text, cursors } = marked(source);
    this.#files.set(path, { text, cursors, version: 1 });
    return text;
  }
  uri(path = "model.gtfp"): string {
    return `${this.#root}/${path}`;
  }
  text(path = "model.gtfp"): string {
    return this.#files.get(path)!.text;
  }
  position(offset: number, path = "model.gtfp"): Position {
    const { line, column } = positions(this.text(path))(offset);
    return { line: line - 1, character: column - 1 };
  }
  /** The place of a cursor mark, as requests take it. */
  at(cursor = 0, path = "model.gtfp"): { textDocument: { uri: string }; position: Position } {
    const offset = this.#files.get(path)!.cursors[cursor];
    if (offset === undefined) throw new Error(`no cursor ${cursor} in ${path}`);
    return { textDocument: { uri: this.uri(path) }, position: this.position(offset, path) };
  }
  get document() {
    return { textDocument: { uri: this.uri() } };
  }
  get whole(): Range {
    return { start: { line: 0, character: 0 }, end: this.position(this.text().length) };
  }
  request<R>(method: string, params: object): Promise<R> {
    return this.#session.connection.sendRequest(method, params);
  }
  async change(text: string, path = "model.gtfp"): Promise<void> {
    const file = this.#files.get(path)!;
    file.text = text;
    file.version++;
    const { uri } = { uri: this.uri(path) };
    await this.#session.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: file.version },
      contentChanges: [{ text }],
    });
  }
  /** The codes of the diagnostics, once they are as expected. */
  async codes(expected: readonly string[], path = "model.gtfp"): Promise<string[]> {
    const codes = (list: Diagnostic[]) => list.map((d) => String(d.code));
    const same = (list: Diagnostic[]) => JSON.stringify(codes(list)) === JSON.stringify(expected);
    return codes(await this.#session.diagnostics(this.uri(path), same));
  }
  diagnostics(suit: (list: Diagnostic[]) => boolean, path = "model.gtfp"): Promise<Diagnostic[]> {
    return this.#session.diagnostics(this.uri(path), suit);
  }
  /** The labels offered at a cursor, in order. */
  async completions(cursor = 0): Promise<string[]> {
    const items = await this.#session.connection.sendRequest(CompletionRequest.type, this.at(cursor));
    const list = Array.isArray(items) ? items : (items?.items ?? []);
    return [...list].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map((item) => item.label);
  }
  /** A file's text after edits. */
  edited(edits: readonly TextEdit[], path = "model.gtfp"): string {
    const text = this.text(path);
    const lines = text.split("\n");
    const offset = ({ line, character }: Position) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits]
      .sort(
        (a, b) => offset(b.range.start) - offset(a.range.start) || offset(b.range.end) - offset(a.range.end),
      )
      .reduce(
        (t, { range, newText }) => t.slice(0, offset(range.start)) + newText + t.slice(offset(range.end)),
        text,
      );
  }
  /** All files after a workspace edit. */
  after({ changes = {} }: WorkspaceEdit): Record<string, string> {
    return Object.fromEntries(
      [...this.#files.keys()].map((path) => [path, this.edited(changes[this.uri(path)] ?? [], path)]),
    );
  }
  /** The source that a range covers. */
  covered(range: Range, path = "model.gtfp"): string {
    const lines = this.text(path).split("\n");
    const offset = ({ line, character }: Position) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return this.text(path).slice(offset(range.start), offset(range.end));
  }
}

export interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly run: (open: Opened) => Promise<void>;
}

/** A case of one file, or of several. */
export function serverCase(
  name: string,
  files: string | Readonly<Record<string, string>>,
  run: Case["run"],
): Case {
  return { name, files: typeof files === "string" ? { "model.gtfp": files } : files, run };
}
