/** The drawn diagram: moved and sized by wheel, drag, buttons and keys; its variables can be pointed at and pressed. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { hideTip, showTip } from "../../charts/tip.ts";
import { say } from "../../words/say.ts";
import { dotSvg } from "./graphviz.ts";
import { endsOf, runsAlong } from "./loop-links.ts";
import { fitted, moved, type Size, type Zoom, zoomed } from "./zoom.ts";

interface Props {
  readonly dot: string;
  readonly label: string;
  /** The variables of a loop that is to be lit. */
  readonly lit: readonly string[] | null;
  readonly tell: (variable: string) => Readonly<Record<string, string>>;
  readonly onChoose: (variable: string) => void;
}

export function DiagramCanvas({ dot, label, lit, tell, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const size = useRef<Size>({ width: 1, height: 1 });
  const [svg, setSvg] = useState("");
  const [zoom, setZoom] = useState<Zoom>({ x: 0, y: 0, scale: 1 });
  const drag = useRef<{ x: number; y: number } | null>(null);
  const fitAll = () => setZoom(fitted(size.current, frame.current!.getBoundingClientRect()));

  useEffect(() => {
    let gone = false;
    void dotSvg(dot).then((drawn) => !gone && setSvg(drawn));
    return () => {
      gone = true;
    };
  }, [dot]);

  // The picture itself is not a component: its variables become buttons here.
  useLayoutEffect(() => {
    const picture = sheet.current!.querySelector("svg");
    if (picture === null) return;
    const { width, height } = picture.viewBox.baseVal;
    size.current = { width, height };
    picture.setAttribute("width", String(width));
    picture.setAttribute("height", String(height));
    picture.setAttribute("aria-hidden", "false");
    for (const node of picture.querySelectorAll("g.node[id^='v_']")) {
      const name = nameOf(node);
      node.setAttribute("tabindex", "0");
      node.setAttribute("role", "button");
      node.setAttribute("aria-label", say("diagramVariable", { name }));
    }
    fitAll();
  }, [svg]);

  useLayoutEffect(() => {
    for (const part of sheet.current!.querySelectorAll("g.node, g.edge")) {
      const title = nameOf(part);
      const ends = part.classList.contains("edge") ? endsOf(title) : null;
      const pipe = part.classList.contains("pipe");
      const on = lit !== null && (ends === null ? lit.includes(title) : runsAlong(lit, ends, pipe));
      part.classList.toggle("lit", on);
    }
  }, [lit, svg]);

  useEffect(() => {
    const element = frame.current!;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setZoom((old) => zoomed(old, 1.0015 ** -event.deltaY, at));
    };
    // Not passive: the wheel sizes the picture and does not scroll the page.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, []);

  const step = (factor: number) => {
    const { width, height } = frame.current!.getBoundingClientRect();
    setZoom((old) => zoomed(old, factor, { x: width / 2, y: height / 2 }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[
      event.key
    ];
    const variable = variableAt(event.target);
    if (way !== undefined) setZoom((old) => moved(old, way[0]!, way[1]!));
    else if (event.key === "+" || event.key === "=") step(1.25);
    else if (event.key === "-") step(0.8);
    else if (event.key === "0") fitAll();
    else if ((event.key === "Enter" || event.key === " ") && variable !== null) onChoose(variable);
    else return;
    event.preventDefault();
  };

  return (
    <div class="diagram-canvas">
      <div
        ref={frame}
        class={lit === null ? "diagram-frame" : "diagram-frame lighting"}
        role="application"
        aria-label={label}
        aria-roledescription={say("diagramRole")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and sized by keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0 || variableAt(event.target) !== null) return;
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (from !== null) {
            drag.current = { x: event.clientX, y: event.clientY };
            setZoom((old) => moved(old, event.clientX - from.x, event.clientY - from.y));
            return;
          }
          const variable = variableAt(event.target);
          if (variable === null) hideTip();
          else showTip(event, tell(variable));
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerLeave={hideTip}
        onClick={(event) => {
          const variable = variableAt(event.target);
          if (variable !== null) onChoose(variable);
        }}
      >
        <div
          ref={sheet}
          class="dot-picture sheet"
          style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
          // Graphviz escapes every text of the diagram.
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </div>
      <div class="zoom-buttons">
        <button type="button" aria-label={say("diagramLarger")} onClick={() => step(1.25)}>
          +
        </button>
        <button type="button" aria-label={say("diagramSmaller")} onClick={() => step(0.8)}>
          −
        </button>
        <button type="button" onClick={fitAll}>
          {say("diagramFit")}
        </button>
      </div>
    </div>
  );
}

function nameOf(part: Element): string {
  return part.querySelector(":scope > title")?.textContent ?? "";
}
function variableAt(target: EventTarget | null): string | null {
  const node = target instanceof Element ? target.closest("g.node[id^='v_']") : null;
  return node === null ? null : nameOf(node);
}
