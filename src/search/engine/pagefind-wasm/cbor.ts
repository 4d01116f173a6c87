/** As much of CBOR as Pagefind's metadata uses: whole numbers, texts and lists (RFC 8949), written for its WebAssembly. Pure. */

export type Cbor = number | string | Cbor[];

/** Writes one value in its shortest form. */
export function encodeCbor(value: Cbor): Uint8Array {
  const out: number[] = [];
  const head = (major: number, size: number): void => {
    const start = major << 5;
    if (size < 24) out.push(start | size);
    else if (size < 256) out.push(start | 24, size);
    else if (size < 65536) out.push(start | 25, size >> 8, size & 255);
    else out.push(start | 26, size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255);
  };
  const write = (part: Cbor): void => {
    if (typeof part === 'number') return part < 0 ? head(1, -1 - part) : head(0, part);
    if (typeof part === 'string') {
      const text = new TextEncoder().encode(part);
      head(3, text.length);
      out.push(...text);
      return;
    }
    head(4, part.length);
    for (const item of part) write(item);
  };
  write(value);
  return Uint8Array.from(out);
}
