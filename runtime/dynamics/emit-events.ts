import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { CodeWriter } from "./code-writer.ts";
import { mostRounds } from "./events.ts";

/**
 * The events of an instant, as `EventWatch` lets them happen; where they cannot be, the program returns false and the interpreter
 * tells why. `p` has what held when it was last looked at.
 *
 * @param again the equations of the instant, after stocks have changed
 */
export function emitEvents({ events }: OdeSystem, writer: CodeWriter, again: () => string): string {
  if (events.length === 0) return "";
  const slot = (index: number) => writer.place({ list: "v", index });
  const numbered = <T>(write: (i: number) => T) => events.map((_, i) => write(i));
  const conditions = events
    .map(({ condition }, i) => `const c${i}=${writer.expression(condition)}!==0;`)
    .join("");
  const begins = numbered((i) => `b${i}=c${i}&&!p${i}`).join(",");
  const values = events.flatMap(({ changes }, i) =>
    changes.map(({ expr }, n) => `const n${i}_${n}=b${i}?${writer.expression(expr)}:0;`),
  );
  const sets = events.map(
    ({ changes }, i) => `if(b${i}){${changes.map((c, n) => `${slot(c.slot)}=n${i}_${n};`).join("")}}`,
  );
  const clashes = events.flatMap((a, i) =>
    events.slice(i + 1).flatMap((b, n) => {
      const both = a.changes.some((one) => b.changes.some((other) => other.slot === one.slot));
      return both ? [`b${i}&&b${i + 1 + n}`] : [];
    }),
  );
  const twice = events.flatMap(({ changes }, i) =>
    new Set(changes.map((change) => change.slot)).size < changes.length ? [`b${i}`] : [],
  );
  return [
    `for(let round=0;;round++){${conditions}`,
    `if(k===0&&round===0){${numbered((i) => `p${i}=c${i};`).join("")}}`,
    `const ${begins};${numbered((i) => `p${i}=c${i};`).join("")}`,
    `if(!(${numbered((i) => `b${i}`).join("||")}))break;`,
    `if(${[`round===${mostRounds}`, ...clashes, ...twice].join("||")})return false;`,
    ...values,
    ...sets,
    again(),
    "}",
  ].join("\n");
}

/** What `emitEvents` keeps from instant to instant. */
export function eventMemory({ events }: OdeSystem): string {
  return events.length === 0 ? "" : `let ${events.map((_, i) => `p${i}=false`).join(",")};`;
}
