/** Every model that the repository holds: examples, acceptance tests, goldens and the catalogue's mended ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { catalogue } from "../../../language/diagnostics/catalogue.ts";
import { filesOf } from "../../helpers/pipeline.ts";

const root = resolve(import.meta.dirname, "../../..");

export interface WholeModel {
  readonly name: string;
  readonly entry: string;
  readonly text: string;
  readonly read: (path: string) => string | null;
}

function models(folder: string): WholeModel[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".gtfp"))
    .map((path) => {
      const full = join(root, folder, path);
      const read = (other: string) => {
        const at = join(dirname(full), other);
        return existsSync(at) ? readFileSync(at, "utf8") : null;
      };
      const entry = full.slice(dirname(full).length + 1);
      return { name: relative(root, full), entry, text: readFileSync(full, "utf8"), read };
    });
}

/** Models in files. */
export const written: readonly WholeModel[] = ["examples", "test/acceptance"].flatMap(models);

/** The mended examples of the diagnostic catalogue that are models: those of imports are other tools' files. */
export const mended: readonly WholeModel[] = catalogue.flatMap(({ code, mended: example }) => {
  const files = filesOf(example);
  const text = files["model.gtfp"];
  return text === undefined
    ? []
    : [{ name: code, entry: "model.gtfp", text, read: (path: string) => files[path] ?? null }];
});
