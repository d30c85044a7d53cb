import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * The SQL that leads from what the migrations build to what schema.prisma says; null when they are equal.
 * Prisma's own schema engine compares them, in its WebAssembly form; it tries the migrations out in the given
 * database, which must be empty.
 */
export async function schemaDiff(prismaFolder: string, empty: PGlite): Promise<string | null> {
  const SchemaEngine = await loadEngine();
  const schemaPath = join(prismaFolder, "schema.prisma");
  const schema = await readFile(schemaPath, "utf8");
  const factory = new PrismaPGlite(empty);
  // Its own way would make a second database for this, which takes seconds.
  factory.connectToShadowDb = () => factory.connect();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, adapter);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...(await migrationList(join(prismaFolder, "migrations"))) },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    engine.free();
  }
}

async function migrationList(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const content = async (...path: string[]) => readFile(join(baseDir, ...path), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: await content("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await content(path, "migration.sql") },
        },
      })),
    ),
  };
}

/** Node loads WebAssembly modules only behind a flag, so the package's entry is put together by hand. */
async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine;
}
