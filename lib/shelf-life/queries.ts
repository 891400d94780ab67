import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { ClaimKind } from "../claims/vocabulary";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import type { DueDto } from "./dto";
import { dueGroup } from "./periods";

const pageSize = 50;

type Row = {
  claimId: string;
  recheckAt: Date;
  since: Date;
  lookedBy: string | null;
  isChosen: boolean;
  slug: string;
  text: string;
  finding: string;
  kind: ClaimKind;
  topics: string[];
  asOf: string | null;
  isInCorrection: boolean;
};

/** What stands in public by when it is looked at again, soonest first, a page at a time. Nothing in it is unpublished. */
export async function listDue(
  viewer: Sight,
  input: { cursor?: string | undefined; claimId?: string },
  now: Date,
): Promise<{ items: DueDto[]; nextCursor: string | null }> {
  const after = decodeCursor(input.cursor, 2);
  const rows = await db().$queryRaw<Row[]>`
    SELECT s."claimId", s."recheckAt", s.since, u.name AS "lookedBy", s."isChosen", p.slug, p."claimText" AS text, p.finding, c.kind, p.topics,
      (p."recordText"::jsonb) ->> 'asOf' AS "asOf",
      EXISTS (SELECT 1 FROM correction k WHERE k."claimId" = s."claimId" AND k."closedAt" IS NULL) AS "isInCorrection"
    FROM shelf_life s JOIN claim c ON c.id = s."claimId" LEFT JOIN "user" u ON u.id = s."lookedById"
    JOIN LATERAL (SELECT * FROM publication p WHERE p."claimId" = s."claimId" ORDER BY p.version DESC LIMIT 1) p ON p.kind = 'publication'
    WHERE ${after ? Prisma.sql`(s."recheckAt", s."claimId") > (${new Date(String(after[0]))}, ${String(after[1])})` : Prisma.sql`true`}
      AND ${seesClaim(viewer, Prisma.sql`s."claimId"`)}
      AND ${input.claimId ? Prisma.sql`s."claimId" = ${input.claimId}` : Prisma.sql`true`}
    ORDER BY s."recheckAt", s."claimId" LIMIT ${pageSize + 1}`;
  const items = rows.map(({ recheckAt, since, ...row }) => ({
    ...row,
    recheckAt: recheckAt.toISOString(),
    since: since.toISOString(),
    group: dueGroup(recheckAt, now),
  }));
  return page(items, pageSize, ({ recheckAt, claimId }) => [recheckAt, claimId]);
}
