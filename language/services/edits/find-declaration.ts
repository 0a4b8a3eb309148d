import type * as ast from "../../ast.ts";
import type { Edited } from "./edit.ts";

type Kind = Extract<ast.Declaration, { name: ast.Name }>["kind"];
type Of<K extends Kind> = Extract<ast.Declaration, { kind: K }>;

/** A declaration of the entry file; in words why it cannot be edited where it stands in another or nowhere. */
export function findDeclaration<K extends Kind>(
  { entry, files }: Edited,
  kind: K,
  name: string,
): Of<K> | { readonly wrong: string } {
  for (const [path, { file }] of files) {
    const found = file.declarations.find((d): d is Of<K> => d.kind === kind && nameOf(d) === name);
    if (found === undefined) continue;
    return path === entry
      ? found
      : { wrong: `\`${name}\` stands in \`${path}\`: open that file to change it` };
  }
  return { wrong: `the model has no ${kind} \`${name}\`` };
}

function nameOf(declaration: ast.Declaration): string | undefined {
  return "name" in declaration ? declaration.name.text : undefined;
}

/** The whole text of the file in which a node stands. */
export function sourceOf({ files }: Edited, { span }: ast.Node): string {
  return files.get(span.file)?.file.source.text ?? "";
}
