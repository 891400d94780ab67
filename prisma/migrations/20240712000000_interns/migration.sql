-- AlterTable
ALTER TABLE "user" ADD COLUMN     "isIntern" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "isIntern" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "brought_article" (
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brought_article_pkey" PRIMARY KEY ("userId","articleId")
);

-- CreateIndex
CREATE INDEX "brought_article_articleId_idx" ON "brought_article"("articleId");

-- CreateIndex
CREATE INDEX "article_createdById_idx" ON "article"("createdById");

-- CreateIndex
CREATE INDEX "claim_createdById_idx" ON "claim"("createdById");

-- CreateIndex
CREATE INDEX "contribution_userId_idx" ON "contribution"("userId");

-- CreateIndex
CREATE INDEX "comment_mentionedIds_idx" ON "comment" USING GIN ("mentionedIds");

-- CreateIndex
CREATE INDEX "tip_decidedById_idx" ON "tip"("decidedById");

-- AddForeignKey
ALTER TABLE "brought_article" ADD CONSTRAINT "brought_article_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE "user" ADD CONSTRAINT user_intern_checks CHECK (NOT "isIntern" OR role = 'checker');
ALTER TABLE invitation ADD CONSTRAINT invitation_intern_checks CHECK (NOT "isIntern" OR role = 'checker');
GRANT SELECT, INSERT ON brought_article TO countersign_app;

-- What of the desk is somebody's own: the one place that says it. Claims they noted, were given, wrote or reviewed on, and
-- those on which somebody else's comment names them; with the parts of each, which are read with it.
CREATE FUNCTION own_claims(person text) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 100 SET search_path = public, pg_temp AS $$
  WITH own AS (
    SELECT c.id FROM claim c WHERE c."createdById" = person
    UNION SELECT c.id FROM claim c WHERE c."assigneeId" = person
    UNION SELECT n."claimId" FROM contribution n WHERE n."userId" = person AND n."claimId" IS NOT NULL
    UNION SELECT r."claimId" FROM review r WHERE r."reviewerId" = person
    UNION SELECT m."claimId" FROM comment m WHERE m."mentionedIds" @> ARRAY[person] AND m."authorId" <> person)
  SELECT o.id FROM own o UNION SELECT p.id FROM own o JOIN claim p ON p."parentId" = o.id
$$;

-- Articles they brought or wrote on, and those that their claims use. From there upstream, to what a person confirmed and
-- to what is only a name so far: a rule's guess opens nobody's copy of anything.
CREATE FUNCTION own_articles(person text) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 100 SET search_path = public, pg_temp AS $$
  WITH RECURSIVE mine AS MATERIALIZED (SELECT o.id FROM own_claims(person) o),
  upstream AS (
    SELECT h.id FROM (
      SELECT a.id FROM article a WHERE a."createdById" = person
      UNION SELECT b."articleId" FROM brought_article b WHERE b."userId" = person
      UNION SELECT n."articleId" FROM contribution n WHERE n."userId" = person AND n."articleId" IS NOT NULL
      UNION SELECT e."articleId" FROM mine m JOIN evidence e ON e."claimId" = m.id
      UNION SELECT q."articleId" FROM mine m JOIN claim c ON c.id = m.id JOIN quote q ON q.id = c."appearanceQuoteId"
      UNION SELECT r."articleId" FROM mine m JOIN reply_request r ON r."claimId" = m.id WHERE r."articleId" IS NOT NULL) h
    UNION SELECT t."toArticleId" FROM upstream u
      JOIN attribution t ON t."fromArticleId" = u.id AND t."toArticleId" IS NOT NULL
      -- A question for each row, so that no plan reads all articles for it.
      WHERE t.status <> 'rejected' AND (t.status = 'confirmed'
        OR (SELECT a."currentCaptureId" FROM article a WHERE a.id = t."toArticleId") IS NULL OR EXISTS (
        SELECT 1 FROM claim_attribution ca JOIN mine m ON m.id = ca."claimId" WHERE ca."attributionId" = t.id AND ca.status = 'confirmed')))
  SELECT u.id FROM upstream u
