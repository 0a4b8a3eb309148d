/** The editor that fits the device: Monaco, or a plain one where there is no mouse, where Monaco fails, or where the reader prefers it. */
import { preferredEditor } from "./prefer-editor.ts";

/** Puts an editor into the element. */
export async function createEditor(element: HTMLElement): Promise<void> {
  if (preferredEditor() === "monaco") {
    try {
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
