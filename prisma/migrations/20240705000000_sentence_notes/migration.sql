-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "sentenceNotes" JSONB NOT NULL DEFAULT '[]';
