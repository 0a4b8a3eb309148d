/** The small box beside the pointer that tells a mark's numbers with all their digits. */
import "../look/tip.css";

let box: HTMLElement | null = null;

/** `value` is text, or an object whose entries are told line by line. */
export function showTip(event: MouseEvent, value: unknown): void {
  if (box === null) {
    box = document.createElement("div");
    box.className = "tip";
    // What it tells stands in the table beside the chart too.
    box.setAttribute("aria-hidden", "true");
    document.body.append(box);
  }
  box.replaceChildren(...linesOf(value));
  box.hidden = false;
  const { width, height } = box.getBoundingClientRect();
  const right = event.clientX + 14 + width < window.innerWidth;
  box.style.left = `${Math.max(4, right ? event.clientX + 14 : event.clientX - 14 - width)}px`;
  box.style.top = `${Math.max(4, Math.min(event.clientY + 14, window.innerHeight - height - 4))}px`;
}

export function hideTip(): void {
  if (box !== null) box.hidden = true;
}

function linesOf(value: unknown): HTMLElement[] {
  if (typeof value !== "object" || value === null) return [line([String(value)])];
  return Object.entries(value).map(([name, amount]) => line([name, String(amount)]));
}
function line(parts: readonly string[]): HTMLElement {
  const div = document.createElement("div");
  for (const part of parts) div.append(Object.assign(document.createElement("span"), { textContent: part }));
  return div;
}
