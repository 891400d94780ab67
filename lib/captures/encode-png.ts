import { crc32, deflateSync } from "node:zlib";
import { joinBytes } from "./picture-parts";

/** Pixels as a renderer leaves them: four bytes each, red, green, blue and one that is not looked at, rows from the top. */
export type Pixels = { width: number; height: number; rgbx: Uint8Array };

/** Text and line drawings compress well; a slower level gains a few percent on scans. */
const level = 6;

/**
 * An opaque picture as a PNG (ISO/IEC 15948), of one channel when all of it is grey. Each row is written as it is or as
 * its difference to the row above, whichever looks smaller (the sum of absolute differences that the standard advises,
 * 12.7).
 */
export function encodePng({ width, height, rgbx }: Pixels): Uint8Array {
  const channels = isGrey(rgbx) ? 1 : 3;
  const rows = rowsOf({ width, height, rgbx }, channels);
  const depth = 8;
  const colour = channels === 1 ? 0 : 2;
  return joinBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", joinBytes([big(width), big(height), Uint8Array.of(depth, colour, 0, 0, 0)])),
    chunk("IDAT", deflateSync(rows, { level })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function isGrey(rgbx: Uint8Array): boolean {
  for (let at = 0; at < rgbx.length; at += 4)
    if (rgbx[at] !== rgbx[at + 1] || rgbx[at] !== rgbx[at + 2]) return false;
  return true;
}

/** The rows of the picture, each behind the byte that names its filter: 0 as it is, 2 less the row above. */
function rowsOf({ width, height, rgbx }: Pixels, channels: 1 | 3): Uint8Array {
  const length = width * channels;
  const rows = new Uint8Array((length + 1) * height);
  let above = new Uint8Array(length);
  let row = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, from = y * width * 4, to = 0; x < width; x += 1, from += 4)
      for (let channel = 0; channel < channels; channel += 1) row[to++] = rgbx[from + channel]!;
    const at = y * (length + 1);
    const isUp = sumOfUp(row, above) < sumOfNone(row);
    rows[at] = isUp ? 2 : 0;
    for (let n = 0; n < length; n += 1) rows[at + 1 + n] = isUp ? row[n]! - above[n]! : row[n]!;
    [above, row] = [row, above];
  }
  return rows;
}

/** Distance from nought of a byte that may also be read as a negative number. */
const size = (byte: number) => (byte > 127 ? 256 - byte : byte);

function sumOfNone(row: Uint8Array): number {
  let sum = 0;
  for (const byte of row) sum += size(byte);
  return sum;
}

function sumOfUp(row: Uint8Array, above: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < row.length; n += 1) sum += size((row[n]! - above[n]!) & 255);
  return sum;
}

const big = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joinBytes([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), body]);
  return joinBytes([big(body.length), named, big(crc32(named))]);
}
