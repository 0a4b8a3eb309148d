import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/program.ts";
import { version } from "../../language/version.ts";
import { gtfp, memoryIo } from "../helpers/memory-io.ts";

describe("the command line", () => {
  it("has the package's version", async () => {
    const { version: declared } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(version).toBe(declared);
    expect(await gtfp(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("prints help on request with 0, and without a command to stderr with 2", async () => {
    const asked = await gtfp(["--help"]);
    expect(asked.code).toBe(0);
    for (const command of ["run", "check", "fmt", "test"]) expect(asked.out).toContain(`  ${command} `);
    const lost = await gtfp([]);
    expect(lost).toEqual({ code: 2, out: "", err: asked.out });
  });

  it.each([
    [["chekc", "a.gtfp"], "Did you mean check?"],
    [["models/a.gtfp"], "(To run a model: gtfp run models/a.gtfp)"],
    [["check"], "missing required argument"],
    [["check", "--formt", "json", "a.gtfp"], "Did you mean --format?"],
    [["run", "--format", "html", "a.gtfp"], "Allowed choices are text, json, csv, md, latex."],
    [["run", "--cross-check", "500%", "a.gtfp"], "Give a share such as 5% or 0.05."],
    [["run", "--cross-check", "", "a.gtfp"], "Give a share"],
    [["run", "--solver", "simplex", "a.gtfp"], "kernel, highs, javascript-lp-solver"],
    [["calculate", "a.gtfp"], "unknown command 'calculate'"],
  ])("refuses %j with 2 and says why", async (args, says) => {
    const { code, out, err } = await gtfp(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(says);
  });

  it("refuses a name after --only that the model does not declare, with the nearest one", async () => {
    const stdin = "data mills {\n  dmu mill\n  | mill | labor [h] |\n  | A | 1 |\n}\n";
    const { code, err } = await gtfp(["run", "-", "--only", "mill"], { stdin });
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: the model has nothing called `mill` to compute; did you mean `mills`?\n",
    });
    expect((await gtfp(["run", "-", "--only", "mills"], { stdin })).code).toBe(0);
  });

  it("apologises for a fault of its own with 70, and shows where only on request", async () => {
    const faulty = (env: Record<string, string>) => {
      const io = memoryIo({ env });
      const stdout = {
        ...io.stdout,
        write: () => {
          throw new TypeError("x is not a function");
        },
      };
      return { io, end: runProgram(["--version"], { ...io, stdout }) };
    };
    const quiet = faulty({});
    expect(await quiet.end).toBe(70);
    expect(quiet.io.stderr.text).toContain(
      `Sorry: gtfp ${version} made a mistake of its own (x is not a function)`,
    );
    expect(quiet.io.stderr.text).not.toContain("program.test.ts");
    const loud = faulty({ GTFP_DEBUG: "1" });
    await loud.end;
    expect(loud.io.stderr.text).toContain("program.test.ts");
  });
});
