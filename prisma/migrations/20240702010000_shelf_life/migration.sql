-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "asOf" TEXT;

-- CreateTable
CREATE TABLE "shelf_life" (
    "claimId" TEXT NOT NULL,
    "recheckAt" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lookedById" TEXT,

    CONSTRAINT "shelf_life_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE INDEX "shelf_life_recheckAt_idx" ON "shelf_life"("recheckAt");

-- AddForeignKey
ALTER TABLE "shelf_life" ADD CONSTRAINT "shelf_life_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE verdict ADD CONSTRAINT verdict_as_of CHECK ("asOf" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
-- One open task to look again for each claim.
CREATE UNIQUE INDEX task_shelf_life_once_open ON task ("claimId") WHERE kind = 'shelf-life' AND "doneAt" IS NULL;

GRANT SELECT, INSERT, DELETE ON shelf_life TO countersign_app;
GRANT UPDATE ("recheckAt", since, "lookedById") ON shelf_life TO countersign_app;
