/** What the part of the address behind `#` asks for. It never reaches a server. */
export type Address =
  /** A study in the link itself: `#m=1.…`. */
  | { readonly asks: "model"; readonly code: string }
  /** `#lesson=05-bad-outputs` */
  | { readonly asks: "lesson"; readonly id: string }
  /** `#example=mills` */
  | { readonly asks: "example"; readonly id: string }
  /** `#served`: the model that `gtfp playground FILE` was given. */
  | { readonly asks: "served" };

export function readAddress(hash: string): Address | null {
  if (hash === "#served") return { asks: "served" };
  const [, key, value] = /^#(m|lesson|example)=(.+)$/.exec(hash) ?? [];
  if (key === undefined) return null;
  if (key === "m") return { asks: "model", code: value! };
  return /^[a-z0-9-]+$/.test(value!) ? { asks: key as "lesson" | "example", id: value! } : null;
}
