-- CreateTable
CREATE TABLE "import_batch" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "hasHeader" BOOLEAN NOT NULL,
    "mapping" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batchId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "claimId" TEXT,
    "message" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batchId","line")
);

-- CreateIndex
CREATE INDEX "import_batch_createdAt_idx" ON "import_batch"("createdAt");

-- CreateIndex
CREATE INDEX "import_batch_ownerId_idx" ON "import_batch"("ownerId");

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE import_batch ADD CONSTRAINT import_batch_cells CHECK (jsonb_typeof(cells) = 'array'),
  ADD CONSTRAINT import_batch_mapping CHECK (jsonb_typeof(mapping) = 'array');
ALTER TABLE import_row ADD CONSTRAINT import_row_outcome CHECK (outcome IN ('created', 'there', 'failed')),
  ADD CONSTRAINT import_row_claim CHECK (outcome = 'failed' OR "claimId" IS NOT NULL);

GRANT SELECT, INSERT, DELETE ON import_batch TO countersign_app;
GRANT UPDATE (mapping, "hasHeader") ON import_batch TO countersign_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO countersign_app;
