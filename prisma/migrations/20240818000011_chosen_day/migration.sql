-- Whether whoever looked last chose the day of the next look; else a rule of the newsroom counted it. Of looks that were
-- noted before this was, a day that is no whole number of days away was chosen: rules count whole days.
ALTER TABLE "shelf_life" ADD COLUMN "isChosen" BOOLEAN NOT NULL DEFAULT false;
UPDATE "shelf_life" SET "isChosen" = true
WHERE "lookedById" IS NOT NULL AND mod((extract(epoch FROM "recheckAt" - since) * 1000)::bigint, 86400000) <> 0;
ALTER TABLE "shelf_life" ADD CONSTRAINT "a_person_chooses_the_day" CHECK (NOT "isChosen" OR "lookedById" IS NOT NULL);
GRANT UPDATE ("isChosen") ON shelf_life TO countersign_app;
