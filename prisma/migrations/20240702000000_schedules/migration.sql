-- AlterTable
ALTER TABLE "sign_off" ADD COLUMN     "scheduleId" TEXT;

-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "revisionHash" TEXT NOT NULL,
    "recordText" TEXT NOT NULL,
    "editorId" TEXT NOT NULL,
    "selfSigned" BOOLEAN NOT NULL DEFAULT false,
    "selfReason" TEXT,
    "tokenId" TEXT,
    "overrides" JSONB NOT NULL DEFAULT '[]',
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "endedAt" TIMESTAMPTZ(3),
    "endedById" TEXT,
    "endCode" TEXT,
    "endDetail" TEXT,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schedule_claimId_signedAt_idx" ON "schedule"("claimId", "signedAt");

-- CreateIndex
CREATE INDEX "schedule_state_publishAt_idx" ON "schedule"("state", "publishAt");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_scheduleId_key" ON "sign_off"("scheduleId");

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE schedule
  ADD CONSTRAINT schedule_state CHECK (state IN ('waiting', 'published', 'cancelled')),
  ADD CONSTRAINT schedule_hash CHECK ("revisionHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT schedule_later CHECK ("publishAt" >= "signedAt"),
  ADD CONSTRAINT schedule_self_reason CHECK ("selfSigned" = ("selfReason" IS NOT NULL AND btrim("selfReason") <> '')),
  ADD CONSTRAINT schedule_overrides CHECK (jsonb_typeof(overrides) = 'array'),
  ADD CONSTRAINT schedule_ended CHECK ((state = 'waiting') = ("endedAt" IS NULL)),
  ADD CONSTRAINT schedule_says_why CHECK ((state = 'cancelled') = ("endCode" IS NOT NULL AND btrim(coalesce("endDetail", '')) <> ''));
-- Of several who sign one claim for later one wins.
CREATE UNIQUE INDEX schedule_once_waiting ON schedule ("claimId") WHERE state = 'waiting';

-- Whether this person may sign this revision of the claim now: for a sign-off and for one that waits alike. Raises when not.
CREATE FUNCTION check_signer(claim_id text, editor_id text, revision_hash text, self_signed boolean) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE claim_state text; latest text;
BEGIN
  SELECT state INTO claim_state FROM claim WHERE id = claim_id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = editor_id AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'four-eyes: only an active editor signs' USING ERRCODE = 'check_violation';
  END IF;
  IF claim_state IS DISTINCT FROM 'ready' THEN RAISE EXCEPTION 'only a claim that is ready is signed' USING ERRCODE = 'check_violation'; END IF;
  SELECT hash INTO latest FROM revision WHERE "claimId" = claim_id ORDER BY number DESC LIMIT 1;
  IF latest IS DISTINCT FROM revision_hash THEN RAISE EXCEPTION 'stale revision' USING ERRCODE = 'check_violation'; END IF;
  IF EXISTS (SELECT 1 FROM claim_authors(claim_id) a(id) WHERE a.id = editor_id) THEN
    IF NOT (self_signed AND EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')) THEN
      RAISE EXCEPTION 'four-eyes: the signer is an author of this revision' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF self_signed THEN
    RAISE EXCEPTION 'selfSigned is for authors' USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard_sign_off() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE waiting schedule%ROWTYPE;
BEGIN
  IF NEW.action = 'retract' THEN
    PERFORM 1 FROM claim WHERE id = NEW."claimId" FOR UPDATE;
    IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."editorId" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
      RAISE EXCEPTION 'four-eyes: only an active editor signs' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT claim_stands(NEW."claimId") THEN RAISE EXCEPTION 'only what stands in public is retracted' USING ERRCODE = 'check_violation'; END IF;
    IF NEW."scheduleId" IS NOT NULL THEN RAISE EXCEPTION 'a retraction waits for nothing' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  PERFORM check_signer(NEW."claimId", NEW."editorId", NEW."revisionHash", NEW."selfSigned");
  SELECT * INTO waiting FROM schedule WHERE "claimId" = NEW."claimId" AND state = 'waiting' FOR UPDATE;
  IF waiting.id IS DISTINCT FROM NEW."scheduleId" THEN
    RAISE EXCEPTION 'already signed: the claim waits for its time under another signature' USING ERRCODE = 'unique_violation';
  END IF;
  IF waiting.id IS NOT NULL AND (waiting."revisionHash", waiting."editorId", waiting."selfSigned", waiting."tokenId" IS NOT NULL, waiting."signedAt", waiting.overrides)
     IS DISTINCT FROM (NEW."revisionHash", NEW."editorId", NEW."selfSigned", NEW."byToken", NEW."signedAt", NEW.overrides) THEN
    RAISE EXCEPTION 'what waited is published as it was signed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_schedule() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'waiting' THEN RAISE EXCEPTION 'a schedule begins by waiting' USING ERRCODE = 'check_violation'; END IF;
    PERFORM check_signer(NEW."claimId", NEW."editorId", NEW."revisionHash", NEW."selfSigned");
    RETURN NEW;
  END IF;
  IF OLD.state <> 'waiting' THEN RAISE EXCEPTION 'a schedule ends once' USING ERRCODE = 'check_violation'; END IF;
  IF NEW."publishAt" > OLD."publishAt" THEN RAISE EXCEPTION 'what is signed is published earlier, never later' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.state = 'published' AND NOT EXISTS
      (SELECT 1 FROM sign_off s JOIN publication p ON p."signOffId" = s.id WHERE s."scheduleId" = NEW.id) THEN
    RAISE EXCEPTION 'a schedule is over when its publication stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER schedule_guard BEFORE INSERT OR UPDATE ON schedule FOR EACH ROW EXECUTE FUNCTION guard_schedule();

-- Nothing is public before its time, and what waited for it is over with its publication.
CREATE FUNCTION guard_publication_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM sign_off s JOIN schedule w ON w.id = s."scheduleId" WHERE s.id = NEW."signOffId" AND NEW."publishedAt" < w."publishAt") THEN
    RAISE EXCEPTION 'before its time: this publication waits' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_time_guard BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION guard_publication_time();
CREATE FUNCTION end_schedule() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE schedule w SET state = 'published', "endedAt" = NEW."publishedAt"
    FROM sign_off s WHERE s.id = NEW."signOffId" AND w.id = s."scheduleId";
  RETURN NULL;
END $$;
CREATE TRIGGER publication_ends_schedule AFTER INSERT ON publication FOR EACH ROW EXECUTE FUNCTION end_schedule();

-- The last wall: a claim that is no longer what was signed takes with it what waited, by whatever path it went.
CREATE FUNCTION cancel_schedule_of_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE schedule SET state = 'cancelled', "endedAt" = NEW."updatedAt", "endCode" = 'changed', "endDetail" = 'The claim is no longer as it was signed.'
    WHERE "claimId" = NEW.id AND state = 'waiting';
  RETURN NULL;
END $$;
CREATE TRIGGER claim_takes_schedule AFTER UPDATE OF state ON claim FOR EACH ROW
  WHEN (OLD.state = 'ready' AND NEW.state <> 'ready') EXECUTE FUNCTION cancel_schedule_of_claim();

CREATE TRIGGER schedule_no_truncate BEFORE TRUNCATE ON schedule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON schedule TO countersign_app;
GRANT UPDATE (state, "publishAt", "endedAt", "endedById", "endCode", "endDetail") ON schedule TO countersign_app;
