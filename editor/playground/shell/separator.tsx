/** A line between two columns that can be dragged, or moved with the arrows. */
interface Props {
  readonly name: string;
  readonly class: string;
  /** The share of the page before it, in hundredths, and its bounds. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly set: (value: number) => void;
  /** Where the line lies across: its value is a height. */
  readonly across?: boolean;
}

export function Separator({ name, value, least, most, set, across = false, class: more }: Props) {
  const to = (wanted: number) => set(Math.round(Math.min(most, Math.max(least, wanted)) * 10) / 10);
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, greater] = across ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    const wanted = { [less!]: value - 2, [greater!]: value + 2, Home: least, End: most }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    to(wanted);
  };
  const onPointerDown = (event: PointerEvent) => {
    const line = event.currentTarget as HTMLElement;
    const whole = line.parentElement!.getBoundingClientRect();
    const start = across ? event.clientY : event.clientX;
    line.setPointerCapture(event.pointerId);
    line.onpointermove = (move) => {
      const by = (across ? move.clientY : move.clientX) - start;
      to(value + (by / (across ? whole.height : whole.width)) * 100);
    };
    line.onlostpointercapture = () => {
      line.onpointermove = null;
    };
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
    <div
      role="separator"
      class={`separator ${more}`}
      aria-label={name}
      aria-orientation={across ? "horizontal" : "vertical"}
      aria-valuenow={Math.round(value)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
