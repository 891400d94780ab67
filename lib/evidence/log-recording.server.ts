import "server-only";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { keepDocument } from "../articles/commands/add-article";
import { wordsAlone } from "../articles/extraction";
import { urlKey } from "../articles/article-identity";
import { readDocumentApart } from "../articles/read-document-apart.server";
import { lockSource } from "../articles/same-source.server";
import type { Tx } from "../core/db.server";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { regionFragment } from "../quotes/region";
import { addEvidence, linkEvidence, type EvidenceAdded } from "./commands";
import type { logRecordingSchema, logStretchSchema } from "./note-schema";

/**
 * Logs what is said or seen in a stretch of a video or sound recording. A recording that the desk holds already is
 * pointed into; of any other what was written down of it becomes the copy. All of it is kept, or nothing.
 */
export async function logRecording(
  viewer: Viewer,
  claimId: string,
  input: z.output<typeof logRecordingSchema>,
  now: Date,
): Promise<Result<EvidenceAdded & { articleId: string }>> {
  const { url, title, outlet, publishedAt, language, from, to, words, description, ...evidence } = input;
  const read = await readDocumentApart({
    bytes: Buffer.from(words ?? description, "utf8"),
    method: "pasted",
    kind: "text",
    url,
  });
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    const held = await heldAt(tx, url);
    const note = { ...read.value, extraction: wordsAlone(read.value.extraction) };
    const given = { title, outlet, publishedAt, language, kind: "other" as const };
    const articleId = held ?? (await keepDocument(tx, viewer, note, given, now)).articleId;
    const region = regionFragment({ time: { from, to: to ?? null } });
    const quote = { region, description, words: words ?? null };
    const done = await linkEvidence(tx, viewer, claimId, { ...evidence, articleId, quote }, now);
    return { ...done, articleId };
  });
}

/** Logs what is said or seen in a stretch of a recording whose file is an article's copy. */
export async function logStretch(
  viewer: Viewer,
  claimId: string,
  input: z.output<typeof logStretchSchema>,
  now: Date,
): Promise<Result<EvidenceAdded>> {
  const { from, to, words, description, ...evidence } = input;
  const region = regionFragment({ time: { from, to: to ?? null } });
  return addEvidence(
    viewer,
    claimId,
    { ...evidence, quote: { region, description, words: words ?? null } },
    now,
  );
}

/**
 * The captured article at that address, also one that somebody is just adding: a transcript must not become the newest copy
 * of a page that others quote.
 */
async function heldAt(tx: Tx, url: string): Promise<string | null> {
  await lockSource(tx, urlKey(url));
  const addresses = [...new Set([url, urlKey(url)])];
  const article = await tx.article.findFirst({
    where: {
      currentCaptureId: { not: null },
      OR: [{ url: { in: addresses } }, { canonicalUrl: { in: addresses } }],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return article?.id ?? null;
}
