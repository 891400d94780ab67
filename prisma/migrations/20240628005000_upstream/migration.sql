-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "entity_link" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "origin" ADD COLUMN     "attestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "attestedReason" TEXT;

-- AlterTable
ALTER TABLE "outlet" ADD COLUMN     "sameAsId" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "claim_attribution" (
    "attributionId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_attribution_pkey" PRIMARY KEY ("attributionId","claimId")
);

-- CreateTable
CREATE TABLE "disagreement" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "aId" TEXT NOT NULL,
    "bId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "why" TEXT NOT NULL,
    "resolution" TEXT,
    "markedById" TEXT NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledById" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "disagreement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "claim_attribution_claimId_idx" ON "claim_attribution"("claimId");

-- CreateIndex
CREATE INDEX "disagreement_claimId_idx" ON "disagreement"("claimId");

-- CreateIndex
CREATE INDEX "disagreement_bId_idx" ON "disagreement"("bId");

-- CreateIndex
CREATE UNIQUE INDEX "disagreement_aId_bId_key" ON "disagreement"("aId", "bId");

-- CreateIndex
CREATE INDEX "article_outletId_idx" ON "article"("outletId");

-- CreateIndex
CREATE INDEX "attribution_toOriginId_idx" ON "attribution"("toOriginId");

-- CreateIndex
CREATE INDEX "entity_name_id_idx" ON "entity"("name", "id");

-- CreateIndex
CREATE INDEX "entity_link_toId_idx" ON "entity_link"("toId");

-- CreateIndex
CREATE INDEX "origin_name_idx" ON "origin"("name");

-- CreateIndex
CREATE INDEX "outlet_ownerId_idx" ON "outlet"("ownerId");

-- CreateIndex
CREATE INDEX "outlet_sameAsId_idx" ON "outlet"("sameAsId");

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_sameAsId_fkey" FOREIGN KEY ("sameAsId") REFERENCES "outlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_attribution" ADD CONSTRAINT "claim_attribution_attributionId_fkey" FOREIGN KEY ("attributionId") REFERENCES "attribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_attribution" ADD CONSTRAINT "claim_attribution_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreement" ADD CONSTRAINT "disagreement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreement" ADD CONSTRAINT "disagreement_aId_fkey" FOREIGN KEY ("aId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreement" ADD CONSTRAINT "disagreement_bId_fkey" FOREIGN KEY ("bId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE claim_attribution ADD CONSTRAINT claim_attribution_status CHECK (status IN ('confirmed', 'rejected', 'withdrawn'));
ALTER TABLE disagreement
  ADD CONSTRAINT disagreement_status CHECK (status IN ('open', 'resolved', 'dismissed')),
  ADD CONSTRAINT disagreement_why CHECK (btrim(why) <> ''),
  ADD CONSTRAINT disagreement_settled_by_person_with_reason CHECK (
    (status = 'open') = ("settledById" IS NULL) AND (status = 'open') = ("settledAt" IS NULL)
    AND (status = 'open') = (coalesce(btrim(resolution), '') = '')),
  -- One row a pair, whichever quote was taken first; ids are compared by bytes, as the application does.
  ADD CONSTRAINT disagreement_in_order CHECK ("aId" COLLATE "C" < "bId" COLLATE "C");
ALTER TABLE entity ADD CONSTRAINT entity_kind CHECK (kind IN ('person', 'organisation')),
  ADD CONSTRAINT entity_name CHECK (btrim(name) <> '');
ALTER TABLE entity_link
  ADD CONSTRAINT entity_link_two_entities CHECK ("fromId" <> "toId"),
  ADD CONSTRAINT entity_link_suggestion_has_reason CHECK (status <> 'suggested' OR reason IS NOT NULL),
  ADD CONSTRAINT entity_link_decided_by_person CHECK (status = 'suggested' OR "decidedById" IS NOT NULL);
CREATE UNIQUE INDEX entity_link_same_as_once ON entity_link (least("fromId", "toId"), greatest("fromId", "toId")) WHERE kind = 'same-as';
ALTER TABLE outlet ADD CONSTRAINT outlet_not_own_name CHECK ("sameAsId" IS NULL OR "sameAsId" <> id),
  ADD CONSTRAINT outlet_name CHECK (btrim(name) <> '');
