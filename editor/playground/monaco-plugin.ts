/** Keeps out of the page what comes with Monaco but nobody here uses. */
import type { Plugin } from "vite";

/**
 * Monaco's client of the language server protocol imports all features of Monaco for their effects; `editor/features.ts` names those that
 * we want. It also tells the server names of files in small letters, which an import of `Parts.gtfp` would not find, and it takes an answer
 * about a file that was closed meanwhile for a fault: to Monaco such an answer is one that nobody waits for any more.
 */
export function chosenFeatures(): Plugin {
  return {
    name: "chosen-features",
    transform: {
      filter: { id: /monaco-lsp-client[\\/]out[\\/]index\.js$/ },
      handler: (code) => ({
        code: code
          .replace(/^import '[^']*';$/gm, "")
          .replaceAll(/(uri(?:\.toString\(true\))?)\.toLowerCase\(\)/g, "$1")
          .replaceAll(
            /throw new Error\(`No text model for uri [^`]*`\)/g,
            'throw Object.assign(new Error("Canceled"), { name: "Canceled" })',
          ),
        map: null,
      }),
    },
  };
}

/** The editors of differences, which come with Monaco's way of making any editor: classes that nobody makes an instance of. */
export function noDifferences(): Plugin {
  return {
    name: "no-differences",
    load: {
      filter: {
        id: /[\\/](?:diffEditor[\\/]diffEditorWidget|multiDiffEditor[\\/]multiDiffEditorWidget)\.js$/,
      },
      handler: () => "export class DiffEditorWidget {}\nexport class MultiDiffEditorWidget {}\n",
    },
  };
}
