/** The picture: what is possible, its frontier, the units, and the chosen one's way there. Units and the arrow can be moved. */
import { useMemo } from "preact/hooks";
import type { FrontierSection, UnitKind } from "../../../../runtime/charts/section.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { AxisX, AxisY } from "./axes.tsx";
import { sameUnit } from "./choices.ts";
import { Direction } from "./direction.tsx";
import { toEdges } from "./edge.ts";
import type { Frame } from "./frame.ts";
import { grip } from "./grips.ts";
import { hand } from "./hands.ts";
import { type Label, placeNames, pointsAlong } from "./labels.ts";
import { kinds, unread } from "./marks.ts";
import { toPixel } from "./scale.ts";
import type { Pixel } from "./turn.ts";
import { Unit } from "./unit.tsx";

interface Props {
  readonly section: FrontierSection;
  readonly frame: Frame;
  readonly label: string;
}

/** In a crowd only the chosen unit, its peers and the frontier are named, and marks are small. */
const crowd = 40;

export function Picture({ section, frame, label }: Props) {
  const { width, height, x, y, left, top, right, bottom } = frame;
  const inside = { x: left, y: top, width: right - left, height: bottom - top };
  const inHand = hand.value;
  const [lit, holds] = [view.pointed.value, grip.value];
  const movable = holds !== null && (holds.x !== null || holds.y !== null) ? holds : null;
  const units = useMemo(
    () => [...section.units].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    [section],
  );
  const pixel = (point: Pixel): Pixel => ({ x: toPixel(x, point.x), y: toPixel(y, point.y) });
  const seen = units
    .map((unit) => {
      const held = inHand?.is === "unit" && inHand.row === unit.row ? inHand : null;
      const { factor } = unit;
      return { unit, held, at: pixel(held === null ? unit : { x: held.x * factor, y: held.y * factor }) };
    })
    .filter(({ at }) => within(at, inside));
  const chosen = seen.find(({ unit }) => unit.kind === "chosen") ?? null;
  const inHandAt = seen.find(({ held }) => held !== null)?.at;
  const few = seen.length <= crowd;
  const { projection } = section.chosen;
  const way = chosen === null || projection === null ? [] : [chosen.at, pixel(projection)];
  const labels = placeNames(
    [...seen].reverse().map(({ unit, at }) => ({ name: named(unit.kind, few) ? unit.name : null, ...at })),
    { x: left, y: top - 14, width: right - left + 24, height: bottom - top + 14 },
    [...pointsAlong(section.frontier.map(pixel)), ...pointsAlong(way)],
  );
  const drawn = toEdges(section, frame);
  const line = drawn.frontier.map(pixel).map((p, i) => `${i === 0 ? "M" : "L"}${p.x} ${p.y}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold drawings.
    <svg
      class="section-picture"
      role="group"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <clipPath id="section-inside">
        <rect {...inside} />
      </clipPath>
      <g {...unread}>
        <AxisX section={section} frame={frame} />
        <AxisY section={section} frame={frame} />
        <g clip-path="url(#section-inside)">
          <path class="possible" d={areaPath(drawn.area, frame)} />
          <path class="frontier" d={line.join("")} />
        </g>
        {inHandAt !== undefined && (
          <path class="guides" d={`M${left} ${inHandAt.y}H${inHandAt.x}V${bottom}`} />
        )}
      </g>
      {chosen !== null && <Direction section={section} frame={frame} from={chosen.at} />}
      {seen.map(({ unit, held, at }) => (
        <Unit
          key={`${unit.dmu} ${unit.period}`}
          unit={unit}
          x={at.x}
          y={at.y}
          size={few ? 6 : 4.5}
          lit={sameUnit(unit, lit)}
          held={held}
          grip={unit.row === null ? null : movable}
          section={section}
          frame={frame}
        />
      ))}
      <Names labels={labels} chosen={section.chosen.name} />
      {section.view.outside > 0 && (
        <text class="outside" x={right} y={top + 12} text-anchor="end">
          {say("frontierOutside", { n: section.view.outside })}
        </text>
      )}
    </svg>
  );
}

function areaPath(area: FrontierSection["area"], { x, y }: Frame): string {
  const upper = area.map((one) => `${toPixel(x, one.x)} ${toPixel(y, one.high)}`);
  const lower = area.map((one) => `${toPixel(x, one.x)} ${toPixel(y, one.low)}`).reverse();
  return upper.length < 2 ? "" : `M${[...upper, ...lower].join("L")}Z`;
}

function within({ x, y }: Pixel, frame: { x: number; y: number; width: number; height: number }): boolean {
  const slack = 0.5;
  return (
    x >= frame.x - slack &&
    x <= frame.x + frame.width + slack &&
    y >= frame.y - slack &&
    y <= frame.y + frame.height + slack
  );
}

function named(kind: UnitKind, few: boolean): boolean {
  return few || kind === "chosen" || kind === "peer" || kind === "efficient";
}

function Names({ labels, chosen }: { readonly labels: readonly Label[]; readonly chosen: string }) {
  return (
    <g class="names" {...unread}>
      {labels.map(({ name, x, y, anchor }) => (
        <text
          key={name}
          x={x}
          y={y}
          dy="0.35em"
          text-anchor={anchor}
          class={name === chosen ? "of-chosen" : undefined}
        >
          {name}
        </text>
      ))}
    </g>
  );
}
