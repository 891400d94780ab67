import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { extractDocx, extractPdf, UnreadableDocument } from "./extract-document.server";
import { mainText } from "./extraction";

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** A PDF of one page a list of lines: `[y, text]`. */
function pdf(pages: [number, string][][], trailer = ""): Uint8Array {
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((lines, i) => {
      const stream = lines.map(([y, text]) => `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET`).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.4\n";
  const at = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}`;
  return latin(
    `${text}trailer\n<< /Size ${at.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`,
  );
}

/** A zip of deflated entries. */
function zip(entries: Record<string, string | Uint8Array>): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const raw = Buffer.from(content);
    const data = deflateRawSync(raw);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    if (raw.length < 1_000_000) header.writeUInt32LE(crc32(raw), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(raw.length, 18);
    header.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), header, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), header, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function docx(paragraphs: string): Uint8Array {
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  });
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe("a PDF", () => {
  it("gives its lines as printed, in paragraphs, without page numbers in the main text", async () => {
    const page = (n: number): [number, string][] => [
      [700, `Norland bought ${n} ferries from a yard that is under investi-`],
      [686, "gation, the ministry said."],
      [650, "The yard in Teal denies it."],
      [40, `Page ${n}`],
    ];
    const found = await extractPdf(pdf([page(1), page(2), page(3)]));
    const first = "Norland bought 1 ferries from a yard that is under investi-\ngation, the ministry said.";
    expect(mainText(found).split("\n\n").slice(0, 2)).toEqual([first, "The yard in Teal denies it."]);
    expect(mainText(found)).not.toContain("Page 2");
    expect(found.fullText).toContain("Page 2");
    expect([found.byline, found.outlet, found.publishedAt]).toEqual([null, null, null]);
  });

  it("leaves the caller's bytes as they were", async () => {
    const bytes = pdf([[[700, "Two ferries were sold to Norland."]]]);
    const before = bytes.slice();
    await extractPdf(bytes);
    expect(bytes).toEqual(before);
  });

  it("without text is refused as a scan, and a broken one as damaged, with what to do", async () => {
    await expect(extractPdf(pdf([[]]))).rejects.toMatchObject({
      code: "no-text",
      message: expect.stringContaining("OCR") as string,
    });
    const broken = extractPdf(latin("%PDF-1.7 and nothing else"));
    await expect(broken).rejects.toBeInstanceOf(UnreadableDocument);
    await expect(broken).rejects.toMatchObject({ code: "damaged" });
  });

  it("under a password is refused as encrypted", async () => {
    const key = "0".repeat(64);
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
    await expect(extractPdf(pdf([[[700, "Two ferries were sold."]]], lock))).rejects.toMatchObject({
      code: "encrypted",
    });
  });
});

describe("a Word file", () => {
  it("is main text from end to end", async () => {
    const found = await extractDocx(
      docx(
        paragraph("Two ferries &amp; a tug") +
          paragraph("Norland bought them in 2019. 🚢") +
          paragraph("Teal"),
      ),
    );
    expect(mainText(found)).toBe("Two ferries & a tug\n\nNorland bought them in 2019. 🚢\n\nTeal");
  });

  it("that is empty, old, cut or unpacks to too much is refused with what to do", async () => {
    await expect(extractDocx(docx(""))).rejects.toMatchObject({ code: "no-text" });
    await expect(extractDocx(latin("\u00d0\u00cf\u0011\u00e0"))).rejects.toMatchObject({
      code: "encrypted",
      message: expect.stringContaining(".docx") as string,
    });
    await expect(extractDocx(docx(paragraph("Teal")).slice(0, 300))).rejects.toMatchObject({
      code: "damaged",
    });
    const bomb = zip({ "word/document.xml": new Uint8Array(101 * 1024 * 1024) });
    await expect(extractDocx(bomb)).rejects.toMatchObject({ code: "too-large" });
  });
});