UPDATE origin SET "attestedReason" = 'An editor said that this is a separate source.' WHERE "attestedById" IS NOT NULL;
ALTER TABLE origin ADD CONSTRAINT origin_attested_with_reason CHECK (
  ("attestedById" IS NULL AND "attestedReason" IS NULL) OR ("attestedById" IS NOT NULL AND coalesce(btrim("attestedReason"), '') <> ''));

-- Originals that nobody has read yet.
CREATE INDEX article_unread ON article (id) WHERE state IN ('mentioned', 'failed') AND "notObtainable" IS NULL;

-- ── What must never happen ───────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION guard_outlet_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."sameAsId" IS NOT NULL AND (
      EXISTS (SELECT 1 FROM outlet o WHERE o.id = NEW."sameAsId" AND o."sameAsId" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM outlet o WHERE o."sameAsId" = NEW.id)) THEN
    RAISE EXCEPTION 'another name belongs to an outlet, not to another name' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outlet_name_guard BEFORE INSERT OR UPDATE OF "sameAsId" ON outlet FOR EACH ROW EXECUTE FUNCTION guard_outlet_name();

CREATE FUNCTION guard_attestation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."attestedById" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "user" u WHERE u.id = NEW."attestedById" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an editor attests that a source is a separate one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER origin_attestation_guard BEFORE INSERT OR UPDATE OF "attestedById" ON origin FOR EACH ROW EXECUTE FUNCTION guard_attestation();

-- What is published stands: decisions about one claim and its disagreements wait for a correction.
CREATE TRIGGER claim_attribution_guard BEFORE INSERT OR UPDATE ON claim_attribution FOR EACH ROW EXECUTE FUNCTION guard_claim_part();

CREATE FUNCTION guard_disagreement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."claimId", NEW."aId", NEW."bId") IS DISTINCT FROM (OLD."claimId", OLD."aId", OLD."bId") THEN
    RAISE EXCEPTION 'a disagreement keeps its claim and its quotes' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(*) FROM evidence e WHERE e.id IN (NEW."aId", NEW."bId") AND e."claimId" = NEW."claimId") <> 2 THEN
    RAISE EXCEPTION 'two quotes that disagree are evidence of one claim' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disagreement_identity BEFORE INSERT OR UPDATE ON disagreement FOR EACH ROW EXECUTE FUNCTION guard_disagreement();
CREATE TRIGGER disagreement_guard BEFORE INSERT OR UPDATE ON disagreement FOR EACH ROW EXECUTE FUNCTION guard_claim_part();

-- What was decided for one claim goes before what holds for every claim, until it is withdrawn.
CREATE FUNCTION attribution_status(attribution_id text, claim_id text, otherwise text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT ca.status FROM claim_attribution ca
    WHERE ca."attributionId" = attribution_id AND ca."claimId" = claim_id AND ca.status <> 'withdrawn'), otherwise);
$$;

-- Whoever decided about this claim's route, or marked or settled a disagreement, wrote a part of the record too.
CREATE OR REPLACE FUNCTION claim_authors(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE route AS (
    SELECT e."articleId" AS id FROM evidence e WHERE e."claimId" = claim_id AND e."removedAt" IS NULL
    UNION SELECT a."toArticleId" FROM attribution a JOIN route r ON r.id = a."fromArticleId"
      WHERE attribution_status(a.id, claim_id, a.status) = 'confirmed' AND a."toArticleId" IS NOT NULL)
  SELECT "createdById" FROM claim WHERE id = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "updatedById" FROM verdict WHERE "claimId" = claim_id AND "updatedById" IS NOT NULL
  UNION SELECT "decidedById" FROM claim_attribution WHERE "claimId" = claim_id AND status <> 'withdrawn'
  UNION SELECT "markedById" FROM disagreement WHERE "claimId" = claim_id
  UNION SELECT "settledById" FROM disagreement WHERE "claimId" = claim_id AND "settledById" IS NOT NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id))
  UNION SELECT c."userId" FROM contribution c JOIN route r ON r.id = c."articleId";
$$;

-- ── The application's role ───────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE ON claim_attribution, disagreement TO countersign_app;
