import { crc32, deflateSync } from "node:zlib";
import { joinBytes } from "../../lib/captures/picture-parts";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const big = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joinBytes([latin(name), body]);
  return joinBytes([big(body.length), named, big(crc32(named))]);
}

/** A small grey photo (PNG) whose file says this besides its pixels. */
export function photoSaying(words: string, width = 3, height = 2): Uint8Array {
  const pixels = new Uint8Array((width + 1) * height).fill(180);
  // Each row begins with its filter: none.
  for (let row = 0; row < height; row += 1) pixels[row * (width + 1)] = 0;
  return joinBytes([
    latin("\u0089PNG\r\n\u001a\n"),
    chunk("IHDR", joinBytes([big(width), big(height), Uint8Array.of(8, 0, 0, 0, 0)])),
    chunk("tEXt", latin(words)),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** A sound recording (WAV, 8 kHz, mono, 8 bit) of so many seconds of silence. */
export function silence(seconds: number): Uint8Array {
  const samples = seconds * 8_000;
  const little = (value: number) => big(value).reverse();
  const short = (value: number) => Uint8Array.of(value & 255, value >> 8);
  return joinBytes([
    ...[latin("RIFF"), little(36 + samples), latin("WAVEfmt "), little(16), short(1), short(1)],
    ...[little(8_000), little(8_000), short(1), short(8), latin("data"), little(samples)],
    new Uint8Array(samples).fill(128),
  ]);
}

/** A PDF of one line a page. Parentheses in a line need a backslash. */
export function pdfOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  return pdfOfObjects([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((line, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      pdfStream(`BT /F1 12 Tf 72 700 Td (${line}) Tj ET`),
    ]),
  ]);
}

/** What an object of a PDF that holds such bytes, one character each, is written as. */
export function pdfStream(content: string, entries = ""): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** A PDF of these objects, numbered from 1, the first being its catalogue; `trailer` is what its trailer says besides. */
export function pdfOfObjects(objects: readonly string[], trailer = ""): Uint8Array {
  const parts = ["%PDF-1.4\n"];
  let length = parts[0]!.length;
  const at = objects.map((object, index) => {
    const offset = length;
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const entries = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${entries}`;
  return latin(
    `${parts.join("")}${table}trailer\n<< /Size ${at.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF`,
  );
}
