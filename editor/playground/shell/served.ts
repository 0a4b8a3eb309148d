/** The model that `gtfp playground FILE` serves beside the page. */
import { contentOf } from "./received-files.ts";
import { readStoredStudy } from "./stored-study.ts";
import { openStudy } from "./studies.ts";

/** As `cli/playground/served-files.ts` writes it. */
interface Listing {
  readonly entry: string;
  readonly files: readonly string[];
}

export async function openServed(): Promise<boolean> {
  try {
    const { entry, files } = (await (await get("files/")).json()) as Listing;
    const contents = await Promise.all(
      files.map(async (path): Promise<[string, string | Uint8Array]> => {
        const response = await get(`files/${path.split("/").map(encodeURIComponent).join("/")}`);
        return [path, contentOf(path, new Uint8Array(await response.arrayBuffer()))];
      }),
    );
    const study = readStoredStudy({ entry, shown: entry, files: contents, lesson: null });
    if (study !== null) openStudy(study);
    return study !== null;
  } catch {
    return false;
  }
}

async function get(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(response.statusText);
  return response;
}
