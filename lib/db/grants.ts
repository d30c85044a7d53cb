/** Who does what in a PostgreSQL database, apart from the role that owns the tables and migrates them. */
export interface Roles {
  /** The server's: reads and adds, and changes what may change. */
  readonly application: string;
  /** Removes what nobody can bring back any more. */
  readonly purge?: string;
}

/** What a plan's row may have changed: its key, its id and its beginning never. */
const CHANGING = ["expires_at", "deleted_at", "latest_version", "own_link_revoked_at", "embed_origins"];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Statements that give the roles what they need and nothing else. Versions can be read and added by the application,
 * never changed or removed; neither role owns a table, so that neither can switch off the trigger that guards them.
 */
export function grants({ application, purge }: Roles): string[] {
  const app = quoted(application);
  const forApplication = [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${app}`,
    `GRANT USAGE ON SCHEMA public TO ${app}`,
    `GRANT SELECT ON "_prisma_migrations" TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE (${CHANGING.map(quoted).join(", ")}) ON "scenario" TO ${app}`,
    `GRANT SELECT, INSERT ON "scenario_version" TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE ("revoked_at") ON "view_link" TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO ${app}`,
  ];
  if (purge === undefined) return forApplication;
  const remover = quoted(purge);
  return [
    ...forApplication,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${remover}`,
    `GRANT USAGE ON SCHEMA public TO ${remover}`,
    `GRANT SELECT ON "_prisma_migrations", "view_link" TO ${remover}`,
    `GRANT SELECT, DELETE ON "scenario", "scenario_version" TO ${remover}`,
  ];
}
