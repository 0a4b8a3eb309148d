/** How the objective went, step by step: one point for each tableau, the first phase apart from the second. */
import type { SimplexSteps } from "../../../../runtime/teach/simplex-types.ts";
import { say } from "../../words/say.ts";
import { short } from "../frontier/figures.ts";

interface Props {
  readonly steps: SimplexSteps;
  readonly at: number;
}
const [width, height, pad] = [220, 48, 7];

export function ObjectiveLine({ steps, at }: Props) {
  const { tableaux } = steps;
  if (tableaux.length < 2) return null;
  const step = (width - 2 * pad) / (tableaux.length - 1);
  const lines = ([1, 2] as const).map((phase) => {
    const own = tableaux.flatMap((one, i) => (one.phase === phase ? [{ i, value: one.objective }] : []));
    const values = own.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const y = (value: number) =>
      high === low ? height / 2 : height - pad - ((value - low) / (high - low)) * (height - 2 * pad);
    return { phase, points: own.map(({ i, value }) => ({ i, x: pad + i * step, y: y(value) })) };
  });
  const label = say("programObjectiveBySteps", {
    values: tableaux.map(({ objective }) => short(objective)).join(", "),
  });
  return (
    <figure class="objective-line">
      <figcaption>{say("programObjectiveSoFar")}</figcaption>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {lines.map(({ phase, points }) => (
          <g key={phase} class={`phase-${phase}`}>
            <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
            {points.map(({ i, x, y }) => (
              <circle key={i} cx={x} cy={y} r={i === at ? 5 : 2.5} class={i === at ? "here" : undefined} />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
