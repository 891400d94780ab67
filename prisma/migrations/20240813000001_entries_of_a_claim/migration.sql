-- CreateTable
CREATE TABLE "entry_on_claim" (
    "claimId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,

    CONSTRAINT "entry_on_claim_pkey" PRIMARY KEY ("claimId","entryId")
);

-- CreateIndex
CREATE INDEX "entry_on_claim_entryId_idx" ON "entry_on_claim"("entryId");

-- AddForeignKey
ALTER TABLE "entry_on_claim" ADD CONSTRAINT "entry_on_claim_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "log_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.

-- Claims whose record prints something of one of these articles: `claim_articles` the other way round. Who rests on an article
-- itself is found by an index; who rests on one that has it from there is asked one by one, as each decides its own route. Of
-- more than 1,000 that come into question the newest: a command does not wait for the whole desk.
CREATE FUNCTION claims_printing(article_ids text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 10 SET search_path = public, pg_temp AS $$
  WITH RECURSIVE downstream AS (
    SELECT a.id FROM unnest(article_ids) AS a(id)
    UNION SELECT t."fromArticleId" FROM downstream d JOIN attribution t ON t."toArticleId" = d.id
      WHERE t.status = 'confirmed' OR EXISTS (
        SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = t.id AND ca.status = 'confirmed')),
  leaning AS (
    SELECT e."claimId" AS id, d.id = ANY (article_ids) AS "isNamed" FROM downstream d
      JOIN evidence e ON e."articleId" = d.id AND e."removedAt" IS NULL
    UNION ALL SELECT c.id, true FROM quote q JOIN claim c ON c."appearanceQuoteId" = q.id
      WHERE q."articleId" = ANY (article_ids))
  SELECT l.id FROM (
    SELECT n.id, bool_or(n."isNamed") AS "isNamed" FROM leaning n GROUP BY n.id ORDER BY bool_or(n."isNamed") DESC, n.id DESC LIMIT 1000) l
    WHERE l."isNamed" OR EXISTS (SELECT 1 FROM claim_articles(l.id) a(id) WHERE a.id = ANY (article_ids))
$$;

-- All that the log says of a claim: entries that name it, and those about an article that it prints.
CREATE VIEW claim_log AS
  SELECT l."claimId" AS "onClaimId", l.id, l.txid, l.at, l."actorId", l.event, l."subjectKind", l."subjectId", l."fromState", l."toState"
    FROM log_entry l WHERE l."claimId" IS NOT NULL
  UNION ALL SELECT k."claimId", l.id, l.txid, l.at, l."actorId", l.event, l."subjectKind", l."subjectId", l."fromState", l."toState"
    FROM entry_on_claim k JOIN log_entry l ON l.id = k."entryId";

-- Where an entry belongs is as lasting as the entry.
CREATE TRIGGER entry_on_claim_append_only BEFORE UPDATE OR DELETE ON entry_on_claim FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_on_claim_no_truncate BEFORE TRUNCATE ON entry_on_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON entry_on_claim TO countersign_app;
GRANT SELECT ON claim_log TO countersign_app;

-- Whoever has a claim open is told of these too.
CREATE FUNCTION announce_entry_on_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('countersign_desk', json_build_object('kind', 'changed', 'claimId', NEW."claimId", 'entryId', NEW."entryId",
    'actorId', (SELECT l."actorId" FROM log_entry l WHERE l.id = NEW."entryId"))::text);
  RETURN NULL;
END $$;

CREATE TRIGGER entry_on_claim_announce AFTER INSERT ON entry_on_claim FOR EACH ROW EXECUTE FUNCTION announce_entry_on_claim();
