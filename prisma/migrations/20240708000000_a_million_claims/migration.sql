-- CreateIndex
CREATE INDEX "article_state_id_idx" ON "article"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "article_title_idx" ON "article" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "claim_appearanceQuoteId_idx" ON "claim"("appearanceQuoteId");

-- CreateIndex
CREATE INDEX "notification_claimId_idx" ON "notification"("claimId");

-- CreateIndex
CREATE INDEX "source_check_captureId_idx" ON "source_check"("captureId");

-- CreateIndex
CREATE INDEX "tip_createdAt_id_idx" ON "tip"("createdAt" DESC, "id" DESC);

-- By hand from here: what Prisma cannot say.

-- Claims that share a key of likeness, `most` of them. Where few are wanted the planner takes the table for full of them and
-- reads it from its beginning; by the index they are found wherever they are.
CREATE FUNCTION claims_alike(of_id text, of_parent text, keys integer[], most integer)
RETURNS TABLE (id text, text text, state text) LANGUAGE sql STABLE ROWS 8
SET enable_seqscan = off SET enable_indexscan = off SET search_path = public, pg_temp AS $$
  SELECT o.id, o.text, o.state FROM claim o
  WHERE o.likeness && keys AND o.id <> of_id AND o."parentId" IS DISTINCT FROM of_id AND of_parent IS DISTINCT FROM o.id
    AND (o."parentId" IS NULL OR o."parentId" IS DISTINCT FROM of_parent)
  LIMIT most
$$;
