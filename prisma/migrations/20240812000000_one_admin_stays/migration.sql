-- A desk with accounts keeps an active admin, whoever asks and however many do so at once: one change after the other is
-- looked at, each with what the one before it left.
CREATE FUNCTION guard_last_admin() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.role = 'admin' AND OLD."deactivatedAt" IS NULL AND (NEW.role <> 'admin' OR NEW."deactivatedAt" IS NOT NULL) THEN
    PERFORM pg_advisory_xact_lock(hashtext('account:last-admin'));
    IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id <> OLD.id AND u.role = 'admin' AND u."deactivatedAt" IS NULL) THEN
      RAISE EXCEPTION 'last-admin: this is the last active admin' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER user_last_admin BEFORE UPDATE OF role, "deactivatedAt" ON "user" FOR EACH ROW EXECUTE FUNCTION guard_last_admin();
