-- AlterTable
-- Origins whose pages may show the plan in a frame; none unless its holder says so.
ALTER TABLE "scenario" ADD COLUMN "embed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[];
