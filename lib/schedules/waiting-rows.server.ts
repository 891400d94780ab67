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

/** The words of a claim `c`; null for who does not see it. */
export const textSeenBy = (viewer: Sight): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${seesClaim(viewer, Prisma.sql`c.id`)} THEN c.text END`;
