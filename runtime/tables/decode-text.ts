/** Bytes to text: UTF-8 with or without a byte order mark, and UTF-16 with one (what spreadsheets call Unicode). */

export type Decoded = { readonly text: string } | { readonly badByte: number };

/** The text of the bytes, or the offset of the first byte that no text has. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 1);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decodeUtf8(bytes, marked ? 3 : 0);
}

/** Control characters that stand in no table: all but tab, line feed, form feed and carriage return. */
function isControl(code: number): boolean {
  return code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13;
}

/** RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
function decodeUtf8(bytes: Uint8Array, start: number): Decoded {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let i = start; i < bytes.length; ) {
    const lead = bytes[i]!;
    const extra =
      lead < 0x80 ? 0 : lead >> 5 === 0b110 ? 1 : lead >> 4 === 0b1110 ? 2 : lead >> 3 === 0b11110 ? 3 : -1;
    if (extra < 0 || i + extra >= bytes.length || (extra === 0 && isControl(lead))) return { badByte: i };
    let code = extra === 0 ? lead : lead & (0x3f >> extra);
    for (let k = 1; k <= extra; k++) {
      const next = bytes[i + k]!;
      if (next >> 6 !== 0b10) return { badByte: i };
      code = (code << 6) | (next & 0x3f);
    }
    const least = [0, 0x80, 0x800, 0x10000][extra]!;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return { badByte: i };
    codes.push(code);
    if (codes.length === 4096) {
      pieces.push(String.fromCodePoint(...codes));
      codes = [];
    }
    i += extra + 1;
  }
  pieces.push(String.fromCodePoint(...codes));
  return { text: pieces.join("") };
}

function decodeUtf16(bytes: Uint8Array, high: 0 | 1): Decoded {
  if (bytes.length % 2 === 1) return { badByte: bytes.length - 1 };
  const pieces: string[] = [];
  for (let i = 2; i < bytes.length; i += 2) {
    const code = high === 1 ? (bytes[i]! << 8) | bytes[i + 1]! : (bytes[i + 1]! << 8) | bytes[i]!;
    if (isControl(code)) return { badByte: i };
    pieces.push(String.fromCharCode(code));
  }
  return { text: pieces.join("") };
}
