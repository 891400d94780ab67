-- DropIndex
DROP INDEX "article_title_idx";

-- By hand from here: what Prisma cannot say.

-- By trigrams the planner cannot tell how many titles have two words in them, and reads the articles from the newest on.
CREATE INDEX article_title_words_idx ON article USING GIN (to_tsvector('simple', coalesce(title, '')));
