/** The window with the link that holds the model. */
import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { say } from "../words/say.ts";
import { Dialog } from "./dialog.tsx";
import { encodeStudy, largestFile, longestLink } from "./share-link.ts";
import { currentStudy } from "./studies.ts";

/** Whether the window is open. */
export const sharing = signal(false);

export function ShareDialog() {
  return sharing.value ? <Open /> : null;
}

function Open() {
  const link = useSignal("");
  const largest = useSignal("");
  const copied = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const close = () => {
    sharing.value = false;
  };
  useEffect(() => {
    const study = currentStudy();
    void encodeStudy(study).then(async (code) => {
      if (code.length > longestLink) largest.value = (await largestFile(study.files)) ?? "";
      link.value = `${location.href.replace(/#.*$/, "")}#m=${code}`;
    });
  }, []);
  const copy = async () => {
    field.current!.select();
    try {
      await navigator.clipboard.writeText(link.value);
      copied.value = true;
    } catch {
      // The link is selected: the reader copies it by hand.
    }
  };
  const n = link.value.length.toLocaleString();
  return (
    <Dialog title={say("shareTitle")} close={close} submit={() => void copy()}>
      {link.value === "" && <p>{say("shareMaking")}</p>}
      {link.value !== "" && largest.value !== "" && (
        <p class="page-notice trouble">{say("shareTooLong", { n, path: largest.value })}</p>
      )}
      {link.value !== "" && largest.value === "" && (
        <>
          <p>{say("shareText", { n })}</p>
          <div class="row">
            <input ref={field} class="grow code" readOnly value={link.value} aria-label={say("shareLink")} />
            <button type="submit" class="primary">
              {say(copied.value ? "shareCopied" : "shareCopy")}
            </button>
          </div>
        </>
      )}
      <div class="row end">
        <button type="button" onClick={close}>
          {say("close")}
        </button>
      </div>
    </Dialog>
  );
}
