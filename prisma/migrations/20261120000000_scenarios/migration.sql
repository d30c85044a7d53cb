-- CreateTable
CREATE TABLE "scenario" (
    "view_id" TEXT NOT NULL,
    "edit_key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "latest_version" INTEGER NOT NULL,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("view_id")
);

-- CreateTable
CREATE TABLE "scenario_version" (
    "view_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" JSON NOT NULL,
    "result" JSON NOT NULL,
    "engine_version" TEXT NOT NULL,
    "catalog_version" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_version_pkey" PRIMARY KEY ("view_id","number")
);

-- CreateIndex
CREATE INDEX "scenario_expires_at_idx" ON "scenario"("expires_at");

-- AddForeignKey
ALTER TABLE "scenario_version" ADD CONSTRAINT "scenario_version_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "scenario"("view_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was saved stays as it was saved: versions can be added, never changed or removed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: its rows are only ever added', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER "scenario_version_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "scenario_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
