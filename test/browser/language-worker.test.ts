/** Every case of the server once more, in a worker of a real browser: the same answers as in memory and over stdio. */
import { afterAll, beforeAll, it } from "vitest";
import { cases } from "../editor/server/cases/all.ts";
import { Session } from "../editor/server/session.ts";
import { inBrowser } from "./browser.ts";
import { inWorker } from "./worker-transport.ts";

inBrowser("in a worker of a browser", () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(await inWorker());
  });
  afterAll(() => session?.close());

  it.each(cases.map((c) => [c.name, c] as const))("%s", async (_, { files, run }) => {
    await run(await session.open(files));
  });
});
