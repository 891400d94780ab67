-- An address that is not a person's any more is kept only until the mail to it has ended, however it ended.
ALTER TABLE digest DISABLE TRIGGER digest_guard;
UPDATE digest SET address = NULL WHERE address IS NOT NULL AND state NOT IN ('waiting', 'sending');
ALTER TABLE digest ENABLE TRIGGER digest_guard;

CREATE OR REPLACE FUNCTION guard_digest() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state IN ('sent', 'failed', 'uncertain', 'dropped') THEN
    RAISE EXCEPTION 'a mail is sent once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state NOT IN ('waiting', 'sending') THEN NEW.address := NULL; END IF;
  RETURN NEW;
END $$;
