import { describe, expect, it } from "vitest";
import { recordingType } from "./recording";

const latin = (text: string, more = 0) =>
  Uint8Array.from([...Array.from(text, (letter) => letter.charCodeAt(0)), ...Array<number>(more).fill(0)]);

/** Frames of MP3 at 128 kbit/s and 44.1 kHz: 417 bytes each. */
const mp3 = new Uint8Array(834);
mp3.set([0xff, 0xfb, 0x90, 0x00], 0);
mp3.set([0xff, 0xfb, 0x90, 0x00], 417);
/** Frames of AAC of 16 bytes. */
const aac = new Uint8Array(32);
aac.set([0xff, 0xf1, 0x50, 0x80, 0x02, 0x00], 0);
aac.set([0xff, 0xf1, 0x50, 0x80, 0x02, 0x00], 16);

describe("recordingType", () => {
  it.each([
    ["an MP4 from a phone", latin("\0\0\0\u0018ftypisom\0\0\0\0"), "video/mp4"],
    ["a voice message", latin("\0\0\0\u001cftypM4A \0\0\0\0"), "audio/mp4"],
    ["QuickTime", latin("\0\0\0\u0014ftypqt  \0\0\0\0"), "video/quicktime"],
    ["WebM", latin("\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u0082\u0084webm"), "video/webm"],
    ["Ogg with sound", latin("OggS\0\u0002\0\0\0\0\0\0\0\0OpusHead"), "audio/ogg"],
    ["Ogg with video", latin("OggS\0\u0002\0\0\0\0\u0080theora"), "video/ogg"],
    ["WAV", latin("RIFF\0\0\0\0WAVEfmt "), "audio/wav"],
    ["FLAC", latin("fLaC\0\0\0\u0022"), "audio/flac"],
    ["MP3 with tags", latin("ID3\u0003\0\0\0\0\0\0"), "audio/mpeg"],
    ["MP3 without tags", mp3, "audio/mpeg"],
    ["AAC", aac, "audio/aac"],
  ])("knows %s by its bytes", (_name, bytes, type) => {
    expect(recordingType(bytes)).toBe(type);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a picture in the same box", latin("\0\0\0\u0018ftypavif\0\0\0\0")],
    ["Matroska that no browser is sure to play", latin("\u001aE\u00df\u00a3\u0093B\u0082\u0088matroska")],
    ["AVI", latin("RIFF\0\0\0\0AVI LIST")],
    ["a picture", latin("RIFF\0\0\0\0WEBPVP8 ")],
    ["UTF-16 text", Uint8Array.of(0xff, 0xfe, 0x48, 0, 0x69, 0)],
    ["two bytes that look like a frame", Uint8Array.of(0xff, 0xfb, 0x90, 0x00, 1, 2, 3)],
    ["a page that says it is one", latin("<html>ftyp ID3 OggS</html>")],
  ])("takes %s for none", (_name, bytes) => {
    expect(recordingType(bytes)).toBeNull();
  });
});
