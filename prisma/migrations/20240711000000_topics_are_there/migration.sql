-- AlterTable
ALTER TABLE "claim" ALTER COLUMN "topics" SET DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "publication" ALTER COLUMN "topics" SET DEFAULT ARRAY[]::TEXT[];

-- By hand from here: what Prisma cannot say. A list is empty, never absent.
UPDATE claim SET topics = '{}' WHERE topics IS NULL;
ALTER TABLE claim ALTER COLUMN topics SET NOT NULL;
ALTER TABLE publication ADD CONSTRAINT publication_topics_there CHECK (topics IS NOT NULL) NOT VALID;
