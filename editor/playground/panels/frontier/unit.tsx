/** One unit of the picture. Pointing tells it, a click chooses it, a hand moves it; the chosen one moves by keys too. */
import { useRef } from "preact/hooks";
import type { FrontierSection, SectionUnit } from "../../../../runtime/charts/section.ts";
import { hideTip, showTip } from "../../charts/tip.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { rowInTable, sameUnit } from "./choices.ts";
import { short, whole, withUnit } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { grip } from "./grips.ts";
import { drop, hand, move } from "./hands.ts";
import { mark } from "./marks.ts";
import { afterRest } from "./rest.ts";
import { density, handStep, roundBelow, rounded } from "./scale.ts";
import type { Pixel } from "./turn.ts";

interface Props {
  readonly unit: SectionUnit;
  readonly at: Pixel;
  readonly section: FrontierSection;
  readonly frame: Frame;
}
interface Start {
  readonly pointer: number;
  readonly at: Pixel;
  readonly own: Amounts;
  /** The picture as it was: it stands still under a hand. */
  readonly frame: Frame;
  moved: boolean;
}
interface Amounts {
  readonly x: number;
  readonly y: number;
}

export function Unit({ unit, at, section, frame }: Props) {
  const start = useRef<Start | null>(null);
  const own = ownAmounts(unit);
  const holds = grip.value;
  const movable = unit.row !== null && holds !== null && (holds.x !== null || holds.y !== null);
  const name = { dmu: unit.dmu, ...(unit.period === null ? {} : { period: String(unit.period) }) };
  const chosen = unit.kind === "chosen";
  const lit = sameUnit(unit, view.pointed.value);

  const place = (to: Amounts): Amounts => ({
    x: holds!.x === null ? own.x : to.x,
    y: holds!.y === null ? own.y : to.y,
  });
  const edits = (to: Amounts, from: Amounts | null = null) => {
    const { panel } = holds!;
    const row = rowInTable(study.outline.peek()!, panel, study.text.peek(), unit);
    return (["x", "y"] as const).flatMap((axis) => {
      const column = holds![axis];
      if (column === null || to[axis] === from?.[axis]) return [];
      return [{ of: "cell" as const, panel, row: row < 0 ? unit.row! : row, column, value: to[axis] }];
    });
  };
  const tell = (event: MouseEvent, amounts: Amounts) => showTip(event, tip(unit, section, amounts));

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const from = { x: event.clientX, y: event.clientY };
    start.current = { pointer: event.pointerId, at: from, own, frame, moved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = start.current;
    if (held === null || held.pointer !== event.pointerId) {
      if (hand.value === null) tell(event, own);
      return;
    }
    const [dx, dy] = [event.clientX - held.at.x, event.clientY - held.at.y];
    if (!movable || (!held.moved && Math.hypot(dx, dy) < 4)) return;
    held.moved = true;
    const to = place(under(held, dx, dy, unit.factor));
    showTip(event, { [unit.name]: "", ...amountsTold(section, to) });
    move({ is: "unit", row: unit.row!, ...to }, edits(to));
  };
  const onPointerUp = (event: PointerEvent) => {
    const held = start.current;
    start.current = null;
    if (held === null || held.pointer !== event.pointerId) return;
    hideTip();
    const now = hand.peek();
    if (!held.moved || now?.is !== "unit") view.chosen.value = name;
    else void drop(edits(now));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
    if (way === undefined || !movable) return;
    event.preventDefault();
    const now = hand.peek();
    const from = now?.is === "unit" ? now : own;
    const by = (axis: "x" | "y", times: number) => {
      const size = roundBelow((frame[axis].domain[1] - frame[axis].domain[0]) / 100 / unit.factor);
      return inRange(
        rounded(from[axis] + times * size * (event.shiftKey ? 10 : 1), size),
        frame,
        axis,
        unit.factor,
      );
    };
    const to = place({
      x: way[0] === 0 ? from.x : by("x", way[0]!),
      y: way[1] === 0 ? from.y : by("y", way[1]!),
    });
    const changed = edits(to, from);
    if (changed.length === 0) return;
    move({ is: "unit", row: unit.row!, ...to }, changed);
    afterRest(() => void drop(edits(to)));
  };

  const words = `${amountWords(section, own)}${unit.score === null ? "" : `, ${section.symbol} ${short(unit.score)}`}`;
  const shape = (
    <>
      <circle class="reach" r="16" />
      <path class="mark" d={mark(unit.kind)} />
    </>
  );
  const common = {
    class: `unit ${unit.kind}${lit ? " lit" : ""}${movable ? " movable" : ""}`,
    transform: `translate(${at.x} ${at.y})`,
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
  if (!chosen || !movable) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing.
      <g {...common} role="button" tabindex={-1} aria-label={`${unit.name}: ${words}`}>
        {shape}
      </g>
    );
  }
  const axis = holds!.x !== null ? "x" : "y";
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

  function ownAmounts({ x, y, factor, row }: SectionUnit): Amounts {
    const now = hand.value;
    return now?.is === "unit" && now.row === row ? now : { x: x / factor, y: y / factor };
  }
}

/** The amounts under a hand that has gone this far, in round numbers within the picture. */
function under({ own, frame }: Start, dx: number, dy: number, factor: number): Amounts {
  const along = (axis: "x" | "y", pixels: number) => {
    const step = roundBelow(handStep(frame[axis]) / factor);
    return inRange(rounded(own[axis] + pixels / density(frame[axis]) / factor, step), frame, axis, factor);
  };
  return { x: along("x", dx), y: along("y", -dy) };
}
function inRange(amount: number, frame: Frame, axis: "x" | "y", factor: number): number {
  const [low, high] = frame[axis].domain;
  return Math.min(high / factor, Math.max(Math.max(0, low) / factor, amount));
}

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
