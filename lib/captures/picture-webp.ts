import { joinBytes, type CleanedPicture } from "./picture-parts";

/** Source: RFC 9649, section 2. */
const kept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF"]);
const saysMetadata = 0x08 | 0x04;

/** A WebP of its pictures and colour profile: EXIF, XMP, unknown chunks and what follows its end are left out. */
export function cleanWebp(bytes: Uint8Array): CleanedPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return null;
  const stop = 8 + view.getUint32(4, true);
  if (stop > bytes.length) return null;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  for (let at = 12; at + 8 <= stop;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > stop) return null;
    if (kept.has(name)) {
      const chunk = Uint8Array.from(bytes.subarray(at, Math.min(end, stop)));
      size ??= sizeOf(name, chunk.subarray(8));
      if (name === "VP8X") chunk[8]! &= ~saysMetadata;
      parts.push(chunk);
    }
    at = end;
  }
  if (!size || parts.length === 0) return null;
  const body = joinBytes(parts);
  const head = Uint8Array.from(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return { ...size, bytes: joinBytes([head, body]) };
}

function sizeOf(name: string, body: Uint8Array): { width: number; height: number } | null {
  if (body.length < 10) return null;
  const byte = (at: number) => body[at]!;
  const three = (at: number) => byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16);
  if (name === "VP8X") return { width: three(4) + 1, height: three(7) + 1 };
  if (name === "VP8L") {
    const packed = three(1) | (byte(4) << 24);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (name !== "VP8 ") return null;
  return { width: (byte(6) | (byte(7) << 8)) & 0x3fff, height: (byte(8) | (byte(9) << 8)) & 0x3fff };
}
