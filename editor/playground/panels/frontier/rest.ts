/** Keys have no end of their own as a drag has: what follows a movement happens a moment after the last one. */
let timer: ReturnType<typeof setTimeout> | undefined;

export function afterRest(then: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(then, 600);
}
