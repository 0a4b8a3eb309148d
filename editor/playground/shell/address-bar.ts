/** Opens what links and menus ask for, and says so where it cannot. */
import { readAddress } from "./address.ts";
import { openExample } from "./examples.ts";
import { openLesson } from "./lessons.ts";
import { tell } from "./notice.ts";
import { openServed } from "./served.ts";
import { decodeStudy } from "./share-link.ts";
import { openStudy } from "./studies.ts";

/**
 * Does what the address asks for and takes it out of the address: a reload then brings back what the reader made of it.
 *
 * @returns whether a study was opened
 */
export async function followAddress(): Promise<boolean> {
  const asked = readAddress(location.hash);
  if (asked === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  switch (asked.asks) {
    case "model":
      return openShared(asked.code);
    case "lesson":
      return openLessonOrTell(asked.id);
    case "example":
      return openExampleOrTell(asked.id);
    case "served": {
      const opened = await openServed();
      if (!opened) tell("trouble", "noticeServed");
      return opened;
    }
  }
}

export async function openLessonOrTell(id: string): Promise<boolean> {
  const opened = await openLesson(id);
  if (!opened) tell("trouble", "noticeNoLesson", { id });
  return opened;
}

export async function openExampleOrTell(id: string): Promise<boolean> {
  const opened = await openExample(id);
  if (!opened) tell("trouble", "noticeNoExample", { id });
  return opened;
}

async function openShared(code: string): Promise<boolean> {
  const decoded = await decodeStudy(code);
  if ("study" in decoded) {
    openStudy(decoded.study);
    return true;
  }
  if (decoded.problem === "newer") tell("trouble", "noticeLinkNewer", { n: decoded.version });
  else tell("trouble", "noticeLinkBroken");
  return false;
}
