/** Words of the panel Report. Keys begin with `report`. */
export const report = {} as const;
