-- AlterTable
ALTER TABLE "scenario" ADD COLUMN "own_link_revoked_at" TIMESTAMPTZ(3),
ADD COLUMN "creation_hash" BYTEA;

-- CreateTable
CREATE TABLE "view_link" (
    "link_id" TEXT NOT NULL,
    "view_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "view_link_pkey" PRIMARY KEY ("link_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_creation_hash_key" ON "scenario"("creation_hash");

-- CreateIndex
CREATE INDEX "view_link_view_id_idx" ON "view_link"("view_id");

-- AddForeignKey
ALTER TABLE "view_link" ADD CONSTRAINT "view_link_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "scenario"("view_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Versions still never change. They go only with a plan that nobody can bring back: seven days after it was deleted
-- or has expired.
DROP TRIGGER "scenario_version_append_only" ON "scenario_version";

CREATE TRIGGER "scenario_version_append_only"
  BEFORE UPDATE OR TRUNCATE ON "scenario_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE FUNCTION "refuse_early_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "scenario"
    WHERE "view_id" = OLD."view_id"
      AND LEAST("expires_at", COALESCE("deleted_at", "expires_at")) < CURRENT_TIMESTAMP - INTERVAL '7 days';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'DELETE of % is not allowed: its rows are only ever added', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER "scenario_version_kept"
  BEFORE DELETE ON "scenario_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_early_removal"();
