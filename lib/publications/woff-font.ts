import { inflateSync } from "node:zlib";

type Table = { tag: string; checksum: number; data: Buffer };

/** Larger than any font here; a bound on what a damaged file may unpack to. */
const maxTableBytes = 4 * 1024 * 1024;

function woffTables(woff: Buffer): Table[] {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("This is no WOFF 1.0 font.");
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + 20 * index;
    const [start, packed, size] = [4, 8, 12].map((offset) => woff.readUInt32BE(at + offset)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    const data = packed < size ? inflateSync(bytes, { maxOutputLength: maxTableBytes }) : bytes;
    if (data.length !== size) throw new Error("The font is damaged.");
    return { tag: woff.toString("latin1", at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
  });
}

/** A `name` table (OpenType) that says family, style and PostScript name, for Windows' Unicode. */
function nameTable(family: string): Buffer {
  const ids = [1, 2, 6];
  const texts = [family, "Regular", family].map((text) => Buffer.from(text, "utf16le").swap16());
  const head = Buffer.alloc(6 + 12 * texts.length);
  [0, texts.length, head.length].forEach((value, index) => head.writeUInt16BE(value, 2 * index));
  let offset = 0;
  texts.forEach((text, index) => {
    [3, 1, 0x409, ids[index] ?? 0, text.length, offset].forEach((value, place) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * place);
    });
    offset += text.length;
  });
  return Buffer.concat([head, ...texts]);
}

/**
 * The TrueType or OpenType font inside a WOFF 1.0 file, for programs that read no web fonts: the same tables, unpacked
 * and put after a directory of their own, under the family name `family`. Throws on what is none. Source: https://www.w3.org/TR/WOFF/.
 */
export function unpackWoff(woff: Buffer, family: string): Buffer {
  const tables = woffTables(woff).map((table) =>
    table.tag === "name" ? { ...table, data: nameTable(family) } : table,
  );
  const count = tables.length;
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, index) => {
    head.writeUInt16BE(value, 4 + 2 * index);
  });
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    [checksum, offset, data.length].forEach((value, place) => head.writeUInt32BE(value, at + 4 + 4 * place));
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}

function tableAt(sfnt: Buffer, tag: string): number {
  for (let index = 0; index < sfnt.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    if (sfnt.toString("latin1", at, at + 4) === tag) return sfnt.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** First and last code point of each segment of a character map's subtable: format 4 (16 bits) or 12 (32 bits). */
function segmentsAt(sfnt: Buffer, at: number): [number, number][] {
  const format = sfnt.readUInt16BE(at);
  if (format === 12) {
    return Array.from({ length: sfnt.readUInt32BE(at + 12) }, (_, index) => {
      const group = at + 16 + 12 * index;
      return [sfnt.readUInt32BE(group), sfnt.readUInt32BE(group + 4)];
    });
  }
  if (format !== 4) return [];
  const size = sfnt.readUInt16BE(at + 6);
  return Array.from({ length: size / 2 }, (_, index) => [
    sfnt.readUInt16BE(at + 16 + size + 2 * index),
    sfnt.readUInt16BE(at + 14 + 2 * index),
  ]);
}

/** The code points that a TrueType or OpenType font maps to a glyph, by the Unicode subtables of its `cmap`. */
export function codePointsOf(sfnt: Buffer): Set<number> {
  const table = tableAt(sfnt, "cmap");
  const covered = new Set<number>();
  for (let index = 0; index < sfnt.readUInt16BE(table + 2); index += 1) {
    const entry = table + 4 + 8 * index;
    for (const [first, last] of segmentsAt(sfnt, table + sfnt.readUInt32BE(entry + 4))) {
      for (let point = first; point <= last && point !== 0xffff; point += 1) covered.add(point);
    }
  }
  return covered;
}
