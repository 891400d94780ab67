import "server-only";
import type { Viewer } from "../../access/viewer";
import { moveAttributions } from "../../attributions/commands/move-attributions";
import { suggestArticleAttributions } from "../../attributions/commands/suggest-for-article";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { hit } from "../../core/rate-window.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { checkUrl } from "../address-guard";
import { urlKey } from "../article-identity";
import { beginFetch } from "../begin-fetch.server";
import { fetchLimit, loopbackPorts } from "../fetch-settings.server";
import { noteBrought } from "../note-brought.server";
import { readDocumentApart } from "../read-document-apart.server";
import type { Document, ReadDocument } from "../read-document.server";
import { sameSource } from "../same-source.server";
import { outletIdOf, saveCapture } from "../save-capture.server";
import type { ArticleMetadata } from "../schema";
import type { AddedArticle } from "./add-article";

type Given = ArticleMetadata & { url?: string | null | undefined };

/**
 * Captures an original that other articles name: the document becomes the capture of that very article. When the desk
 * holds the same page already, what leads to the mention leads there instead. Refuses when it was captured meanwhile.
 */
export async function fillArticle(
  viewer: Viewer,
  articleId: string,
  document: Document,
  given: Given,
  now: Date,
): Promise<Result<AddedArticle>> {
  const read = await readDocumentApart(document);
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    const mention = await lockUnread(tx, articleId);
    const found = read.value.extraction;
    const url = given.url ?? mention.url;
    const outletId = given.outlet ? await outletIdOf(tx, given.outlet) : mention.outletId;
    const held = await heldElsewhere(tx, articleId, {
      url: url ?? found.canonicalUrl,
      outletId,
      sha256: read.value.sha256,
    });
    const target = held ?? articleId;
    await noteBrought(tx, viewer, target, now);
    const captureId = await saveCapture(tx, {
      articleId: target,
      read: read.value,
      createdById: viewer.id,
      now,
    });
    if (held) await moveAttributions(tx, viewer, { fromId: articleId, toId: held }, now);
    else await writeKnown(tx, viewer, mention, { ...given, url, outletId }, read.value, now);
    await suggestArticleAttributions(tx, target, found);
    await recordEvent(tx, viewer, now, {
      event: held ? "article.found-to-be-held" : "article.original-captured",
      subject: { kind: "article", id: articleId },
      articleIds: [target],
      body: { captureId, sha256: read.value.sha256, method: document.method, articleId: target },
    });
    return { articleId: target, state: "captured" as const };
  });
}

/** The same from its address: a job fetches it. A page that the desk holds already is taken at once. */
export async function fetchOriginal(
  viewer: Viewer,
  articleId: string,
  given: Given & { url: string },
  now: Date,
): Promise<Result<AddedArticle>> {
  const url = checkUrl(given.url.trim(), loopbackPorts());
  if (!url.ok) return url;
  const allowed = await hit(`fetch:${viewer.id}`, fetchLimit, now);
  if (!allowed.ok) return allowed;
  return runCommand(async (tx) => {
    const mention = await lockUnread(tx, articleId);
    const address = url.value.toString();
    const held = await heldElsewhere(tx, articleId, { url: address, outletId: null, sha256: "" });
    await noteBrought(tx, viewer, held ?? articleId, now);
    if (held) {
      await moveAttributions(tx, viewer, { fromId: articleId, toId: held }, now);
      await recordEvent(tx, viewer, now, {
        event: "article.found-to-be-held",
        subject: { kind: "article", id: articleId },
        articleIds: [held],
        body: { articleId: held },
      });
      return { articleId: held, state: "captured" as const };
    }
    const outletId = given.outlet ? await outletIdOf(tx, given.outlet) : mention.outletId;
    await writeKnown(tx, viewer, mention, { ...given, url: address, outletId }, null, now);
    await tx.article.update({
      where: { id: articleId },
      data: { state: "fetching", failureCode: null, failureMessage: null },
    });
    return beginFetch(tx, viewer, articleId, now);
  });
}

type Mention = {
  id: string;
  state: string;
  url: string | null;
  outletId: string | null;
  title: string | null;
  byline: string | null;
  language: string | null;
  publishedAt: string | null;
  canonicalUrl: string | null;
  kind: string;
};

async function lockUnread(tx: Tx, articleId: string): Promise<Mention> {
  const rows = await tx.$queryRaw<Mention[]>`
    SELECT id, state, url, "outletId", title, byline, language, "publishedAt", "canonicalUrl", kind
    FROM article WHERE id = ${articleId} FOR UPDATE`;
  const row = rows[0] ?? refuse(notFound("article"));
  if (row.state === "captured")
    refuse({
      kind: "conflict",
      code: "already-captured",
      detail: "Someone captured this original meanwhile. Open it: a newer copy can be captured there.",
    });
  return row;
}

async function heldElsewhere(
  tx: Tx,
  articleId: string,
  source: Parameters<typeof sameSource>[1],
): Promise<string | null> {
  const same = await sameSource(tx, source, articleId);
  if (!same) return null;
  const other = await tx.article.findUnique({ where: { id: same }, select: { state: true } });
  return other?.state === "captured" ? same : null;
}

/** What was typed stands before what was known, and that before what the page says. Printed facts have an author. */
async function writeKnown(
  tx: Tx,
  viewer: Viewer,
  mention: Mention,
  given: Given & { outletId: string | null },
  read: ReadDocument | null,
  now: Date,
): Promise<void> {
  const found = read?.extraction;
  const url = given.url ? urlKey(given.url) : (found?.canonicalUrl ?? null);
  const typed = {
    url,
    outletId: given.outletId,
    title: given.title ?? mention.title,
    byline: given.byline ?? mention.byline,
    language: given.language ?? mention.language,
    publishedAt: given.publishedAt ?? mention.publishedAt,
    kind: given.kind ?? mention.kind,
  };
  await tx.article.update({
    where: { id: mention.id },
    data: {
      ...typed,
      title: typed.title ?? found?.title ?? null,
      byline: typed.byline ?? found?.byline ?? null,
      language: typed.language ?? found?.language ?? null,
      publishedAt: typed.publishedAt ?? found?.publishedAt ?? null,
      canonicalUrl: mention.canonicalUrl ?? found?.canonicalUrl ?? null,
      notObtainable: null,
      version: { increment: 1 },
    },
  });
  const isWritten = (Object.keys(typed) as (keyof typeof typed)[]).some((key) => typed[key] !== mention[key]);
  if (isWritten) await noteArticleAuthor(tx, viewer, mention.id, "article", mention.id, now);
}
