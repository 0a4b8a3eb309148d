import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const texts = new Map(
  ["language", "compiler", "runtime", "editor", "cli", "test", "bench"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [join(folder, path), readFileSync(join(root, folder, path), "utf8")] as const),
  ),
);

it("exports no function, constant or class that nothing else reads", () => {
  const exported = [...texts].flatMap(([path, text]) =>
    path.startsWith("test") || path.startsWith("bench") || path.startsWith("editor/vscode/client")
      ? []
      : [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map((m) => ({
          path,
          name: m[1]!,
        })),
  );
  expect(exported.length).toBeGreaterThan(100);
  const unread = exported.filter(({ path, name }) => {
    const word = new RegExp(`\\b${name}\\b`);
    return ![...texts].some(([other, text]) => other !== path && word.test(text));
  });
  expect(unread.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});
