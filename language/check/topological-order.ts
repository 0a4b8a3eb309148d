/**
 * Orders things so that each follows what it depends on. Visits in the order of `ids` and of each list of
 * dependencies, so the result depends on nothing else. Every cycle found is given as a path whose last member
 * depends on its first; its members are then ordered as if that dependency were absent.
 */
export function topologicalOrder<T>(
  ids: readonly T[],
  dependencies: (id: T) => readonly T[],
): { order: T[]; cycles: T[][] } {
  const order: T[] = [];
  const cycles: T[][] = [];
  const done = new Set<T>();
  const open = new Map<T, number>();
  for (const root of ids) {
    if (done.has(root)) continue;
    const stack: { id: T; next: number; needs: readonly T[] }[] = [];
    const enter = (id: T) => {
      open.set(id, stack.length);
      stack.push({ id, next: 0, needs: dependencies(id) });
    };
    enter(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next === top.needs.length) {
        stack.pop();
        open.delete(top.id);
        done.add(top.id);
        order.push(top.id);
        continue;
      }
      const needed = top.needs[top.next++];
      if (done.has(needed)) continue;
      const at = open.get(needed);
      if (at === undefined) enter(needed);
      else cycles.push(stack.slice(at).map((entry) => entry.id));
    }
  }
  return { order, cycles };
}
