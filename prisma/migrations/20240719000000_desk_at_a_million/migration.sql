-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "hasEvidence" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "common_likeness" (
    "key" INTEGER NOT NULL,

    CONSTRAINT "common_likeness_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "common_shingle" (
    "hash" INTEGER NOT NULL,

    CONSTRAINT "common_shingle_pkey" PRIMARY KEY ("hash")
);

-- By hand from here: what Prisma cannot say.

-- ── Claims without evidence ──────────────────────────────────────────────────────────────────────────────────────────
-- Which open claims have none could only be told by asking for the evidence of each. Who writes or removes evidence holds
-- the claim's row already, so that two who remove the last two wait for one another.
UPDATE claim SET "hasEvidence" = true WHERE EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = claim.id AND e."removedAt" IS NULL);
CREATE INDEX claim_without_evidence ON claim (id DESC) WHERE state IN ('new', 'researching') AND NOT "hasEvidence";

CREATE FUNCTION keep_has_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."removedAt" IS NULL THEN
    UPDATE claim SET "hasEvidence" = true WHERE id = NEW."claimId" AND NOT "hasEvidence";
  ELSE
    UPDATE claim SET "hasEvidence" = false WHERE id = NEW."claimId" AND "hasEvidence"
      AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = NEW."claimId" AND e."removedAt" IS NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER evidence_keeps_has_evidence AFTER INSERT OR UPDATE OF "removedAt" ON evidence
  FOR EACH ROW EXECUTE FUNCTION keep_has_evidence();

-- ── What many share tells nobody apart ───────────────────────────────────────────────────────────────────────────────
-- A key of likeness of hundreds of claims, or a run of five words of thousands of articles (a footer, a phrase), takes its
-- time by their number and finds nothing. Which these are PostgreSQL counts in a sample whenever it analyses a table; to
-- count down to one in ten thousand it has to keep ten thousand of them.
ALTER TABLE claim ALTER COLUMN likeness SET STATISTICS 1000;
ALTER TABLE text_sketch ALTER COLUMN shingles SET STATISTICS 1000;
GRANT SELECT, INSERT, DELETE ON common_likeness, common_shingle TO countersign_app;

-- The elements of an array column that more than `most` rows have, as they were counted last; none of a table never counted.
CREATE FUNCTION common_elements(of_table text, of_column text, most integer) RETURNS SETOF integer
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT e.element FROM pg_stats s, pg_class t, unnest(s.most_common_elems::text::integer[], s.most_common_elem_freqs) AS e(element, share)
  WHERE s.schemaname = 'public' AND s.tablename = of_table AND s.attname = of_column
    AND t.oid = ('public.' || of_table)::regclass AND e.element IS NOT NULL AND e.share * t.reltuples > most
$$;

CREATE FUNCTION note_common_keys() RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM common_likeness WHERE key NOT IN (SELECT common_elements('claim', 'likeness', 100));
  INSERT INTO common_likeness SELECT common_elements('claim', 'likeness', 100) ON CONFLICT DO NOTHING;
  DELETE FROM common_shingle WHERE hash NOT IN (SELECT common_elements('text_sketch', 'shingles', 1000));
  INSERT INTO common_shingle SELECT common_elements('text_sketch', 'shingles', 1000) ON CONFLICT DO NOTHING;
$$;

-- Of some keys or hashes those that tell something.
CREATE FUNCTION telling_keys(keys integer[]) RETURNS integer[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(k), '{}') FROM unnest(keys) k WHERE NOT EXISTS (SELECT 1 FROM common_likeness c WHERE c.key = k)
$$;
CREATE FUNCTION telling_hashes(hashes integer[]) RETURNS integer[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(h), '{}') FROM unnest(hashes) h WHERE NOT EXISTS (SELECT 1 FROM common_shingle c WHERE c.hash = h)
$$;

CREATE OR REPLACE FUNCTION claims_alike(of_id text, of_parent text, keys integer[], most integer)
RETURNS TABLE (id text, text text, state text) LANGUAGE sql STABLE ROWS 8
SET enable_seqscan = off SET enable_indexscan = off SET search_path = public, pg_temp AS $$
  SELECT o.id, o.text, o.state FROM claim o
  WHERE o.likeness && telling_keys(keys) AND o.id <> of_id AND o."parentId" IS DISTINCT FROM of_id AND of_parent IS DISTINCT FROM o.id
    AND (o."parentId" IS NULL OR o."parentId" IS DISTINCT FROM of_parent)
  LIMIT most
$$;
