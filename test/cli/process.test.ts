/** The built command as a process: exit codes, streams, colours, pipes, and what stands on the disk afterwards. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { uniform } from "../../bench/dea-data.ts";

const root = resolve(import.meta.dirname, "../..");
// Below node_modules, so that the built files find the packages; never the dist/ that a user may be running.
const built = join(root, "node_modules/.cache/gtfp-process-test");
const main = join(built, "gtfp.js");
let folder: string;

beforeAll(() => {
  rmSync(built, { recursive: true, force: true });
  const rolldown = join(root, "node_modules/rolldown/bin/cli.mjs");
  execFileSync(process.execPath, [rolldown, "-c", "-d", built], { cwd: root, stdio: "pipe" });
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gtfp-process-"));
  return () => rmSync(folder, { recursive: true });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const environment = { PATH: process.env.PATH!, HOME: process.env.HOME ?? "/" };

function gtfp(args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: more.input ?? "",
    maxBuffer: 2 ** 26,
    env: { ...environment, ...more.env },
  });
  return { status, stdout, stderr };
}

const model = `data mills {
  dmu mill
  | mill | labor [person] | paper [t] |
  |------|---------------:|----------:|
  | A    |              2 |         1 |
  | B    |              4 |         4 |
}

technology plain on mills {
  input labor
  good paper
}

measure efficiency = radial(plain, orientation: input)

/// Scores
expect efficiency.score <= 1
`;
const failing = model.replace("<= 1\n", "< 1\n");
const broken = model.replace("good paper", "good papr");
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe("gtfp as a process", () => {
  it("runs a model: results on stdout, nothing on stderr, 0", () => {
    write("m.gtfp", model);
    const { status, stdout, stderr } = gtfp(["run", "m.gtfp"]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("efficiency");
    expect(stdout).toContain("0.5");
    expect(stdout).toContain("✓ Scores");
    expect(stdout).not.toContain("\x1b");
  });

  it("ends with 1 for an expectation that is not met, in run and in test", () => {
    write("m.gtfp", failing);
    for (const command of ["run", "test"]) {
      const { status, stdout } = gtfp([command, "m.gtfp"]);
      expect(stdout).toContain("✗ Scores");
      expect(status).toBe(1);
    }
  });

  it("ends with 2 for a wrong model, whose diagnostics go to stderr, and writes nothing", () => {
    write("m.gtfp", broken);
    const { status, stdout, stderr } = gtfp(["run", "m.gtfp", "--out", "results"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^error\[GTFP\d{4}\]: .*papr/);
    expect(stderr).toContain("m.gtfp:11:8");
    expect(stderr).toContain("`paper`");
    expect(readdirSync(folder)).toEqual(["m.gtfp"]);
  });

  it("gives the JSON document of a failed run with its diagnostics alone", () => {
    write("m.gtfp", broken);
    const { status, stdout } = gtfp(["run", "m.gtfp", "--format", "json"]);
    expect(status).toBe(2);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(["gtfp", "model", "diagnostics"]);
    expect(document.diagnostics[0]).toMatchObject({
      severity: "error",
      file: "m.gtfp",
      range: { start: { line: 11, column: 8 } },
    });
  });

  it("gives results as the contract's JSON document", () => {
    write("m.gtfp", model);
    const document = JSON.parse(gtfp(["run", "m.gtfp", "--format", "json"]).stdout);
    expect(Object.keys(document)).toEqual(["gtfp", "model", "diagnostics", "tables", "expectations"]);
    expect(document.model).toBe("m");
    const { columns, rows } = document.tables.efficiency;
    const score = columns.findIndex((c: { name: string }) => c.name === "score");
    expect(columns[0]).toEqual({ name: "mill", role: "dmu" });
    expect(columns[score]).toEqual({ name: "score", unit: "1" });
    expect(rows.map((row: unknown[]) => [row[0], row[score]])).toEqual([
      ["A", expect.closeTo(0.5, 12)],
      ["B", expect.closeTo(1, 12)],
    ]);
    expect(document.expectations).toEqual([
      expect.objectContaining({ pass: true, file: "m.gtfp", line: 17 }),
    ]);
  });

  it("writes a CSV for each table, the report and the document into a folder", () => {
    write("m.gtfp", model);
    const { status, stderr } = gtfp(["run", "m.gtfp", "--out", "deep/results"]);
    expect(status).toBe(0);
    const files = readdirSync(join(folder, "deep/results"));
    expect(files).toEqual(
      expect.arrayContaining(["efficiency.csv", "mills.csv", "report.md", "results.json"]),
    );
    expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(stderr).toContain(`${files.length} files written to deep/results`);
    expect(readFileSync(join(folder, "deep/results/mills.csv"), "utf8")).toBe(
      "mill,labor,paper\nA,2,1\nB,4,4\n",
    );
  });

  it("draws charts and diagrams without a browser, a canvas or the network", () => {
    const tank = "system tank {\n  time [day] = 0 .. 9\n  stock water [t] = 1\n}\n";
    write("m.gtfp", `${model}${tank}report r { chart efficiency.score over mill; diagram tank }\n`);
    const { status, stderr } = gtfp(["run", "m.gtfp", "--out", "results"]);
    expect(stderr).toMatch(/^\d+ files written to results\n$/);
    expect(status).toBe(0);
    const read = (name: string) => readFileSync(join(folder, "results", name), "utf8");
    expect(read("r.1.svg")).toContain(">efficiency.score");
    expect(read("r.2.svg")).toContain(">water</text>");
    expect(read("m.html").match(/<svg /g)!.length).toBe(2);
  });

  it("says why results cannot be written, and then shows none", () => {
    write("m.gtfp", model);
    write("taken", "");
    const { status, stdout, stderr } = gtfp(["run", "m.gtfp", "--out", "taken"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /cannot write .*taken.*: there is a file of that name where a folder is needed\n$/,
    );
  });

  it("takes standard input as -", () => {
    expect(gtfp(["check", "-"], { input: model }).status).toBe(0);
    expect(gtfp(["test", "-"], { input: failing }).status).toBe(1);
    expect(gtfp(["run", "-", "--format", "csv"], { input: model }).stdout).toContain(
      "# efficiency\nmill,score,",
    );
    const squeezed = model.replace("  input labor\n", "input    labor\n");
    expect(gtfp(["fmt", "-"], { input: squeezed }).stdout).toBe(model);
    expect(gtfp(["check", "-"], { input: broken }).stderr).toContain("--> -:11:8");
  });

  it("checks several models in one pass and reads their data", () => {
    const wrongCell = (text: string) => text.replace("|              2 |", "|            two |");
    write("both.gtfp", wrongCell(broken));
    write("cell.gtfp", wrongCell(model));
    write("shared.gtfp", 'import "both.gtfp"\n');
    const { status, stderr } = gtfp(["check", "both.gtfp", "cell.gtfp", "shared.gtfp"]);
    expect(status).toBe(2);
    const places = [...stderr.matchAll(/--> (\S+)/g)].map((m) => m[1]);
    expect(places).toEqual(["both.gtfp:5:23", "both.gtfp:11:8", "cell.gtfp:5:23"]);
    expect(stderr).toMatch(/\n3 errors\n$/);
  });

  it("formats in place, lists what changed, and leaves all alone where one is broken", () => {
    const loose = model.replace("  input labor", "    input   labor");
    write("a.gtfp", loose);
    write("b.gtfp", model);
    expect(gtfp(["fmt", "--check", "."])).toMatchObject({ status: 1, stdout: "a.gtfp\n" });
    expect(readFileSync(join(folder, "a.gtfp"), "utf8")).toBe(loose);
    write("c.gtfp", "technology {{{");
    expect(gtfp(["fmt", "."]).status).toBe(2);
    expect(readFileSync(join(folder, "a.gtfp"), "utf8")).toBe(loose);
    rmSync(join(folder, "c.gtfp"));
    expect(gtfp(["fmt", "."])).toMatchObject({ status: 0, stdout: "a.gtfp\n" });
    expect(readFileSync(join(folder, "a.gtfp"), "utf8")).toBe(model);
    expect(gtfp(["fmt", "--check", "."]).status).toBe(0);
  });

  it("says which file cannot be read and which was meant", () => {
    write("mills.gtfp", model);
    const { status, stderr } = gtfp(["run", "mill.gtfp"]);
    expect(status).toBe(2);
    expect(stderr).toContain("The model `mill.gtfp` cannot be read: there is no such file.");
    expect(stderr).toContain("did you mean mills.gtfp?");
    expect(gtfp(["check", "nowhere/m.gtfp"]).stderr).toContain("there is no folder nowhere");
    expect(gtfp(["run", "."]).stderr).toContain("is a folder");
    writeFileSync(join(folder, "binary.gtfp"), Buffer.from([0x67, 0xff, 0x00]));
    const binary = gtfp(["check", "binary.gtfp"]);
    expect(binary.status).toBe(2);
    expect(binary.stderr).toContain("it is not a text file in UTF-8");
    expect(gtfp(["fmt", "binary.gtfp"]).stderr).toBe(
      "error: cannot read binary.gtfp: it is not a text file in UTF-8\n",
    );
  });

  it.each(["run", "check", "test"])("%s gives its JSON document for a model that is not there", (command) => {
    const { status, stdout } = gtfp([command, "nowhere.gtfp", "--format", "json"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      gtfp: expect.any(String),
      diagnostics: [{ code: "GTFP2009", severity: "error", file: "nowhere.gtfp", help: null }],
    });
    expect(JSON.parse(stdout)).not.toHaveProperty("tables");
  });

  it("refuses a path that leaves the model's folder, unless allowed", () => {
    write("data.csv", "mill,labor\nA,1\n");
    const outside = 'data mills from "../data.csv" { dmu mill; labor [person] }\n';
    const sub = mkdtempSync(join(folder, "sub-"));
    writeFileSync(join(sub, "m.gtfp"), outside);
    const path = `${sub.slice(folder.length + 1)}/m.gtfp`;
    expect(gtfp(["check", path]).status).toBe(2);
    expect(gtfp(["check", path, "--allow-outside"])).toMatchObject({ status: 0 });
  });

  it("has colour only where asked", () => {
    write("m.gtfp", broken);
    const bold = "\x1b[1m";
    expect(gtfp(["check", "m.gtfp"]).stderr).not.toContain(bold);
    expect(gtfp(["check", "m.gtfp"], { env: { FORCE_COLOR: "1" } }).stderr).toContain(bold);
    expect(gtfp(["check", "m.gtfp"], { env: { NO_COLOR: "1" } }).stderr).not.toContain(bold);
  });

  it("survives a reader that closes the pipe", () => {
    const rows = Array.from({ length: 4000 }, (_, i) => `  | D${i} | ${i + 1} | ${i + 2} |\n`).join("");
    write("m.gtfp", `data mills {\n  dmu mill\n  | mill | labor [person] | paper [t] |\n${rows}}\n`);
    const script = `"$1" "$2" run m.gtfp --format csv | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script, "-", process.execPath, main], {
      cwd: folder,
      encoding: "utf8",
      env: environment,
    });
    expect(stderr).toBe("");
    expect(stdout).toBe("mill,labor,paper\n0\n");
  });

  it("ends at once on Ctrl-C, as the shell expects (130)", async () => {
    const child = spawn(process.execPath, [main, "check", "-"], { cwd: folder, env: environment });
    await new Promise((done) => setTimeout(done, 300));
    const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, signal: "SIGINT" });
  });

  const names = ["a", "b", "c", "d", "e", "y", "z", "soot", "lead"];
  /** Enough programs that threads are worth starting: many variables of random amounts. */
  const writeMany = (units: number) => {
    const next = uniform(units);
    const amount = (size: number) => (size * Math.exp(next() + next() + next())).toFixed(6);
    const rows = Array.from({ length: units }, (_, i) => {
      const size = Math.exp(3 * next());
      return `D${i},${names.map(() => amount(size)).join(",")}`;
    });
    write("many.csv", `unit,${names.join(",")}\n${rows.join("\n")}\n`);
    write(
      "many.gtfp",
      `data units from "many.csv" {
  dmu unit
${names.map((name) => `  ${name} [1]\n`).join("")}}
technology t on units { input a, b, c, d, e; good y, z; bad soot, lead; disposability strong; returns vrs }
measure m = radial(t, orientation: input, super: true)
`,
    );
  };

  it("gives the same bytes on any number of threads", () => {
    writeMany(2500);
    const run = (threads: string) => {
      const { status, stdout, stderr } = gtfp(["run", "many.gtfp", "--format", "json", "--threads", threads]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      return stdout;
    };
    const alone = run("1");
    expect(alone.length).toBeGreaterThan(1e6);
    expect(run("2") === alone).toBe(true);
    expect(run("3") === alone).toBe(true);
    expect(gtfp(["run", "many.gtfp", "--threads", "0"]).stderr).toContain("Give a whole number from 1 on.");
  });

  it("gives the same bytes of a sensitivity and a sweep on any number of threads", () => {
    write(
      "doubt.gtfp",
      `system economy {
  time [year] = 2020 .. 2040 step 1/64 save every 5
  param growth [1/year] = 5%
  param decline [1/year] = 2%
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  aux co2 [t] = gdp * exp(0 - decline * (time - 2020 [year])) * 1 [t/CNY]
}
scenario slow of economy { growth = 1% }
sensitivity doubt of economy { growth ~ uniform(1%, 5%); decline ~ uniform(2%, 4%); samples 8192; sampling latin; seed 1; outputs gdp, peak_time(co2), co2 / slow.co2 }
sweep all of economy { growth in 1% .. 8% step 0.1%; decline in 0 .. 10% step 0.1%; outputs gdp, co2 at 2030 }
`,
    );
    const run = (threads: string) => {
      const args = ["run", "doubt.gtfp", "--format", "json", "--threads", threads];
      const { status, stdout, stderr } = gtfp(args);
      expect(status).toBe(0);
      return stdout + stderr;
    };
    const alone = run("1");
    expect(alone.length).toBeGreaterThan(1e6);
    expect(run("2") === alone).toBe(true);
    expect(run("3") === alone).toBe(true);
  });

  it("ends at once on Ctrl-C while threads solve", async () => {
    writeMany(8000);
    const child = spawn(process.execPath, [main, "run", "many.gtfp"], { cwd: folder, env: environment });
    await new Promise((done) => setTimeout(done, 800));
    const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
    const started = Date.now();
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, signal: "SIGINT" });
    expect(Date.now() - started).toBeLessThan(500);
  });

  it("runs again with --watch when a file changes, also from wrong to right, until Ctrl-C", async () => {
    write("data.csv", "mill,labor\nA,1\n");
    write("units.gtfp", "unit crate\n");
    write("m.gtfp", 'import "units.gtfp"\ndata mills from "data.csv" { dmu mill; labor [crate] }\n');
    const child = spawn(process.execPath, [main, "run", "m.gtfp", "--watch", "--format", "csv"], {
      cwd: folder,
      env: environment,
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const runs = () => err.split("watching 3 files; Ctrl-C ends\n").length - 1;
    await vi.waitFor(() => expect(runs()).toBe(1), 5000);
    write("data.csv", "mill,labor\nA,2\n");
    await vi.waitFor(() => expect(runs()).toBe(2), 5000);
    rmSync(join(folder, "data.csv"));
    await vi.waitFor(() => expect(runs()).toBe(3), 5000);
    expect(err).toContain("There is no data file at `data.csv`");
    write("data.csv", "mill,labor\nA,3\n");
    await vi.waitFor(() => expect(runs()).toBe(4), 5000);
    expect(out).toBe("mill,labor\nA,1\nmill,labor\nA,2\nmill,labor\nA,3\n");
    const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, signal: "SIGINT" });
    expect(gtfp(["run", "-", "--watch"]).stderr).toBe(
      "error: standard input cannot be watched; name a file\n",
    );
  });

  it("starts with a shebang, so that npm's link to it runs", () => {
    expect(readFileSync(main, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
