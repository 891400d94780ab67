-- AlterTable
ALTER TABLE "search_entry" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "reply_request" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);
