-- A recording of any length: its bytes stand in numbered pieces of 1 MiB, and a capture that names it is complete.
-- CreateTable
CREATE TABLE "recording" (
    "id" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recording_piece" (
    "recordingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "recording_piece_pkey" PRIMARY KEY ("recordingId","number")
);

-- AlterTable
ALTER TABLE "capture" ADD COLUMN     "recordingId" TEXT;

-- CreateIndex
CREATE INDEX "recording_startedAt_idx" ON "recording"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "capture_recordingId_key" ON "capture"("recordingId");

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording_piece" ADD CONSTRAINT "recording_piece_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
-- Sound and video are packed already: packing them again costs time and gains nothing.
ALTER TABLE recording_piece ALTER COLUMN bytes SET STORAGE EXTERNAL,
  ADD CONSTRAINT recording_piece_number CHECK (number BETWEEN 0 AND 899),
  ADD CONSTRAINT recording_piece_size CHECK (octet_length(bytes) BETWEEN 1 AND 1048576);
ALTER TABLE capture DROP CONSTRAINT capture_complete,
  ADD CONSTRAINT capture_complete CHECK ("expungedAt" IS NOT NULL OR ((bytes IS NOT NULL OR "recordingId" IS NOT NULL) AND "fullText" IS NOT NULL)),
  ADD CONSTRAINT capture_bytes_once CHECK (bytes IS NULL OR "recordingId" IS NULL);

-- ── A capture's recording is whole ───────────────────────────────────────────────────────────────────────────────────
-- The SHA-256 of all pieces in their order, as lowercase hex; null when one is missing or too short. While it counts it
-- holds the file twice in memory.
CREATE FUNCTION recording_sha256(recording_id text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT encode(sha256(string_agg(p.bytes, ''::bytea ORDER BY p.number)), 'hex') FROM recording_piece p
  WHERE p."recordingId" = recording_id
  -- None is missing, and the first one that is not full is the last.
  HAVING max(p.number) + 1 = count(*)
    AND coalesce(min(p.number) FILTER (WHERE octet_length(p.bytes) < 1048576), max(p.number)) = max(p.number);
$$;

-- Whoever adds a piece waits here for whoever makes the recording a capture, and the other way round.
CREATE FUNCTION guard_capture_recording() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM recording WHERE id = NEW."recordingId" FOR UPDATE;
  IF recording_sha256(NEW."recordingId") IS DISTINCT FROM NEW.sha256 THEN
    RAISE EXCEPTION 'recording-incomplete: its pieces are not the file of this hash' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER capture_recording_guard BEFORE INSERT ON capture
  FOR EACH ROW WHEN (NEW."recordingId" IS NOT NULL) EXECUTE FUNCTION guard_capture_recording();

CREATE OR REPLACE FUNCTION guard_capture() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."expungedAt" IS NULL AND NEW."expungedAt" IS NOT NULL AND NEW.bytes IS NULL AND NEW."fullText" IS NULL
     AND NEW.sha256 = OLD.sha256 AND NEW."articleId" = OLD."articleId" AND NEW."capturedAt" = OLD."capturedAt" AND NEW.method = OLD.method
     AND NEW."recordingId" IS NOT DISTINCT FROM OLD."recordingId"
     AND EXISTS (SELECT 1 FROM expunge_request r WHERE r."captureId" = NEW.id AND r."confirmedAt" IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'captures are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- ── Pieces are added, and go with what they are of ───────────────────────────────────────────────────────────────────
CREATE FUNCTION guard_recording_piece() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM recording WHERE id = NEW."recordingId" FOR SHARE;
    IF NOT EXISTS (SELECT 1 FROM capture WHERE "recordingId" = NEW."recordingId") THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM capture WHERE "recordingId" = OLD."recordingId" AND "expungedAt" IS NULL) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'the pieces of a captured recording are never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER recording_piece_guard BEFORE INSERT OR UPDATE OR DELETE ON recording_piece FOR EACH ROW EXECUTE FUNCTION guard_recording_piece();
CREATE TRIGGER recording_piece_no_truncate BEFORE TRUNCATE ON recording_piece FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- With the words of a capture go its pieces. The right to delete stays with expunge_capture()'s owner.
CREATE FUNCTION forget_recording() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM recording_piece WHERE "recordingId" = NEW."recordingId";
  RETURN NEW;
END $$;
CREATE TRIGGER capture_forget_recording AFTER UPDATE OF "expungedAt" ON capture
  FOR EACH ROW WHEN (NEW."expungedAt" IS NOT NULL AND NEW."recordingId" IS NOT NULL) EXECUTE FUNCTION forget_recording();

-- An upload that came to nothing: the one named, or with null each that was begun before a time. Never a capture's.
CREATE FUNCTION drop_uploads(recording_id text, begun_before timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE dropped text[];
BEGIN
  SELECT array_agg(id) INTO dropped FROM (
    SELECT r.id FROM recording r
    WHERE (r.id = recording_id OR (recording_id IS NULL AND r."startedAt" < begun_before))
      AND NOT EXISTS (SELECT 1 FROM capture c WHERE c."recordingId" = r.id)
    FOR UPDATE SKIP LOCKED) AS unfinished;
  -- Who held the row a moment ago may have made a capture of it.
  SELECT array_agg(id) INTO dropped FROM unnest(dropped) AS id WHERE NOT EXISTS (SELECT 1 FROM capture c WHERE c."recordingId" = id);
  DELETE FROM recording_piece WHERE "recordingId" = ANY(dropped);
  DELETE FROM recording WHERE id = ANY(dropped);
  RETURN coalesce(cardinality(dropped), 0);
END $$;

GRANT SELECT, INSERT ON recording, recording_piece TO countersign_app;
REVOKE EXECUTE ON FUNCTION drop_uploads(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_uploads(text, timestamptz) TO countersign_app;
