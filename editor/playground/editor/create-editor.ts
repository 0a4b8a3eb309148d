/** The editor that fits the device: Monaco, or a plain one where there is no mouse, where Monaco fails, or where the reader prefers it. */
export type EditorKind = "monaco" | "plain";
const key = "gtfp-editor";

function preferred(): EditorKind {
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === "monaco" || chosen === "plain") return chosen;
  } catch {
    // Nothing is kept where storage is blocked.
  }
  // Monaco is not made for fingers; a laptop with a touch screen has a pointer that hovers too.
  return matchMedia("(any-hover: hover) and (any-pointer: fine)").matches ? "monaco" : "plain";
}

/** Takes the other editor from now on. The page begins anew: what stands in it is kept. */
export function preferEditor(kind: EditorKind): void {
  try {
    localStorage.setItem(key, kind);
  } catch {
    return;
  }
  location.reload();
}

/** Puts an editor into the element. */
export async function createEditor(element: HTMLElement): Promise<void> {
  if (preferred() === "monaco") {
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
