-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "mentionedIds" TEXT[],
ADD COLUMN     "resolvedById" TEXT;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "byMail" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "digestId" TEXT,
ADD COLUMN     "inApp" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "news_choice" (
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "byMail" BOOLEAN NOT NULL,

    CONSTRAINT "news_choice_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "mail_rhythm" (
    "userId" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "hour" INTEGER NOT NULL DEFAULT 7,

    CONSTRAINT "mail_rhythm_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "claimId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("claimId","userId")
);

-- CreateTable
CREATE TABLE "seen_mark" (
    "claimId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "entryId" TEXT,
    "snapshot" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_mark_pkey" PRIMARY KEY ("claimId","userId")
);

-- CreateTable
CREATE TABLE "presence" (
    "claimId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tabId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("claimId","userId","tabId")
);

-- CreateTable
CREATE TABLE "writing_lock" (
    "subject" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tabId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writing_lock_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_userId_slot_key" ON "digest"("userId", "slot");

-- CreateIndex
CREATE INDEX "watch_userId_idx" ON "watch"("userId");

-- CreateIndex
CREATE INDEX "seen_mark_userId_idx" ON "seen_mark"("userId");

-- CreateIndex
CREATE INDEX "writing_lock_claimId_idx" ON "writing_lock"("claimId");

-- CreateIndex
CREATE INDEX "notification_digestId_idx" ON "notification"("digestId");

-- By hand from here: what Prisma cannot say.
ALTER TABLE comment ADD CONSTRAINT comment_resolved_by_person CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));
ALTER TABLE news_choice ADD CONSTRAINT news_choice_kind CHECK (kind IN ('mention', 'assigned', 'claim', 'source'));
ALTER TABLE mail_rhythm ADD CONSTRAINT mail_rhythm_rhythm CHECK (rhythm IN ('hour', 'day', 'never')),
  ADD CONSTRAINT mail_rhythm_hour CHECK (hour BETWEEN 0 AND 23);
ALTER TABLE digest ADD CONSTRAINT digest_state CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'));
ALTER TABLE watch ADD CONSTRAINT watch_state CHECK (state IN ('watching', 'muted'));
ALTER TABLE seen_mark ADD CONSTRAINT seen_mark_snapshot CHECK (snapshot ~ '^[0-9]+:[0-9]+:[0-9,]*$');
ALTER TABLE writing_lock ADD CONSTRAINT writing_lock_subject CHECK (subject ~ '^(verdict|evidence):');

-- What may have been handed over is never handed over again: a mail leaves these states for none.
CREATE FUNCTION guard_digest() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state IN ('sent', 'failed', 'uncertain', 'dropped') THEN
    RAISE EXCEPTION 'a mail is sent once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER digest_guard BEFORE UPDATE ON digest FOR EACH ROW EXECUTE FUNCTION guard_digest();

GRANT SELECT, INSERT ON news_choice, mail_rhythm, digest, watch, seen_mark, presence, writing_lock TO countersign_app;
GRANT UPDATE ("inApp", "byMail") ON news_choice TO countersign_app;
GRANT UPDATE (rhythm, hour) ON mail_rhythm TO countersign_app;
GRANT UPDATE (state, attempts, "sentAt", problem) ON digest TO countersign_app;
GRANT UPDATE (state, since) ON watch TO countersign_app;
GRANT UPDATE ("entryId", snapshot, "seenAt") ON seen_mark TO countersign_app;
GRANT UPDATE, DELETE ON presence, writing_lock TO countersign_app;

-- Live updates. Every command writes its log entry in its own transaction, so the entry's insert is the one place from
-- which all that changes is told, with no further round trip; what is told are ids, and each reader is asked what they may see.
CREATE FUNCTION announce_log_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('countersign_desk',
    json_build_object('kind', 'changed', 'claimId', NEW."claimId", 'entryId', NEW.id, 'actorId', NEW."actorId")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER log_entry_announce AFTER INSERT ON log_entry FOR EACH ROW WHEN (NEW."claimId" IS NOT NULL) EXECUTE FUNCTION announce_log_entry();

CREATE FUNCTION announce_news() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('countersign_desk', json_build_object('kind', 'news', 'userId', NEW."userId")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notification_announce AFTER INSERT ON notification FOR EACH ROW EXECUTE FUNCTION announce_news();
CREATE TRIGGER notification_read_announce AFTER UPDATE ON notification FOR EACH ROW
  WHEN (OLD."readAt" IS DISTINCT FROM NEW."readAt") EXECUTE FUNCTION announce_news();

-- Who is here and who is writing: told when it changes, not when it is merely renewed.
CREATE FUNCTION announce_here() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('countersign_desk',
    json_build_object('kind', 'here', 'claimId', CASE WHEN TG_OP = 'DELETE' THEN OLD."claimId" ELSE NEW."claimId" END)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER presence_announce AFTER INSERT OR DELETE ON presence FOR EACH ROW EXECUTE FUNCTION announce_here();
CREATE TRIGGER writing_lock_announce AFTER INSERT OR DELETE ON writing_lock FOR EACH ROW EXECUTE FUNCTION announce_here();
CREATE TRIGGER writing_lock_taken_announce AFTER UPDATE ON writing_lock FOR EACH ROW
  WHEN (OLD."tabId" IS DISTINCT FROM NEW."tabId" OR OLD."userId" IS DISTINCT FROM NEW."userId") EXECUTE FUNCTION announce_here();
