-- CreateTable
CREATE TABLE "template" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- By hand from here: what Prisma cannot say.
ALTER TABLE template ADD CONSTRAINT template_kind CHECK (kind IN ('write-up', 'reply-letter', 'notice', 'correction', 'decline')),
  ADD CONSTRAINT template_name CHECK (btrim(name) <> '' AND length(name) <= 80),
  ADD CONSTRAINT template_body CHECK (btrim(body) <> '' AND length(body) <= 10000);
-- Of those that are offered, a name is one template of its kind.
CREATE UNIQUE INDEX template_name_once ON template (kind, lower(name)) WHERE "retiredAt" IS NULL;

-- Retired, not deleted; what it is for and who began it stay.
GRANT SELECT, INSERT ON template TO countersign_app;
GRANT UPDATE (name, body, version, "updatedAt", "retiredAt") ON template TO countersign_app;
