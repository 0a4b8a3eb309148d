/** A button that folds out what lies below it, until something else is pressed or Escape. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface Props {
  readonly label: string;
  /** Whether a press within closes it, as in a menu of commands. */
  readonly once?: boolean;
  readonly children: ComponentChildren;
}

export function Fold({ label, once = false, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    details.current!.open = false;
  };
  return (
    <details
      ref={details}
      class="fold"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) close();
      }}
      onClick={(event) => {
        if (once && (event.target as Element).closest("button") !== null) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        close();
        event.currentTarget.querySelector("summary")!.focus();
      }}
    >
      <summary>{label}</summary>
      <div class="fold-items">{children}</div>
    </details>
  );
}
