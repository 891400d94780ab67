-- AlterTable
ALTER TABLE "article" ADD COLUMN     "interestsSource" TEXT;

-- AlterTable
ALTER TABLE "origin" ADD COLUMN     "interests" TEXT,
ADD COLUMN     "interestsSource" TEXT;

-- By hand from here: what is said of somebody's interests says where that is known from.
ALTER TABLE origin ADD CONSTRAINT origin_interests_sourced CHECK ((interests IS NULL) = ("interestsSource" IS NULL));
ALTER TABLE article ADD CONSTRAINT article_interests_source CHECK ("interestsSource" IS NULL OR interests IS NOT NULL);
