import { cleanJpeg } from "./picture-jpeg";
import { cleanPng } from "./picture-png";
import { cleanWebp } from "./picture-webp";

export type PictureType = "image/png" | "image/jpeg" | "image/webp";

/** A photo or scan as it may be shown: pixels only, without place, camera, names or anything after the picture's end. */
export type Picture = { type: PictureType; width: number; height: number; bytes: Uint8Array };

/** A scan of a large page at 600 dpi stays below; a file that claims more is meant to fill a browser's memory. */
const mostPixels = 100_000_000;

const startsWith = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Which of the pictures we take these bytes begin as, whatever their name says; `null` for anything else. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) return "image/png";
  if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) return "image/jpeg";
  return startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP") ? "image/webp" : null;
}

/**
 * The picture rebuilt from the parts that its format needs: EXIF, XMP, comments, previews and whatever follows its end
 * stay behind, only the way up is kept. `null` when it is none, is cut off or claims more than 100 million pixels.
 */
export function cleanPicture(bytes: Uint8Array): Picture | null {
  const type = pictureType(bytes);
  if (!type) return null;
  const cleaners = { "image/png": cleanPng, "image/jpeg": cleanJpeg, "image/webp": cleanWebp };
  const cleaned = cleaners[type](bytes);
  if (!cleaned || cleaned.width < 1 || cleaned.height < 1) return null;
  return cleaned.width * cleaned.height > mostPixels ? null : { type, ...cleaned };
}
