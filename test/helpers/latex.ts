/** Reads LaTeX as far as its structure goes: what opens is closed, in order. Gives what is wrong, or nothing. */
export function balance(latex: string): string {
  const open: string[] = [];
  const text = latex.replace(/(?<!\\)%.*$/gm, "");
  for (const [piece, kind, name] of text.matchAll(/\\(begin|end)\{([\w*]+)\}|\\\\|\\[{}$%]|[{}$]/g)) {
    if (kind === "begin") open.push(name!);
    else if (kind === "end") {
      const last = open.pop();
      if (last !== name) return `\\end{${name}} closes ${last}`;
    } else if (piece === "{") open.push("{");
    else if (piece === "}") {
      const last = open.pop();
      if (last !== "{") return `} closes ${last}`;
    } else if (piece === "$") {
      if (open.at(-1) === "$") open.pop();
      else open.push("$");
    }
  }
  return open.length === 0 ? "" : `never closed: ${open.join(" ")}`;
}
