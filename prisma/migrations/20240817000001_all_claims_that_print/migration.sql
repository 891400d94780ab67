-- Claims whose record prints something of one of these articles: `claim_articles` the other way round. Who quotes an article
-- itself is found by an index, and all of them are: of a wire story that 5,000 claims quote, each has the entry. Who rests on
-- one that has it from there is asked one by one, as each decides its own route, and of more than 1,000 of those the newest: a
-- command does not wait for the whole desk.
CREATE OR REPLACE FUNCTION claims_printing(article_ids text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 10 SET search_path = public, pg_temp AS $$
  WITH RECURSIVE downstream AS (
    SELECT a.id FROM unnest(article_ids) AS a(id)
    UNION SELECT t."fromArticleId" FROM downstream d JOIN attribution t ON t."toArticleId" = d.id
      WHERE t.status = 'confirmed' OR EXISTS (
        SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = t.id AND ca.status = 'confirmed')),
  quoting AS (
    SELECT e."claimId" AS id FROM evidence e WHERE e."articleId" = ANY (article_ids) AND e."removedAt" IS NULL
    UNION SELECT c.id FROM quote q JOIN claim c ON c."appearanceQuoteId" = q.id WHERE q."articleId" = ANY (article_ids)),
  leaning AS (
    SELECT DISTINCT e."claimId" AS id FROM downstream d JOIN evidence e ON e."articleId" = d.id AND e."removedAt" IS NULL
      WHERE d.id <> ALL (article_ids) AND NOT EXISTS (SELECT 1 FROM quoting q WHERE q.id = e."claimId")
      ORDER BY e."claimId" DESC LIMIT 1000)
  SELECT q.id FROM quoting q
  UNION ALL SELECT l.id FROM leaning l WHERE EXISTS (SELECT 1 FROM claim_articles(l.id) a(id) WHERE a.id = ANY (article_ids))
$$;
