import "server-only";
import { createHash } from "node:crypto";
import { fail, ok, type Result } from "../core/result";
import { extractDocx, extractPdf, UnreadableDocument } from "./extract-document.server";
import { extractDump, extractTable } from "./extract-dump";
import { extractHtml } from "./extract-html.server";
import { withoutWords, type Extraction } from "./extraction";
import { acceptedFiles, kindsListed } from "../captures/accepted-files";
import { cleanPicture } from "../captures/picture";
import { recordingType } from "../captures/recording";
import { readWorkbookSheets } from "../imports/read-workbook.server";
import { decodeText, sniffKind, type SniffedKind } from "./sniff";

/** A source as it came: its bytes, and how. `kind` is set when a person said what it is. */
export type Document = {
  bytes: Uint8Array;
  method: "fetched" | "uploaded" | "pasted";
  kind?: "html" | "text";
  contentType?: string | null;
  fileName?: string | null;
  url?: string | null;
  headers?: [string, string][];
};

/** What a capture row needs, besides its article. */
export type ReadDocument = {
  document: Document;
  sha256: string;
  charset: string | null;
  contentType: string;
  extraction: Extraction;
  /** Of what was uploaded as a stream: its bytes stand in the pieces of this recording, and `document` has none. */
  recordingId?: string;
};

const { pictures, recordings, sheets, words } = acceptedFiles;

const types = {
  html: "text/html",
  text: "text/plain",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

/**
 * Reads a document of any kind we take. Refuses with what to do when there is no text in it; a picture or
 * a recording needs none, and neither does a scan that somebody uploads: what is seen or heard in it is described.
 */
export async function readDocument(document: Document): Promise<Result<ReadDocument>> {
  const kind = document.kind ?? sniffKind(document.bytes, document.contentType, document.fileName);
  if (kind === "binary") {
    return fail({
      kind: "unsupported_media",
      code: "not-text",
      detail: `This is not a page, text, PDF, Word document (${kindsListed(words)}), sheet (${kindsListed(sheets)}), picture (${kindsListed(pictures)}), sound or video (${kindsListed(recordings)}). Send one of these, or paste the text.`,
    });
  }
  const sha256 = createHash("sha256").update(document.bytes).digest("hex");
  if (kind === "picture") return readPicture(document, sha256);
  if (kind === "recording") return readRecording(document, sha256);
  try {
    const read = await extract(kind, document);
    if (!read.ok) return read;
    if (read.value.extraction.fullText.trim() === "") {
      return fail({
        kind: "invalid",
        code: "no-text",
        detail: "There is no text in this. If it is a picture or a scan, paste the words by hand.",
      });
    }
    return ok({ document, sha256, contentType: types[kind], ...read.value });
  } catch (error) {
    const scanned = error instanceof UnreadableDocument ? error.pageCount : 0;
    if (scanned > 0 && document.method === "uploaded")
      return ok({
        document,
        sha256,
        contentType: types.pdf,
        charset: null,
        extraction: withoutWords(scanned),
      });
    if (error instanceof UnreadableDocument)
      return fail({ kind: "invalid", code: error.code, detail: error.message });
    throw error;
  }
}

/** A picture is kept as it came; that it can be shown without what it carries besides is made sure of here. */
function readPicture(document: Document, sha256: string): Result<ReadDocument> {
  const picture = cleanPicture(document.bytes);
  if (picture)
    return ok({
      document,
      sha256,
      charset: null,
      contentType: picture.type,
      extraction: withoutWords(),
    });
  return fail({
    kind: "invalid",
    code: "damaged",
    detail:
      "This picture is cut off, damaged, or larger than 100 million pixels. Save or download it again, smaller if need be, and upload that.",
  });
}

/** A recording is kept as it came; what is said in it a person writes down. */
function readRecording(document: Document, sha256: string): Result<ReadDocument> {
  const contentType = recordingType(document.bytes)!;
  return ok({ document, sha256, charset: null, contentType, extraction: withoutWords() });
}

type Read = { extraction: Extraction; charset: string | null };

async function extract(
  kind: Exclude<SniffedKind, "binary" | "picture" | "recording">,
  document: Document,
): Promise<Result<Read>> {
  const { bytes } = document;
  if (kind === "pdf") return ok({ extraction: await extractPdf(bytes), charset: null });
  if (kind === "docx") return ok({ extraction: await extractDocx(bytes), charset: null });
  if (kind === "xlsx") {
    const sheets = await readWorkbookSheets(bytes, "kept");
    if (!sheets.ok) return sheets;
    const text = textOfSheets(sheets.value);
    return ok({ extraction: { ...extractTable(text), kind: "dataset" }, charset: null });
  }
  const declared = document.kind
    ? "utf-8"
    : (/charset=["']?([^\s;"']+)/i.exec(document.contentType ?? "")?.[1] ?? null);
  const { text, charset } = decodeText(bytes, declared, kind === "html");
  if (kind === "html") return ok({ extraction: extractHtml(text, document.url ?? null), charset });
  const extraction = kind === "csv" ? { ...extractTable(text), kind: "dataset" } : extractDump(text);
  return ok({ extraction, charset });
}

/** The cells of a workbook as text, every sheet of it: of several that hold something each under its name. */
function textOfSheets(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): string {
  const written = sheets
    .map(({ name, rows }) => ({ name, text: rows.map((row) => row.join("\t")).join("\n") }))
    .filter(({ text }) => text.trim() !== "");
  if (written.length < 2) return written[0]?.text ?? "";
  return written.map(({ name, text }) => `${name}\n${text}`).join("\n\n");
}
