-- A trusted extension: whoever owns the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "publication_listing" (
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "ratingLabel" TEXT NOT NULL,
    "rules" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "publication_listing_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "publication_name" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "rating" TEXT NOT NULL,
    "ratingLabel" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_name_pkey" PRIMARY KEY ("kind","key","slug")
);

-- CreateTable
CREATE TABLE "publication_word" (
    "word" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "near" TEXT NOT NULL,

    CONSTRAINT "publication_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "publication_listing_firstAt_slug_idx" ON "publication_listing"("firstAt" DESC, "slug" DESC);

-- CreateIndex
CREATE INDEX "publication_listing_rating_firstAt_slug_idx" ON "publication_listing"("rating", "firstAt" DESC, "slug" DESC);

-- CreateIndex
CREATE INDEX "publication_listing_month_rating_idx" ON "publication_listing"("month", "rating");

-- CreateIndex
CREATE INDEX "publication_listing_words_idx" ON "publication_listing" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "publication_listing_slug_version_key" ON "publication_listing"("slug", "version");

-- CreateIndex
CREATE INDEX "publication_name_kind_key_firstAt_slug_idx" ON "publication_name"("kind", "key", "firstAt" DESC, "slug" DESC);

-- CreateIndex
CREATE INDEX "publication_name_slug_idx" ON "publication_name"("slug");

-- CreateIndex
CREATE INDEX "publication_word_stem_idx" ON "publication_word"("stem");

-- CreateIndex
CREATE INDEX "publication_word_near_idx" ON "publication_word" USING GIN ("near" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "publication_listing" ADD CONSTRAINT "publication_listing_slug_version_fkey" FOREIGN KEY ("slug", "version") REFERENCES "publication"("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_name" ADD CONSTRAINT "publication_name_slug_fkey" FOREIGN KEY ("slug") REFERENCES "publication_listing"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lists are read by these tables now.
DROP INDEX publication_search;

ALTER TABLE publication_listing ADD CONSTRAINT publication_listing_month CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'
  AND month = to_char("firstAt" AT TIME ZONE 'UTC', 'YYYY-MM'));
ALTER TABLE publication_name ADD CONSTRAINT publication_name_kind CHECK (kind IN ('topic', 'claimant', 'outlet') AND key <> ''
  AND roles IS NOT NULL AND roles <@ ARRAY['appearance', 'origin', 'relay', 'quoted']);

-- A list shows what stands: the version that came last, and never a retraction.
CREATE FUNCTION guard_listing() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM publication p WHERE p.slug = NEW.slug AND p.version = NEW.version AND p.kind = 'publication')
    OR EXISTS (SELECT 1 FROM publication p WHERE p.slug = NEW.slug AND p.version > NEW.version) THEN
    RAISE EXCEPTION 'a list shows the version that stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_listing_guard BEFORE INSERT OR UPDATE ON publication_listing
  FOR EACH ROW EXECUTE FUNCTION guard_listing();

-- With each new version, also a retraction, what lists knew of the one before is gone, whatever the program then does.
-- With the owner's rights: the application's role cannot take a verdict out of the lists.
CREATE FUNCTION forget_listing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM publication_listing WHERE slug = NEW.slug;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION forget_listing() FROM PUBLIC;
CREATE TRIGGER publication_forget_listing AFTER INSERT ON publication FOR EACH ROW EXECUTE FUNCTION forget_listing();

-- One term of a search, a word or a phrase, folded: in English by its stem, in other languages as it stands. Nothing when
-- it is made of English words that stand in every text.
CREATE FUNCTION search_term(term text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN numnode(phraseto_tsquery('pg_catalog.english', term)) = 0 THEN ''::tsquery
    ELSE phraseto_tsquery('pg_catalog.english', term) || phraseto_tsquery('pg_catalog.simple', term) END
$$;

-- The printed words nearest to a misspelt one, both as `publication_word.near` has them. The threshold is low because two
-- letters that changed places leave little of a short word's trigrams; the program then counts the letters.
CREATE FUNCTION near_words(misspelt text) RETURNS TABLE (word text, shown text) LANGUAGE sql STABLE
  SET pg_trgm.similarity_threshold = 0.15 SET search_path = public, pg_temp AS $$
  SELECT w.word, w.shown FROM publication_word w
  WHERE w.near % misspelt ORDER BY similarity(w.near, misspelt) DESC, w.word LIMIT 40
$$;

GRANT SELECT, INSERT ON publication_listing, publication_name, publication_word TO countersign_app;
