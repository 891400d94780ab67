import { inflateSync } from "node:zlib";

/** What a PNG of ours shows: its size, how many channels it is written in, and the colour at a pixel. */
export type ReadPng = {
  width: number;
  height: number;
  channels: number;
  at: (x: number, y: number) => [red: number, green: number, blue: number];
};

/** Reads a PNG of eight bits a channel whose rows are filtered by 0 or 2 and whose data is one chunk. */
export function readPng(png: Uint8Array): ReadPng {
  const view = Buffer.from(png);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const channels = view[25] === 0 ? 1 : 3;
  const from = view.indexOf("IDAT", 0, "latin1") + 4;
  const rows = inflateSync(view.subarray(from, from + view.readUInt32BE(from - 8)));
  const length = width * channels;
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    if (rows[start] === 0) continue;
    for (let n = 1; n <= length; n += 1)
      rows[start + n] = rows[start + n]! + (y === 0 ? 0 : rows[start - length - 1 + n]!);
  }
  const at = (x: number, y: number): [number, number, number] => {
    const place = y * (length + 1) + 1 + x * channels;
    const step = channels === 1 ? 0 : 1;
    return [rows[place]!, rows[place + step]!, rows[place + 2 * step]!];
  };
  return { width, height, channels, at };
}
