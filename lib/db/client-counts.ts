import "server-only";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { database } from "./client";

/** What a client may have in so many seconds, counted by points that dearer things cost more of. */
export interface Share {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** On globalThis, because a bundler may give each route a copy of this module. */
const shared = globalThis as { inferencePlannerCounts?: Map<string, { pool: unknown; limiter: Limiter }> };

/**
 * Counts points that a client takes of its share: on a PostgreSQL server for all processes together, in memory where
 * the database is embedded, which one process alone has, and while the server is away.
 * @returns null, or after how many milliseconds there is room again
 */
export async function take(
  { name, points, seconds }: Share,
  client: string,
  cost: number,
): Promise<number | null> {
  const limiter = await limiterOf({ name, points, seconds });
  try {
    await limiter.consume(client, cost);
    return null;
  } catch (refused) {
    // By what it has, not by its class: a bundler may give each route a copy of the library.
    if (refused instanceof Error || typeof refused !== "object" || refused === null) throw refused;
    return Number((refused as { msBeforeNext?: number }).msBeforeNext ?? 0);
  }
}

async function limiterOf({ name, points, seconds }: Share): Promise<Limiter> {
  // A database that is away says so to who saves; whoever only computes goes on.
  const pool = await database().then(
    ({ pool }) => pool ?? null,
    () => null,
  );
  shared.inferencePlannerCounts ??= new Map();
  const known = shared.inferencePlannerCounts.get(name);
  if (known && known.pool === pool) return known.limiter;
  const options = { keyPrefix: name, points, duration: seconds };
  const inMemory = new RateLimiterMemory(options);
  const limiter = pool
    ? new RateLimiterPostgres({
        ...options,
        storeClient: pool,
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        insuranceLimiter: inMemory,
      })
    : inMemory;
  shared.inferencePlannerCounts.set(name, { pool, limiter });
  return limiter;
}
