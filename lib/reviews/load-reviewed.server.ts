import "server-only";
import { toFigure } from "../claims/to-figure";
import { toRegion } from "../claims/to-region";
import type { DossierEvidence } from "../claims/dossier";
import { Prisma, rowsOf, type Reader } from "../core/db.server";
import type { Basis } from "../publications/basis-hash";

type FigureRow = Parameters<typeof toFigure>[0];
type EvidenceRow = Pick<DossierEvidence, "id" | "articleId" | "stance" | "shows" | "disclosure"> &
  Parameters<typeof toRegion>[0] & {
    translation: string | null;
    translator: string | null;
    exact: string | null;
    start: number | null;
    end: number | null;
    figures: FigureRow[];
  };
type ClaimRow = {
  text: string;
  verbatim: string | null;
  figures: FigureRow[];
  reviewerIds: string[];
  writerIds: string[];
};

/** What a review is about, and whose answers there are: of the whole dossier the part that giving one needs. */
export type Reviewed = Basis & { reviewerIds: string[]; writerIds: string[] };

const figuresWhere = (owner: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(json_agg(row_to_json(f) ORDER BY f.start), '[]') FROM figure f WHERE ${owner}) AS figures`;

/** Loads it in one message; null when there is no such claim. */
export async function loadReviewed(reader: Reader, claimId: string): Promise<Reviewed | null> {
  const [claims, evidence] = await Promise.all([
    rowsOf<ClaimRow>(
      reader,
      Prisma.sql`
        SELECT c.text, c.verbatim, ${figuresWhere(Prisma.sql`f."claimId" = c.id`)},
          ARRAY(SELECT DISTINCT r."reviewerId" FROM review r WHERE r."claimId" = c.id) AS "reviewerIds",
          ARRAY(SELECT claim_writers(c.id)) AS "writerIds"
        FROM claim c WHERE c.id = ${claimId}`,
    ),
    rowsOf<EvidenceRow>(
      reader,
      Prisma.sql`
        SELECT e.id, e."articleId", e.stance, e.shows, e.disclosure, e.translation, e.translator, q.exact, q.start, q."end",
          q.region, q.description, q.words, q.cell, q."confirmedById", ${figuresWhere(Prisma.sql`f."quoteId" = q.id`)}
        FROM evidence e JOIN quote q ON q.id = e."quoteId" WHERE e."claimId" = ${claimId} AND e."removedAt" IS NULL`,
    ),
  ]);
  const [claim] = claims;
  if (!claim) return null;
  const { text, verbatim, reviewerIds, writerIds } = claim;
  return {
    claim: { text, verbatim, figures: claim.figures.map(toFigure) },
    evidence: evidence.map(toBasisEvidence),
    reviewerIds,
    writerIds,
  };
}

function toBasisEvidence(row: EvidenceRow): Basis["evidence"][number] {
  const { id, articleId, stance, shows, disclosure, translation, translator, exact, start, end } = row;
  return {
    id,
    articleId,
    stance,
    shows,
    disclosure,
    translation: translation ? { text: translation, translator } : null,
    quote: exact === null || start === null || end === null ? null : { exact, start, end },
    region: toRegion(row),
    figures: row.figures.map(toFigure),
  };
}
