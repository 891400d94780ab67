-- A decline that is taken back: the claim is new again only if it was declined when it was new, as its log says.
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
         ('published', 'retracted'), ('ready', 'retracted'), ('in-review', 'retracted'), ('researching', 'retracted'), ('declined', 'new')) THEN
        RAISE EXCEPTION 'a claim does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'new' AND (SELECT "fromState" FROM log_entry WHERE "claimId" = NEW.id AND event = 'claim.declined'
          ORDER BY id DESC LIMIT 1) IS DISTINCT FROM 'new' THEN
        RAISE EXCEPTION 'a claim is new again only where it was declined as new' USING ERRCODE = 'check_violation';
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
