/** The editor that fits the device: Monaco, or a plain one where there is no mouse, where Monaco fails, or where the reader prefers it. */
import { view } from "../state/view.ts";
import { preferredEditor } from "./prefer-editor.ts";

/** Puts an editor into the element. */
export async function createEditor(element: HTMLElement): Promise<void> {
  if (preferredEditor() === "monaco") {
    try {
      // Monaco takes its words when it is loaded; it follows another language from the next visit on.
      if (view.language.value === "zh") await import("monaco-editor/nls/lang/zh-cn");
      const { createMonaco } = await import("./monaco.ts");
      createMonaco(element);
      return;
    } catch (error) {
      console.error(error);
      element.replaceChildren();
    }
  }
  const { createPlain } = await import("./plain.tsx");
  createPlain(element);
}
