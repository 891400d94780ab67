import "server-only";
import { readAhead, suggestArticleAttributions } from "../../attributions/commands/suggest-for-article";
import { addEdge } from "../../attributions/mentioned-article.server";
import type { Viewer } from "../../access/viewer";
import { Prisma, sendLater, type Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { hit } from "../../core/rate-window.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { checkUrl } from "../address-guard";
import { beginFetch, leaveLine, type Fetching } from "../begin-fetch.server";
import { wordsAlone, type Extraction } from "../extraction";
import { urlKey } from "../article-identity";
import { keepLook } from "../keep-look.server";
import { keepReading } from "../machine-reading.server";
import { noteBrought } from "../note-brought.server";
import { readDocumentApart, type ReadApart } from "../read-document-apart.server";
import type { Document } from "../read-document.server";
import { sameSource } from "../same-source.server";
import { outletIdAt, outletIdOf, saveCapture } from "../save-capture.server";
import type { AddArticleInput, ConversationInput } from "../schema";
import { fetchLimit, loopbackPorts } from "../fetch-settings.server";

export type AddedArticle = { articleId: string; state: "mentioned" | "fetching" | "captured" };

type Metadata = Pick<
  AddArticleInput,
  "title" | "outlet" | "byline" | "publishedAt" | "language" | "kind" | "conversation"
>;

/** Adds an article from what the person gave: its text, its HTML, a file, its address, or only a mention of it. */
export async function addArticle(
  viewer: Viewer,
  input: AddArticleInput,
  now: Date,
  how: Fetching = {},
): Promise<Result<AddedArticle>> {
  if (input.mention) return mentionArticle(viewer, input, now);
  const pasted = input.html ?? input.text;
  if (pasted === undefined) return fetchLater(viewer, input, now, how);
  const kind = input.html === undefined ? "text" : "html";
  return addDocument(
    viewer,
    { bytes: Buffer.from(pasted, "utf8"), method: "pasted", kind, url: input.url ?? null },
    input,
    now,
  );
}

/** Adds an article from a document at hand. Reading it happens before the transaction; what was typed wins over what was found. */
export async function addDocument(
  viewer: Viewer,
  document: Document,
  given: Metadata,
  now: Date,
): Promise<Result<AddedArticle>> {
  const read = await readDocumentApart(document);
  if (!read.ok) return read;
  await readAhead(read.value);
  return runCommand((tx) => keepDocument(tx, viewer, read.value, given, now));
}

/** The same inside a command that goes on with the article, once its document was read. */
export async function keepDocument(
  tx: Tx,
  viewer: Viewer,
  read: ReadApart,
  given: Metadata,
  now: Date,
): Promise<AddedArticle> {
  const { document, sha256 } = read;
  const found = given.conversation ? wordsAlone(read.extraction) : read.extraction;
  const url = document.url?.trim() ?? null;
  const named = given.outlet === undefined ? found.outlet : given.outlet;
  const outletId =
    (await outletIdOf(tx, named)) ??
    (given.outlet === undefined ? await outletIdAt(tx, url ?? found.canonicalUrl) : null);
  const same = await sameSource(tx, {
    url: url ?? found.canonicalUrl,
    outletId,
    sha256,
  });
  if (same) {
    await noteBrought(tx, viewer, same, now);
    await keepLook(tx, { actor: viewer, articleId: same, look: { kind: "read", read } }, now);
    return { articleId: same, state: "captured" as const };
  }
  const { conversation, ...metadata } = given;
  const article = {
    ...metadata,
    ...(conversation ? asNote(conversation, metadata) : {}),
    url,
    outletId,
    state: "captured",
  };
  const articleId = await createArticle(tx, viewer, article, found, now);
  const captureId = await saveCapture(tx, { articleId, read, createdById: viewer.id, now });
  if (read.ahead) keepReading(captureId, read.ahead, now);
  await recordEvent(tx, viewer, now, {
    event: "article.added",
    subject: { kind: "article", id: articleId },
    body: { captureId, sha256, method: document.method },
  });
  await suggestArticleAttributions(tx, articleId, found);
  if (conversation) await keepConversation(tx, viewer, { articleId, ...conversation }, now);
  return { articleId, state: "captured" as const };
}

/** What is known of a note of our own, where the person says nothing else. */
function asNote({ who }: ConversationInput, given: Metadata) {
  return { title: given.title ?? `Conversation with ${who}`, kind: given.kind ?? ("interview" as const) };
}

/** What we were told ourselves is our own reporting, once a person confirms it. */
async function keepConversation(
  tx: Tx,
  viewer: Viewer,
  { articleId, ...conversation }: ConversationInput & { articleId: string },
  now: Date,
): Promise<void> {
  const data = { articleId, ...conversation, createdById: viewer.id, createdAt: now };
  await tx.conversation.create({ data });
  const ends = { fromArticleId: articleId, toArticleId: articleId, toOriginId: null };
  const reason = { rule: "our own conversation", ruleQuote: `With ${conversation.who}, ${conversation.how}` };
  await addEdge(tx, { type: "own-reporting", ...ends, ...reason });
}

async function createArticle(
  tx: Tx,
  viewer: Viewer,
  given: Metadata & { url: string | null; outletId: string | null; state: string },
  found: Extraction | null,
  now: Date,
): Promise<string> {
  const id = newId();
  const pick = <T>(typed: T | null | undefined, inText: T | null | undefined): T | null =>
    typed === undefined ? (inText ?? null) : typed;
  const canonicalUrl = found?.canonicalUrl ?? null;
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO article (id, state, url, "canonicalUrl", "outletId", title, byline, language, "publishedAt", kind,
        "createdById", "createdAt")
      VALUES (${id}, ${given.state}, ${given.url ? urlKey(given.url) : canonicalUrl}, ${canonicalUrl}, ${given.outletId},
        ${pick(given.title, found?.title)}, ${pick(given.byline, found?.byline)}, ${pick(given.language, found?.language)},
        ${pick(given.publishedAt, found?.publishedAt)}, ${given.kind ?? kindFound(found?.kind)}, ${viewer.id}, ${now})`,
  );
  return id;
}

function kindFound(kind: string | null | undefined): string {
  return kind === "wire" ||
    kind === "interview" ||
    kind === "dataset" ||
    kind === "report" ||
    kind === "social"
    ? kind
    : "news";
}

async function mentionArticle(
  viewer: Viewer,
  input: AddArticleInput,
  now: Date,
): Promise<Result<AddedArticle>> {
  return runCommand(async (tx) => {
    const mention = input.mention!;
    const outletId = await outletIdOf(tx, mention.outlet);
    const given = {
      ...input,
      title: mention.title ?? input.title ?? null,
      url: mention.url ?? null,
      outletId,
      state: "mentioned",
    };
    const articleId = await createArticle(tx, viewer, given, null, now);
    await recordEvent(tx, viewer, now, {
      event: "article.mentioned",
      subject: { kind: "article", id: articleId },
    });
    return { articleId, state: "mentioned" as const };
  });
}

async function fetchLater(
  viewer: Viewer,
  input: AddArticleInput,
  now: Date,
  how: Fetching,
): Promise<Result<AddedArticle>> {
  const url = checkUrl(input.url!.trim(), loopbackPorts());
  if (!url.ok) return url;
  const allowed = await hit(`fetch:${viewer.id}`, fetchLimit, now);
  if (!allowed.ok) return allowed;
  return runCommand(async (tx) => {
    const outletId = await outletIdOf(tx, input.outlet);
    const same = await sameSource(tx, { url: url.value.toString(), outletId: null, sha256: "" });
    if (same) return fetchOnceMore(tx, viewer, same, now, how);
    const given = { ...input, url: url.value.toString(), outletId, state: "fetching" };
    return beginFetch(tx, viewer, await createArticle(tx, viewer, given, null, now), now, how);
  });
}

/**
 * Fetches what nobody has yet; what is on its way or captured stays as it is, and is said to be so. A person does not wait
 * for a page's turn among those of a sheet.
 */
async function fetchOnceMore(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  now: Date,
  how: Fetching = {},
): Promise<AddedArticle> {
  await noteBrought(tx, viewer, articleId, now);
  const { count } = await tx.article.updateMany({
    where: { id: articleId, url: { not: null }, state: { in: ["mentioned", "failed"] } },
    data: { state: "fetching", failureCode: null, failureMessage: null },
  });
  if (count > 0) return beginFetch(tx, viewer, articleId, now, how);
  const there = await tx.article.findUnique({ where: { id: articleId }, select: { state: true } });
  const state = (there ?? refuse(notFound("article"))).state as AddedArticle["state"];
  const goesFirst = state === "fetching" && !how.inTurn && (await leaveLine(tx, articleId));
  return goesFirst ? beginFetch(tx, viewer, articleId, now) : { articleId, state };
}

/** Asks for the article's address to be fetched again, after a failure or for a mention that has one. */
export async function retryFetch(
  viewer: Viewer,
  articleId: string,
  now: Date,
): Promise<Result<AddedArticle>> {
  const allowed = await hit(`fetch:${viewer.id}`, fetchLimit, now);
  if (!allowed.ok) return allowed;
  return runCommand((tx) => fetchOnceMore(tx, viewer, articleId, now));
}
