import { hideTip, showTip } from "../../charts/tip.ts";

/** A number that tells more when it is pointed at or reached by keys. */
export function Figure({
  text,
  told,
  strong = false,
}: {
  readonly text: string;
  readonly told: Readonly<Record<string, string>>;
  readonly strong?: boolean;
}) {
  const show = (event: Event) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    showTip(new MouseEvent("mousemove", { clientX: box.left, clientY: box.bottom - 6 }), told);
  };
  const all = Object.entries(told).map(([name, value]) => `${name} ${value}`);
  return (
    <button
      type="button"
      class={strong ? "figure strong" : "figure"}
      aria-label={`${text}. ${all.join(", ")}`}
      onPointerEnter={show}
      onPointerLeave={hideTip}
      onFocus={show}
      onBlur={hideTip}
    >
      {text}
    </button>
  );
}
