/** Words of the panel Scenarios. Keys begin with `scenarios`. */
export const scenarios = {} as const;
