import "server-only";
import type { Viewer } from "../../access/viewer";
import { db } from "../../core/db.server";
import { fail, notFound, ok, type Result } from "../../core/result";
import { addEvidence } from "../../evidence/commands";
import { quoteOfRow } from "../log-source.server";
import { findBatch } from "../queries";
import type { RefusedRow } from "../refused-rows";
import { sourcesOf } from "../row-sources.server";
import type { SourcesInput } from "../schema";

/** `after` is the last line that was gone through; `entryIds` are the log's entries of what was logged, for taking it back. */
export type LoggedQuotes = {
  left: number;
  after: number;
  entryIds: string[];
  refused: RefusedRow[];
};

/**
 * Logs the quotes of one's own sheet that stand in a page captured since, each as evidence of its row's claim with the
 * row's stance and note, as this person's act. At most `most` rows after the line `after`; each for itself, so that one that
 * is refused stops no other.
 */
export async function logFoundQuotes(
  viewer: Viewer,
  { id, most, after }: SourcesInput,
  now: Date,
): Promise<Result<LoggedQuotes>> {
  const batch = await findBatch(viewer, id, now);
  if (!batch) return fail(notFound("sheet"));
  const sources = await sourcesOf(viewer, batch, { quotesAfter: after });
  const found = batch.planned.filter(({ line }) => line > after && sources.get(line)?.quote === "found");
  const turn = found.slice(0, most);
  const done: LoggedQuotes = { left: found.length - turn.length, after, entryIds: [], refused: [] };
  for (const { line, source } of turn) {
    const { claimId, articleId } = sources.get(line)!;
    const added = await addEvidence(viewer, claimId, quoteOfRow(articleId!, source), now);
    if (added.ok) done.entryIds.push(added.value.entryId);
    // Two rows may say the same, or two windows press at once.
    else if (added.error.code !== "already-there") done.refused.push({ line, detail: added.error.detail });
    done.after = line;
  }
  return ok(done);
}

/** Of the log's entries of what this person logged those whose evidence stands, each once: what they took back since is out. */
export async function stillLogged(viewer: Viewer, entryIds: readonly string[]): Promise<string[]> {
  if (entryIds.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT l.id FROM log_entry l JOIN evidence e ON e.id = l."subjectId" AND e."removedAt" IS NULL
    WHERE l.id = ANY (${[...entryIds]}::text[]) AND l."actorId" = ${viewer.id} AND l.event = 'evidence.added'
    ORDER BY l.id`;
  return rows.map(({ id }) => id);
}
