/** As much of CBOR as Pagefind's metadata file uses: whole numbers, texts and lists (RFC 8949). Build-time only. */

export type Cbor = number | string | Cbor[];

/** Reads one value; throws at anything else than numbers, texts and lists. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const first = bytes[at++]!;
    const [major, info] = [first >> 5, first & 31];
    const size = info < 24 ? info : length(info);
    if (major === 0) return size;
    if (major === 1) return -1 - size;
    if (major === 3) {
      at += size;
      return new TextDecoder().decode(bytes.subarray(at - size, at));
    }
    if (major === 4) return Array.from({ length: size }, read);
    throw new Error(`CBOR of kind ${major} at byte ${at - 1} is not known here: did the format of Pagefind's metadata change?`);
  };
  const length = (info: number): number => {
    if (info > 26) throw new Error(`a length of ${info} in Pagefind's metadata is not known here`);
    let value = 0;
    for (let left = 2 ** (info - 24); left > 0; left -= 1) value = value * 256 + bytes[at++]!;
    return value;
  };
  return read();
}

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
