import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { can } from "../access/can";
import { encodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import { shownTo, type DeskState } from "../publications/desk-state";
import { deskStatesOf } from "../publications/desk-states.server";
import type { ClaimRowDto } from "./dto";
import type { QueueFilters } from "./queue-query";
import { isChangedFor, queueOrder, queueWhere } from "./queue-where.server";
import { sameEnough } from "./same-enough";
import type { ListClaimsInput } from "./schema";
import type { ClaimState } from "./vocabulary";

type Row = {
  id: string;
  text: string;
  state: ClaimState;
  topics: string[];
  importance: number;
  deadlineAt: Date | null;
  reach: number | null;
  assigneeId: string | null;
  assigneeName: string | null;
  assigneeHasLeft: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  slug: string | null;
  publishedVersion: number | null;
  publishAt: Date | null;
  watch: "watching" | "muted" | null;
  isChanged: boolean;
  evidenceCount: bigint;
  reviewCount: bigint;
  similarId: string | null;
  similarText: string | null;
  similarState: ClaimState | null;
  similarPublishAt: Date | null;
};

type Placed = Pick<ClaimRowDto, "id" | "importance" | "reach" | "deadlineAt">;

type Page = { items: ClaimRowDto[]; nextCursor: string | null };

/** Candidates that an index finds for one claim, of which the words are compared. */
const mostCandidates = 8;

const noDeadline = "9999-01-01T00:00:00.000Z";

/** When the claim of this id is published, once it is signed for a time; else null. */
const publishAtOf = (claimId: Prisma.Sql) =>
  Prisma.sql`(SELECT w."publishAt" FROM schedule w WHERE w."claimId" = ${claimId} AND w.state = 'waiting')`;

/**
 * The query of a page: first the rows of the page by one index, then for these alone what is counted and compared. A
 * part says much the same as its whole, which is not worth a word.
 */
export async function claimsQuery(viewer: Viewer, input: ListClaimsInput, now: Date): Promise<Prisma.Sql> {
  const { after, by } = queueOrder(input);
  const where = await queueWhere(viewer, input, now);
  return Prisma.sql`
    WITH c AS MATERIALIZED (
      SELECT c.* FROM claim c WHERE ${where} AND ${after} ORDER BY ${by} LIMIT ${input.limit + 1}
    )
    SELECT c.id, c.text, c.state, c.topics, c.importance, c."deadlineAt", c.reach, c."assigneeId", c.version,
      c."createdAt", c."updatedAt", c.slug, u.name AS "assigneeName", u."deactivatedAt" IS NOT NULL AS "assigneeHasLeft",
      (SELECT max(version) FROM publication p WHERE p."claimId" = c.id) AS "publishedVersion",
      ${publishAtOf(Prisma.sql`c.id`)} AS "publishAt",
      (SELECT w.state FROM watch w WHERE w."claimId" = c.id AND w."userId" = ${viewer.id}) AS watch, ${isChangedFor(viewer)} AS "isChanged",
      (SELECT count(*) FROM evidence e WHERE e."claimId" = c.id AND e."removedAt" IS NULL) AS "evidenceCount",
      (SELECT count(DISTINCT "reviewerId") FROM review r WHERE r."claimId" = c.id) AS "reviewCount",
      alike.id AS "similarId", alike.text AS "similarText", alike.state AS "similarState",
      ${publishAtOf(Prisma.sql`alike.id`)} AS "similarPublishAt"
    FROM c LEFT JOIN "user" u ON u.id = c."assigneeId"
    LEFT JOIN LATERAL (
      SELECT o.id, o.text, o.state, claim_sameness(c.text, o.text) AS sameness
      FROM claims_alike(c.id, c."parentId", c.likeness, ${mostCandidates}::int) o
      WHERE ${seesClaim(viewer, Prisma.sql`o.id`)} ORDER BY sameness DESC, o.id DESC LIMIT 1
    ) alike ON alike.sameness >= ${sameEnough}
    ORDER BY ${by}`;
}

/**
 * Claims by filter and order, a page at a time: one query for the rows, and one for how what is public of all of them
 * stands. Nothing in a row is blind.
 */
export async function listClaims(viewer: Viewer, input: ListClaimsInput, now: Date): Promise<Page> {
  const rows = await db().$queryRaw<Row[]>(await claimsQuery(viewer, input, now));
  const states = await publicStates(viewer, rows);
  const items = rows.map((row) => {
    const publicState = states.get(row.id);
    return { ...rowDto(row), ...(publicState ? { publicState } : {}) };
  });
  return page(items, input.limit, (row) => placeOf(input.sort, row));
}

/** How what is public of claims that this person sees stands, as far as it is theirs to know, by claim. */
export async function publicStates(
  viewer: Viewer,
  claims: readonly { id: string }[],
): Promise<ReadonlyMap<string, DeskState>> {
  const states = await deskStatesOf(claims.map(({ id }) => id));
  const may = { seesClaim: true, mayWithhold: can(viewer, "version.withhold") };
  return new Map([...states].map(([id, state]) => [id, shownTo(state, may)]));
}

/** A page of claims by their words alone, where nothing is shown that would have to be counted or compared. */
export async function listClaimNames(
  viewer: Viewer,
  input: ListClaimsInput,
  now: Date,
): Promise<Pick<ClaimRowDto, "id" | "text" | "state" | "publishAt">[]> {
  const { after, by } = queueOrder(input);
  const where = await queueWhere(viewer, input, now);
  const rows = await db().$queryRaw<Pick<Row, "id" | "text" | "state" | "publishAt">[]>`
    SELECT c.id, c.text, c.state, ${publishAtOf(Prisma.sql`c.id`)} AS "publishAt"
    FROM claim c WHERE ${where} AND ${after} ORDER BY ${by} LIMIT ${input.limit}`;
  return rows.map((row) => ({ ...row, publishAt: row.publishAt?.toISOString() ?? null }));
}

/** Where a claim stands in this order: what a cursor after it holds. */
function placeOf(sort: QueueFilters["sort"], claim: Placed): (string | number)[] {
  if (sort === "importance") return [claim.importance, claim.id];
  if (sort === "reach") return [claim.reach ?? -1, claim.id];
  if (sort === "deadline") return [claim.deadlineAt ?? noDeadline, claim.id];
  return [claim.id];
}

/** The rows that a person goes on to from a claim: the page that it is on when that is the first, else what follows it. */
export async function listAround(
  viewer: Viewer,
  input: ListClaimsInput,
  claim: Placed,
  now: Date,
): Promise<Page & { isFallback: boolean }> {
  const first = await listQueue(viewer, input, now);
  if (first.nextCursor === null || first.items.some(({ id }) => id === claim.id)) return first;
  const cursor = encodeCursor(placeOf(input.sort, claim));
  const next = await listClaims(viewer, { ...input, cursor }, now);
  return next.items.length > 0 ? { ...next, isFallback: false } : first;
}

/**
 * The queue: what was asked for or, when nothing waits for this person, every claim, newest first (`isFallback`), so
 * that the first screen is never empty while there is work.
 */
export async function listQueue(
  viewer: Viewer,
  input: ListClaimsInput,
  now: Date,
): Promise<Page & { isFallback: boolean }> {
  const asked = await listClaims(viewer, input, now);
  if (asked.items.length > 0 || input.needs !== "me" || input.cursor) return { ...asked, isFallback: false };
  const all = await listClaims(viewer, { sort: "newest", limit: input.limit }, now);
  return { ...all, isFallback: all.items.length > 0 };
}

function rowDto(row: Row): ClaimRowDto {
  return {
    id: row.id,
    text: row.text,
    state: row.state,
    topics: row.topics,
    importance: row.importance,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    reach: row.reach,
    assignee: row.assigneeId
      ? {
          id: row.assigneeId,
          name: row.assigneeName ?? "",
          ...(row.assigneeHasLeft ? { hasLeft: true as const } : {}),
        }
      : null,
    evidenceCount: Number(row.evidenceCount),
    reviewCount: Number(row.reviewCount),
    similar:
      row.similarId && row.similarText !== null && row.similarState
        ? {
            id: row.similarId,
            text: row.similarText,
            state: row.similarState,
            publishAt: row.similarPublishAt?.toISOString() ?? null,
          }
        : null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(row.publishedVersion !== null && row.slug
      ? { publication: { slug: row.slug, version: row.publishedVersion } }
      : {}),
    publishAt: row.publishAt?.toISOString() ?? null,
    isChanged: row.isChanged,
    watch: row.watch,
  };
}

/** Claims are counted one by one up to here; `countLimit + 1` means more than that. */
export const countLimit = 1000;

/**
 * The query that counts what each of these filters finds, each up to `countLimit + 1`. In the order of their list, so that
 * its index is taken: open claims are among the newest, and a table is read from its oldest row.
 */
export async function countsQuery(
  viewer: Viewer,
  filters: readonly QueueFilters[],
  now: Date,
): Promise<Prisma.Sql> {
  const wheres = await Promise.all(filters.map((one) => queueWhere(viewer, one, now)));
  const counts = filters.map(
    (one, index) => Prisma.sql`
      SELECT ${index}::int AS at, (SELECT count(*) FROM (SELECT 1 FROM claim c WHERE ${wheres[index]!} ORDER BY ${queueOrder(one).by} LIMIT ${countLimit + 1}) AS found)::int AS n`,
  );
  return Prisma.sql`${Prisma.join(counts, " UNION ALL ")}`;
}

/** How many claims each of these filters finds for this person, in one query. */
export async function countQueues(
  viewer: Viewer,
  filters: readonly QueueFilters[],
  now: Date,
): Promise<number[]> {
  if (filters.length === 0) return [];
  const rows = await db().$queryRaw<{ at: number; n: number }[]>(await countsQuery(viewer, filters, now));
  const byPlace = new Map(rows.map(({ at, n }) => [at, n]));
  return filters.map((_, index) => byPlace.get(index) ?? 0);
}

/** How many claims wait for this person, for the queue's badge. */
export async function countNeedsMe(viewer: Viewer, now: Date): Promise<number> {
  const [waiting] = await countQueues(viewer, [{ needs: "me", sort: "deadline" }], now);
  return waiting ?? 0;
}
