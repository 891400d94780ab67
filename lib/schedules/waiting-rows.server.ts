import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { Prisma } from "../core/db.server";
import type { WaitingDto } from "./dto";

/** A claim that waits; `text` is null where the viewer does not see it. */
export type WaitingRow = { claimId: string; text: string | null; publishAt: Date };

/** What waits as the viewer may know it: of claims that they do not see no more than how many. */
export function asWaiting(rows: readonly WaitingRow[]): WaitingDto {
  const claims = rows.flatMap(({ claimId, text, publishAt }) =>
    text === null ? [] : [{ claimId, text, publishAt: publishAt.toISOString() }],
  );
  return { claims, hidden: rows.length - claims.length };
}

/**
 * What waits as `s`, once for each person whose name is printed with it, as `p.id`: whoever signed it, and those who checked
 * the claim. For a `FROM`.
 */
export const waitingWithNames: Prisma.Sql = Prisma.sql`
  schedule s CROSS JOIN LATERAL (
    SELECT s."editorId" AS id UNION SELECT r."reviewerId" FROM review r WHERE r."claimId" = s."claimId") p`;

/** The words of a claim `c`; null for who does not see it. */
export const textSeenBy = (viewer: Sight): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${seesClaim(viewer, Prisma.sql`c.id`)} THEN c.text END`;
