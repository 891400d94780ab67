-- Where an article has it from may be taken back while nobody else decided it: whoever added it by mistake, or a suggestion
-- whose reason was taken back. What was decided stays; the log keeps that it was there.
GRANT DELETE ON attribution TO countersign_app;

CREATE FUNCTION guard_decided_attribution_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."decidedAt" IS NOT NULL
      AND (OLD."decidedById", OLD."decidedAt") IS DISTINCT FROM (OLD."createdById", OLD."createdAt") THEN
    RAISE EXCEPTION 'an attribution that was decided stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER decided_attribution_stays BEFORE DELETE ON attribution FOR EACH ROW EXECUTE FUNCTION guard_decided_attribution_stays();

-- A draft that an editor dismissed by mistake may wait again. One that was signed, or lost its reason, never does.
CREATE OR REPLACE FUNCTION guard_prepared_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state <> 'waiting' AND NOT (OLD.state = 'dismissed' AND NEW.state = 'waiting') THEN
    RAISE EXCEPTION 'a prepared notice is decided once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IN ('signed', 'dismissed') AND NOT EXISTS
      (SELECT 1 FROM "user" u WHERE u.id = NEW."decidedById" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an editor decides a prepared notice' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'signed' AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.id = NEW."noticeId" AND n."claimId" = NEW."claimId" AND n."editorId" = NEW."decidedById") THEN
    RAISE EXCEPTION 'a prepared notice is signed as a notice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
