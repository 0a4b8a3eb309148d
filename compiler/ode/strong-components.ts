/**
 * The strongly connected components of a graph (Tarjan 1972), each after those it depends on: things that need each other stand in
 * one. Visits in the order of `ids` and of each list of dependencies, so that the result depends on nothing else.
 */
export function strongComponents<T>(ids: readonly T[], dependencies: (id: T) => readonly T[]): T[][] {
  const components: T[][] = [];
  const index = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  for (const root of ids) {
    if (index.has(root)) continue;
    const path: { id: T; next: number; needs: readonly T[] }[] = [];
    const enter = (id: T) => {
      lowest.set(id, index.size);
      index.set(id, index.size);
      open.push(id);
      isOpen.add(id);
      path.push({ id, next: 0, needs: dependencies(id) });
    };
    enter(root);
    while (path.length > 0) {
      const top = path[path.length - 1];
      const reach = (other: number) => lowest.set(top.id, Math.min(lowest.get(top.id)!, other));
      if (top.next < top.needs.length) {
        const needed = top.needs[top.next++];
        if (!index.has(needed)) enter(needed);
        else if (isOpen.has(needed)) reach(index.get(needed)!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lowest.set(above.id, Math.min(lowest.get(above.id)!, lowest.get(top.id)!));
      if (lowest.get(top.id) !== index.get(top.id)) continue;
      const component = open.splice(open.indexOf(top.id));
      for (const id of component) isOpen.delete(id);
      components.push(component);
    }
  }
  return components;
}
