/** Reads as much of CBOR as Pagefind's metadata file uses (RFC 8949). Build-time only. */
import type { Cbor } from './cbor.ts';

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
    throw new Error(
      `CBOR of kind ${major} at byte ${at - 1} is not known here: did the format of Pagefind's metadata change?`,
    );
  };
  const length = (info: number): number => {
    if (info > 26) throw new Error(`a length of ${info} in Pagefind's metadata is not known here`);
    let value = 0;
    for (let left = 2 ** (info - 24); left > 0; left -= 1) value = value * 256 + bytes[at++]!;
    return value;
  };
  return read();
}
