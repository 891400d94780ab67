-- Processes keep words and pictures of captures at hand. Whatever takes a capture's content out, all of them are told when it
-- is done, and let go of theirs.
CREATE FUNCTION announce_expunged() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('countersign_expunged', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER capture_expunged_announce AFTER UPDATE OF "expungedAt" ON capture
  FOR EACH ROW WHEN (NEW."expungedAt" IS NOT NULL) EXECUTE FUNCTION announce_expunged();
