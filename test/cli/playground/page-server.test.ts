/** What the local server gives away, and what not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCommand } from "../../../cli/playground/open-browser.ts";
import { type PageServer, pathOf, startPageServer } from "../../../cli/playground/page-server.ts";
import { servedFiles } from "../../../cli/playground/served-files.ts";
import { gtfp, memoryIo } from "../../helpers/memory-io.ts";

let folder: string;
let server: PageServer | undefined;
const put = (path: string, text: string | Uint8Array) => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gtfp-page-"));
  for (const path of ["page/assets", "study/data", "study/.git"])
    mkdirSync(join(folder, path), { recursive: true });
  put("page/index.html", "<title>page</title>");
  put("page/assets/a-1.js", "export {}");
  put("page/assets/b.wasm", new Uint8Array([0, 97, 115, 109]));
  put("page/.secret", "hidden");
  put("outside.csv", "secret");
  put("study/base.gtfp", "unit person\n");
  put(
    "study/mills.gtfp",
    'import "base.gtfp"\ndata mills from "data/厂 1.csv" { dmu mill; paper [t] }\ndata out from "../outside.csv" { dmu a; b [1] }\n',
  );
  put("study/data/厂 1.csv", "mill,paper\nA,1\n");
  put("study/data/other.csv", "not named\n");
  put("study/.git/config", "secret");
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

async function start(target?: string) {
  const io = memoryIo({ cwd: folder });
  const study = target === undefined ? {} : { study: () => servedFiles(io, target) };
  server = await startPageServer({ page: join(folder, "page"), ...study });
  return server.url;
}

/** As `fetch` would not send it: the path as it stands, and any host. */
function ask(url: string, path: string, options: { host?: string; method?: string } = {}) {
  const { port, host } = new URL(url);
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const headers = { host: options.host ?? host };
    request(
      { port, host: "127.0.0.1", path, headers, method: options.method ?? "GET", agent: false },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += String(chunk);
        });
        response.on("end", () =>
          resolve({ status: response.statusCode!, type: response.headers["content-type"] ?? "", text }),
        );
      },
    )
      .on("error", reject)
      .end();
  });
}

describe("the page", () => {
  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/?x=1", "text/html; charset=utf-8"],
    ["/assets/a-1.js", "text/javascript; charset=utf-8"],
    ["/assets/b.wasm", "application/wasm"],
  ])("%s is served as %s", async (path, type) => {
    const url = await start();
    expect(await ask(url, path)).toMatchObject({ status: 200, type });
  });

  test("a request for the head has no body", async () => {
    expect(await ask(await start(), "/", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  });

  test.each([
    ["/../outside.csv", 400],
    ["/assets/../../outside.csv", 400],
    ["/%2e%2e/outside.csv", 400],
    ["/..%2foutside.csv", 400],
    ["/..%5coutside.csv", 400],
    ["/.secret", 400],
    ["/%00", 400],
    ["/%zz", 400],
    ["//etc/passwd", 404],
    ["/nothing.js", 404],
    ["/assets", 404],
    ["/files/", 404],
  ])("%s is refused", async (path, status) => {
    const answer = await ask(await start(), path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/secret|hidden|root:/);
  });

  test("another host's name is refused, as a page that was rebound would send it", async () => {
    const url = await start();
    expect((await ask(url, "/", { host: "evil.example" })).status).toBe(403);
    expect((await ask(url, "/", { host: `localhost:${new URL(url).port}` })).status).toBe(200);
  });

  test("nothing can be written", async () => {
    const url = await start("study/mills.gtfp");
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await ask(url, "/files/mills.gtfp", { method })).status).toBe(405);
    }
  });

  test("only this machine is answered", async () => {
    const url = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test("a taken port is no reason to fail unless it was asked for", async () => {
    const first = await start();
    const again = await startPageServer({ page: join(folder, "page") });
    expect(again.url).not.toBe(first);
    await again.close();
    const port = Number(new URL(first).port);
    await expect(startPageServer({ page: folder, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("the files of a study", () => {
  test("are those that the model names, below its folder", async () => {
    const url = await start("study/mills.gtfp");
    const { entry, files } = JSON.parse((await ask(url, "/files/")).text);
    expect(entry).toBe("mills.gtfp");
    expect([...files].sort()).toEqual(["base.gtfp", "data/厂 1.csv", "mills.gtfp"]);
    const csv = await ask(url, `/files/data/${encodeURIComponent("厂 1.csv")}`);
    expect(csv).toMatchObject({ status: 200, type: "text/csv; charset=utf-8", text: "mill,paper\nA,1\n" });
  });

  test.each(["data/other.csv", "../outside.csv", ".git/config", "%2e%2e/outside.csv", ""])(
    "not %j",
    async (path) => {
      const url = await start("study/mills.gtfp");
      const answer = await ask(url, `/files/${path}`);
      expect(answer.text).not.toMatch(/secret|not named/);
    },
  );

  test("are read anew each time", async () => {
    const url = await start("study/mills.gtfp");
    put("study/mills.gtfp", "// changed\n");
    expect((await ask(url, "/files/mills.gtfp")).text).toBe("// changed\n");
    expect((await ask(url, "/files/base.gtfp")).status).toBe(404);
  });

  test("of a folder are all its models, the one of its name first", async () => {
    put("study/study.gtfp", "unit ton\n");
    const { entry, files } = await servedFiles(memoryIo({ cwd: folder }), "study");
    expect(entry).toBe("study.gtfp");
    expect([...files.keys()].sort()).toEqual(["base.gtfp", "data/厂 1.csv", "mills.gtfp", "study.gtfp"]);
  });
});

describe("the command", () => {
  test.each([
    [
      "study/mils.gtfp",
      "cannot read study/mils.gtfp: there is no such file (did you mean study/mills.gtfp?)",
    ],
    ["page", "there is no .gtfp file in page"],
    ["-", "the page opens files; standard input is none"],
  ])("says what is wrong with %s", async (target, message) => {
    await expect(servedFiles(memoryIo({ cwd: folder }), target)).rejects.toThrow(message);
  });

  test.each(["0", "x", "70000"])("refuses the port %s", async (port) => {
    const { code, err } = await gtfp(["playground", "--port", port]);
    expect(code).toBe(2);
    expect(err).toContain("Give a port from 1 to 65535.");
  });

  test("opens a browser only where there is a screen", () => {
    expect(openCommand("http://x/", "linux", {})).toBeNull();
    expect(openCommand("http://x/", "linux", { DISPLAY: ":0" })).toEqual(["xdg-open", "http://x/"]);
    expect(openCommand("http://x/", "darwin", {})).toEqual(["open", "http://x/"]);
    expect(openCommand("http://x/", "win32", {})?.at(-1)).toBe("http://x/");
  });
});

test.each([
  ["/a/b.js?x#y", "a/b.js"],
  ["/%E5%8E%82", "厂"],
  ["/a/%2e%2e/b", null],
  ["a", null],
])("the path of %j is %j", (url, path) => {
  expect(pathOf(url)).toBe(path);
});
