-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "interests" TEXT,
ADD COLUMN     "interestsSource" TEXT;

-- By hand from here: what Prisma cannot say.
-- As with an origin: nobody's interests are told without where they are known from.
ALTER TABLE entity ADD CONSTRAINT entity_interests CHECK ((interests IS NULL) = ("interestsSource" IS NULL));
