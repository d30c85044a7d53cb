import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, vi } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { embeddedFolder, ensureEmbeddedFolder } from "@/lib/db/embedded-folder.mjs";

/**
 * Runs the same tests over the embedded database, and over a fresh database of the PostgreSQL server that
 * TEST_DATABASE_URL names (skipped, and shown as skipped, without one).
 */
export function describeDatabases(name: string, tests: () => void): void {
  describe(`${name}, embedded`, () => {
    let dataDir = "";
    beforeAll(async () => {
      dataDir = await folderWithDatabase();
      delete process.env.DATABASE_URL;
      process.env.DATA_DIR = dataDir;
      await warmDatabase();
    });
    afterAll(async () => {
      await closeDatabase();
      rmSync(dataDir, { recursive: true });
    });
    tests();
  });

  const server = process.env.TEST_DATABASE_URL;
  describe.skipIf(!server)(`${name}, PostgreSQL`, () => {
    const database = `test_${randomBytes(8).toString("hex")}`;
    beforeAll(async () => {
      await administer(`CREATE DATABASE ${database}`);
      const url = new URL(server ?? "");
      url.pathname = `/${database}`;
      process.env.DATABASE_URL = url.href;
      await warmDatabase();
    });
    afterAll(async () => {
      await closeDatabase();
      delete process.env.DATABASE_URL;
      await administer(`DROP DATABASE ${database} WITH (FORCE)`);
    });
    tests();
  });
}

/** Opens this process's database: a new folder, and the first transaction, take longer than a single call may wait. */
export async function warmDatabase(): Promise<void> {
  const { prisma } = await database();
  await prisma.$transaction((transaction) => transaction.scenario.count());
}

const ownTemplate = join(tmpdir(), `inference-planner-db-template-${process.pid}`);
process.once("exit", () => rmSync(ownTemplate, { recursive: true, force: true }));

/**
 * An empty database to copy: the one that `npm test` makes for all its parts, or one of this process's own. It has its
 * name once it is whole.
 */
async function template(): Promise<string> {
  const { EMPTY_DATABASE: common } = process.env;
  if (!common) {
    await ensureEmbeddedFolder(ownTemplate);
    return ownTemplate;
  }
  await vi.waitUntil(() => existsSync(embeddedFolder(common)), { timeout: 55_000, interval: 50 });
  return common;
}

/** A data folder with an empty database in it: made once, which takes seconds, and then copied. */
export async function folderWithDatabase(): Promise<string> {
  const dataDir = temporaryFolder();
  cpSync(await template(), dataDir, { recursive: true });
  return dataDir;
}

/** A new empty folder outside the repository. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "inference-planner-db-"));
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}
