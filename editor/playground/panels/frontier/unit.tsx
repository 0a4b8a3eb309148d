/** One unit of the picture. Pointing tells it, a click chooses it, a hand moves it; the chosen one moves by keys too. */
import { memo } from "preact/compat";
import { useRef } from "preact/hooks";
import type { FrontierSection, SectionUnit } from "../../../../runtime/charts/section.ts";
import { hideTip, showTip } from "../../charts/tip.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { type Grip, rowInTable } from "./choices.ts";
import { short, whole, withUnit } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { drop, hand, move } from "./hands.ts";
import { mark } from "./marks.ts";
import { afterRest } from "./rest.ts";
import type { Pixel } from "./turn.ts";
import { type Amounts, cellEdits, ownAmounts, stepped, under } from "./unit-hand.ts";

interface Props {
  readonly unit: SectionUnit;
  /** Its place on the page. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly lit: boolean;
  /** Its amounts while it is in hand. */
  readonly held: Amounts | null;
  /** What of it a hand may move; null where it may not. */
  readonly grip: Grip | null;
  readonly section: FrontierSection;
  readonly frame: Frame;
}
interface Start {
  readonly pointer: number;
  readonly at: Pixel;
  readonly own: Amounts;
  readonly row: number;
  /** The picture as it was: it stands still under a hand. */
  readonly frame: Frame;
  moved: boolean;
}

/** There may be hundreds of them, so that each is drawn again only when something of it has changed. */
export const Unit = memo(({ unit, x, y, size, lit, held, grip, section, frame }: Props) => {
  const start = useRef<Start | null>(null);
  const own = held ?? ownAmounts(unit);
  const name = { dmu: unit.dmu, ...(unit.period === null ? {} : { period: String(unit.period) }) };
  const row = () => {
    const found = rowInTable(study.outline.peek()!, grip!.panel, study.text.peek(), unit);
    return found < 0 ? unit.row! : found;
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    start.current = {
      pointer: event.pointerId,
      at: { x: event.clientX, y: event.clientY },
      own,
      row: grip === null ? -1 : row(),
      frame,
      moved: false,
    };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = start.current;
    if (from === null || from.pointer !== event.pointerId) {
      if (hand.peek() === null) showTip(event, tip(unit, section, own));
      return;
    }
    const [right, down] = [event.clientX - from.at.x, event.clientY - from.at.y];
    if (grip === null || (!from.moved && Math.hypot(right, down) < 4)) return;
    from.moved = true;
    const to = under(from.own, from.frame, right, -down, unit.factor, grip);
    showTip(event, { [unit.name]: "", ...amountsTold(section, to) });
    move({ is: "unit", row: unit.row!, ...to }, cellEdits(grip, from.row, to));
  };
  const onPointerUp = (event: PointerEvent) => {
    const from = start.current;
    if (from === null || from.pointer !== event.pointerId) return;
    start.current = null;
    hideTip();
    const now = hand.peek();
    if (from.moved && now?.is === "unit" && grip !== null) void drop(cellEdits(grip, from.row, now));
    else view.chosen.value = name;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = grip === null ? null : stepped(own, frame, event, unit.factor, grip);
    if (grip === null || to === null) return;
    event.preventDefault();
    const edits = cellEdits(grip, row(), to);
    move({ is: "unit", row: unit.row!, ...to }, edits);
    afterRest(() => void drop(edits));
  };

  const score = unit.score === null ? "" : `, ${section.symbol} ${short(unit.score)}`;
  const words = `${amountWords(section, own)}${score}`;
  const common = {
    class: `unit ${unit.kind}${lit ? " lit" : ""}${grip === null ? "" : " movable"}`,
    transform: `translate(${x} ${y})`,
    "data-unit": unit.dmu,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: onPointerUp,
    onPointerEnter: () => {
      if (hand.peek() === null) view.pointed.value = name;
    },
    onPointerLeave: () => {
      hideTip();
      if (hand.peek() === null) view.pointed.value = null;
    },
  };
  const shape = (
    <>
      <circle class="reach" r={size + 9} />
      <path class="mark" d={mark(unit.kind, size)} />
    </>
  );
  if (unit.kind !== "chosen" || grip === null) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing.
      <g {...common} role="button" tabindex={-1} aria-label={`${unit.name}: ${words}`}>
        {shape}
      </g>
    );
  }
  const axis = grip.x === null ? "y" : "x";
  return (
    <g
      {...common}
      role="slider"
      tabindex={0}
      aria-label={say("frontierMove", { unit: unit.name })}
      aria-valuemin={frame[axis].domain[0]}
      aria-valuemax={frame[axis].domain[1]}
      aria-valuenow={own[axis]}
      aria-valuetext={words}
      onKeyDown={onKeyDown}
    >
      {shape}
    </g>
  );
});

function amountWords({ x, y }: FrontierSection, amounts: Amounts): string {
  return `${x.name} ${withUnit(short(amounts.x), x.unit)}, ${y.name} ${withUnit(short(amounts.y), y.unit)}`;
}
function tip(unit: SectionUnit, section: FrontierSection, amounts: Amounts): Record<string, string> {
  return {
    [unit.name]: say(`frontierKind_${unit.kind}`),
    ...amountsTold(section, amounts),
    ...(unit.score === null ? {} : { [section.symbol]: whole(unit.score) }),
    ...(unit.peer === null ? {} : { [say("frontierWeight")]: whole(unit.peer.weight + unit.peer.abated) }),
  };
}
function amountsTold({ x, y }: FrontierSection, amounts: Amounts): Record<string, string> {
  return { [x.name]: withUnit(whole(amounts.x), x.unit), [y.name]: withUnit(whole(amounts.y), y.unit) };
}
