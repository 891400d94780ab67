import "server-only";
import { db, type Reader } from "../core/db.server";
import type { Failure } from "../core/result";
import { fetchLimits, fetchPage, type FetchPageOptions } from "./fetch-page.server";
import { loopbackPorts, userAgent } from "./fetch-settings.server";
import { readDocumentApart } from "./read-document-apart.server";
import type { ReadDocument } from "./read-document.server";
import { validatorsOf } from "./watch-plan";

/** The last copy that was fetched from the source and still has its text. */
export type FetchedCopy = {
  id: string;
  sha256: string;
  fullText: string;
  headers: [string, string][];
  finalUrl: string | null;
};

/** What looking at a source found. */
export type Look =
  | { kind: "read"; read: ReadDocument }
  /** The site says that its page is the one we hold (304). */
  | { kind: "not-modified"; copy: FetchedCopy }
  | { kind: "failed"; outcome: "missing" | "unreachable" | "blocked"; failure: Failure };

/** The last copy fetched from the source; null when none was, or its text is expunged. */
export async function lastFetchedCopy(articleId: string, reader: Reader = db()): Promise<FetchedCopy | null> {
  const row = await reader.capture.findFirst({
    where: { articleId, method: "fetched", expungedAt: null },
    orderBy: { capturedAt: "desc" },
    select: { id: true, sha256: true, fullText: true, headers: true, finalUrl: true },
  });
  return row?.fullText == null
    ? null
    : { ...row, fullText: row.fullText, headers: row.headers as [string, string][] };
}

/**
 * Opens the article's address; `mayFollow` is asked before a redirect is followed. With a `copy` that carries validators the site is asked only whether its page is still
 * that one, which counts as a look and costs it next to nothing.
 */
export async function lookAtSource(
  address: string,
  copy: FetchedCopy | null,
  now: Date,
  mayFollow?: FetchPageOptions["mayFollow"],
): Promise<Look> {
  const validators = copy?.finalUrl ? validatorsOf(copy.headers) : null;
  const page = await fetchPage(address, {
    ...fetchLimits,
    userAgent,
    now,
    allowLoopbackPort: loopbackPorts(),
    ...(mayFollow ? { mayFollow } : {}),
    ...(copy?.finalUrl && validators ? { validators: { of: copy.finalUrl, ...validators } } : {}),
  });
  if (!page.ok) return failedLook(page.error);
  const { bytes, contentType, finalUrl, headers, status } = page.value;
  if (status === 304 && copy) return { kind: "not-modified", copy };
  const read = await readDocumentApart({ bytes, method: "fetched", contentType, url: finalUrl, headers });
  return read.ok ? { kind: "read", read: read.value } : failedLook(read.error);
}

/** A refusal or failure as a look: what is not the page says nothing of its words. */
export function failedLook(failure: Failure): Look & { kind: "failed" } {
  const status = Number(failure.extra?.status ?? 0);
  if (failure.code === "blocked" || failure.code === "robots-disallow")
    return { kind: "failed", outcome: "blocked", failure };
  const isMissing = status === 404 || status === 410;
  return { kind: "failed", outcome: isMissing ? "missing" : "unreachable", failure };
}
