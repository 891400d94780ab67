-- AlterTable
ALTER TABLE "reply_reminder" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- By hand from here: what Prisma cannot say.
-- What was logged by mistake counts no more; all else about it stays what it was.
GRANT UPDATE ("withdrawnAt") ON reply_reminder TO countersign_app;

-- A disagreement that was marked or set aside by mistake stays, and counts no more; `settledById` is who took it back.
ALTER TABLE disagreement DROP CONSTRAINT disagreement_status,
  ADD CONSTRAINT disagreement_status CHECK (status IN ('open', 'resolved', 'dismissed', 'withdrawn'));

-- Whoever marked what was taken back is no author by that, once the next version stands.
CREATE OR REPLACE FUNCTION claim_authors(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "createdById" FROM claim WHERE id = claim_id OR "parentId" = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "updatedById" FROM verdict WHERE "claimId" = claim_id AND "updatedById" IS NOT NULL
  UNION SELECT "decidedById" FROM claim_attribution WHERE "claimId" = claim_id AND status <> 'withdrawn'
  UNION SELECT "markedById" FROM disagreement WHERE "claimId" = claim_id AND status <> 'withdrawn'
  UNION SELECT "settledById" FROM disagreement WHERE "claimId" = claim_id AND status <> 'withdrawn' AND "settledById" IS NOT NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id))
  UNION SELECT c."userId" FROM contribution c JOIN claim p ON p.id = c."claimId"
    WHERE p."parentId" = claim_id AND c.what IN ('claim', 'claim.text', 'claim.central')
  UNION SELECT c."userId" FROM contribution c JOIN claim_articles(claim_id) a(id) ON a.id = c."articleId"
    WHERE c.at >= claim_since(claim_id) OR NOT EXISTS (SELECT 1 FROM contribution later
      WHERE later."articleId" = c."articleId" AND later.what = c.what AND later."subjectId" = c."subjectId" AND (later.at, later.id) > (c.at, c.id));
$$;
