import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { deleteScenario, mayPurge, purgeScenarios, restoreScenario, setSettings } from "@/lib/db/lifetime";
import { addLink, listLinks, revokeLink } from "@/lib/db/links";
import { migrateServer } from "@/lib/db/open-postgresql";
import { createScenario, readScenario } from "@/lib/db/scenarios";
import { appendVersion } from "@/lib/db/versions";

const server = process.env.TEST_DATABASE_URL ?? "";
const SCENARIO = { name: "x", state: {}, result: {}, engineVersion: "1", catalogVersion: "1" };

describe.skipIf(!server)("roles on a PostgreSQL server", () => {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const roles = { application: `${name}_app`, purge: `${name}_purge` };
  const as = (user: string) => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    url.username = user;
    return url.href;
  };
  const owner = `${name}_owner`;

  async function query(url: string, sql: string) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    for (const role of [owner, roles.application, roles.purge])
      await query(server, `CREATE ROLE ${role} LOGIN`);
    await query(server, `CREATE DATABASE ${name} OWNER ${owner}`);
    expect(await migrateServer(as(owner), roles)).toContain("20261120000000_scenarios");
    // What a role has too much is taken back with the next migration, and what it lacks is given.
    await query(as(owner), "REVOKE USAGE ON SCHEMA public FROM PUBLIC");
    await query(
      as(owner),
      `GRANT ALL ON ALL TABLES IN SCHEMA public TO ${roles.application}, ${roles.purge}`,
    );
    expect(await migrateServer(as(owner), roles)).toEqual([]);
    process.env.DATABASE_URL = as(roles.application);
  });
  afterAll(async () => {
    await closeDatabase();
    delete process.env.DATABASE_URL;
    await query(server, `DROP DATABASE ${name} WITH (FORCE)`);
    for (const role of [owner, roles.application, roles.purge]) await query(server, `DROP ROLE ${role}`);
  });

  it("let the application do all that the server does, and start where nothing is to be migrated", async () => {
    const { viewId, editKey } = await createScenario(SCENARIO);
    expect(await appendVersion(viewId, editKey, 1, { ...SCENARIO, name: "y" })).toBe(2);
    const { linkId } = await addLink(viewId, editKey, { name: "Board", expiresAt: null });
    expect((await readScenario(linkId))?.name).toBe("y");
    await revokeLink(viewId, editKey, linkId);
    expect(await listLinks(viewId, editKey)).toHaveLength(2);
    await setSettings(viewId, editKey, { expiresAt: new Date(Date.now() + 86_400_000) });
    await deleteScenario(viewId, editKey, 2);
    expect(await restoreScenario(viewId, editKey)).toBe(2);
    expect(await mayPurge()).toBe(false);
  });

  it.each([
    "ALTER TABLE scenario_version DISABLE TRIGGER ALL",
    "ALTER TABLE scenario_version DISABLE TRIGGER scenario_version_append_only",
    "DROP TRIGGER scenario_version_kept ON scenario_version",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
    "UPDATE scenario_version SET name = 'changed'",
    "DELETE FROM scenario_version",
    "TRUNCATE scenario_version",
    "DELETE FROM scenario",
    "UPDATE scenario SET edit_key_hash = '\\x00'",
    "DROP TABLE scenario_version",
    "CREATE TABLE more (id int)",
    "DELETE FROM _prisma_migrations",
  ])("refuse the application: %s", async (sql) => {
    await expect(query(as(roles.application), sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("let another role remove what is past its undo, and nothing else", async () => {
    const { viewId } = await createScenario(SCENARIO);
    const { viewId: old } = await createScenario(SCENARIO);
    await query(
      as(owner),
      `UPDATE scenario SET expires_at = now() - interval '9 days' WHERE view_id = '${old}'`,
    );
    await closeDatabase();
    process.env.DATABASE_URL = as(roles.purge);
    expect(await mayPurge()).toBe(true);
    expect(await purgeScenarios()).toBe(1);
    await expect(query(as(roles.purge), "DELETE FROM scenario_version")).rejects.toThrow(/only ever added/);
    for (const sql of ["INSERT INTO rate_limit VALUES ('x', 1, 1)", "UPDATE scenario SET deleted_at = now()"])
      await expect(query(as(roles.purge), sql)).rejects.toThrow(/permission denied/);
    await closeDatabase();
    process.env.DATABASE_URL = as(roles.application);
    expect(await readScenario(viewId)).not.toBeNull();
  });
});
