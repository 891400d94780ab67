-- AlterTable
ALTER TABLE "correction" ADD COLUMN     "abandonedById" TEXT;

-- An open correction can be taken back, and a publication that stands can be retracted whatever is being corrected.
ALTER TABLE correction ADD CONSTRAINT correction_abandoned_is_closed CHECK ("abandonedById" IS NULL OR "closedAt" IS NOT NULL);

-- Whether a version of the claim stands in public: its latest one is no retraction.
CREATE FUNCTION claim_stands(claim_id text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT p.kind = 'publication' FROM publication p WHERE p."claimId" = claim_id ORDER BY p.version DESC LIMIT 1), false);
$$;

CREATE OR REPLACE FUNCTION guard_sign_off() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE claim_state text; latest text;
BEGIN
  SELECT state INTO claim_state FROM claim WHERE id = NEW."claimId" FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."editorId" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'four-eyes: only an active editor signs' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.action = 'retract' THEN
    IF NOT claim_stands(NEW."claimId") THEN RAISE EXCEPTION 'only what stands in public is retracted' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  IF claim_state IS DISTINCT FROM 'ready' THEN RAISE EXCEPTION 'only a claim that is ready is signed' USING ERRCODE = 'check_violation'; END IF;
  SELECT hash INTO latest FROM revision WHERE "claimId" = NEW."claimId" ORDER BY number DESC LIMIT 1;
  IF latest IS DISTINCT FROM NEW."revisionHash" THEN RAISE EXCEPTION 'stale revision' USING ERRCODE = 'check_violation'; END IF;
  IF EXISTS (SELECT 1 FROM claim_authors(NEW."claimId") a(id) WHERE a.id = NEW."editorId") THEN
    IF NOT (NEW."selfSigned" AND EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')) THEN
      RAISE EXCEPTION 'four-eyes: the signer is an author of this revision' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW."selfSigned" THEN
    RAISE EXCEPTION 'selfSigned is for authors' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'new' THEN RAISE EXCEPTION 'a claim begins as new' USING ERRCODE = 'check_violation'; END IF;
  ELSE
    IF NEW."createdById" <> OLD."createdById" THEN
      RAISE EXCEPTION 'who wrote a claim never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug THEN
      RAISE EXCEPTION 'a public address never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state THEN
      IF (OLD.state, NEW.state) NOT IN (('new', 'researching'), ('researching', 'in-review'), ('in-review', 'researching'), ('ready', 'researching'),
         ('in-review', 'ready'), ('ready', 'in-review'), ('new', 'declined'), ('researching', 'declined'), ('declined', 'researching'),
         ('ready', 'published'), ('in-review', 'published'), ('researching', 'published'), ('published', 'in-review'),
         ('published', 'retracted'), ('ready', 'retracted'), ('in-review', 'retracted'), ('researching', 'retracted')) THEN
        RAISE EXCEPTION 'a claim does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
      END IF;
      -- Published by a new signature, or again because the correction of what stands was taken back: then nothing new is public.
      IF NEW.state = 'published' AND NOT (
          (OLD.state = 'ready' AND EXISTS (SELECT 1 FROM publication p JOIN sign_off s ON s.id = p."signOffId"
            WHERE p."claimId" = NEW.id AND p.kind = 'publication' AND p."revisionHash" =
              (SELECT hash FROM revision WHERE "claimId" = NEW.id ORDER BY number DESC LIMIT 1)))
          OR (claim_stands(NEW.id) AND NOT EXISTS (SELECT 1 FROM correction WHERE "claimId" = NEW.id AND "closedAt" IS NULL)
            AND (SELECT c."abandonedById" FROM correction c WHERE c."claimId" = NEW.id ORDER BY c."openedAt" DESC, c.id DESC LIMIT 1) IS NOT NULL)) THEN
        RAISE EXCEPTION 'nothing is published without a signed publication' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'retracted' AND NOT EXISTS (SELECT 1 FROM publication WHERE "claimId" = NEW.id AND kind = 'retraction') THEN
        RAISE EXCEPTION 'nothing is retracted without a signed retraction' USING ERRCODE = 'check_violation';
      END IF;
      IF OLD.state = 'published' AND NEW.state = 'in-review' AND NOT EXISTS (SELECT 1 FROM correction WHERE "claimId" = NEW.id AND "closedAt" IS NULL) THEN
        RAISE EXCEPTION 'a published claim is opened by a correction' USING ERRCODE = 'check_violation';
      END IF;
    END IF;
  END IF;
  NEW.search := to_tsvector('english', NEW.text || ' ' || coalesce(NEW.verbatim, '') || ' ' || coalesce(NEW.claimant, ''));
  RETURN NEW;
END $$;
