import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cleanPicture, pictureType } from "./picture";
import { joinBytes } from "./picture-parts";

const canary = "50.4501N 30.5234E secret";
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const says = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);
const big = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const little = (value: number) => big(value).reverse();

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joinBytes([latin(name), body]);
  return joinBytes([big(body.length), named, big(crc32(named))]);
}

function png(width: number, height: number, ...more: Uint8Array[]): Uint8Array {
  const head = joinBytes([big(width), big(height), Uint8Array.of(8, 0, 0, 0, 0)]);
  const pixels = deflateSync(new Uint8Array((width + 1) * height));
  const end = chunk("IEND", new Uint8Array());
  return joinBytes([
    latin("\u0089PNG\r\n\u001a\n"),
    chunk("IHDR", head),
    ...more,
    chunk("IDAT", pixels),
    end,
    latin(canary),
  ]);
}

function segment(code: number, body: Uint8Array): Uint8Array {
  return joinBytes([Uint8Array.of(0xff, code, (body.length + 2) >> 8, body.length + 2), body]);
}

/** EXIF with the way up and a place, in the byte order of Intel. */
function exif(way: number): Uint8Array {
  const tiff = joinBytes([
    latin("II*\0"),
    little(8),
    Uint8Array.of(1, 0, 0x12, 1, 3, 0),
    little(1),
    Uint8Array.of(way, 0, 0, 0),
  ]);
  return segment(0xe1, joinBytes([latin("Exif\0\0"), tiff, latin(canary)]));
}

const scan = Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4);
function jpeg(...more: Uint8Array[]): Uint8Array {
  const frame = segment(0xc0, Uint8Array.of(8, 0, 20, 0, 30, 1, 1, 0x11, 0));
  const parts = [
    Uint8Array.of(0xff, 0xd8),
    ...more,
    segment(0xdb, new Uint8Array(65)),
    frame,
    segment(0xda, Uint8Array.of(1)),
  ];
  return joinBytes([...parts, scan, Uint8Array.of(0xff, 0xd9), latin(canary)]);
}

function riff(name: string, body: Uint8Array): Uint8Array {
  return joinBytes([latin(name), little(body.length), body, new Uint8Array(body.length % 2)]);
}

function webp(...more: Uint8Array[]): Uint8Array {
  const extended = riff("VP8X", Uint8Array.of(0x0c, 0, 0, 0, 29, 0, 0, 19, 0, 0));
  const body = joinBytes([extended, riff("VP8L", new Uint8Array(12)), ...more]);
  return joinBytes([latin("RIFF"), little(body.length + 4), latin("WEBP"), body, latin(canary)]);
}

describe("a photo or scan", () => {
  it.each([
    ["PNG", "image/png", png(30, 20, chunk("tEXt", latin(canary)), chunk("eXIf", latin(canary)))],
    ["JPEG", "image/jpeg", jpeg(exif(1), segment(0xfe, latin(canary)), segment(0xed, latin(canary)))],
    ["WebP", "image/webp", webp(riff("EXIF", latin(canary)), riff("XMP ", latin(canary)))],
  ])("of %s keeps its pixels and size, and nothing that says where, when or by whom", (_, type, bytes) => {
    expect(says(bytes, canary)).toBe(true);
    const clean = cleanPicture(bytes)!;
    expect(clean).toMatchObject({ type, width: 30, height: 20 });
    expect(says(clean.bytes, canary)).toBe(false);
    expect(cleanPicture(clean.bytes)!.bytes).toEqual(clean.bytes);
  });

  it("that lies on its side stays so, and is as wide as it is shown", () => {
    const clean = cleanPicture(jpeg(exif(6)))!;
    expect(clean).toMatchObject({ width: 20, height: 30 });
    expect(says(clean.bytes, canary)).toBe(false);
    expect(cleanPicture(clean.bytes)).toMatchObject({ width: 20, height: 30 });
  });

  it("keeps what colours depend on", () => {
    const profile = segment(0xe2, latin("ICC_PROFILE\0 and its numbers"));
    expect(says(cleanPicture(jpeg(profile))!.bytes, "ICC_PROFILE")).toBe(true);
  });

  it.each([
    ["cut off", png(30, 20).subarray(0, 60)],
    ["a JPEG without an end", jpeg().subarray(0, 97)],
    ["a header alone", latin("RIFF\0\0\0\0WEBP")],
    ["more pixels than a browser should hold", png(100_000, 2)],
    ["no picture", latin("<svg onload=alert(1)>")],
  ])("that is %s is refused", (name, bytes) => {
    const tall = name.startsWith("more") ? Uint8Array.from(bytes) : bytes;
    if (name.startsWith("more")) new DataView(tall.buffer).setUint32(20, 90_000);
    expect(cleanPicture(tall)).toBeNull();
  });

  it("is known by its bytes, not by its name", () => {
    expect(pictureType(png(1, 1))).toBe("image/png");
    expect(pictureType(latin("GIF89a"))).toBeNull();
    expect(pictureType(latin("<html>"))).toBeNull();
  });
});
