/** The cases that every way to the server must pass. */
import { completions } from "./completions.ts";
import { diagnostics } from "./diagnostics.ts";
import { hovers } from "./hovers.ts";
import { navigation } from "./navigation.ts";
import { rendering } from "./rendering.ts";

export const cases = [...diagnostics, ...hovers, ...completions, ...navigation, ...rendering];
