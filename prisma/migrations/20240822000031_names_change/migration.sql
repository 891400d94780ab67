-- Under which name it was signed: a person may be called otherwise by the time it is published, and nothing is printed under
-- another name than the one that was shown. Only what still waits needs one.
ALTER TABLE "schedule" ADD COLUMN     "signerName" TEXT;
UPDATE schedule s SET "signerName" = u.name FROM "user" u WHERE u.id = s."editorId" AND s.state = 'waiting';
ALTER TABLE schedule ADD CONSTRAINT schedule_names_signer CHECK (state <> 'waiting' OR btrim(coalesce("signerName", '')) <> '');

CREATE OR REPLACE FUNCTION guard_publication_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE waiting schedule%ROWTYPE;
BEGIN
  SELECT w.* INTO waiting FROM sign_off s JOIN schedule w ON w.id = s."scheduleId" WHERE s.id = NEW."signOffId";
  IF NOT FOUND THEN RETURN NEW; END IF;
  IF NEW."publishedAt" < waiting."publishAt" THEN
    RAISE EXCEPTION 'before its time: this publication waits' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."recordText"::jsonb #>> '{signer,name}') IS DISTINCT FROM waiting."signerName" THEN
    RAISE EXCEPTION 'under another name: what waited is published as it was signed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- A mail to an address that is not the person's own any more: the one they were told of at until it was changed.
ALTER TABLE "digest" ADD COLUMN     "address" TEXT;
