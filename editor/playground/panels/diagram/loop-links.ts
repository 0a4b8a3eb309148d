/** Which lines of a drawn diagram a feedback loop runs along. */

/** The variables at both ends of a drawn line, from its title: `births:valve:e->fish`. */
export function endsOf(title: string): readonly [string, string] | null {
  const ends = title.split("->").map((end) => end.replace(/:valve(:\w+)?$|:[nesw]$/g, ""));
  return ends.length === 2 ? [ends[0]!, ends[1]!] : null;
}

/** Whether a loop runs along a line; a flow's pipe is drawn from the stock that the flow drains, against the loop's way. */
export function runsAlong(
  variables: readonly string[],
  ends: readonly [string, string],
  isPipe: boolean,
): boolean {
  return variables.some((from, i) => {
    const to = variables[(i + 1) % variables.length]!;
    const [a, b] = ends;
    return (a === from && b === to) || (isPipe && a === to && b === from);
  });
}
