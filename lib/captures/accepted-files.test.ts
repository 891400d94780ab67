import { describe, expect, it } from "vitest";
import { sniffKind } from "../articles/sniff";
import { acceptedFiles, chooserFor, kindsInWords, kindsListed } from "./accepted-files";

describe("what is said about files that are taken", () => {
  it("names every recording, picture and sheet", () => {
    expect(kindsInWords(acceptedFiles.recordings)).toBe("MP3, MP4, M4A, MOV, WAV, Ogg, WebM, FLAC or AAC");
    expect(kindsListed(acceptedFiles.pictures)).toBe("PNG, JPEG, WebP");
    expect(kindsInWords(acceptedFiles.sheets)).toBe("XLSX, CSV or TSV");
    expect(kindsInWords(acceptedFiles.pdfs)).toBe("PDF");
  });

  it("lets a chooser offer each of them by type and by the end of its name", () => {
    expect(chooserFor(acceptedFiles.pictures, acceptedFiles.pdfs)).toBe(
      "image/png,.png,image/jpeg,.jpg,.jpeg,image/webp,.webp,application/pdf,.pdf",
    );
    expect(chooserFor(acceptedFiles.recordings)).toContain("audio/aac,.aac");
  });

  it.each(acceptedFiles.sheets.flatMap(({ endings }) => endings).filter((ending) => ending !== ".xlsx"))(
    "has cells in a file of text that ends in %s",
    (ending) => expect(sniffKind(new TextEncoder().encode("a,b"), "", `cells${ending}`)).toBe("csv"),
  );

  it.each(acceptedFiles.pages[0]!.endings)("has a page in a file of tags that ends in %s", (ending) =>
    expect(sniffKind(new TextEncoder().encode("<u>a</u>"), "", `page${ending}`)).toBe("html"),
  );
});
