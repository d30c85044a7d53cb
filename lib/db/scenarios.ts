import "server-only";
import { canonicalJson, contentHash } from "./canonical-json";
import { database } from "./client";
import { hashOfKey, isViewId, newEditKey, newViewId } from "./edit-key";
import { DatabaseUnavailable, IdempotencyMismatch, OutcomeUnknown, UnstorableText } from "./errors";
import type { Prisma } from "./generated/client";
import { answer, commitInTime } from "./in-time";
import { findReadable } from "./readable";

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

/** What a caller brings so that a request which it repeats makes no second plan. */
export interface Creation {
  /** The caller's own key; a random one is made without it. */
  editKey?: string;
  /** Its name for this request; only with a key of its own, because no other can be given a second time. */
  idempotencyKey?: string;
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
  /** Origins whose pages may show it in a frame. */
  embedOrigins: string[];
}

/**
 * Saves a new scenario as its first version; it lives one year. A repeated request with the same keys gets the plan
 * that the first one made.
 * @throws DatabaseUnavailable within 2.5 s, and then nothing is saved (DiskFull says why), but for OutcomeUnknown,
 * when the commit was sent and not answered; UnstorableText; TypeError when state or result is not JSON;
 * IdempotencyMismatch when the keys were used for another plan
 */
export async function createScenario(
  scenario: NewScenario,
  { editKey = newEditKey(), idempotencyKey }: Creation = {},
): Promise<CreatedScenario> {
  const createdAt = new Date();
  const version = { number: 1, ...versionOf(scenario), createdAt };
  const data = {
    viewId: newViewId(),
    editKeyHash: hashOfKey(editKey),
    createdAt,
    expiresAt: oneYearAfter(createdAt),
    latestVersion: 1,
    ...(idempotencyKey === undefined ? {} : { creationHash: hashOfKey(`${idempotencyKey}\n${editKey}`) }),
    versions: { create: version },
  };
  try {
    await commitInTime((transaction) => transaction.scenario.create({ data, select: { viewId: true } }));
    return { viewId: data.viewId, editKey, version: 1 };
  } catch (error) {
    const { creationHash } = data;
    if (!creationHash || (error as { code?: string }).code !== "P2002") throw error;
    return { viewId: await madeBefore(creationHash, version), editKey, version: 1 };
  }
}

/** The plan that the first of several same requests made. @throws IdempotencyMismatch when it was another plan */
async function madeBefore(
  creationHash: Uint8Array<ArrayBuffer>,
  { name, state }: { name: string; state: unknown },
): Promise<string> {
  const made = await answer(async () => {
    const { prisma } = await database();
    return prisma.scenario.findUnique({
      where: { creationHash },
      include: { versions: { where: { number: 1 } } },
    });
  }).catch((error: unknown) => {
    // It was saved once, which must not be called "nothing was saved"; the same request again finds it.
    throw error instanceof DatabaseUnavailable ? new OutcomeUnknown(error) : error;
  });
  const [first] = made?.versions ?? [];
  const same = first?.name === name && canonicalJson(first.state) === canonicalJson(state);
  if (!made || !same) throw new IdempotencyMismatch("The Idempotency-Key was used for another plan.");
  return made.viewId;
}

/** A version's columns, but for its number and its moment. @throws UnstorableText, TypeError */
export function versionOf({ name, state, result, engineVersion, catalogVersion }: NewScenario) {
  // The u flag sees whole characters: only half a pair counts as a surrogate.
  if (/[\0\p{Surrogate}]/u.test(name)) throw new UnstorableText("name");
  return {
    name,
    state: JSON.parse(canonicalJson(state)) as Prisma.InputJsonValue,
    result: JSON.parse(canonicalJson(result)) as Prisma.InputJsonValue,
    engineVersion,
    catalogVersion,
    contentHash: contentHash({ name, state, result, engineVersion, catalogVersion }),
  };
}

/**
 * Reads one version of a scenario by its own id or by one of its links, the latest when none is named.
 * @returns null when it does not exist, has expired, was deleted or its link was revoked: a reader cannot tell which
 * @throws DatabaseUnavailable within 2.5 s
 */
export async function readScenario(id: string, version?: number): Promise<SavedScenario | null> {
  if (!isViewId(id)) return null;
  if (version !== undefined && !(Number.isInteger(version) && version >= 1 && version <= 0x7fffffff))
    return null;
  const row = await answer(async () => {
    const { prisma } = await database();
    const versions = {
      where: version === undefined ? {} : { number: version },
      orderBy: { number: "desc" },
      take: 1,
    } as const;
    return findReadable(prisma, id, { versions });
  });
  const saved = row?.versions[0];
  if (!row || !saved) return null;
  const { number, ...content } = saved;
  return {
    ...content,
    viewId: id,
    version: number,
    latestVersion: row.latestVersion,
    expiresAt: row.expiresAt,
    embedOrigins: row.embedOrigins,
  };
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

function oneYearAfter(date: Date): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later;
}
