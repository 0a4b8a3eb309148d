/** Words of the panel Diagram. Keys begin with `diagram`. */
export const diagram = {} as const;
