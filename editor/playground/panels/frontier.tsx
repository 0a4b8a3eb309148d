/** The two-dimensional section of a measure's technology: where its units stand, and how far they could go. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import "../look/frontier.css";
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";
import { follow, held, measure, plane, section, stale, trouble } from "./frontier/asked.ts";
import { frameOf } from "./frontier/frame.ts";
import { grip } from "./frontier/grips.ts";
import { refused, release } from "./frontier/hands.ts";
import { Legend } from "./frontier/legend.tsx";
import { Menus } from "./frontier/menus.tsx";
import { Errors, hasErrors, NoMeasure } from "./frontier/no-measure.tsx";
import { Picture } from "./frontier/picture.tsx";
import { settled } from "./frontier/scale.ts";
import { plain, sentence } from "./frontier/sentence.ts";
import { Told } from "./frontier/told.tsx";
import { turning } from "./frontier/turn.ts";

export default function Frontier() {
  useEffect(follow, []);
  useEffect(() => release, []);
  const one = measure.value;
  const shown = section.value;
  if (study.outline.value === null) return <p class="muted">{say("loading")}</p>;
  if (one === null) return <NoMeasure />;
  if (plane.value === null) return <p>{say("frontierOneVariable", { measure: one.name })}</p>;
  const current = shown !== null && shown.measure === one.name ? shown : null;
  return (
    <div class="frontier-panel">
      <Menus section={current} />
      {stale.value && hasErrors.value && <Errors nothing={current === null} />}
      {trouble.value !== null && <p class="trouble">{trouble.value}</p>}
      {current !== null && (
        <div class={stale.value && !held.value ? "shown stale" : "shown"}>
          <Plane section={current} />
          <Legend section={current} />
          <Told section={current} />
          {!hasErrors.value && <Hints section={current} />}
        </div>
      )}
    </div>
  );
}

type Shown = { readonly section: NonNullable<typeof section.value> };

/** The picture, as wide as there is room. */
function Plane({ section }: Shown) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  const { x, y, measure, period } = section;
  const key = [measure, x.name, y.name, period].join("\n");
  const last = useRef<{ readonly key: string; readonly x: Domain; readonly y: Domain } | null>(null);
  const old = last.current?.key === key ? last.current : null;
  // Under a hand the picture stands still.
  if (old === null || !held.value) {
    last.current = {
      key,
      x: settled(old?.x ?? null, section.view.x),
      y: settled(old?.y ?? null, section.view.y),
    };
  }
  const { x: across, y: up } = last.current!;
  const frame = useMemo(() => frameOf(width, across, up), [width, ...across, ...up]);
  return (
    <div class="plane" ref={place}>
      {width > 0 && <Picture section={section} frame={frame} label={plain(sentence(section.facts, say))} />}
    </div>
  );
}
type Domain = readonly [number, number];

/** What a hand may do here, or why it may not. */
function Hints({ section }: Shown) {
  const holds = grip.value;
  const one = measure.value!;
  const { x, y } = section;
  const hints: string[] = [];
  if (holds !== null) {
    if (holds.x !== null && holds.y !== null) hints.push(say("frontierDrag"));
    else if (holds.x !== null) hints.push(say("frontierDragOne", { variable: x.name, other: y.name }));
    else if (holds.y !== null) hints.push(say("frontierDragOne", { variable: y.name, other: x.name }));
    else if (holds.from !== null) hints.push(say("frontierFromFile", { file: holds.from }));
    else hints.push(say("frontierComputed", { x: x.name, y: y.name }));
  }
  const way = turning(one);
  hints.push(say(way === "free" ? "frontierTurnHint" : way === "ray" ? "frontierRay" : "frontierEach"));
  return (
    <>
      {refused.value !== null && (
        <p class="trouble" role="status">
          {refused.value}
        </p>
      )}
      <p class="muted small hints">{hints.join(" ")}</p>
    </>
  );
}
