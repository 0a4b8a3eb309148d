/** Keeps out of the page what comes with Monaco but nobody here uses. */
import type { Plugin } from "vite";

/**
 * Monaco's client of the language server protocol imports all features of Monaco for their effects; `editor/features.ts` names those that
 * we want.
 */
export function chosenFeatures(): Plugin {
  return {
    name: "chosen-features",
    transform: {
      filter: { id: /monaco-lsp-client[\\/]out[\\/]index\.js$/ },
      handler: (code) => ({ code: code.replace(/^import '[^']*';$/gm, ""), map: null }),
    },
  };
}
