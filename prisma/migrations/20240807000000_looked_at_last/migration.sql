-- The claims that a person looked at last, for one who quotes an article.
CREATE INDEX "seen_mark_userId_seenAt_idx" ON "seen_mark"("userId", "seenAt" DESC);
DROP INDEX "seen_mark_userId_idx";
