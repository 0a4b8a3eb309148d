import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { version } from "../../language/version.ts";
import { gtfp } from "../helpers/memory-io.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "gtfp-new-"));
  return () => rmSync(cwd, { recursive: true });
});

describe("gtfp new", () => {
  it("writes a study that runs, is in the canonical form and keeps its claims", async () => {
    const made = await gtfp(["new", "my study"], { cwd });
    expect(made.code).toBe(0);
    expect(made.out).toContain("Next: gtfp run");
    const model = "my study/my-study.gtfp";
    expect(await gtfp(["check", model], { cwd })).toMatchObject({ code: 0, out: "" });
    expect((await gtfp(["fmt", "--check", "my study"], { cwd })).code).toBe(0);
    const tested = await gtfp(["test", model], { cwd });
    expect(tested.code).toBe(0);
    expect(tested.out).toContain("Mill A sets the standard");
    const { out } = await gtfp(["run", model, "--format", "md"], { cwd });
    expect(out).toContain("**2** of four mills stand on the frontier of 2022.");
  });

  it("brings a workflow of this version, and names the model where it is told of", async () => {
    await gtfp(["new", "mills"], { cwd });
    const read = (name: string) => readFileSync(join(cwd, "mills", name), "utf8");
    expect(read(".github/workflows/models.yml")).toContain(`gtfp@${version}`);
    expect(read(".github/workflows/models.yml")).toContain("check --format github mills.gtfp");
    expect(read("README.md")).toContain("gtfp run mills.gtfp");
  });

  it("writes over nothing", async () => {
    writeFileSync(join(cwd, "README.md"), "mine");
    const { code, err } = await gtfp(["new", "."], { cwd });
    expect(code).toBe(2);
    expect(err).toBe("error: README.md is there already; name another folder\n");
    expect(readdirSync(cwd)).toEqual(["README.md"]);
    expect(readFileSync(join(cwd, "README.md"), "utf8")).toBe("mine");
  });
});
