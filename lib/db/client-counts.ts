import "server-only";
import type { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { database } from "./client";
import { answer } from "./in-time";
import { databaseLocation } from "./location.mjs";

/** What a client may have in so many seconds, counted by points that dearer things cost more of. */
export interface Share {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Who counts one share, and on which connections where that is a server. */
interface Counting {
  readonly inMemory: RateLimiterMemory;
  onServer?: { readonly pool: Pool; readonly limiter: RateLimiterPostgres };
}

/** On globalThis, because a bundler may give each route a copy of this module. */
const shared = globalThis as { inferencePlannerCounts?: Map<string, Counting> };

/**
 * Counts points that a client takes of its share: on a PostgreSQL server for all processes together, in memory where
 * the database is embedded, which one process alone has, and while the server is away.
 * @returns null, or after how many milliseconds there is room again
 */
export async function take(share: Share, client: string, cost: number): Promise<number | null> {
  try {
    await consume(share, client, cost);
    return null;
  } catch (refused) {
    // By what it has, not by its class: a bundler may give each route a copy of the library.
    if (refused instanceof Error || typeof refused !== "object" || refused === null) throw refused;
    return Number((refused as { msBeforeNext?: number }).msBeforeNext ?? 0);
  }
}

async function consume(share: Share, client: string, cost: number): Promise<unknown> {
  const counting = countingOf(share);
  if (databaseLocation().kind === "embedded") return counting.inMemory.consume(client, cost);
  try {
    return await answer(async () => (await onServer(counting, share)).consume(client, cost));
  } catch (error) {
    // A server that is away says so to who saves; whoever only computes goes on.
    if (error instanceof Error) return counting.inMemory.consume(client, cost);
    throw error;
  }
}

const optionsOf = ({ name, points, seconds }: Share) => ({ keyPrefix: name, points, duration: seconds });

function countingOf(share: Share): Counting {
  shared.inferencePlannerCounts ??= new Map();
  const known = shared.inferencePlannerCounts.get(share.name);
  if (known) return known;
  const made: Counting = { inMemory: new RateLimiterMemory(optionsOf(share)) };
  shared.inferencePlannerCounts.set(share.name, made);
  return made;
}

async function onServer(counting: Counting, share: Share): Promise<RateLimiterPostgres> {
  const { pool } = await database();
  if (!pool) throw new Error("The database has no connections to a server.");
  if (counting.onServer?.pool !== pool) {
    const more = { storeClient: pool, storeType: "pool", tableName: "rate_limit", tableCreated: true };
    counting.onServer = { pool, limiter: new RateLimiterPostgres({ ...optionsOf(share), ...more }) };
  }
  return counting.onServer.limiter;
}
