/** Packs the extension: a `.vsix` is a ZIP with the extension's folder and two manifests of its own (Open Packaging Conventions). */
import { zip } from "./zip.ts";

export interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly publisher: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
}

/**
 * @param files what goes into the extension's folder by path, its `package.json` included
 */
export function packVsix(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = files.get("package.json");
  if (bytes === undefined) throw new Error("an extension needs a package.json");
  const manifest = JSON.parse(Buffer.from(bytes).toString("utf8")) as Manifest;
  const inside = [...files].map(([path, content]) => [`extension/${path}`, content] as const);
  return zip(
    new Map([
      ["extension.vsixmanifest", Buffer.from(vsixManifest(manifest, files), "utf8")],
      ["[Content_Types].xml", Buffer.from(contentTypes([...files.keys()]), "utf8")],
      ...inside,
    ]),
  );
}

function vsixManifest(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): string {
  const { name, displayName, description, version, publisher, engines, categories, keywords } = manifest;
  const asset = (type: string, path: string) =>
    files.has(path) || path === "package.json"
      ? `    <Asset Type="${type}" Path="extension/${path}" Addressable="true" />\n`
      : "";
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}" />
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml(keywords.join(","))}</Tags>
    <Categories>${xml(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace,web" />
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
${asset("Microsoft.VisualStudio.Code.Manifest", "package.json")}${asset("Microsoft.VisualStudio.Services.Content.Details", "README.md")}${asset("Microsoft.VisualStudio.Services.Content.License", "LICENSE.txt")}  </Assets>
</PackageManifest>
`;
}

/** Every ending that occurs needs a type; files without one are named one by one. */
function contentTypes(paths: readonly string[]): string {
  const known: Readonly<Record<string, string>> = {
    json: "application/json",
    js: "application/javascript",
    md: "text/markdown",
    txt: "text/plain",
    wasm: "application/wasm",
    vsixmanifest: "text/xml",
  };
  const endings = new Set(["vsixmanifest"]);
  const overrides: string[] = [];
  for (const path of paths) {
    const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1];
    if (ending === undefined) overrides.push(path);
    else endings.add(ending);
  }
  const defaults = [...endings]
    .sort()
    .map(
      (ending) =>
        `<Default Extension=".${ending}" ContentType="${known[ending] ?? "application/octet-stream"}" />`,
    );
  const named = overrides.map(
    (path) => `<Override PartName="/extension/${xml(path)}" ContentType="application/octet-stream" />`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...named].join("")}</Types>\n`;
}

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
