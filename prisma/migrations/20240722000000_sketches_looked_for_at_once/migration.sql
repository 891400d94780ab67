-- What was just added to such an index stands in a list beside it, up to 4 MB, which every look-up reads from end to end:
-- a capture looks up some two hundred names one by one, and five hundred hashes twice.
-- Names go into the index itself. The hashes of a long text are thousands: a short list of them stays.
ALTER INDEX "text_sketch_terms_idx" SET (fastupdate = off);
ALTER INDEX "text_sketch_shingles_idx" SET (gin_pending_list_limit = 256);
SELECT gin_clean_pending_list('text_sketch_terms_idx'), gin_clean_pending_list('text_sketch_shingles_idx');
