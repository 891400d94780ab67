import "server-only";
import type { Viewer } from "../access/viewer";
import { fallBackToReview } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { recordManyQuietly } from "../log/record.server";

type Moved = { id: string; state: string; was: string[]; topics: string[] };

/**
 * Replaces a topic on every claim that has it and in the saved views, and answers how many claims that were. A topic is
 * printed, so whoever does it is an author of each of them, and what was ready goes back to review; each claim's history
 * tells it. Claims are locked in the order of their ids.
 */
export async function moveClaims(
  tx: Tx,
  viewer: Viewer,
  from: string,
  to: string,
  now: Date,
): Promise<number> {
  const moved = await tx.$queryRaw<Moved[]>`
    WITH had AS (SELECT id, topics AS was FROM claim WHERE topics @> ARRAY[${from}] ORDER BY id FOR UPDATE)
    UPDATE claim c SET version = c.version + 1, "updatedAt" = ${now},
      topics = CASE WHEN h.was @> ARRAY[${to}] THEN array_remove(h.was, ${from}) ELSE array_replace(h.was, ${from}, ${to}) END
    FROM had h WHERE h.id = c.id RETURNING c.id, c.state, h.was, c.topics`;
  const ids = moved.map(({ id }) => id);
  const contributions = ids.map(() => newId());
  await tx.$executeRaw`
    INSERT INTO contribution (id, "claimId", "userId", what, "subjectId", cycle, at)
    SELECT n.id, n.claim, ${viewer.id}, 'claim.topics', n.claim, claim_cycle(n.claim), ${now}
    FROM unnest(${contributions}::text[], ${ids}::text[]) AS n(id, claim)`;
  await recordManyQuietly(
    tx,
    viewer,
    now,
    moved.map(({ id, was, topics }) => ({
      event: "claim.edited",
      subject: { kind: "claim", id },
      claimId: id,
      body: { changes: { topics }, was: { topics: was } },
    })),
  );
  const ready = moved.filter(({ state }) => state === "ready").map(({ id }) => id);
  if (ready.length > 0) await fallBackToReview(tx, viewer, ready, now, { isTold: true });
  await moveViews(tx, from, to);
  return moved.length;
}

async function moveViews(tx: Tx, from: string, to: string): Promise<void> {
  const views = await tx.queueView.findMany({
    where: { query: { contains: "topic=" } },
    select: { id: true, query: true },
  });
  for (const { id, query } of views) {
    const asked = new URLSearchParams(query);
    if (asked.get("topic") !== from) continue;
    asked.set("topic", to);
    await tx.queueView.update({ where: { id }, data: { query: asked.toString() } });
  }
}
