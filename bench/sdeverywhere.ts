/**
 * SDEverywhere's generated JavaScript for the system `green`, run by its own runtime in this process. It is no dependency of the
 * package: the first benchmark that wants it installs it into a folder that is not under version control.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { greenOutputs, greenVensim } from "./green-vensim.ts";

const folder = resolve("bench/.peers/sdeverywhere");
const manifest = {
  name: "gtfp-bench-sdeverywhere",
  private: true,
  type: "module",
  dependencies: { "@sdeverywhere/compile": "0.7.28", "@sdeverywhere/runtime": "0.2.6" },
  // The compiler names a download address for this package; the same code also stands in the registry.
  overrides: { xlsx: "npm:@e965/xlsx@0.20.3" },
};
/** Its compiler does not export what it needs to be called from: a script of its own beside it is simplest. */
const script = `import { readFileSync } from "node:fs";
import { parseAndGenerate } from "@sdeverywhere/compile";
const spec = { inputVarNames: ["gdp growth rate"], outputVarNames: ${JSON.stringify(greenOutputs)} };
await parseAndGenerate(readFileSync("green.mdl", "utf8"), "vensim", spec, ["generateJS"], ".", "green", ".");
`;
const entry = `import { createSynchronousModelRunner } from "@sdeverywhere/runtime";
import green from "./green.js";
const runner = createSynchronousModelRunner(await green());
const outputs = runner.createOutputs();
export const run = () => runner.runModelSync([0.06], outputs).varSeries.map((s) => s.points.at(-1).y);
`;

/** A run that gives the end values in the order of `greenOutputs`, or why there is none. */
export async function sdeverywhereGreen(): Promise<
  { readonly run: () => number[] } | { readonly why: string }
> {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const options = { cwd: folder, stdio: "pipe" } as const;
    if (!existsSync(join(folder, "node_modules/@sdeverywhere/runtime")))
      execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], options);
    writeFileSync(join(folder, "green.mdl"), greenVensim);
    writeFileSync(join(folder, "generate.js"), script);
    writeFileSync(join(folder, "run.js"), entry);
    execFileSync("node", ["generate.js"], options);
    return (await import(pathToFileURL(join(folder, "run.js")).href)) as { run: () => number[] };
  } catch (error) {
    return { why: error instanceof Error ? error.message.split("\n")[0]! : String(error) };
  }
}
