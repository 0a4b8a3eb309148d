/** The picture: what is possible, its frontier, the units, and the chosen one's way there. Units and the arrow can be moved. */
import { useMemo } from "preact/hooks";
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { say } from "../../words/say.ts";
import { AxisX, AxisY } from "./axes.tsx";
import { Direction } from "./direction.tsx";
import type { Frame } from "./frame.ts";
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

const mostNamed = 40;

export function Picture({ section, frame, label }: Props) {
  const { width, height, x, y, left, top, right, bottom } = frame;
  const inside = { x: left, y: top, width: right - left, height: bottom - top };
  const inHand = hand.value;
  const units = useMemo(
    () => [...section.units].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    [section],
  );
  const placed = units.map((unit) => {
    const moved = inHand?.is === "unit" && inHand.row === unit.row ? inHand : null;
    return {
      unit,
      at: {
        x: toPixel(x, moved === null ? unit.x : moved.x * unit.factor),
        y: toPixel(y, moved === null ? unit.y : moved.y * unit.factor),
      },
    };
  });
  const seen = placed.filter(({ at }) => within(at, inside));
  const chosen = seen.find(({ unit }) => unit.kind === "chosen") ?? null;
  const named = [...seen].reverse().slice(0, mostNamed);
  const pixel = (point: Pixel): Pixel => ({ x: toPixel(x, point.x), y: toPixel(y, point.y) });
  const { projection } = section.chosen;
  const way = chosen === null || projection === null ? [] : [chosen.at, pixel(projection)];
  const labels = placeNames(
    named.map(({ unit, at }) => ({ name: unit.name, ...at })),
    { x: left, y: top - 14, width: right - left + 24, height: bottom - top + 14 },
    [...pointsAlong(section.frontier.map(pixel)), ...pointsAlong(way)],
  );
  const line = section.frontier.map(pixel).map((p, i) => `${i === 0 ? "M" : "L"}${p.x} ${p.y}`);
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
          <path class="possible" d={areaPath(section, frame)} />
          <path class="frontier" d={line.join("")} />
        </g>
        {inHand?.is === "unit" && chosen !== null && (
          <Guides frame={frame} row={inHand.row} placed={placed} />
        )}
      </g>
      {seen.map(({ unit, at }) => (
        <Unit key={`${unit.dmu} ${unit.period}`} unit={unit} at={at} section={section} frame={frame} />
      ))}
      {chosen !== null && <Direction section={section} frame={frame} from={chosen.at} />}
      <Names labels={labels} chosen={section.chosen.name} />
      {section.view.outside > 0 && (
        <text class="outside" x={right} y={top + 12} text-anchor="end">
          {say("frontierOutside", { n: section.view.outside })}
        </text>
      )}
    </svg>
  );
}

function areaPath({ area }: FrontierSection, { x, y }: Frame): string {
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

/** From the unit in hand to both axes. */
function Guides({
  frame,
  row,
  placed,
}: {
  readonly frame: Frame;
  readonly row: number;
  readonly placed: readonly { readonly unit: { readonly row: number | null }; readonly at: Pixel }[];
}) {
  const at = placed.find(({ unit }) => unit.row === row)?.at;
  if (at === undefined) return null;
  return <path class="guides" d={`M${frame.left} ${at.y}H${at.x}V${frame.bottom}`} />;
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
