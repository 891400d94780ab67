-- Two questions, two sets: who may not sign (wrote anything that is printed), and from whom nothing is hidden (wrote the claim itself).

-- Articles the record speaks of: those quoted, those the printed route goes on to, and the one where the words appeared.
CREATE FUNCTION claim_articles(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE route AS (
    SELECT e."articleId" AS id FROM evidence e WHERE e."claimId" = claim_id AND e."removedAt" IS NULL
    UNION SELECT a."toArticleId" FROM attribution a JOIN route r ON r.id = a."fromArticleId"
      WHERE attribution_status(a.id, claim_id, a.status) = 'confirmed' AND a."toArticleId" IS NOT NULL)
  SELECT id FROM route
  UNION SELECT q."articleId" FROM claim c JOIN quote q ON q.id = c."appearanceQuoteId" WHERE c.id = claim_id;
$$;

-- When the last version was made, or else the claim: what was written about its articles since then is a change to it.
CREATE FUNCTION claim_since(claim_id text) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT max(p."publishedAt") FROM publication p WHERE p."claimId" = claim_id),
    (SELECT c."createdAt" FROM claim c WHERE c.id = claim_id));
$$;

-- Authors of the revision: whoever wrote something that still stands, or changed or removed anything since the last version.
-- The words and the weight of a part are printed with the whole. What someone wrote about an article (one row a field)
-- stands until somebody else writes that field.
CREATE OR REPLACE FUNCTION claim_authors(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "createdById" FROM claim WHERE id = claim_id OR "parentId" = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "updatedById" FROM verdict WHERE "claimId" = claim_id AND "updatedById" IS NOT NULL
  UNION SELECT "decidedById" FROM claim_attribution WHERE "claimId" = claim_id AND status <> 'withdrawn'
  UNION SELECT "markedById" FROM disagreement WHERE "claimId" = claim_id
  UNION SELECT "settledById" FROM disagreement WHERE "claimId" = claim_id AND "settledById" IS NOT NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id))
  UNION SELECT c."userId" FROM contribution c JOIN claim p ON p.id = c."claimId"
    WHERE p."parentId" = claim_id AND c.what IN ('claim', 'claim.text', 'claim.central')
  UNION SELECT c."userId" FROM contribution c JOIN claim_articles(claim_id) a(id) ON a.id = c."articleId"
    WHERE c.at >= claim_since(claim_id) OR NOT EXISTS (SELECT 1 FROM contribution later
      WHERE later."articleId" = c."articleId" AND later.what = c.what AND later."subjectId" = c."subjectId" AND (later.at, later.id) > (c.at, c.id));
$$;

-- Who wrote the claim, its evidence or its verdict, and so sees the draft without giving a mark first. Facts about an article,
-- a search, a request or a class of figures are no part of the answer.
CREATE FUNCTION claim_writers(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "createdById" FROM claim WHERE id = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.what IN ('claim', 'evidence') OR c.what LIKE 'claim.%' OR c.what LIKE 'verdict.%')
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id));
$$;