$$;

-- Which of these ids name something that is not the person's own. An id that names nothing is not among them.
CREATE FUNCTION hidden_from(person text, ids text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 1 SET search_path = public, pg_temp AS $$
  WITH claims AS MATERIALIZED (SELECT o.id FROM own_claims(person) o),
  articles AS MATERIALIZED (SELECT o.id FROM own_articles(person) o),
  named AS (
    SELECT c.id, c.id AS claim, NULL AS article FROM claim c WHERE c.id = ANY (ids)
    UNION ALL SELECT e.id, e."claimId", NULL FROM evidence e WHERE e.id = ANY (ids)
    UNION ALL SELECT c.id, c."claimId", NULL FROM comparison c WHERE c.id = ANY (ids)
    UNION ALL SELECT d.id, d."claimId", NULL FROM disagreement d WHERE d.id = ANY (ids)
    UNION ALL SELECT s.id, s."claimId", NULL FROM search_entry s WHERE s.id = ANY (ids)
    UNION ALL SELECT r.id, r."claimId", NULL FROM reply_request r WHERE r.id = ANY (ids)
    UNION ALL SELECT l.id, l."claimId", NULL FROM legal_read l WHERE l.id = ANY (ids)
    UNION ALL SELECT r.id, r."claimId", NULL FROM review r WHERE r.id = ANY (ids)
    UNION ALL SELECT m.id, m."claimId", NULL FROM comment m WHERE m.id = ANY (ids)
    UNION ALL SELECT c.id, c."claimId", NULL FROM correction c WHERE c.id = ANY (ids)
    UNION ALL SELECT s.id, s."claimId", NULL FROM schedule s WHERE s.id = ANY (ids)
    UNION ALL SELECT p.id, p."claimId", NULL FROM prepared_notice p WHERE p.id = ANY (ids)
    UNION ALL SELECT k.id, k."claimId", CASE WHEN k."claimId" IS NULL THEN k."articleId" END FROM task k WHERE k.id = ANY (ids)
    UNION ALL SELECT f.id, f."claimId", q."articleId" FROM figure f LEFT JOIN quote q ON q.id = f."quoteId" WHERE f.id = ANY (ids)
    UNION ALL SELECT a.id, NULL, a.id FROM article a WHERE a.id = ANY (ids)
    UNION ALL SELECT c.id, NULL, c."articleId" FROM capture c WHERE c.id = ANY (ids)
    UNION ALL SELECT q.id, NULL, q."articleId" FROM quote q WHERE q.id = ANY (ids)
    UNION ALL SELECT t.id, NULL, CASE WHEN t."toArticleId" IS NULL OR t."toArticleId" IN (SELECT a.id FROM articles a) THEN t."fromArticleId" END
      FROM attribution t WHERE t.id = ANY (ids)
    UNION ALL SELECT o.id, NULL, (SELECT min(t."fromArticleId") FROM attribution t
        WHERE t."toOriginId" = o.id AND t.status <> 'rejected' AND t."fromArticleId" IN (SELECT a.id FROM articles a))
      FROM origin o WHERE o.id = ANY (ids)
    -- Whoever decided about a tip goes on seeing it, and whoever has the claim that was made of it.
    UNION ALL SELECT t.id, CASE WHEN t.state = 'chosen' THEN t."claimId" END, NULL FROM tip t
      WHERE t.id = ANY (ids) AND t."decidedById" IS DISTINCT FROM person)
  SELECT n.id FROM named n
  WHERE NOT (n.claim IS NOT NULL AND n.claim IN (SELECT c.id FROM claims c))
    AND NOT (n.article IS NOT NULL AND n.article IN (SELECT a.id FROM articles a))
$$;
