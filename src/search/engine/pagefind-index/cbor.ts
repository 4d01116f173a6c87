/** As much of CBOR as Pagefind's files use: whole numbers, texts and lists (RFC 8949). Pure. */

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

/** Writes values one after another; a list says its length, and its items follow. No number of an index is beyond 32 bits. */
export function cborWriter() {
  let bytes = new Uint8Array(4096);
  let at = 0;
  const room = (more: number): void => {
    if (at + more <= bytes.length) return;
    const larger = new Uint8Array(2 * (at + more));
    larger.set(bytes);
    bytes = larger;
  };
  const head = (major: number, size: number): void => {
    room(5);
    const width = size < 24 ? 0 : size < 2 ** 8 ? 1 : size < 2 ** 16 ? 2 : 4;
    bytes[at++] = (major << 5) | (width === 0 ? size : 24 + Math.log2(width));
    for (let left = width - 1; left >= 0; left -= 1) bytes[at++] = size / 256 ** left;
  };
  return {
    list: (length: number): void => head(4, length),
    number: (value: number): void => (value < 0 ? head(1, -1 - value) : head(0, value)),
    text: (value: string): void => {
      const letters = new TextEncoder().encode(value);
      head(3, letters.length);
      room(letters.length);
      bytes.set(letters, at);
      at += letters.length;
    },
    /** What was written so far. */
    bytes: (): Uint8Array<ArrayBuffer> => bytes.slice(0, at),
  };
}
