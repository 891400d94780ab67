import "server-only";
import type { Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import type { ClaimRowDto } from "./dto";
import type { ListClaimsInput } from "./schema";

type Row = {
  id: string;
  text: string;
  state: ClaimRowDto["state"];
  topics: string[];
  importance: number;
  deadlineAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  createdAt: Date;
  updatedAt: Date;
  slug: string | null;
  publishedVersion: number | null;
  evidenceCount: bigint;
  reviewCount: bigint;
  dueKey: Date;
};

const farFuture = new Date("9999-01-01T00:00:00Z");

/** What waits for this person: reviews not yet given, own assignments, and for editors what is ready to sign. */
function needsMe(viewer: Viewer): Prisma.Sql {
  const mine = Prisma.sql`(c."assigneeId" = ${viewer.id} AND c.state IN ('new', 'researching'))`;
  if (viewer.role === "editor") return Prisma.sql`(c.state = 'ready' OR ${mine})`;
  return Prisma.sql`((c.state IN ('in-review', 'ready') AND NOT EXISTS (SELECT 1 FROM review r WHERE r."claimId" = c.id AND r."reviewerId" = ${viewer.id})) OR ${mine})`;
}

function needs(viewer: Viewer, input: ListClaimsInput): Prisma.Sql {
  switch (input.needs) {
    case "me":
      return needsMe(viewer);
    case "review":
      return Prisma.sql`c.state = 'in-review'`;
    case "editor":
      return Prisma.sql`c.state = 'ready'`;
    case "evidence":
      return Prisma.sql`c.state IN ('new', 'researching') AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = c.id AND e."removedAt" IS NULL)`;
    default:
      return Prisma.sql`true`;
  }
}

function filters(viewer: Viewer, input: ListClaimsInput): Prisma.Sql {
  const assignee = input.assignee === "me" ? viewer.id : input.assignee;
  const parts = [
    needs(viewer, input),
    ...(input.state ? [Prisma.sql`c.state = ${input.state}`] : []),
    ...(input.topic ? [Prisma.sql`c.topics @> ARRAY[${input.topic}]`] : []),
    ...(assignee ? [Prisma.sql`c."assigneeId" = ${assignee}`] : []),
    ...(input.q?.trim() ? [Prisma.sql`c.search @@ websearch_to_tsquery('english', ${input.q})`] : []),
  ];
  return Prisma.join(parts, " AND ");
}

/** Order and the place after the cursor's row, for each way to sort. Ids are time-ordered, so newest is by id. */
function order(input: ListClaimsInput): { after: Prisma.Sql; by: Prisma.Sql } {
  const none = Prisma.sql`true`;
  switch (input.sort) {
    case "oldest": {
      const at = decodeCursor(input.cursor, 1);
      return { after: at ? Prisma.sql`c.id > ${String(at[0])}` : none, by: Prisma.sql`c.id ASC` };
    }
    case "importance": {
      const at = decodeCursor(input.cursor, 2);
      return {
        after: at ? Prisma.sql`(c.importance, c.id) < (${Number(at[0])}, ${String(at[1])})` : none,
        by: Prisma.sql`c.importance DESC, c.id DESC`,
      };
    }
    case "deadline": {
      const at = decodeCursor(input.cursor, 2);
      const key = Prisma.sql`coalesce(c."deadlineAt", ${farFuture})`;
      return {
        after: at ? Prisma.sql`(${key}, c.id) > (${new Date(String(at[0]))}, ${String(at[1])})` : none,
        by: Prisma.sql`${key} ASC, c.id ASC`,
      };
    }
    default: {
      const at = decodeCursor(input.cursor, 1);
      return { after: at ? Prisma.sql`c.id < ${String(at[0])}` : none, by: Prisma.sql`c.id DESC` };
    }
  }
}

/** Claims by filter and order, a page at a time, in one query. Nothing in a row is blind. */
export async function listClaims(
  viewer: Viewer,
  input: ListClaimsInput,
): Promise<{ items: ClaimRowDto[]; nextCursor: string | null }> {
  const { after, by } = order(input);
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id, c.text, c.state, c.topics, c.importance, c."deadlineAt", c."assigneeId", u.name AS "assigneeName", c."createdAt", c."updatedAt", c.slug,
      coalesce(c."deadlineAt", ${farFuture}) AS "dueKey",
      (SELECT max(version) FROM publication p WHERE p."claimId" = c.id) AS "publishedVersion",
      (SELECT count(*) FROM evidence e WHERE e."claimId" = c.id AND e."removedAt" IS NULL) AS "evidenceCount",
      (SELECT count(DISTINCT "reviewerId") FROM review r WHERE r."claimId" = c.id) AS "reviewCount"
    FROM claim c LEFT JOIN "user" u ON u.id = c."assigneeId"
    WHERE ${filters(viewer, input)} AND ${after} ORDER BY ${by} LIMIT ${input.limit + 1}`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page(rows.map(rowDto), input.limit, (row) => {
    if (input.sort === "importance") return [row.importance, row.id];
    if (input.sort === "deadline") return [byId.get(row.id)!.dueKey.toISOString(), row.id];
    return [row.id];
  });
}

/**
 * The queue: what was asked for or, when nothing waits for this person, every claim, newest first (`isFallback`), so
 * that the first screen is never empty while there is work.
 */
export async function listQueue(
  viewer: Viewer,
  input: ListClaimsInput,
): Promise<{ items: ClaimRowDto[]; nextCursor: string | null; isFallback: boolean }> {
  const asked = await listClaims(viewer, input);
  if (asked.items.length > 0 || input.needs !== "me" || input.cursor) return { ...asked, isFallback: false };
  const all = await listClaims(viewer, { sort: "newest", limit: input.limit });
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
    assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName ?? "" } : null,
    evidenceCount: Number(row.evidenceCount),
    reviewCount: Number(row.reviewCount),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(row.publishedVersion !== null && row.slug
      ? { publication: { slug: row.slug, version: row.publishedVersion } }
      : {}),
  };
}

/** How many claims wait for this person, for the queue's badge; counted up to 1,000. */
export async function countNeedsMe(viewer: Viewer): Promise<number> {
  const rows = await db().$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) AS n FROM (SELECT 1 FROM claim c WHERE ${needsMe(viewer)} LIMIT 1000) AS waiting`;
  return Number(rows[0]?.n ?? 0);
}
