-- CreateTable
CREATE TABLE "text_sketch" (
    "articleId" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "shingles" INTEGER[],
    "terms" TEXT[],

    CONSTRAINT "text_sketch_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "text_sketch_captureId_idx" ON "text_sketch"("captureId");

-- CreateIndex
CREATE INDEX "text_sketch_shingles_idx" ON "text_sketch" USING GIN ("shingles");

-- CreateIndex
CREATE INDEX "text_sketch_terms_idx" ON "text_sketch" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "text_sketch" ADD CONSTRAINT "text_sketch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_sketch" ADD CONSTRAINT "text_sketch_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON text_sketch TO countersign_app;

-- A sketch is made of the capture's words: it goes with them. The right to delete stays with expunge_capture()'s owner.
CREATE FUNCTION forget_sketch() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM text_sketch WHERE "captureId" = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER capture_forget_sketch AFTER UPDATE OF "expungedAt" ON capture
  FOR EACH ROW WHEN (NEW."expungedAt" IS NOT NULL) EXECUTE FUNCTION forget_sketch();
