/** Words of the panel Program. Keys begin with `program`. */
export const program = {} as const;
