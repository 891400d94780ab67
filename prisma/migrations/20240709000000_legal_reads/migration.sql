-- CreateTable
CREATE TABLE "legal_read" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reader" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "draftHash" TEXT,
    "withdrawsId" TEXT,
    "notedById" TEXT NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_read_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "legal_read_withdrawsId_key" ON "legal_read"("withdrawsId");

-- CreateIndex
CREATE INDEX "legal_read_claimId_notedAt_idx" ON "legal_read"("claimId", "notedAt");

-- AddForeignKey
ALTER TABLE "legal_read" ADD CONSTRAINT "legal_read_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_read" ADD CONSTRAINT "legal_read_withdrawsId_fkey" FOREIGN KEY ("withdrawsId") REFERENCES "legal_read"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE legal_read
  ADD CONSTRAINT legal_read_kind CHECK (kind IN ('asked', 'read', 'withdrawn')),
  -- A name and nothing else: the advice has no place here.
  ADD CONSTRAINT legal_read_reader CHECK ((kind = 'withdrawn') = (reader IS NULL) AND char_length(reader) <= 120),
  ADD CONSTRAINT legal_read_draft CHECK ((kind = 'read') = ("draftHash" IS NOT NULL) AND "draftHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT legal_read_withdraws CHECK ((kind = 'withdrawn') = ("withdrawsId" IS NOT NULL)),
  ADD CONSTRAINT legal_read_past CHECK (at <= "notedAt");
-- Who read what stays as it was noted; what was noted by mistake is withdrawn by a row of its own.
CREATE TRIGGER legal_read_append_only BEFORE UPDATE OR DELETE ON legal_read FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_read_no_truncate BEFORE TRUNCATE ON legal_read FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON legal_read TO countersign_app;
