/** Keeps a run over large data within a small multiple of what it needs. */
import { setFlagsFromString } from "node:v8";

/** Bytes of one data file from which memory is worth more than a few per cent of time. */
const large = 4e6;

/**
 * V8 lets garbage grow to several times what is alive before it collects; for a hundred thousand units that would be more than a
 * gigabyte. After this call it collects when half as much again has gathered.
 */
export function sparing(bytes: Uint8Array | null): Uint8Array | null {
  if (bytes !== null && bytes.length > large) setFlagsFromString("--heap-growing-percent=50");
  return bytes;
}
