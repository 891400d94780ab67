import { joinBytes, type CleanedPicture } from "./picture-parts";

/** Chunks that a decoder needs to show the right pixels in the right colours. Source: PNG, third edition, 11.2 and 11.3. */
const kept = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
  "iCCP",
  "cICP",
]);

/** A PNG of its first picture alone; text, times, EXIF, animation and what follows its end are left out. */
export function cleanPng(bytes: Uint8Array): CleanedPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  let size: { width: number; height: number } | null = null;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (name === "IHDR" && length >= 8)
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!size) return null;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return { ...size, bytes: joinBytes(parts) };
    at = end;
  }
  return null;
}
