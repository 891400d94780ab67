-- The printed route goes on upstream: whoever decided where an article's source has it from wrote a part of the record too.
CREATE OR REPLACE FUNCTION claim_authors(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE route AS (
    SELECT e."articleId" AS id FROM evidence e WHERE e."claimId" = claim_id AND e."removedAt" IS NULL
    UNION SELECT a."toArticleId" FROM attribution a JOIN route r ON r.id = a."fromArticleId"
      WHERE a.status = 'confirmed' AND a."toArticleId" IS NOT NULL)
  SELECT "createdById" FROM claim WHERE id = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "updatedById" FROM verdict WHERE "claimId" = claim_id AND "updatedById" IS NOT NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id))
  UNION SELECT c."userId" FROM contribution c JOIN route r ON r.id = c."articleId";
$$;
