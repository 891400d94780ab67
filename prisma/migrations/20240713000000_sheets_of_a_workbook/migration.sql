-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "sheets" JSONB;

-- By hand from here: what Prisma cannot say.
ALTER TABLE import_batch
  ADD CONSTRAINT import_batch_sheets CHECK (jsonb_typeof(sheets) = 'array' AND jsonb_array_length(sheets) > 1);
