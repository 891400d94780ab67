import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPng } from "../../scripts/test/read-png";
import { encodePng, type Pixels } from "./encode-png";
import { cleanPicture } from "./picture";

const pixels = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgbx: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
    }),
  );

const filled = (width: number, height: number, colour: readonly number[]): Pixels => ({
  width,
  height,
  rgbx: Uint8Array.from({ length: width * height * 4 }, (_, at) => colour[at % 4]!),
});

describe("a picture as a PNG", () => {
  it("holds every pixel as it was, whatever the fourth byte says", () => {
    fc.assert(
      fc.property(pixels, ({ width, height, rgbx }) => {
        const read = readPng(encodePng({ width, height, rgbx }));
        expect([read.width, read.height]).toEqual([width, height]);
        for (let y = 0; y < height; y += 1)
          for (let x = 0; x < width; x += 1) {
            const from = (y * width + x) * 4;
            expect(read.at(x, y)).toEqual([...rgbx.subarray(from, from + 3)]);
          }
      }),
    );
  });

  it("is written in one channel when all of it is grey, in three otherwise", () => {
    const grey = filled(9, 5, [80, 80, 80, 7]);
    expect(readPng(encodePng(grey)).channels).toBe(1);
    grey.rgbx[4 * 44 + 2] = 81;
    const coloured = readPng(encodePng(grey));
    expect([coloured.channels, coloured.at(8, 4), coloured.at(7, 4)]).toEqual([
      3,
      [80, 80, 81],
      [80, 80, 80],
    ]);
  });

  it("keeps to its format: every chunk carries its checksum, and the desk's own cleaner takes it", () => {
    const png = Buffer.from(encodePng(filled(3, 2, [200, 10, 10, 255])));
    const names: string[] = [];
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      names.push(png.toString("latin1", at + 4, at + 8));
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
      at += 12 + length;
    }
    expect(names).toEqual(["IHDR", "IDAT", "IEND"]);
    expect(cleanPicture(png)).toMatchObject({ type: "image/png", width: 3, height: 2 });
  });

  it("of a white page is a few kilobytes", () => {
    expect(encodePng(filled(1_240, 1_754, [255, 255, 255, 255])).length).toBeLessThan(8_000);
  });
});
