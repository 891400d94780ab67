-- DropForeignKey
ALTER TABLE "outlet" DROP CONSTRAINT "outlet_ownerId_fkey";

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.

-- Whoever added a person or organisation may take that back while nothing uses it; the log keeps that it was there. No outlet
-- loses its owner by it, and what was changed since stays.
GRANT DELETE ON entity TO countersign_app;

CREATE FUNCTION guard_entity_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.version > 0 THEN
    RAISE EXCEPTION 'a person or organisation that was changed is never deleted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER entity_stays BEFORE DELETE ON entity FOR EACH ROW EXECUTE FUNCTION guard_entity_stays();
