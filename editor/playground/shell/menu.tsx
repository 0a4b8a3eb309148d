/** A button with a menu below it: arrows, Home, End and letters move, Escape and leaving close. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

export interface MenuItem {
  readonly key: string;
  readonly label: ComponentChildren;
  /** One of several that exclude each other, and whether it is the one. */
  readonly checked?: boolean;
  readonly language?: string;
  choose(): void;
}

interface Props {
  readonly label: ComponentChildren;
  /** Where the label is no text. */
  readonly name?: string;
  readonly items: readonly MenuItem[];
  readonly class?: string;
}

export function Menu({ label, name, items, class: more = "" }: Props) {
  const open = useSignal(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...box.current!.querySelectorAll<HTMLElement>("[role^=menuitem]")];

  useEffect(() => {
    if (!open.value) return;
    const current = entries().find((entry) => entry.ariaChecked === "true") ?? entries()[0];
    current?.focus();
    const leave = (event: Event) => {
      if (!box.current!.contains(event.target as Node)) open.value = false;
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [open.value]);

  const close = () => {
    open.value = false;
    button.current!.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open.value) {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      open.value = true;
      return;
    }
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = nextEntry(event.key, at, all);
    if (next !== undefined) all[next]!.focus();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the menu within
    <div
      ref={box}
      class={`pull-down ${more}`}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to !== null && !box.current!.contains(to)) open.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        aria-label={name}
        title={name}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {label}
      </button>
      {open.value && (
        <div id={id} role="menu" class="pull-down-list" aria-label={name ?? (label as string)}>
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              {...(item.checked === undefined
                ? { role: "menuitem" }
                : { role: "menuitemradio", "aria-checked": item.checked })}
              tabIndex={-1}
              lang={item.language}
              onClick={() => {
                close();
                item.choose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function nextEntry(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  if (key === "ArrowDown") return (at + 1) % all.length;
  if (key === "ArrowUp") return (at - 1 + all.length) % all.length;
  if (key === "Home") return 0;
  if (key === "End") return all.length - 1;
  if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined;
  const order = [...all.keys()].map((i) => (at + 1 + i) % all.length);
  return order.find((i) => all[i]!.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}
