import "server-only";
import type { Viewer } from "../../access/viewer";
import { addArticle } from "../../articles/commands/add-article";
import { fail, notFound, ok, type Result } from "../../core/result";
import { findBatch } from "../queries";
import type { RefusedRow } from "../refused-rows";
import { sourcesOf } from "../row-sources.server";
import type { SourcesInput } from "../schema";

/** `stopped` says why the rest was not asked for, in words. */
export type PagesAsked = {
  left: number;
  after: number;
  asked: number;
  refused: RefusedRow[];
  stopped: string | null;
};

/**
 * Asks for the pages that one's own sheet names and nobody captured, each once, as anybody asks for an address: jobs fetch
 * them, one site at a time and as its robots.txt allows, and there is a limit to how many a person asks for.
 */
export async function capturePages(
  viewer: Viewer,
  { id, most, after }: SourcesInput,
  now: Date,
): Promise<Result<PagesAsked>> {
  const batch = await findBatch(viewer, id, now);
  if (!batch) return fail(notFound("sheet"));
  const sources = [...(await sourcesOf(viewer, batch, { quotesAfter: null })).values()];
  const waiting = sources.filter(({ line, page }) => line > after && page === "mentioned");
  // Each at its first row: what is asked for next begins after the last of these.
  const first = new Map(waiting.toReversed().map((source) => [source.articleId ?? source.url, source]));
  const pages = waiting.filter((source) => first.get(source.articleId ?? source.url) === source);
  const done: PagesAsked = { left: pages.length, after, asked: 0, refused: [], stopped: null };
  for (const { line, url } of pages.slice(0, most)) {
    const asked = await addArticle(viewer, { url }, now, { inTurn: true });
    if (!asked.ok && asked.error.kind === "rate_limited")
      return ok({ ...done, left: 0, stopped: asked.error.detail });
    if (asked.ok) done.asked += 1;
    else done.refused.push({ line, detail: asked.error.detail });
    done.after = line;
    done.left -= 1;
  }
  return ok(done);
}
