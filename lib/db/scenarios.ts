import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { canonicalJson, contentHash } from "./canonical-json";
import { DATABASE_DEADLINE_MS, database, withDeadline } from "./client";
import { DatabaseUnavailable, OutcomeUnknown, UnstorableText } from "./errors";
import type { Prisma } from "./generated/client";
import { isOutage } from "./outage";

/** What a person saves: the scenario, the estimate as it was shown, and what computed it. */
export interface NewScenario {
  name: string;
  /** The scenario, as a JSON value. */
  state: unknown;
  /** The estimate as shown, as a JSON value. */
  result: unknown;
  engineVersion: string;
  catalogVersion: string;
}

/** What the saver gets: the id to share and the key that alone allows changes. The key is shown only here. */
export interface CreatedScenario {
  viewId: string;
  editKey: string;
  version: 1;
}

/** One version of a saved scenario, with the numbers as they were saved. */
export interface SavedScenario extends NewScenario {
  viewId: string;
  version: number;
  latestVersion: number;
  /** SHA-256 in hex of the canonical JSON of name, state, result, engineVersion and catalogVersion. */
  contentHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/**
 * Saves a new scenario as its first version; it lives one year.
 * @throws DatabaseUnavailable within 2.5 s, and then nothing is saved (DiskFull says why), but for OutcomeUnknown,
 * when the commit was sent and not answered; UnstorableText; TypeError when state or result is not JSON
 */
export async function createScenario(scenario: NewScenario): Promise<CreatedScenario> {
  const { name, state, result, engineVersion, catalogVersion } = scenario;
  // The u flag sees whole characters: only half a pair counts as a surrogate.
  if (/[\0\p{Surrogate}]/u.test(name)) throw new UnstorableText("name");
  const viewId = randomBytes(16).toString("base64url");
  const editKey = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const version = {
    number: 1,
    name,
    state: JSON.parse(canonicalJson(state)),
    result: JSON.parse(canonicalJson(result)),
    engineVersion,
    catalogVersion,
    contentHash: contentHash({ name, state, result, engineVersion, catalogVersion }),
    createdAt,
  };
  await commitInTime((transaction) =>
    transaction.scenario.create({
      data: {
        viewId,
        editKeyHash: createHash("sha256").update(editKey).digest(),
        createdAt,
        expiresAt: oneYearAfter(createdAt),
        latestVersion: 1,
        versions: { create: version },
      },
      select: { viewId: true },
    }),
  );
  return { viewId, editKey, version: 1 };
}

/**
 * Reads one version of a scenario, the latest when none is named.
 * @returns null when it does not exist, has expired or was deleted: a reader cannot tell which
 * @throws DatabaseUnavailable within 2.5 s
 */
export async function readScenario(viewId: string, version?: number): Promise<SavedScenario | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(viewId)) return null;
  if (version !== undefined && !(Number.isInteger(version) && version >= 1 && version <= 0x7fffffff))
    return null;
  const row = await answer(async () => {
    const { prisma } = await database();
    return prisma.scenario.findFirst({
      where: { viewId, deletedAt: null, expiresAt: { gt: new Date() } },
      include: {
        versions: {
          where: version === undefined ? {} : { number: version },
          orderBy: { number: "desc" },
          take: 1,
        },
      },
    });
  });
  const saved = row?.versions[0];
  if (!row || !saved) return null;
  const { number, ...content } = saved;
  return { ...content, version: number, latestVersion: row.latestVersion, expiresAt: row.expiresAt };
}

/**
 * Whether the database answers now, opened and migrated.
 * @throws DatabaseUnavailable within 2.5 s
 */
export async function checkDatabase(): Promise<{ kind: "embedded" | "postgresql" }> {
  return answer(async () => {
    const { prisma, kind } = await database();
    await prisma.$queryRaw`SELECT 1`;
    return { kind };
  });
}

/**
 * Writes in one transaction, and commits only when the caller still waits: past the deadline the transaction is
 * rolled back, so that a caller who heard "nothing was saved" has heard the truth.
 */
async function commitInTime(
  write: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<void> {
  // An object, because its changes are seen across the wait.
  const save: { state: "writing" | "committing" | "late" } = { state: "writing" };
  try {
    await answer(async () => {
      const { prisma, ensureRoom } = await database();
      await ensureRoom();
      const begin = () => {
        if (save.state === "late") throw new DatabaseUnavailable("the caller has gone");
      };
      begin();
      await prisma.$transaction(async (transaction) => {
        begin();
        await write(transaction);
        begin();
        save.state = "committing";
      });
    });
  } catch (error) {
    const unknown = save.state === "committing" && error instanceof DatabaseUnavailable;
    save.state = "late";
    throw unknown ? new OutcomeUnknown(error) : error;
  }
}

async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await withDeadline(work(), DATABASE_DEADLINE_MS);
  } catch (error) {
    const away = isOutage(error) || (error instanceof Error && error.name === "FolderDamaged");
    const unavailable = away ? new DatabaseUnavailable(error) : error;
    // The caller hears no reason; whoever runs the server finds it here.
    if (unavailable instanceof DatabaseUnavailable) console.error(`database: ${lastLine(unavailable.cause)}`);
    throw unavailable;
  }
}

/** Prisma's messages begin with an excerpt of code; what happened stands in their last line. */
function lastLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return text.trim().split("\n").at(-1) ?? text;
}

function oneYearAfter(date: Date): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later;
}
