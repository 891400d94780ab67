-- Evidence that is no web text: pages, words and cells of a region, and our own notes of calls and meetings.
ALTER TABLE "capture" ADD COLUMN     "pages" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "quote" ADD COLUMN     "cell" JSONB,
ADD COLUMN     "page" INTEGER,
ADD COLUMN     "words" TEXT;

CREATE TABLE "conversation" (
    "articleId" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "heldAt" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "notesBy" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("articleId")
);

ALTER TABLE "conversation" ADD CONSTRAINT "conversation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE quote
  ADD CONSTRAINT quote_page_of_passage CHECK (page IS NULL OR (page > 0 AND exact IS NOT NULL)),
  ADD CONSTRAINT quote_words_of_region CHECK (words IS NULL OR (region IS NOT NULL AND btrim(words) <> '')),
  ADD CONSTRAINT quote_cell_of_region CHECK (cell IS NULL OR (region IS NOT NULL AND words IS NOT NULL AND jsonb_typeof(cell) = 'object'));
ALTER TABLE conversation
  ADD CONSTRAINT conversation_complete CHECK (btrim(who) <> '' AND btrim("heldAt") <> '' AND btrim(how) <> '' AND btrim("notesBy") <> '');
CREATE TRIGGER conversation_append_only BEFORE UPDATE OR DELETE ON conversation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conversation_no_truncate BEFORE TRUNCATE ON conversation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON conversation TO countersign_app;
