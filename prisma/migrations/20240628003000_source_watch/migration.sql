-- AlterTable
ALTER TABLE "article" ADD COLUMN     "checkFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "checkingUntil" TIMESTAMPTZ(3),
ADD COLUMN     "lastCheckedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "capture" ALTER COLUMN "createdById" DROP NOT NULL;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "articleId" TEXT,
ADD COLUMN     "onceKey" TEXT;

-- AlterTable
ALTER TABLE "quote_check" ADD COLUMN     "lookId" TEXT;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "source_check" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "captureId" TEXT,
    "outcome" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "failureCode" TEXT,
    "httpStatus" INTEGER,
    "detail" TEXT,
    "checkedById" TEXT,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watched_host" (
    "host" TEXT NOT NULL,
    "nextVisitAt" TIMESTAMPTZ(3) NOT NULL,
    "robotsText" TEXT,
    "robotsState" TEXT NOT NULL DEFAULT 'unread',
    "robotsReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "watched_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "prepared_notice" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedById" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "dismissReason" TEXT,
    "noticeId" TEXT,

    CONSTRAINT "prepared_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_check_articleId_checkedAt_idx" ON "source_check"("articleId", "checkedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "prepared_notice_noticeId_key" ON "prepared_notice"("noticeId");

-- CreateIndex
CREATE INDEX "prepared_notice_claimId_idx" ON "prepared_notice"("claimId");

-- CreateIndex
CREATE INDEX "prepared_notice_articleId_idx" ON "prepared_notice"("articleId");

-- CreateIndex
CREATE INDEX "prepared_notice_state_createdAt_idx" ON "prepared_notice"("state", "createdAt");

-- CreateIndex
CREATE INDEX "article_nextCheckAt_idx" ON "article"("nextCheckAt");

-- CreateIndex
CREATE UNIQUE INDEX "notification_userId_onceKey_key" ON "notification"("userId", "onceKey");

-- CreateIndex
CREATE INDEX "quote_check_lookId_idx" ON "quote_check"("lookId");

-- AddForeignKey
ALTER TABLE "quote_check" ADD CONSTRAINT "quote_check_lookId_fkey" FOREIGN KEY ("lookId") REFERENCES "source_check"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_check" ADD CONSTRAINT "source_check_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_check" ADD CONSTRAINT "source_check_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_notice" ADD CONSTRAINT "prepared_notice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_notice" ADD CONSTRAINT "prepared_notice_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma cannot say ───────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE source_check
  ADD CONSTRAINT source_check_outcome CHECK (outcome IN ('new-copy', 'same-text', 'not-modified', 'missing', 'unreachable', 'blocked')),
  ADD CONSTRAINT source_check_method CHECK (method IN ('fetched', 'uploaded', 'pasted')),
  ADD CONSTRAINT source_check_read CHECK ((outcome IN ('new-copy', 'same-text', 'not-modified')) = ("captureId" IS NOT NULL)),
  ADD CONSTRAINT source_check_failure CHECK (("captureId" IS NULL) = ("failureCode" IS NOT NULL));
CREATE TRIGGER source_check_append_only BEFORE UPDATE OR DELETE ON source_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_check_no_truncate BEFORE TRUNCATE ON source_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE watched_host ADD CONSTRAINT watched_host_robots CHECK ("robotsState" IN ('unread', 'read', 'none', 'failing'));
ALTER TABLE article ADD CONSTRAINT article_check_failures CHECK ("checkFailures" >= 0);

-- A prepared notice becomes public only as a notice that an editor signed; what was decided stays decided.
ALTER TABLE prepared_notice
  ADD CONSTRAINT prepared_notice_kind CHECK (kind IN ('source-changed', 'under-review', 'outdated', 'first-findings')),
  ADD CONSTRAINT prepared_notice_cause CHECK (cause IN ('drift', 'reliability')),
  ADD CONSTRAINT prepared_notice_state CHECK (state IN ('waiting', 'signed', 'dismissed', 'withdrawn')),
  ADD CONSTRAINT prepared_notice_text CHECK (btrim(text) <> ''),
  ADD CONSTRAINT prepared_notice_signed CHECK ((state = 'signed') = ("noticeId" IS NOT NULL)),
  ADD CONSTRAINT prepared_notice_decided CHECK ((state = 'waiting') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT prepared_notice_person CHECK (state NOT IN ('signed', 'dismissed') OR "decidedById" IS NOT NULL),
  ADD CONSTRAINT prepared_notice_reason CHECK (state NOT IN ('dismissed', 'withdrawn') OR btrim(coalesce("dismissReason", '')) <> '');
CREATE UNIQUE INDEX prepared_notice_once ON prepared_notice ("claimId", "articleId", cause) WHERE state = 'waiting';
CREATE FUNCTION guard_prepared_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state <> 'waiting' THEN
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
CREATE TRIGGER prepared_notice_guard BEFORE UPDATE ON prepared_notice FOR EACH ROW EXECUTE FUNCTION guard_prepared_notice();

-- One open task of a kind for each claim and source. Earlier ones of the same kind are closed first.
UPDATE task t SET "doneAt" = now(), note = 'A later task says the same.'
  WHERE t."doneAt" IS NULL AND t."claimId" IS NOT NULL AND t."articleId" IS NOT NULL AND EXISTS
    (SELECT 1 FROM task n WHERE n.kind = t.kind AND n."claimId" = t."claimId" AND n."articleId" = t."articleId" AND n."doneAt" IS NULL AND n.id > t.id);
CREATE UNIQUE INDEX task_once_open ON task (kind, "claimId", "articleId") WHERE "doneAt" IS NULL;

GRANT SELECT, INSERT ON source_check TO countersign_app;
GRANT SELECT, INSERT, UPDATE ON watched_host, prepared_notice TO countersign_app;
