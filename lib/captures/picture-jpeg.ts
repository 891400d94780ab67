import { joinBytes, type CleanedPicture } from "./picture-parts";

type Frame = { width: number; height: number };

const marker = (code: number) => Uint8Array.of(0xff, code);
const text = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Frame headers, tables, restart interval, scans. Source: ITU-T T.81, table B.1. */
const isNeeded = (code: number) =>
  (code >= 0xc0 && code <= 0xcf && code !== 0xc8) || code === 0xdb || code === 0xdd || code === 0xda;
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/**
 * A JPEG of its frame, tables and scans. Of application data only the colour profile and Adobe's colour transform stay,
 * which pixels depend on; of EXIF the way up, written anew. What follows the end is left out.
 */
export function cleanJpeg(bytes: Uint8Array): CleanedPicture {
  const parts: Uint8Array[] = [];
  let [at, way] = [2, 1];
  let frame: Frame | null = null;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const code = bytes[at + 1]!;
    if (code === 0xff) at += 1;
    else if (code === 0xd9) break;
    else {
      const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
      const end = at + 2 + length;
      if (length < 2 || end > bytes.length) return null;
      const body = bytes.subarray(at + 4, end);
      if (isFrame(code)) frame = frameOf(body);
      if (code === 0xe1) way = orientationOf(body) ?? way;
      const stop = code === 0xda ? scanEnd(bytes, end) : end;
      if (isNeeded(code) || isColour(code, body)) parts.push(bytes.subarray(at, stop));
      at = stop;
    }
  }
  if (!frame || bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) return null;
  const sized = way >= 5 ? { width: frame.height, height: frame.width } : frame;
  const upright = way === 1 ? [] : [orientationSegment(way)];
  return { ...sized, bytes: joinBytes([marker(0xd8), ...upright, ...parts, marker(0xd9)]) };
}

function frameOf(body: Uint8Array): Frame | null {
  if (body.length < 5) return null;
  return { height: body[1]! * 256 + body[2]!, width: body[3]! * 256 + body[4]! };
}

const isColour = (code: number, body: Uint8Array) =>
  (code === 0xe2 && text(body, 0, 11) === "ICC_PROFILE") || (code === 0xee && text(body, 0, 5) === "Adobe");

/** Where the coded data of a scan ends: at the next marker that is no stuffed byte and no restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The way up (2 to 8) that EXIF states in its first directory. Source: EXIF 2.32, tag 0x0112. */
function orientationOf(body: Uint8Array): number | null {
  if (text(body, 0, 6) !== "Exif\0\0" || body.length < 14) return null;
  const view = new DataView(body.buffer, body.byteOffset + 6, body.byteLength - 6);
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const way = view.getUint16(at + 8, isLittle);
    return way >= 1 && way <= 8 ? way : null;
  }
  return null;
}

/** An EXIF segment that says which way is up and nothing else. */
function orientationSegment(way: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0];
  const exif = [...[..."Exif"].map((letter) => letter.charCodeAt(0)), 0, 0, ...tiff];
  return Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif);
}
