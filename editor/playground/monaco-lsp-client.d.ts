/** The part of Monaco's own client of the language server protocol that the page uses; its package exports it from the full index only. */
declare module "monaco-lsp-client" {
  export interface Transport {
    readonly transport: unique symbol;
  }
  export function createTransportToWorker(worker: Worker): Transport;
  export class MonacoLspClient {
    constructor(transport: Transport);
  }
}
declare module "*?worker" {
  const Constructor: new (options?: { name?: string }) => Worker;
  export default Constructor;
}
declare module "*?url" {
  const url: string;
  export default url;
}
declare module "*.css";
declare module "monaco-editor/nls/lang/zh-cn";
