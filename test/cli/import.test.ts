import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const folder = mkdtempSync(join(tmpdir(), "gtfp-import-"));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const take = (name: string) => readFileSync(join(folder, name), "utf8");
const run = (...args: string[]) => gtfp(["import", ...args], { cwd: folder });

const herd = `{UTF-8}
Region: north, south ~ ~ |
herd[Region] = INTEG(births[Region] - sales[Region], 100) ~ cow ~ Cows in a region |
births[Region] = herd[Region] * birth rate ~ cow/Year ~ |
sales[Region] = herd[Region] / stay[Region] ~ cow/Year ~ |
birth rate = 0.1 ~ 1/Year ~ |
stay[Region] = 20, 25 ~ Year ~ |
price((0,1),(10,2)) ~ Dmnl ~ |
income = SUM(sales[Region!]) * price(Time) ~ cow/Year ~ |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 10 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;
put("herd.mdl", herd);

describe("gtfp import", () => {
  it("writes a Vensim model in the canonical form, which runs", async () => {
    const { code, out, err } = await run("herd.mdl");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("system herd_model {");
    put("shown.gtfp", out);
    expect((await gtfp(["fmt", "--check", "shown.gtfp"], { cwd: folder })).code).toBe(0);
    expect((await gtfp(["run", "shown.gtfp", "--format", "csv"], { cwd: folder })).code).toBe(0);
  });

  it("writes into a file that is not there yet, and only there", async () => {
    expect(await run("herd.mdl", "--out", "herd.gtfp")).toMatchObject({ code: 0, out: "" });
    const before = take("herd.gtfp");
    const again = await run("herd.mdl", "--out", "herd.gtfp");
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.err).toContain("herd.gtfp is there already");
    expect(take("herd.gtfp")).toBe(before);
  });

  it("writes nothing where anything cannot be translated, and shows the place", async () => {
    put("bad.mdl", herd.replace("stay[Region] = 20, 25", "stay[Region] = GET XLS DATA('a', 'b', 'c')"));
    const { code, out, err } = await run("bad.mdl", "--out", "bad.gtfp");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("GTFP8902");
    expect(err).toContain("bad.mdl:7:16");
    expect(() => take("bad.gtfp")).toThrow();
  });

  it("reads what export wrote, and models on standard input", async () => {
    const { out } = await gtfp(["export", "shown.gtfp", "herd_model"], { cwd: folder });
    put("herd.xmile", out);
    const back = await run("herd.xmile");
    expect({ code: back.code, err: back.err }).toEqual({ code: 0, err: "" });
    expect(back.out).toContain("flow births by Region [cow/year]: cloud -> herd");
    const piped = await gtfp(["import", "-"], { cwd: folder, stdin: out });
    expect(piped.out).toContain("system model {");
    expect((await gtfp(["import", "-"], { cwd: folder, stdin: herd })).out).toContain("system model {");
  });

  it("makes a scenario of a file of changes", async () => {
    await run("herd.mdl", "--out", "base.gtfp");
    put(
      "high prices.cin",
      "birth rate = 0.2\nstay[South] = 30\nherd = 50\nSTAY[Region] = 10, 12\nprice([(0,0)-(10,10)],(0,2),(10,4))\n\n",
    );
    const made = await run("high prices.cin", "--model", "base.gtfp", "--out", "high.gtfp");
    expect(made).toMatchObject({ code: 0, err: "" });
    const text = take("high.gtfp");
    expect(text).toContain('import "base.gtfp"');
    expect(text).toContain("scenario high_prices of herd_model {");
    expect(text).toContain("birth_rate = 0.2");
    expect(text).toContain("stay[south] = 12");
    expect(text).toContain("price = linear(0: 2, 10: 4, beyond: hold)");
    const { code, out } = await gtfp(["run", "high.gtfp", "--format", "csv"], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain("high_prices,0,50");
  });

  it("tells which change has no place in the model", async () => {
    put("wrong.cin", "birth rate = 0.2\nbirth rat = 0.3\nstay[west] = 3\n= 4\n");
    const { code, err } = await run("wrong.cin", "--model", "base.gtfp");
    expect(code).toBe(2);
    expect(err).toContain("wrong.cin:2:1");
    expect(err).toContain("did you mean `birth_rate`?");
    expect(err).toContain("wrong.cin:3:");
    expect(err).toContain("wrong.cin:4:");
    put("computed.cin", "income = 3\nbirths = 4\n");
    const refused = await run("computed.cin", "--model", "base.gtfp");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("computed.cin:2:");
  });

  it("refuses what it does not know, in a line", async () => {
    put("model.docx", "");
    expect((await run("model.docx")).err).toContain("cannot tell what model.docx is");
    expect((await run("wrong.cin")).err).toContain("say which with --model");
    expect((await run("herd.mdl", "--model", "base.gtfp")).err).toContain("--model goes with");
    expect((await run("none.mdl")).err).toContain("cannot read none.mdl");
  });
});
