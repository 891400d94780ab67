/** The sound and video files that are taken, by the type their bytes have. */
export type RecordingType =
  | "audio/aac"
  | "audio/flac"
  | "audio/mp4"
  | "audio/mpeg"
  | "audio/ogg"
  | "audio/wav"
  | "video/mp4"
  | "video/ogg"
  | "video/quicktime"
  | "video/webm";

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** Brands of the ISO base media format that are pictures, not recordings. */
const pictureBrands = /^(?:avif|avis|heic|heix|hevc|hevx|heim|heis|mif1|msf1|crx )$/;

function isoType(bytes: Uint8Array): RecordingType | null {
  const brand = ascii(bytes, 8, 12);
  if (pictureBrands.test(brand)) return null;
  if (brand === "qt  ") return "video/quicktime";
  return /^M4[AB] $/.test(brand) ? "audio/mp4" : "video/mp4";
}

/** Bits a second in thousands by the index of the frame header, of layer III: MPEG 1, and MPEG 2 and 2.5. */
const bitrates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const sampleRates: Record<number, readonly number[]> = {
  0: [11_025, 12_000, 8_000],
  2: [22_050, 24_000, 16_000],
  3: [44_100, 48_000, 32_000],
};

/** The bytes of a frame of MP3 that begins here; null where none does (ISO/IEC 11172-3, 2.4.2.3). */
function mp3FrameLength(bytes: Uint8Array, at: number): number | null {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const isLayer3 = sync === 0xff && (second & 0xe0) === 0xe0 && ((second >> 1) & 3) === 1;
  const version = (second >> 3) & 3;
  const rate = sampleRates[version]?.[(third >> 2) & 3];
  const kilobits = bitrates[version === 3 ? "one" : "two"][third >> 4];
  if (!isLayer3 || !rate || !kilobits) return null;
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1_000) / rate) + ((third >> 1) & 1);
}

/** The bytes of a frame of AAC in ADTS that begins here; null where none does (ISO/IEC 13818-7, 6.2). */
function aacFrameLength(bytes: Uint8Array, at: number): number | null {
  const head = bytes.subarray(at, at + 6);
  if (head.length < 6 || head[0] !== 0xff || (head[1]! & 0xf6) !== 0xf0) return null;
  const length = ((head[3]! & 3) << 11) | (head[4]! << 3) | (head[5]! >> 5);
  return length > 7 ? length : null;
}

/** Whether frames follow one another: a single match of two bytes is chance. */
function hasFrames(bytes: Uint8Array, lengthAt: (bytes: Uint8Array, at: number) => number | null): boolean {
  const length = lengthAt(bytes, 0);
  return length !== null && lengthAt(bytes, length) !== null;
}

/**
 * Which of the recordings we take these bytes begin as, whatever their name says; `null` for anything else. Source:
 * https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern and the formats' own headers.
 */
export function recordingType(bytes: Uint8Array): RecordingType | null {
  const head = ascii(bytes, 0, 4);
  if (ascii(bytes, 4, 8) === "ftyp") return isoType(bytes);
  if (head === "\u001aE\u00df\u00a3") return ascii(bytes, 4, 64).includes("webm") ? "video/webm" : null;
  if (head === "OggS") return ascii(bytes, 0, 512).includes("\u0080theora") ? "video/ogg" : "audio/ogg";
  if (head === "RIFF" && ascii(bytes, 8, 12) === "WAVE") return "audio/wav";
  if (head === "fLaC") return "audio/flac";
  if (head.startsWith("ID3") || hasFrames(bytes, mp3FrameLength)) return "audio/mpeg";
  return hasFrames(bytes, aacFrameLength) ? "audio/aac" : null;
}

/** Whether a capture of this type is sound or video. */
export function isRecording(contentType: string | null): boolean {
  return contentType !== null && /^(?:audio|video)\//.test(contentType);
}
