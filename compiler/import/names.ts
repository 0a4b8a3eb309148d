/** Names of other tools as names of GTFP: a blank becomes `_`; what is no identifier then stands in backticks. */

/** What two spellings of one name have in common: neither capitals nor the kind and number of blanks count. */
export function folded(name: string): string {
  return bare(name)
    .replace(/(?:\\n|[\s_\u00a0])+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}

/** Without the quotes of Vensim and XMILE, or GTFP's. */
function bare(name: string): string {
  const quoted = /^(["`])([\s\S]*)\1$/.exec(name.trim());
  return (quoted?.[2] ?? name.trim()).replace(/\\(["\\])/g, "$1").normalize("NFC");
}

const reserved = new Set("and or not if then else at by in step within where".split(" "));
const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** As GTFP writes the name. */
export function written(name: string): string {
  const words = bare(name).replace(/(?:\\n|[\s\u00a0])+/g, " ");
  const joined = words.replaceAll(" ", "_");
  if (identifier.test(joined) && !reserved.has(joined)) return joined;
  return `\`${words.replaceAll("`", "'") || "_"}\``;
}

/** Another name after it, free of those taken: `growth_2`. */
export function unused(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : extended("", name, `_${n}`);
    if (!taken.has(folded(tried))) return tried;
  }
}

/** The name with something before it, inside the backticks where it has them. */
export function extended(before: string, name: string, after = ""): string {
  return written(`${before}${bare(name)}${after}`);
}
