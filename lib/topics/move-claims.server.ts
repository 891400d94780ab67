import "server-only";
import type { Viewer } from "../access/viewer";
import { fallBackToReview } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { recordManyQuietly } from "../log/record.server";

type Moved = { id: string; state: string; version: number; was: string[]; topics: string[] };
type Names = { from: string; to: string };

/** Replaces a topic on every claim that has it, locked in the order of their ids, and answers how many claims that were. */
export async function moveClaims(tx: Tx, viewer: Viewer, { from, to }: Names, now: Date): Promise<number> {
  const moved = await tx.$queryRaw<Moved[]>`
    WITH had AS (SELECT id, topics AS was FROM claim WHERE topics @> ARRAY[${from}] ORDER BY id FOR UPDATE)
    UPDATE claim c SET version = c.version + 1, "updatedAt" = ${now},
      topics = CASE WHEN h.was @> ARRAY[${to}] THEN array_remove(h.was, ${from}) ELSE array_replace(h.was, ${from}, ${to}) END
    FROM had h WHERE h.id = c.id RETURNING c.id, c.state, c.version, h.was, c.topics`;
  return tellMoved(tx, viewer, moved, now, { from, to });
}

/**
 * Whether all that made version `version` of a claim out of version `read` were topics that became others. Then whoever read
 * the older one read all else as it stands, and means by an old name what it became.
 */
export async function onlyTopicsMoved(
  tx: Tx,
  claimId: string,
  { read, version }: { read: number; version: number },
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ moves: number }[]>`
    SELECT count(*)::int AS moves FROM log_entry l JOIN log_payload p ON p."entryId" = l.id
    WHERE l."subjectKind" = 'claim' AND l."subjectId" = ${claimId} AND l.event = 'claim.edited' AND p.body ? 'moved'
      AND (p.body ->> 'version')::int BETWEEN ${read + 1} AND ${version}`;
  return version > read && found?.moves === version - read;
}

/**
 * Gives claims back the topics that a move of `from` to `to` took from them, and answers how many those were: those that the
 * entry of it `viewer` made at `at` tells of, and whose topics are still as it left them.
 */
export async function moveClaimsBack(
  tx: Tx,
  viewer: Viewer,
  { from, to, at }: Names & { at: Date },
  now: Date,
): Promise<number> {
  const moved = await tx.$queryRaw<Moved[]>`
    WITH has AS (SELECT id, topics AS was FROM claim WHERE topics @> ARRAY[${to}] ORDER BY id FOR UPDATE),
      had AS (
        SELECT h.id, h.was, ARRAY(SELECT jsonb_array_elements_text(p.body -> 'was' -> 'topics')) AS topics
        FROM has h JOIN log_entry e ON e."claimId" = h.id AND e.at = ${at} AND e."actorId" = ${viewer.id} AND e.event = 'claim.edited'
        JOIN log_payload p ON p."entryId" = e.id AND p.body -> 'changes' -> 'topics' = to_jsonb(h.was))
    UPDATE claim c SET version = c.version + 1, "updatedAt" = ${now}, topics = h.topics
    FROM had h WHERE h.id = c.id AND h.topics @> ARRAY[${from}] RETURNING c.id, c.state, c.version, h.was, c.topics`;
  return tellMoved(tx, viewer, moved, now, { from: to, to: from });
}

/**
 * A topic is printed, so whoever moves it is an author of each claim, and what was ready goes back to review; each claim's
 * history tells it.
 */
async function tellMoved(tx: Tx, viewer: Viewer, moved: Moved[], now: Date, names?: Names): Promise<number> {
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
    moved.map(({ id, version, was, topics }) => ({
      event: "claim.edited",
      subject: { kind: "claim", id },
      claimId: id,
      body: { changes: { topics }, was: { topics: was }, version, ...(names ? { moved: names } : {}) },
    })),
  );
  const ready = moved.filter(({ state }) => state === "ready").map(({ id }) => id);
  if (ready.length > 0) await fallBackToReview(tx, viewer, ready, now, { isTold: true });
  return moved.length;
}

/** Replaces a topic in the saved views that ask for it, all or those given, and answers which they were. */
export async function moveViews(tx: Tx, { from, to }: Names, ids?: readonly string[]): Promise<string[]> {
  const views = await tx.queueView.findMany({
    where: { query: { contains: "topic=" }, ...(ids ? { id: { in: [...ids] } } : {}) },
    select: { id: true, query: true },
  });
  const moved: string[] = [];
  for (const { id, query } of views) {
    const asked = new URLSearchParams(query);
    if (asked.get("topic") !== from) continue;
    asked.set("topic", to);
    await tx.queueView.update({ where: { id }, data: { query: asked.toString() } });
    moved.push(id);
  }
  return moved;
}
