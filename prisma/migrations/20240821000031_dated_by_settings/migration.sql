-- By which entry of the log about the newsroom's days a finding has its date; none where publishing it or a look set the date.
-- Whoever takes these days back takes such dates with them.
ALTER TABLE "shelf_life" ADD COLUMN "byEntryId" TEXT;
ALTER TABLE "shelf_life" ADD CONSTRAINT "a_look_is_no_setting" CHECK ("byEntryId" IS NULL OR "lookedById" IS NULL);
GRANT UPDATE ("byEntryId") ON shelf_life TO countersign_app;
