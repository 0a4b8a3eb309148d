/** Words of the lesson column. Keys begin with `lesson`. */
export const lesson = {} as const;
