-- Another name of an outlet, and what was said of two people or organisations, may be taken back by whoever said it; the log
-- keeps that it was there. An outlet itself stays.
GRANT DELETE ON outlet, entity_link TO countersign_app;

CREATE FUNCTION guard_outlet_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."sameAsId" IS NULL THEN
    RAISE EXCEPTION 'an outlet is never deleted, only another name of one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER outlet_stays BEFORE DELETE ON outlet FOR EACH ROW EXECUTE FUNCTION guard_outlet_stays();
