-- A comment that was taken back leaves nothing of its words, and calls nobody.
ALTER TABLE "comment" ADD COLUMN     "takenBackAt" TIMESTAMPTZ(3);
ALTER TABLE comment ADD CONSTRAINT comment_taken_back_is_empty
  CHECK ("takenBackAt" IS NULL OR (text = '' AND cardinality("mentionedIds") = 0));
