/** The chosen unit's way to the frontier: arrow, projection, target; and the handle that turns the direction. */
import { useRef } from "preact/hooks";
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { hideTip } from "../../charts/tip.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { measure } from "./asked.ts";
import { short } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { drop, hand, move } from "./hands.ts";
import { unread } from "./marks.ts";
import { afterRest } from "./rest.ts";
import { toPixel } from "./scale.ts";
import {
  angleOf,
  clamped,
  directionSizes,
  handleAt,
  improving,
  keyTurn,
  type Pixel,
  rayThrough,
  turned,
  turning,
  type Vector,
} from "./turn.ts";

interface Props {
  readonly section: FrontierSection;
  readonly frame: Frame;
  /** The chosen unit's place on the page. */
  readonly from: Pixel;
}

export function Direction({ section, frame, from }: Props) {
  const { chosen } = section;
  const one = measure.value;
  const now = hand.value;
  const vector = now?.is === "direction" ? now : chosen.direction;
  const angle = angleOf(vector, frame);
  if (angle === null || one === null) return null;
  // While a unit is in hand, its projection is that of the last answer.
  const tip = chosen.projection === null ? null : pixel(chosen.projection, frame);
  const target = chosen.target === null ? null : pixel(chosen.target, frame);
  const way = turning(one);
  const reach = tip === null ? 0 : Math.hypot(tip.x - from.x, tip.y - from.y);
  const handle = handleAt(from, angle, now?.is === "direction" ? 0 : reach);
  const ray = way === "ray" ? rayThrough(chosen, frame) : null;
  return (
    <>
      <g class="ways" {...unread}>
        {ray !== null && <path class="ray" d={`M${ray[0].x} ${ray[0].y}L${ray[1].x} ${ray[1].y}`} />}
        {way === "free" && <path class="reach-line" d={`M${from.x} ${from.y}L${handle.x} ${handle.y}`} />}
        {tip !== null && reach > 3 && <Arrow from={from} to={tip} hollow={!chosen.inPlane} />}
        {target !== null && tip !== null && Math.hypot(target.x - tip.x, target.y - tip.y) > 3 && (
          <g class="slack">
            <path d={`M${tip.x} ${tip.y}L${target.x} ${target.y}`} />
            <rect x={target.x - ring} y={target.y - ring} width={2 * ring} height={2 * ring} />
          </g>
        )}
      </g>
      {way === "free" && (
        <Handle section={section} frame={frame} from={from} at={handle} angle={angle} vector={vector} />
      )}
    </>
  );
}

function pixel({ x, y }: Pixel, frame: Frame): Pixel {
  return { x: toPixel(frame.x, x), y: toPixel(frame.y, y) };
}

/** Around the projection and the target, so that a unit that stands there is seen within. */
const ring = 9;

function Arrow({ from, to, hollow }: { readonly from: Pixel; readonly to: Pixel; readonly hollow: boolean }) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = { x: to.x - ring * Math.cos(angle), y: to.y - ring * Math.sin(angle) };
  const far = Math.hypot(to.x - from.x, to.y - from.y) > ring;
  return (
    <g class={hollow ? "way elsewhere" : "way"}>
      <circle class="projection" cx={to.x} cy={to.y} r={ring} />
      {far && (
        <>
          <path class="shaft" d={`M${from.x} ${from.y}L${end.x} ${end.y}`} />
          <path
            class="head"
            d="M0 0L-11 -5L-11 5Z"
            transform={`translate(${end.x} ${end.y}) rotate(${(angle * 180) / Math.PI})`}
          />
        </>
      )}
      <circle class="projection-point" cx={to.x} cy={to.y} r="2.5" />
    </g>
  );
}

interface HandleProps extends Props {
  readonly at: Pixel;
  readonly angle: number;
  readonly vector: Vector;
}
function Handle({ section, frame, from, at, angle, vector }: HandleProps) {
  const held = useRef<{ readonly pointer: number; readonly old: Vector } | null>(null);
  const { x, y } = section;
  const edits = (to: Vector) => [
    {
      of: "direction" as const,
      direction: measure.peek()!.direction!,
      sizes: directionSizes(to, section, measure.peek()!, study.outline.peek()!),
    },
  ];
  const turn = (to: number, old: Vector) => {
    const next = turned(clamped(to, improving(x, y)), old, frame);
    move({ is: "direction", ...next }, edits(next));
    return next;
  };
  const letGo = (event: PointerEvent) => {
    if (held.current?.pointer !== event.pointerId) return;
    held.current = null;
    const now = hand.peek();
    if (now?.is === "direction") void drop(edits(now));
  };
  const degrees = Math.round((angle * 180) / Math.PI);
  const words = say("frontierDirectionIs", {
    x: `${x.name} ${signed(vector.dx)}`,
    y: `${y.name} ${signed(vector.dy)}`,
  });
  const [low, high] = improving(x, y);
  return (
    <g
      class="handle"
      role="slider"
      tabindex={0}
      aria-label={say("frontierTurn")}
      aria-valuemin={Math.round((low * 180) / Math.PI)}
      aria-valuemax={Math.round((high * 180) / Math.PI)}
      aria-valuenow={degrees}
      aria-valuetext={words}
      transform={`translate(${at.x} ${at.y})`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { pointer: event.pointerId, old: vector };
        hideTip();
      }}
      onPointerMove={(event) => {
        if (held.current?.pointer !== event.pointerId) return;
        const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
        const [right, up] = [event.clientX - box.left - from.x, from.y - (event.clientY - box.top)];
        if (Math.hypot(right, up) > 8) turn(Math.atan2(up, right), held.current.old);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={(event) => {
        const way = keyTurn(event.key, (low + high) / 2);
        if (way === null) return;
        event.preventDefault();
        const next = turn(angle + (way * (event.shiftKey ? 10 : 2) * Math.PI) / 180, vector);
        afterRest(() => void drop(edits(next)));
      }}
    >
      <circle class="reach" r="18" />
      <circle class="knob" r="8" />
      <path class="turns" d="M-3.6 1.4A3.8 3.8 0 1 1 1 3.6M-5.4 -0.8L-3.6 1.7L-1 0.1" />
    </g>
  );
}

function signed(amount: number): string {
  return amount < 0 ? `−${short(-amount)}` : `+${short(amount)}`;
}
