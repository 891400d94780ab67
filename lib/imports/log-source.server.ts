import "server-only";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { articlesAt } from "../articles/articles-at.server";
import { addComment } from "../comments/commands";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import type { AddEvidenceInput } from "../evidence/schema";
import { runImportStep } from "./run-import-step.server";
import type { PlannedRow, PlannedSource } from "./plan-rows";
import { noteOfRow, sheetSaidLabel, type SheetName } from "./row-note";

type Place = { batch: SheetName; row: PlannedRow; claimId: string };

/**
 * Logs what a row says of its source: words that stand in an article we have become evidence; all else, and what the sheet
 * itself said of the claim, is kept as a comment on it. An address that nobody captured becomes a mention: two thousand
 * pages are not fetched at once. Returns what was done, in words.
 */
export async function logSource(viewer: Viewer, place: Place, now: Date): Promise<string> {
  const { source, sheetSaid } = place.row;
  const isThere = source.url !== null || source.quote !== null || source.note !== null;
  const article = source.url ? await articleAt(viewer, source.url, source.outlet, now) : null;
  const why = isThere ? await logQuote(viewer, place, article, now) : "";
  const isSaid = isThere && why !== null && Boolean(source.quote || source.note || !article);
  const note = noteOfRow(place.batch, place.row, isSaid);
  if (note) await keepNote(viewer, place, note, now);
  return [
    why ?? "The quote is logged as evidence.",
    isSaid ? "What the row says is in a comment." : "",
    sheetSaid.length > 0 ? "What the sheet said of it is in a comment, and is no review." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * Keeps what a sheet said of a claim that was there before, unless a comment on it says the same already. Comments are never
 * printed, and whoever has to review first does not see them: a sheet's verdict is somebody's answer. Returns whether it did.
 */
export async function keepSheetSaid(viewer: Viewer, place: Place, now: Date): Promise<boolean> {
  const note = noteOfRow(place.batch, place.row, false);
  const said = note?.split("\n").slice(1).join("\n");
  if (!note || !said) return false;
  const comments = await db().comment.findMany({
    where: { claimId: place.claimId, text: { contains: sheetSaidLabel } },
    select: { text: true },
  });
  if (comments.some(({ text }) => text.endsWith(`\n${said}`))) return false;
  await keepNote(viewer, place, note, now);
  return true;
}

type Found = { id: string; state: string } | null;

async function articleAt(viewer: Viewer, url: string, outlet: string | null, now: Date): Promise<Found> {
  const known = (await articlesAt(viewer, [url])).get(url);
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
  const { quote, url } = row.source;
  if (article && article.state !== "captured")
    return quote
      ? "Its page is not captured yet, so the quote is no evidence so far."
      : "Its page is mentioned and not captured yet.";
  if (!quote) return "";
  if (!article)
    return url ? "Its page could not be added." : "The quote has no address, so it is no evidence so far.";
  const added = await addEvidence(viewer, claimId, quoteOfRow(article.id, row.source), now);
  if (added.ok || added.error.code === "already-there") return null;
  return `The quote is no evidence: ${added.error.detail}`;
}

/** A row's quote as evidence from an article: context where the row says no more. */
export function quoteOfRow(articleId: string, { quote, stance, note }: PlannedSource): AddEvidenceInput {
  return {
    articleId,
    quote: { exact: quote ?? "" },
    stance: stance ?? "context",
    ...(note ? { shows: note.slice(0, 2_000) } : {}),
  };
}

/** The row's words on its claim, once. A name after an @ in a sheet calls nobody. */
async function keepNote(viewer: Viewer, { batch, row, claimId }: Place, text: string, now: Date) {
  await runImportStep(viewer, `${batch.id}:note:${row.line}`, () =>
    addComment(viewer, claimId, { text }, now, { callsPeople: false }),
  );
}
