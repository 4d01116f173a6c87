/** Reads as much of CBOR as Pagefind's files use: whole numbers, texts and lists (RFC 8949). Pure. */

export type Cbor = number | string | Cbor[];

const utf8 = new TextDecoder();

/** Reads one value; throws at anything else than numbers, texts and lists. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error(`CBOR that ends at byte ${bytes.length}, within a value`);
    return byte;
  };
  const length = (info: number): number => {
    if (info < 24) return info;
    if (info > 26) throw new Error(`a length of ${info} is not known here: did Pagefind's format change?`);
    let value = 0;
    for (let left = 2 ** (info - 24); left > 0; left -= 1) value = value * 256 + next();
    return value;
  };
  const read = (): Cbor => {
    const first = next();
    const size = length(first & 31);
    const major = first >> 5;
    if (major === 0) return size;
    if (major === 1) return -1 - size;
    // Each item is a byte at least: a length beyond the end is a broken file, not a list to make room for.
    if ((major === 3 || major === 4) && size > bytes.length - at)
      throw new Error(`CBOR that ends at byte ${bytes.length}, within a value`);
    if (major === 3) {
      at += size;
      return utf8.decode(bytes.subarray(at - size, at));
    }
    if (major === 4) return Array.from({ length: size }, read);
    throw new Error(`CBOR of kind ${major} at byte ${at - 1} is not known here: did Pagefind's format change?`);
  };
  return read();
}
