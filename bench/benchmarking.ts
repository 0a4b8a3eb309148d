/** R's package Benchmarking on the same data, where it is installed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeaData } from "./dea-data.ts";

/** CPU milliseconds for each unit of `dea(RTS = "vrs", ORIENTATION = "in")`, bads as inputs; null without R. */
export function benchmarkingMs({ inputs, goods, rows }: DeaData): number | null {
  const folder = mkdtempSync(join(tmpdir(), "gtfp-bench-"));
  try {
    writeFileSync(join(folder, "data.csv"), `${rows.map((row) => row.join(",")).join("\n")}\n`);
    const good = `${inputs + 1}:${inputs + goods}`;
    // Large data sets are scored in part, always against all units.
    const script = `
      suppressMessages(library(Benchmarking))
      d <- as.matrix(read.csv("data.csv", header = FALSE))
      x <- d[, -(${good}), drop = FALSE]; y <- d[, ${good}, drop = FALSE]
      some <- unique(round(seq(1, nrow(d), length.out = min(nrow(d), 200))))
      t <- system.time(dea(x[some, , drop = FALSE], y[some, , drop = FALSE], RTS = "vrs", ORIENTATION = "in", XREF = x, YREF = y))
      cat(1000 * (t[["user.self"]] + t[["sys.self"]]) / length(some))`;
    const out = execFileSync("Rscript", ["-e", script], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number(out);
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
