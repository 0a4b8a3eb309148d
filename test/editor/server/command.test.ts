import { expect, it } from "vitest";
import { gtfp } from "../../helpers/memory-io.ts";

it("says how an editor starts the server", async () => {
  const { code, err } = await gtfp(["lsp"]);
  expect(code).toBe(2);
  expect(err).toContain("gtfp lsp --stdio");
});
