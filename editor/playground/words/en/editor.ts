/** Words of the editor. Keys begin with `editor`. */
export const editor = {} as const;
