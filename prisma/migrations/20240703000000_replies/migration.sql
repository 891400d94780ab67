-- AlterTable
ALTER TABLE "reply_request" ADD COLUMN     "articleId" TEXT,
ADD COLUMN     "captureId" TEXT,
ADD COLUMN     "question" TEXT,
ADD COLUMN     "repliedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reply_reminder" (
    "id" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "reply_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reply_reminder_replyId_sentAt_idx" ON "reply_reminder"("replyId", "sentAt");

-- CreateIndex
CREATE INDEX "reply_request_outcome_deadlineAt_idx" ON "reply_request"("outcome", "deadlineAt");

-- CreateIndex
CREATE INDEX "reply_request_articleId_idx" ON "reply_request"("articleId");

-- CreateIndex
CREATE INDEX "reply_request_captureId_idx" ON "reply_request"("captureId");

-- AddForeignKey
ALTER TABLE "reply_request" ADD CONSTRAINT "reply_request_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_request" ADD CONSTRAINT "reply_request_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_reminder" ADD CONSTRAINT "reply_reminder_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "reply_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE news_choice DROP CONSTRAINT news_choice_kind,
  ADD CONSTRAINT news_choice_kind CHECK (kind IN ('mention', 'assigned', 'reply', 'claim', 'source'));
-- That somebody was asked again is printed, so it stays what it was.
GRANT SELECT, INSERT ON reply_reminder TO countersign_app;
