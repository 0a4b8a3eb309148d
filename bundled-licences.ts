/** Puts the licences of all bundled packages beside the bundle, as they ask whoever passes them on to do. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

export const licencesFile = "LICENCES.txt";

/** The folder of the package that a module is of. */
const packageOf = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const isLicence = /^(licen[cs]e|copying|notice|thirdpartynotices)/i;

/** Packages whose parts come into bundles; what is built apart, such as a page's workers, goes into one file with the rest. */
export class BundledLicences {
  readonly #folders = new Set<string>();

  /** Notes what a bundle holds. */
  note(): Plugin {
    return {
      name: "bundled-packages",
      generateBundle: (_, bundle) => {
        for (const part of Object.values(bundle))
          if (part.type === "chunk") for (const id of part.moduleIds) this.#add(id);
      },
    };
  }

  /** Writes them beside the bundle; stands after what notes. */
  write(): Plugin {
    const text = () => this.#text();
    return {
      name: "bundled-licences",
      generateBundle() {
        this.emitFile({ type: "asset", fileName: licencesFile, source: text() });
      },
    };
  }

  #add(id: string): void {
    const folder = packageOf.exec(id.replaceAll("\\", "/").replace(/^\0/, ""))?.[0];
    if (folder !== undefined && existsSync(join(folder, "package.json"))) this.#folders.add(folder);
  }

  #text(): string {
    const packages = [...this.#folders].map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        name: string;
        version: string;
        license?: string;
      };
      const files = readdirSync(folder).filter((file) => isLicence.test(file));
      const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
      return { head: `${name} ${version} (${license ?? "see below"})`, texts };
    });
    packages.sort((a, b) => (a.head < b.head ? -1 : 1));
    const rule = "-".repeat(80);
    const parts = packages.map(({ head, texts }) => [head, ...texts].join("\n\n"));
    return `Parts of these packages are bundled here.\n\n${parts.join(`\n\n${rule}\n\n`)}\n`;
  }
}
