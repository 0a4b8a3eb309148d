/** Names of sheets as spreadsheets take them: at most 31 signs, none of `[ ] : * ? / \`, no two alike but for their case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const bare = name.replace(/[[\]:*?/\\\p{Cc}]/gu, "_").replace(/^'|'$/g, "_") || "_";
    // A sheet of that name is a spreadsheet's own.
    const whole = bare.toLowerCase() === "history" ? `${bare}_` : bare;
    let free = cut(whole, 31);
    for (let n = 2; taken.has(free.toLowerCase()); n++)
      free = `${cut(whole, 31 - 1 - String(n).length)}~${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The beginning of a text, without half of a sign at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
