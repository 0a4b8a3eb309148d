/** Both axes: their numbers, the variable's name with its unit, and which way is better. */
import type { FrontierSection, SectionAxis } from "../../../../runtime/charts/section.ts";
import { say } from "../../words/say.ts";
import { short } from "./figures.ts";
import { type Frame, ticksUp } from "./frame.ts";
import { ticks, toPixel } from "./scale.ts";

interface Props {
  readonly section: FrontierSection;
  readonly frame: Frame;
}

export function AxisX({ section, frame }: Props) {
  const { x, left, right, bottom, width } = frame;
  return (
    <g class="axis">
      <path class="rule" d={`M${left} ${bottom}H${right}`} />
      {ticks(x, Math.max(3, Math.min(7, Math.floor((right - left) / 70)))).map((amount) => (
        <text key={amount} x={toPixel(x, amount)} y={bottom + 18} text-anchor="middle">
          {short(amount)}
        </text>
      ))}
      <text class="title" x={right} y={bottom + 38} text-anchor="end">
        <Title axis={section.x} narrow={width < 420} />
      </text>
    </g>
  );
}

export function AxisY({ section, frame }: Props) {
  const { y, left, right, top, bottom, width } = frame;
  return (
    <g class="axis">
      {ticks(y, ticksUp(bottom - top)).map((amount) => (
        <g key={amount}>
          <path class="grid" d={`M${left} ${toPixel(y, amount)}H${right}`} />
          <text x={left - 8} y={toPixel(y, amount)} dy="0.35em" text-anchor="end">
            {short(amount)}
          </text>
        </g>
      ))}
      <text class="title" x={8} y={16}>
        <Title axis={section.y} narrow={width < 420} />
      </text>
    </g>
  );
}

function Title({ axis, narrow }: { readonly axis: SectionAxis; readonly narrow: boolean }) {
  return (
    <>
      <tspan class={`of-${axis.role}`}>{axis.name}</tspan>
      {axis.unit !== null && <tspan>{` [${axis.unit}]`}</tspan>}
      {!narrow && (
        <tspan class="hint">{`  ${say(axis.better === 1 ? "frontierBetterMore" : "frontierBetterLess")}`}</tspan>
      )}
    </>
  );
}
