import "server-only";
import { createHash } from "node:crypto";
import { fail, ok, type Result } from "../core/result";
import { extractDocx, extractPdf, UnreadableDocument } from "./extract-document.server";
import { extractDump } from "./extract-dump";
import { extractHtml } from "./extract-html.server";
import type { Extraction } from "./extraction";
import { decodeText, sniffKind } from "./sniff";

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
};

const types = {
  html: "text/html",
  text: "text/plain",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Reads a document of any kind we take. Refuses with what to do when there is no text in it. */
export async function readDocument(document: Document): Promise<Result<ReadDocument>> {
  const kind = document.kind ?? sniffKind(document.bytes, document.contentType, document.fileName);
  if (kind === "binary") {
    return fail({
      kind: "unsupported_media",
      code: "not-text",
      detail: "This is not a page, text, PDF or Word document. Send one of these, or paste the text.",
    });
  }
  try {
    const read = await extract(kind, document);
    if (read.extraction.fullText.trim() === "") {
      return fail({
        kind: "invalid",
        code: "no-text",
        detail: "There is no text in this. If it is a picture or a scan, paste the words by hand.",
      });
    }
    const sha256 = createHash("sha256").update(document.bytes).digest("hex");
    return ok({ document, sha256, contentType: types[kind], ...read });
  } catch (error) {
    if (error instanceof UnreadableDocument)
      return fail({ kind: "invalid", code: error.code, detail: error.message });
    throw error;
  }
}

async function extract(kind: "html" | "text" | "pdf" | "docx", document: Document) {
  if (kind === "pdf") return { extraction: await extractPdf(document.bytes), charset: null };
  if (kind === "docx") return { extraction: await extractDocx(document.bytes), charset: null };
  const declared = document.kind
    ? "utf-8"
    : (/charset=["']?([^\s;"']+)/i.exec(document.contentType ?? "")?.[1] ?? null);
  const { text, charset } = decodeText(document.bytes, declared, kind === "html");
  return {
    extraction: kind === "html" ? extractHtml(text, document.url ?? null) : extractDump(text),
    charset,
  };
}
