-- AlterTable
ALTER TABLE "tip" ADD COLUMN     "note" TEXT;

-- CreateIndex
CREATE INDEX "tip_state_id_idx" ON "tip"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "tip_claimId_idx" ON "tip"("claimId");

-- By hand from here: reasons become those of the list; what was written instead is kept as the desk's words.
UPDATE tip SET note = reason, reason = 'other'
WHERE state = 'declined' AND coalesce(reason, '') NOT IN ('opinion', 'not-checkable', 'low-reach', 'already-checked', 'other');
ALTER TABLE tip ADD CONSTRAINT tip_reason CHECK (state <> 'declined'
  OR (reason IS NOT NULL AND reason IN ('opinion', 'not-checkable', 'low-reach', 'already-checked', 'other')));

-- Where a reader saw it: the site of the address they gave, without "www."; 'no-address' when they gave none.
CREATE FUNCTION tip_site(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(lower(substring(url from '^[A-Za-z]+://(?:[^/?#@]*@)?(?:[Ww][Ww][Ww]\.)?([^/?#:@]+)')), 'no-address')
$$;
GRANT EXECUTE ON FUNCTION tip_site(text) TO countersign_app;
