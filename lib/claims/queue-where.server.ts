import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { decodeCursor } from "../core/cursor";
import { Prisma } from "../core/db.server";
import { dayMs } from "../core/durations";
import { wordsQuery } from "../core/words-query.server";
import { afterSeenMark, entrySeen } from "../log/seen-marks.server";
import { meansNoTopic } from "../topics/no-topic";
import { isWithNobody, needsMe, waitsForItsTime } from "./needs-me.server";
import type { QueueFilters } from "./queue-query";
import { beginningsOf } from "./queue-words";
import type { ListClaimsInput } from "./schema";

/** Of `claim c`: it is in none of the states that end the work on it. */
export const isOpenClaim = Prisma.sql`c.state IN ('new', 'researching', 'in-review', 'ready')`;

/** Word for word what the indexes on the deadline and the reach are made of; as parameters they would not be used. */
const dueKey = Prisma.sql`coalesce(c."deadlineAt", '9999-01-01 00:00:00+00'::timestamptz)`;
const reachKey = Prisma.sql`coalesce(c.reach, -1)`;

/**
 * Whether somebody else did something on `claim c` since this person last looked at it. `OFFSET 0`: asked claim by claim, by
 * the indexes; as one question about all claims it would read the whole log.
 */
export const isChangedFor = (
  viewer: Viewer,
) => Prisma.sql`EXISTS (SELECT 1 FROM seen_mark s JOIN claim_log l ON l."onClaimId" = s."claimId"
  WHERE s."claimId" = c.id AND s."userId" = ${viewer.id} AND l."actorId" IS DISTINCT FROM ${viewer.id} AND ${afterSeenMark} AND ${entrySeen(viewer)} OFFSET 0)`;

function needs(viewer: Viewer, filters: QueueFilters): Prisma.Sql {
  switch (filters.needs) {
    case "me":
      return needsMe(viewer);
    case "review":
      return Prisma.sql`c.state = 'in-review'`;
    case "editor":
      return Prisma.sql`(c.state = 'ready' AND NOT ${waitsForItsTime})`;
    case "scheduled":
      return Prisma.sql`(c.state = 'ready' AND ${waitsForItsTime})`;
    case "changed":
      return Prisma.sql`(c.id IN (SELECT m."claimId" FROM seen_mark m WHERE m."userId" = ${viewer.id}) AND ${isChangedFor(viewer)})`;
    case "evidence":
      return Prisma.sql`c.state IN ('new', 'researching') AND NOT c."hasEvidence"`;
    default:
      return Prisma.sql`true`;
  }
}

function due(within: NonNullable<QueueFilters["due"]>, now: Date): Prisma.Sql {
  const until = new Date(now.getTime() + { overdue: 0, day: dayMs, week: 7 * dayMs }[within]);
  return Prisma.sql`(${isOpenClaim} AND ${dueKey} < ${until})`;
}

/**
 * Of `claim c`: it has these words, each as it is or as the beginning of one, as somebody who is still typing means it. What
 * is no plain word (an address, a word with a hyphen) is also looked for as it is written.
 */
async function saying(words: string): Promise<Prisma.Sql> {
  const beginnings = beginningsOf(words);
  const asSaid = Prisma.sql`websearch_to_tsquery('english', ${words})`;
  if (!beginnings) return Prisma.sql`c.search @@ ${asSaid}`;
  const each = await wordsQuery("claim", beginnings);
  const isPlain = /^[\p{L}\p{M}\p{N}\s]+$/u.test(words);
  return isPlain ? Prisma.sql`c.search @@ ${each}` : Prisma.sql`c.search @@ (${asSaid} || ${each})`;
}

/** A topic as it was typed and as names are usually written: nobody knows by heart which of its letters are capitals. */
function spellings(topic: string): string[] {
  const small = topic.toLowerCase();
  const begun = small.charAt(0).toUpperCase() + small.slice(1);
  const names = small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([topic, small, begun, names, small.toUpperCase()])];
}

/** Of `claim c`: it has this topic, or none; both by the index of topics. */
const hasTopic = (topic: string) =>
  meansNoTopic(topic)
    ? Prisma.sql`c.topics <@ ARRAY[]::text[]`
    : Prisma.sql`c.topics && ${spellings(topic)}::text[]`;

/** Of `claim c`: it rests on this article, as `attributions/claims-leaning.server.ts` counts them. */
const restsOn = (articleId: string) => Prisma.sql`(c.state NOT IN ('declined', 'retracted') AND c.id IN (
  SELECT e."claimId" FROM evidence e WHERE e."articleId" = ${articleId} AND e."removedAt" IS NULL
  UNION SELECT a.id FROM quote q JOIN claim a ON a."appearanceQuoteId" = q.id WHERE q."articleId" = ${articleId}))`;

/** The condition on `claim c` that these filters come to for this person, of what they see. */
export async function queueWhere(viewer: Viewer, filters: QueueFilters, now: Date): Promise<Prisma.Sql> {
  const assignee = filters.assignee === "me" ? viewer.id : filters.assignee;
  const parts = [
    needs(viewer, filters),
    ...(viewer.sees === "own" ? [seesClaim(viewer, Prisma.sql`c.id`)] : []),
    ...(filters.state ? [Prisma.sql`c.state = ${filters.state}`] : []),
    ...(filters.topic ? [hasTopic(filters.topic)] : []),
    ...(filters.importance ? [Prisma.sql`c.importance = ${filters.importance}`] : []),
    ...(filters.due ? [due(filters.due, now)] : []),
    ...(assignee === "none" ? [isWithNobody] : assignee ? [Prisma.sql`c."assigneeId" = ${assignee}`] : []),
    ...(filters.article ? [restsOn(filters.article)] : []),
    ...(filters.q?.trim() ? [await saying(filters.q)] : []),
  ];
  return Prisma.join(parts, " AND ");
}

/** Order of `claim c` and the place after the cursor's row, for each way to sort. Ids are time-ordered, so age is by id. */
export function queueOrder(input: Pick<ListClaimsInput, "sort" | "cursor">): {
  after: Prisma.Sql;
  by: Prisma.Sql;
} {
  const none = Prisma.sql`true`;
  const at = decodeCursor(input.cursor, input.sort === "newest" || input.sort === "oldest" ? 1 : 2);
  switch (input.sort) {
    case "oldest":
      return { after: at ? Prisma.sql`c.id > ${String(at[0])}` : none, by: Prisma.sql`c.id ASC` };
    case "importance":
      return {
        after: at ? Prisma.sql`(c.importance, c.id) < (${Number(at[0])}, ${String(at[1])})` : none,
        by: Prisma.sql`c.importance DESC, c.id DESC`,
      };
    case "reach":
      return {
        after: at ? Prisma.sql`(${reachKey}, c.id) < (${Number(at[0])}, ${String(at[1])})` : none,
        by: Prisma.sql`${reachKey} DESC, c.id DESC`,
      };
    case "deadline":
      return {
        after: at ? Prisma.sql`(${dueKey}, c.id) > (${new Date(String(at[0]))}, ${String(at[1])})` : none,
        by: Prisma.sql`${dueKey} ASC, c.id ASC`,
      };
    default:
      return { after: at ? Prisma.sql`c.id < ${String(at[0])}` : none, by: Prisma.sql`c.id DESC` };
  }
}
