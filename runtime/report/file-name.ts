/** A table's name as a file's, without its ending. */

/** Without what file systems do not take. */
export function fileName(name: string): string {
  return name.replace(/[<>:"/\\|?*\p{Cc}]/gu, "_");
}

/** A picture's name, which stands in LaTeX too: letters, digits, dots and dashes only. */
export function pictureName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, "_");
}
