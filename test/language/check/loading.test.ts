import { describe, expect, test } from "vitest";
import { isInside, resolvePath, stemOf } from "../../../language/check/path.ts";
import { checkFiles, codes, modelOf, told } from "./checking.ts";

const panel = (name: string) => `data ${name} {\n  dmu m\n  | m | x [t] |\n  | a | 1 |\n}\n`;

describe("imports", () => {
  test("bring declarations in once, however many ways lead to them, and not their reports and expectations", () => {
    const model = modelOf({
      "model.gtfp": 'import "left.gtfp"\nimport "parts/right.gtfp"\nexpect sum(base.x) > 0\n',
      "left.gtfp": 'import "base.gtfp"\nexpect base.x > 5\nreport r { table base.x }\n',
      "parts/right.gtfp": 'import "../base.gtfp"\n',
      "base.gtfp": panel("base"),
    });
    expect(model.declarations.map((d) => d.name)).toEqual(["base"]);
    expect(model.expectations).toHaveLength(1);
    expect(model.reports).toHaveLength(0);
    expect(model.name).toBe("model");
    expect(model.files.map((f) => f.path)).toEqual([
      "model.gtfp",
      "left.gtfp",
      "base.gtfp",
      "parts/right.gtfp",
    ]);
  });

  test("a circle is shown as a path", () => {
    const files = {
      "model.gtfp": 'import "a.gtfp"\n',
      "a.gtfp": 'import "b.gtfp"\n',
      "b.gtfp": 'import "a.gtfp"\n',
    };
    expect(told(files)).toEqual([
      "GTFP2002 1: These files import each other in a circle: `a.gtfp` → `b.gtfp` → `a.gtfp`.",
    ]);
  });

  test("a file that imports itself is a circle of one", () => {
    expect(told('import "model.gtfp"\n')).toEqual([
      "GTFP2002 1: These files import each other in a circle: `model.gtfp` → `model.gtfp`.",
    ]);
  });

  test("a missing file is told at the import", () => {
    expect(told(`${panel("p")}import "nope.gtfp"\n`)).toEqual([
      "GTFP2001 6: There is no file `nope.gtfp` to import.",
    ]);
  });

  test("names of imported files share the namespace; a duplicate shows both", () => {
    const { diagnostics } = checkFiles({
      "model.gtfp": `import "b.gtfp"\n${panel("p")}`,
      "b.gtfp": panel("p"),
    });
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP2004"]);
    expect(diagnostics[0]!.related[0]!.span.file).toBe("b.gtfp");
  });

  test("errors of imported files are told with their own place", () => {
    const { diagnostics, model } = checkFiles({
      "model.gtfp": 'import "b.gtfp"\n',
      "b.gtfp": panel("p").replace("[t]", "[tt]"),
    });
    expect(model).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code: "GTFP3001", span: { file: "b.gtfp" } });
  });

  test("a missing entry file is a diagnostic", () => {
    expect(codes({})).toEqual(["GTFP2009"]);
  });
});

describe("paths", () => {
  const data = (path: string) => `data p from "${path}" {\n  dmu m\n  x [t]\n}\n`;

  test.each(["../x.csv", "sub/../../x.csv", "/etc/passwd", "C:/x.csv", "\\\\server\\x.csv", "file:///x.csv"])(
    "%s leaves the model's folder",
    (path) => {
      const text = data(path).replaceAll("\\", "\\\\");
      expect(codes(text)).toEqual(["GTFP2003"]);
      expect(checkFiles(text, { allowOutside: true }).model).not.toBeNull();
    },
  );

  test.each(["x.csv", "sub/x.csv", "sub/../x.csv", "./x.csv", "a..b.csv"])("%s stays inside", (path) => {
    expect(codes(data(path))).toEqual([]);
  });

  test.each(["data\\\\x.csv", "..\\\\x.csv", ""])("%s is no path that every system reads alike", (path) => {
    expect(codes(data(path))).toEqual(["GTFP2008"]);
    expect(codes(`import "${path}"\n`)).toEqual(["GTFP2008"]);
  });

  test("the entry file is known under every way to write it", () => {
    const files = { "./model.gtfp": 'import "b.gtfp"\n', "b.gtfp": 'import "model.gtfp"\n' };
    expect(told(files, { entry: "./model.gtfp" })).toEqual([
      "GTFP2002 1: These files import each other in a circle: `model.gtfp` → `b.gtfp` → `model.gtfp`.",
    ]);
  });

  test("the folder is that of the entry file, not of the importing one", () => {
    const files = { "m/model.gtfp": 'import "sub/b.gtfp"\n', "m/sub/b.gtfp": data("../x.csv") };
    const { model } = checkFiles(files, { entry: "m/model.gtfp" });
    expect(model!.declarations[0]).toMatchObject({ source: { path: "m/x.csv" } });
    const outside = { "m/model.gtfp": 'import "sub/b.gtfp"\n', "m/sub/b.gtfp": data("../../x.csv") };
    expect(told(outside, { entry: "m/model.gtfp" })[0]).toMatch(/^GTFP2003/);
  });

  test("standard input stands in the working folder", () => {
    const files = { "-": `import "b.gtfp"\n${data("d/x.csv")}`, "b.gtfp": "unit crate\n" };
    const { model } = checkFiles(files, { entry: "-" });
    expect(model!.name).toBe("model");
    expect(model!.declarations[0]).toMatchObject({ source: { path: "d/x.csv" } });
  });

  test("the pieces", () => {
    expect(resolvePath("a/b", "../c/./d.csv")).toBe("a/c/d.csv");
    expect(resolvePath("", "../x")).toBe("../x");
    expect(resolvePath("/home/u", "../x")).toBe("/home/x");
    expect(resolvePath("..", "data/x")).toBe("../data/x");
    expect(isInside("..", "../data/x")).toBe(true);
    expect(isInside("..", "../../x")).toBe(false);
    expect(isInside("/", "/x")).toBe(true);
    expect(isInside("ab", "abc/x")).toBe(false);
    expect(stemOf("a/dual-carbon.gtfp")).toBe("dual-carbon");
  });
});

describe("the order of declarations", () => {
  test("dependencies first, else the order of the source", () => {
    const model = modelOf(
      `data late from early { }\n${panel("early")}${panel("other")}data last from late { }\n`,
    );
    expect(model.declarations.map((d) => d.name)).toEqual(["early", "late", "other", "last"]);
  });

  test("a circle is shown as a path and not complained about further", () => {
    expect(told("data a from b { }\ndata b from c { }\ndata c from a { }\nexpect a.x > 0\n")).toEqual([
      "GTFP2006 1: These declarations need each other in a circle: `a` → `b` → `c` → `a`.",
    ]);
  });

  test("a column may be called like a declaration that depends on its panel", () => {
    const text = `${panel("p").replace("x [t]", "m2 [t]")}data m2 from p { }\n`;
    expect(codes(text)).toEqual(["GTFP2005"]);
  });
});
