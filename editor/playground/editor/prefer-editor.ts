/** Which editor the reader writes in. */
export type EditorKind = "monaco" | "plain";
const key = "gtfp-editor";

/** What the reader chose, else what fits the device. */
export function preferredEditor(): EditorKind {
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
