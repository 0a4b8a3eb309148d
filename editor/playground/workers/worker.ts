/** One script for both workers of the page, so that the language is downloaded once: its name says which part it plays. */
/// <reference lib="webworker" />
export type WorkerName = "language" | "models";

const name = self.name as WorkerName;
// What arrives before the part is loaded waits for it.
const early: MessageEvent[] = [];
const keep = (event: Event) => {
  event.stopImmediatePropagation();
  early.push(event as MessageEvent);
};
self.addEventListener("message", keep);
const part = name === "language" ? import("../../server/browser.ts") : import("./models.ts");
void part.then(() => {
  self.removeEventListener("message", keep);
  for (const event of early) self.dispatchEvent(new MessageEvent("message", { data: event.data }));
});
