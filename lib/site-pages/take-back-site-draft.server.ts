import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { fail, ok, type Result } from "../core/result";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { saveDraft } from "./commands/save-draft";
import { pageFacts } from "./page-facts.server";
import type { SitePageContent, SitePageName } from "./pages";
import { isSameContent } from "./versions";

/**
 * Saves the draft from before this person's as the page's newest; whatever was signed stays. 409 `stale` when somebody saved
 * or signed the page since, or nothing was written before it.
 */
export async function takeBackSiteDraft(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ page: SitePageName }>> {
  const { page, draft } = entry.body as { page: SitePageName; draft: number };
  const [was, { draft: newest, signed }] = await Promise.all([
    db().siteDraft.findUnique({ where: { page_number: { page, number: draft - 1 } } }),
    pageFacts(db(), page),
  ]);
  if (!was || !newest) return fail(changedSince);
  const content = was.content as unknown as SitePageContent;
  const signedAt = signed?.draftNumber ?? 0;
  // Taken back already is what was wanted.
  if (newest.number > draft && isSameContent(newest.content, content)) return ok({ page });
  if (signedAt >= draft) return fail(changedSince);
  // What was signed in between waits for nobody.
  const forSignature = was.forSignature && signedAt < was.number;
  const { text, signatoryOf = [] } = content;
  const done = await saveDraft(viewer, { page, text, signatoryOf, forSignature, draft }, now);
  return !done.ok && done.error.code === "stale" ? fail(changedSince) : done;
}
