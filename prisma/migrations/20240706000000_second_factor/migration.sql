-- AlterTable
ALTER TABLE "session" ADD COLUMN     "address" TEXT,
ADD COLUMN     "codeDueUntil" TIMESTAMPTZ(3),
ADD COLUMN     "openedBy" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "stepUpAskedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "totpLastStep" BIGINT;

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_userId_hash_key" ON "recovery_code"("userId", "hash");

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE session ADD CONSTRAINT session_opened_by CHECK ("openedBy" IN ('password', 'link', 'oidc'));
ALTER TABLE "user" ADD CONSTRAINT user_totp_complete CHECK ("totpConfirmedAt" IS NULL OR ("totpSeed" IS NOT NULL AND "totpLastStep" IS NOT NULL));

-- A code is used once: while the seed stays, the newest step that was used only grows (RFC 6238 §5.2).
CREATE FUNCTION guard_totp_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."totpSeed" IS NOT DISTINCT FROM OLD."totpSeed" AND OLD."totpLastStep" IS NOT NULL
    AND (NEW."totpLastStep" IS NULL OR NEW."totpLastStep" <= OLD."totpLastStep") THEN
    RAISE EXCEPTION 'totp-step: a time step is used once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER user_totp_step BEFORE UPDATE OF "totpLastStep" ON "user" FOR EACH ROW EXECUTE FUNCTION guard_totp_step();

-- What was used stays used: links and recovery codes.
CREATE FUNCTION guard_single_use() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."usedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'single-use: this was used already' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_single_use BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION guard_single_use();
CREATE TRIGGER recovery_code_single_use BEFORE UPDATE ON recovery_code FOR EACH ROW EXECUTE FUNCTION guard_single_use();

GRANT SELECT, INSERT, DELETE ON recovery_code TO countersign_app;
GRANT UPDATE ("usedAt") ON recovery_code TO countersign_app;
-- Counts of tries are swept by their age.
CREATE INDEX "rate_window_startedAt_idx" ON "rate_window"("startedAt");
