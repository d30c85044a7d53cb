import "server-only";
import type { Pool } from "pg";
import { CircuitBreaker, PAUSE_MS } from "./circuit-breaker";
import { DatabaseUnavailable } from "./errors";
import { PrismaClient } from "./generated/client";
import { type DatabaseLocation, databaseLocation } from "./location.mjs";
import { openEmbedded } from "./open-embedded";
import { openPostgresql } from "./open-postgresql";
import { probe, SILENCE_MS } from "./probe";

/** An open, migrated database. */
export interface Database {
  kind: DatabaseLocation["kind"];
  prisma: PrismaClient;
  /** The connections to a server; absent where the database is embedded. */
  pool?: Pool;
  /** @throws DiskFull when there is too little room to save. A server's disk is the server's to watch. */
  ensureRoom(): Promise<void>;
  close(): Promise<void>;
}

/** Longest time in ms that a caller waits before it hears that the database is unavailable. */
export const DATABASE_DEADLINE_MS = 2500;

/** Seconds after which it is worth asking again while the database is away: it has been probed anew by then. */
export const RETRY_AFTER_S = Math.ceil((SILENCE_MS + PAUSE_MS) / 1000);

/** Kept on globalThis: the development server reloads this module, and one process opens one database. */
const shared = globalThis as {
  inferencePlannerDatabase?: Promise<Database>;
  inferencePlannerBreaker?: { url: string; breaker: CircuitBreaker };
};

/**
 * The process's one database, opened and migrated on the first call; a failed opening, and one that was lost
 * later, is tried again on the next call. May take seconds on a new folder: bound the wait with {@link withDeadline}.
 */
export function database(): Promise<Database> {
  if (!shared.inferencePlannerDatabase) {
    const forget = () => {
      if (shared.inferencePlannerDatabase === opening) shared.inferencePlannerDatabase = undefined;
    };
    const opening = open(forget);
    shared.inferencePlannerDatabase = opening;
    opening.catch(forget);
  }
  return shared.inferencePlannerDatabase;
}

/** Closes the process's database, if any; the next call to {@link database} opens it again. */
export async function closeDatabase(): Promise<void> {
  const opened = shared.inferencePlannerDatabase;
  shared.inferencePlannerDatabase = undefined;
  shared.inferencePlannerBreaker?.breaker.end();
  shared.inferencePlannerBreaker = undefined;
  await (await opened)?.close();
}

/**
 * What keeps callers from waiting for a server that is away; null where the database is embedded. That one lives in this
 * process and does one thing at a time, so that a probe would wait behind what is slow and take it for an absence; its
 * thread has a watch of its own.
 */
export function circuitBreaker(): CircuitBreaker | null {
  const location = databaseLocation();
  if (location.kind === "embedded") return null;
  const { url } = location;
  if (shared.inferencePlannerBreaker?.url !== url) {
    shared.inferencePlannerBreaker?.breaker.end();
    shared.inferencePlannerBreaker = { url, breaker: new CircuitBreaker(() => probe(url), renew) };
  }
  return shared.inferencePlannerBreaker.breaker;
}

/**
 * Lets the next call open the database anew: connections from before an absence may be dead without having been told,
 * and so may an opening that has not ended. What still waits for them has its answer, or has gone, by its deadline.
 */
function renew(): void {
  const opened = shared.inferencePlannerDatabase;
  shared.inferencePlannerDatabase = undefined;
  const close = () => opened?.then((old) => old.close()).catch(() => {});
  setTimeout(close, DATABASE_DEADLINE_MS).unref();
}

/**
 * Answers as the work does, or throws DatabaseUnavailable after the deadline. Work that goes on after it
 * is not waited for.
 */
export async function withDeadline<T>(work: Promise<T>, deadlineMs = DATABASE_DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable(`no answer in ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param lost called when the database ended by itself */
async function open(lost: () => void): Promise<Database> {
  if (process.env.NEXT_PHASE === "phase-production-build") {
    throw new Error("The database must not be opened while the pages are built.");
  }
  const location = databaseLocation();
  const { adapter, pool, ensureRoom, close } =
    location.kind === "embedded"
      ? await openEmbedded(location.dataDir, lost, DATABASE_DEADLINE_MS)
      : await openPostgresql(location);
  const transactionOptions = { maxWait: DATABASE_DEADLINE_MS, timeout: DATABASE_DEADLINE_MS };
  const prisma = new PrismaClient({ adapter, transactionOptions });
  return {
    kind: location.kind,
    prisma,
    ...(pool ? { pool } : {}),
    ensureRoom,
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}
