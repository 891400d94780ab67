-- CreateTable
CREATE TABLE "withholding" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reasonClass" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedRole" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "withholding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "withholding_slug_version_reasonClass_requestedRole_key" ON "withholding"("slug", "version", "reasonClass", "requestedRole");

-- CreateIndex
CREATE INDEX "withholding_claimId_idx" ON "withholding"("claimId");

-- AddForeignKey
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_slug_version_fkey" FOREIGN KEY ("slug", "version") REFERENCES "publication"("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version is withheld by an editor and an admin together: one asks, the other confirms. Its row in `publication` stays.
ALTER TABLE withholding
  ADD CONSTRAINT withholding_reason CHECK ("reasonClass" IN ('safety', 'court-order')),
  ADD CONSTRAINT withholding_whole CHECK (("confirmedById" IS NULL) = ("confirmedAt" IS NULL)),
  ADD CONSTRAINT withholding_two_people CHECK ("confirmedById" IS NULL OR "confirmedById" <> "requestedById");
-- Once is enough.
CREATE UNIQUE INDEX withholding_once ON withholding (slug, version) WHERE "confirmedAt" IS NOT NULL;

CREATE FUNCTION guard_withholding() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."confirmedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'withholding is asked for before it is confirmed' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."requestedById" AND u.role = NEW."requestedRole"
        AND u.role IN ('editor', 'admin') AND u."deactivatedAt" IS NULL) THEN
      RAISE EXCEPTION 'an editor or an admin asks for withholding' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM publication p WHERE p.slug = NEW.slug AND p.version = NEW.version AND p."claimId" = NEW."claimId") THEN
      RAISE EXCEPTION 'what is withheld is a published version of the claim' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."confirmedAt" IS NULL AND NEW."confirmedAt" IS NOT NULL
     AND to_jsonb(NEW) - '{confirmedById,confirmedAt}'::text[] = to_jsonb(OLD) - '{confirmedById,confirmedAt}'::text[] THEN
    IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."confirmedById" AND u.role IN ('editor', 'admin')
        AND u.role <> NEW."requestedRole" AND u."deactivatedAt" IS NULL) THEN
      RAISE EXCEPTION 'of an editor and an admin one asks for withholding and the other confirms' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was withheld stays on record' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER withholding_guard BEFORE INSERT OR UPDATE OR DELETE ON withholding
  FOR EACH ROW EXECUTE FUNCTION guard_withholding();
CREATE TRIGGER withholding_no_truncate BEFORE TRUNCATE ON withholding FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Lists and search forget a version with its withholding, whatever the program does; every process is told, and lets go of
-- what it holds. With the owner's rights: the application's role cannot take a verdict out of the lists.
CREATE FUNCTION withhold_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM publication_listing WHERE slug = NEW.slug AND version = NEW.version;
  PERFORM pg_notify('countersign_withheld', NEW.slug);
  PERFORM pg_notify('countersign_published', NEW.slug);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION withhold_version() FROM PUBLIC;
CREATE TRIGGER withholding_confirmed AFTER UPDATE ON withholding FOR EACH ROW EXECUTE FUNCTION withhold_version();

-- A list shows what stands and can be read: the version that came last, never a retraction, never what is withheld.
CREATE OR REPLACE FUNCTION guard_listing() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM publication p WHERE p.slug = NEW.slug AND p.version = NEW.version AND p.kind = 'publication')
    OR EXISTS (SELECT 1 FROM publication p WHERE p.slug = NEW.slug AND p.version > NEW.version) THEN
    RAISE EXCEPTION 'a list shows the version that stands' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM withholding w WHERE w.slug = NEW.slug AND w.version = NEW.version AND w."confirmedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'a list shows nothing that is withheld' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT, INSERT ON withholding TO countersign_app;
GRANT UPDATE ("confirmedById", "confirmedAt") ON withholding TO countersign_app;
