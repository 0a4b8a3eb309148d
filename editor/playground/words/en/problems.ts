/** Words of the panel Problems. Keys begin with `problems`. */
export const problems = {} as const;
