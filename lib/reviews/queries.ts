import "server-only";
import type { ReviewDto } from "../claims/dto";
import { db, Prisma, rowsOf } from "../core/db.server";
import { basisHash } from "../publications/basis-hash";
import { loadReviewed } from "./load-reviewed.server";

type Row = Omit<ReviewDto, "reviewer" | "outdated" | "givenAt"> & {
  claimId: string;
  reviewerId: string;
  reviewerName: string;
  basisHash: string;
  givenAt: Date;
};

/** One review as its claim shows it, for whoever gave it; null when there is none. */
export async function getOwnReview(reviewId: string): Promise<ReviewDto | null> {
  const [row] = await rowsOf<Row>(
    db(),
    Prisma.sql`
      SELECT r.id, r."claimId", r."reviewerId", u.name AS "reviewerName", r.mark, r.rating, r.rationale, r."evidenceIds", r.blind,
        r."basisHash", r."givenAt"
      FROM review r JOIN "user" u ON u.id = r."reviewerId" WHERE r.id = ${reviewId}`,
  );
  const reviewed = row && (await loadReviewed(db(), row.claimId));
  if (!reviewed) return null;
  const { id, reviewerId, reviewerName, mark, rating, rationale, evidenceIds, blind, givenAt } = row;
  return {
    id,
    reviewer: { id: reviewerId, name: reviewerName },
    mark,
    rating,
    rationale,
    evidenceIds,
    blind,
    outdated: row.basisHash !== basisHash(reviewed),
    givenAt: givenAt.toISOString(),
  };
}
