import "server-only";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { urlKey } from "../articles/article-identity";
import { addComment } from "../comments/commands";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import { once } from "./once.server";
import type { PlannedRow, PlannedSource } from "./plan-rows";

type Place = { batch: { id: string; name: string }; row: PlannedRow; claimId: string };

/**
 * Logs what a row says of its source: words that stand in an article we have become evidence; all else is kept as a
 * comment on the claim. An address that nobody captured becomes a mention: two thousand pages are not fetched at once.
 * Returns what was done, in words.
 */
export async function logSource(viewer: Viewer, place: Place, now: Date): Promise<string> {
  const { source } = place.row;
  if (!source.url && !source.quote && !source.note) return "";
  const article = source.url ? await articleAt(viewer, source.url, source.outlet, now) : null;
  const why = await logQuote(viewer, place, article, now);
  if (why === null) return "The quote is logged as evidence.";
  const isSaid = source.quote || source.note || !article;
  if (isSaid) await noteSource(viewer, place, now);
  return [why, isSaid ? "What the row says is in a comment." : ""].filter(Boolean).join(" ");
}

type Found = { id: string; state: string } | null;

async function articleAt(viewer: Viewer, url: string, outlet: string | null, now: Date): Promise<Found> {
  const addresses = [...new Set([url, urlKey(url)])];
  const known = await db().article.findFirst({
    where: { OR: [{ url: { in: addresses } }, { canonicalUrl: { in: addresses } }] },
    orderBy: [{ currentCaptureId: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    select: { id: true, state: true },
  });
  if (known) return known;
  const named = outlet?.slice(0, 200) ?? new URL(url).hostname.replace(/^www\./, "");
  const added = await addArticle(viewer, { mention: { outlet: named, url } }, now);
  return added.ok ? { id: added.value.articleId, state: added.value.state } : null;
}

/** Null when the quote is evidence now; else why it is not, in words. */
async function logQuote(
  viewer: Viewer,
  { row, claimId }: Place,
  article: Found,
  now: Date,
): Promise<string | null> {
  const { quote, stance, note, url } = row.source;
  if (article && article.state !== "captured")
    return quote
      ? "Its page is not captured yet, so the quote is no evidence so far."
      : "Its page is mentioned and not captured yet.";
  if (!quote) return "";
  if (!article)
    return url ? "Its page could not be added." : "The quote has no address, so it is no evidence so far.";
  const input = {
    articleId: article.id,
    quote: { exact: quote },
    stance: stance ?? ("context" as const),
    ...(note ? { shows: note.slice(0, 2_000) } : {}),
  };
  const added = await addEvidence(viewer, claimId, input, now);
  if (added.ok || added.error.code === "already-there") return null;
  return `The quote is no evidence: ${added.error.detail}`;
}

/** The row's words on its claim, once. */
async function noteSource(viewer: Viewer, { batch, row, claimId }: Place, now: Date): Promise<void> {
  const text = sourceInWords(batch.name, row.line, row.source);
  await once(viewer, `${batch.id}:note:${row.line}`, () => addComment(viewer, claimId, { text }, now));
}

function sourceInWords(name: string, line: number, source: PlannedSource): string {
  const lines = [
    `From row ${line} of “${name}”:`,
    source.quote && `Quote: “${source.quote}”`,
    source.outlet && `Source: ${source.outlet}`,
    source.url && `Address: ${source.url}`,
    source.stance && `Stance: ${source.stance}`,
    source.note && `Note: ${source.note}`,
  ].filter(Boolean);
  const text = lines.join("\n");
  return text.length > 5_000 ? `${text.slice(0, 4_990)} […]` : text;
}
