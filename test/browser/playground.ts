/** The page as a reader has it, in a browser profile of its own. What goes wrong unseen – errors, requests that fail or leave – fails the test. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import type { PanelId } from "../../editor/playground/contract.ts";
import { browser, published } from "./browser.ts";
import { words } from "./words.ts";

/** Pictures to look at; the folder is ignored by git. */
export const pictures = resolve(import.meta.dirname, ".shots");

/** The line at the foot once a run has ended, in either language. */
const RAN = new RegExp(
  (["en", "zh"] as const)
    .map((language) => words("statusRan", {}, language).replace(/\{\w+\}/g, ".+"))
    .join("|"),
);

export interface Reader {
  readonly language?: "en" | "zh";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** A phone: fingers instead of a mouse. */
  readonly touch?: boolean;
  /** What follows the page's address, `#…`. */
  readonly at?: string;
  /** Another server than the one that all share. */
  readonly url?: string;
}

/** A test in a page of its own; what went wrong unseen fails it too. */
export function inPlayground(name: string, reader: Reader, run: (page: Playground) => Promise<void>): void {
  it(name, async () => {
    const playground = await Playground.open(reader);
    try {
      await run(playground);
    } catch (error) {
      await playground.picture(`failed ${name}`).catch(() => {});
      throw error;
    } finally {
      await playground.context.close();
    }
    expect(playground.faults).toEqual([]);
  });
}

export class Playground {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong unseen. A test that means to break something takes its part out. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async open(reader: Reader = {}): Promise<Playground> {
    const { language = "en", theme = "light", width = 1440, height = 900, touch = false } = reader;
    const context = await browser().newContext({
      locale: language === "zh" ? "zh-CN" : "en-GB",
      colorScheme: theme,
      viewport: { width, height },
      hasTouch: touch,
      isMobile: touch,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(10_000);
    // Lets tests read and set the editor's text; the page itself never looks at it.
    await context.addInitScript(() => {
      (window as unknown as { MonacoEnvironment: object }).MonacoEnvironment = { globalAPI: true };
    });
    const page = await context.newPage();
    const playground = new Playground(context, page);
    const url = reader.url ?? published().url;
    playground.#watch(new URL(url).origin);
    await page.goto(`${url}${reader.at ?? ""}`);
    return playground;
  }

  #watch(origin: string): void {
    const { context, faults } = this;
    context.on("weberror", (error) => faults.push(`error: ${error.error().stack ?? error.error()}`));
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        faults.push(`${message.type()}: ${message.text()}`);
    });
    context.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin)
        faults.push(`leaves the page: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // The page itself ends what it no longer needs: a worker, a page that is left.
      if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} (${why})`);
    });
  }

  /** Waits for the editor; Monaco's, or the plain one. */
  async editor(): Promise<void> {
    await this.page.locator(".monaco-editor .view-lines, textarea").first().waitFor();
  }

  /** The text in the editor. */
  modelText(): Promise<string> {
    return this.page.evaluate(() => {
      const { monaco } = window as unknown as WithMonaco;
      const shown = monaco?.editor.getEditors()[0]?.getModel();
      if (shown !== undefined) return shown.getValue();
      return document.querySelector("textarea")!.value;
    });
  }

  /** Puts another text into the editor, as one step of its undo history, as pasting over all of it does. */
  async setText(text: string): Promise<void> {
    await this.editor();
    const plain = this.page.locator(".model textarea:not(.monaco-editor *)");
    if (await plain.isVisible()) return plain.fill(text);
    await this.page.evaluate(async (content) => {
      const { monaco } = window as unknown as WithMonaco;
      const editor = monaco!.editor.getEditors()[0]!;
      editor.pushUndoStop();
      editor.executeEdits("test", [{ range: editor.getModel().getFullModelRange(), text: content }]);
      editor.pushUndoStop();
      // Until then the page still tells of the text before.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, text);
    expect(await this.modelText()).toBe(text);
  }

  /** Puts the cursor behind the first place where this text stands, and the focus into the editor. */
  async cursorBehind(text: string): Promise<void> {
    await this.page.evaluate((sought) => {
      const { monaco } = window as unknown as WithMonaco;
      const editor = monaco!.editor.getEditors()[0]!;
      const model = editor.getModel();
      const at = model.getValue().indexOf(sought);
      if (at < 0) throw new Error(`the model has no ${sought}`);
      editor.setPosition(model.getPositionAt(at + sought.length));
      editor.focus();
    }, text);
  }

  /** The text that is selected in the editor. */
  selected(): Promise<string> {
    return this.page.evaluate(() => {
      const { monaco } = window as unknown as WithMonaco;
      const editor = monaco!.editor.getEditors()[0]!;
      return editor.getModel().getValueInRange(editor.getSelection());
    });
  }

  /** The messages of the marks in the editor. */
  marks(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { monaco } = window as unknown as WithMonaco;
      return monaco!.editor.getModelMarkers({}).map(({ message }) => message);
    });
  }

  /** How the grammar in the editor paints a text: for each line, where each token begins. */
  tokens(text: string): Promise<{ offset: number; type: string }[][]> {
    return this.page.evaluate((model) => {
      const { monaco } = window as unknown as WithMonaco;
      return monaco!.editor
        .tokenize(model, "gtfp")
        .map((line) => line.map(({ offset, type }) => ({ offset, type })));
    }, text);
  }

  /** Waits until the model as it stands has run. */
  async settled(): Promise<void> {
    await this.page.locator("footer").getByRole("status").filter({ hasText: RAN }).waitFor();
  }

  /** What a panel shows. */
  panel(): Locator {
    return this.page.locator("#panel");
  }

  /** On narrow screens the panels stand behind a column's button. */
  async showPanel(panel: PanelId, language: "en" | "zh" = "en"): Promise<void> {
    const narrow = this.page.getByRole("navigation", { name: words("columnsOf", {}, language) });
    if (await narrow.isVisible()) {
      await narrow.getByRole("button", { name: words("meaning", {}, language) }).click();
    }
    await this.page.getByRole("tab", { name: words(panel, {}, language) }).click();
    await this.panel()
      .filter({ hasNotText: words("loading", {}, language) })
      .filter({ hasText: /\S/ })
      .waitFor();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name.replace(/[^\w-]+/g, "-")}.png`) });
  }
}

/** What tests use of Monaco, which stands there for them only. */
interface WithMonaco {
  readonly monaco?: {
    readonly editor: {
      getEditors(): {
        getModel(): {
          getValue(): string;
          getFullModelRange(): object;
          getPositionAt(offset: number): object;
          getValueInRange(range: object): string;
        };
        executeEdits(source: string, edits: readonly { range: object; text: string }[]): void;
        pushUndoStop(): void;
        setPosition(position: object): void;
        getSelection(): object;
        focus(): void;
      }[];
      getModelMarkers(filter: object): { message: string }[];
      tokenize(text: string, language: string): { offset: number; type: string }[][];
    };
  };
}
