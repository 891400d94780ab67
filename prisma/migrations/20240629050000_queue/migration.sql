-- AlterTable
ALTER TABLE "claim" ADD COLUMN "reach" INTEGER,
ADD COLUMN "likeness" INTEGER[];

-- CreateTable
CREATE TABLE "queue_view" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "isTeam" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queue_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_choice" (
    "userId" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "keys" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_choice_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "queue_view_ownerId_name_key" ON "queue_view"("ownerId", "name");

-- CreateIndex
CREATE INDEX "claim_queue_by_importance" ON "claim"("importance" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_alike" ON "claim" USING GIN ("likeness");

-- AddForeignKey
ALTER TABLE "queue_view" ADD CONSTRAINT "queue_view_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_choice" ADD CONSTRAINT "key_choice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE claim ADD CONSTRAINT claim_reach CHECK (reach >= 0);
ALTER TABLE queue_view ADD CONSTRAINT queue_view_name CHECK (btrim(name) <> '' AND length(name) <= 60),
  ADD CONSTRAINT queue_view_query CHECK (length(query) <= 1000);
ALTER TABLE key_choice ADD CONSTRAINT key_choice_keys CHECK (jsonb_typeof(keys) = 'object');

-- ── Queues: each index serves the query of its name, in its order, a page at a time ─────────────────────────────────
-- A claim without deadline is due last, one of unknown reach comes last.
CREATE INDEX claim_queue_by_deadline ON claim (coalesce("deadlineAt", '9999-01-01 00:00:00+00'::timestamptz), id);
CREATE INDEX claim_queue_by_reach ON claim (coalesce(reach, -1) DESC, id DESC);
-- What waits for somebody is among the open claims, which are few beside all that was ever checked.
CREATE INDEX claim_needs_me_by_deadline ON claim (coalesce("deadlineAt", '9999-01-01 00:00:00+00'::timestamptz), id)
  WHERE state IN ('new', 'researching', 'in-review', 'ready');

-- ── Claims that say much the same ────────────────────────────────────────────────────────────────────────────────────
-- Twelve keys of two minima each over the meaning words (MinHash with bands: Broder 1997; Leskovec, Rajaraman, Ullman,
-- Mining of Massive Datasets, § 3.4): two claims that share half of their words share a key in 97 of 100 cases, so an
-- index finds them. md5, because its values stay the same in every version of PostgreSQL.
CREATE FUNCTION claim_likeness(words text) RETURNS integer[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH word AS (
    SELECT ('x' || substr(md5(w), 1, 8))::bit(32)::bigint & 2147483647 AS h
    FROM unnest(tsvector_to_array(to_tsvector('english', words))) w
  ), minima AS (
    SELECT n, min((h * (n * 1103515245 % 2147483647) + n * 12345) % 2147483647) AS least
    FROM word, generate_series(1::bigint, 24) n GROUP BY n
  )
  SELECT coalesce(array_agg(DISTINCT key), '{}') FROM (
    SELECT ((a.n * 48271 + a.least * 31 + b.least * 17) % 2147483647)::int AS key
    FROM minima a JOIN minima b ON b.n = a.n + 1 WHERE a.n % 2 = 1
  ) keys;
$$;

-- The share of meaning words that two texts have in common (Jaccard), 0 to 1.
CREATE FUNCTION claim_sameness(a text, b text) RETURNS double precision LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(count(*) FILTER (WHERE n = 2)::float / nullif(count(*), 0), 0) FROM (
    SELECT count(*) AS n FROM (
      SELECT unnest(tsvector_to_array(to_tsvector('english', a))) AS w
      UNION ALL SELECT unnest(tsvector_to_array(to_tsvector('english', b)))
    ) both_texts GROUP BY w
  ) words;
$$;

CREATE FUNCTION keep_likeness() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.likeness := claim_likeness(NEW.text);
  RETURN NEW;
END $$;
CREATE TRIGGER claim_keeps_likeness BEFORE INSERT OR UPDATE OF text ON claim FOR EACH ROW EXECUTE FUNCTION keep_likeness();
UPDATE claim SET likeness = claim_likeness(text);

GRANT SELECT, INSERT, UPDATE, DELETE ON queue_view TO countersign_app;
GRANT SELECT, INSERT, UPDATE ON key_choice TO countersign_app;
