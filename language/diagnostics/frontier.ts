/** Diagnostics of technologies, directions, measures and indices (GTFP5xxx), at check time and at run time. */
import { amounts } from "./frontier-amounts.ts";
import { measuresAndIndices } from "./frontier-measures.ts";
import { technologies } from "./frontier-technologies.ts";

export const frontier = { ...technologies, ...measuresAndIndices, ...amounts };
