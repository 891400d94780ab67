import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, sniffKind } from "./sniff";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe("what a file is", () => {
  it.each([
    ["html", bytes("\ufeff  <!-- x --><!DOCTYPE html><p>x"), "text/plain", null],
    ["html", bytes("words <p>and more"), "text/html; charset=utf-8", null],
    ["html", bytes("words <p>and more"), null, "page.HTM"],
    ["text", bytes("words <p>and more"), "text/plain", null],
    ["text", bytes("<3 is what they wrote"), "text/html", null],
    ["text", new Uint8Array(), null, null],
    ["text", Uint8Array.of(0xff, 0xfe, 0x41, 0x00), null, null],
    ["pdf", bytes("\n%PDF-1.7 ..."), "text/html", "a.txt"],
    ["docx", latin("PK\u0003\u0004....word/document.xml"), null, null],
    ["xlsx", latin("PK\u0003\u0004....xl/workbook.xml"), null, "a.docx"],
    ["binary", latin("PK\u0003\u0004....other/part.xml"), null, "a.docx"],
    ["csv", bytes("Town,2023\nSelby,31"), null, "ferries.CSV"],
    ["docx", latin("\u00d0\u00cf\u0011\u00e0...."), null, "a.docx"],
    ["binary", latin("\u00d0\u00cf\u0011\u00e0...."), null, "a.xls"],
    ["picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "text/html", null],
  ])("is %s by its bytes", (kind, data, type, name) => {
    expect(sniffKind(data, type, name)).toBe(kind);
  });
});

describe("bytes as text", () => {
  const cyrillic = Uint8Array.from("Паром продали в мае за сорок миллионов", (c) =>
    c === " " ? 32 : c.charCodeAt(0) - 0x410 + 0xc0,
  );
  it("follows the mark, the declared charset and the page's own", () => {
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x41), "utf-8", false).text).toBe("A");
    expect(decodeText(cyrillic, "windows-1251", false)).toMatchObject({
      charset: "windows-1251",
      replaced: false,
    });
    const page = new Uint8Array([...latin("<meta charset=windows-1251>"), ...cyrillic]);
    expect(decodeText(page, null, true).text).toContain("Паром");
  });

  it("is not misled by a charset that is wrong, unknown or missing", () => {
    expect(decodeText(bytes("Müller sold 40 €"), "iso-8859-1", true)).toEqual({
      text: "Müller sold 40 €",
      charset: "utf-8",
      replaced: false,
    });
    expect(decodeText(bytes("Müller"), "no-such-charset", false).text).toBe("Müller");
    expect(decodeText(cyrillic, null, false).text).toContain("миллионов");
    expect(decodeText(latin("M\u00fcller said \u0093no\u0094"), null, false).text).toBe("Müller said “no”");
  });

  it("says when bytes were no text", () => {
    const cut = bytes("сорок мільйонів гривень").slice(0, -1);
    expect(decodeText(cut, "utf-8", false)).toMatchObject({ charset: "utf-8", replaced: true });
    expect(decodeText(bytes("a \ufffd b"), null, false).replaced).toBe(false);
  });

  it("never throws, and UTF-8 comes back as it was", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ maxLength: 12 }),
        fc.boolean(),
        (data, label, isHtml) => {
          expect(typeof decodeText(data, label, isHtml).text).toBe("string");
          expect(["html", "pdf", "docx", "xlsx", "csv", "picture", "text", "binary"]).toContain(
            sniffKind(data, label, label),
          );
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeText(bytes(text), "utf-8", false).text).toBe(text.replace(/^\ufeff/, ""));
      }),
    );
  });
});
