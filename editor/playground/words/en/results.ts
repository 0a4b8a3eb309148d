/** Words of the panel Results. Keys begin with `results`. */
export const results = {} as const;
