/** Words of the panel Frontier. Keys begin with `frontier`. */
export const frontier = {} as const;
