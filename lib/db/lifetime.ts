import "server-only";
import { database } from "./client";
import { VersionConflict } from "./errors";
import { answer, commitInTime } from "./in-time";
import { DAY_MS, goneSince, UNDO_DAYS, writableScenario } from "./writable";

/** Plans removed in one transaction, so that none takes long. */
const BATCH = 200;
/** What the clocks of this machine and of the database may differ by. */
const CLOCKS_MS = 3_600_000;

/**
 * Deletes a plan, if its latest version is still the one that was seen: nobody can read it from now on. It can be
 * brought back until the date that this gives, and is then removed.
 * @throws NoSuchPlan, VersionConflict, DatabaseUnavailable
 */
export const deleteScenario = (viewId: string, editKey: string, expected: number): Promise<Date> =>
  commitInTime(async (transaction) => {
    const { latestVersion } = await writableScenario(transaction, viewId, editKey);
    if (latestVersion !== expected) throw new VersionConflict(latestVersion);
    const deletedAt = new Date();
    const { count } = await transaction.scenario.updateMany({
      where: { viewId, latestVersion: expected },
      data: { deletedAt },
    });
    if (count === 0) throw new VersionConflict(expected + 1);
    return new Date(deletedAt.getTime() + UNDO_DAYS * DAY_MS);
  });

/** Brings a deleted plan back, within seven days. @returns its latest version @throws NoSuchPlan, DatabaseUnavailable */
export const restoreScenario = (viewId: string, editKey: string): Promise<number> =>
  commitInTime(async (transaction) => {
    const { latestVersion } = await writableScenario(transaction, viewId, editKey, { deleted: true });
    await transaction.scenario.update({ where: { viewId }, data: { deletedAt: null } });
    return latestVersion;
  });

/** What of a plan may be set without a new version: when it expires, and whose pages may show it in a frame. */
export interface Settings {
  readonly expiresAt?: Date;
  readonly embedOrigins?: readonly string[];
}

/** Sets what is said of a plan, and leaves the rest. @returns both as they are then @throws NoSuchPlan, DatabaseUnavailable */
export const setSettings = (
  viewId: string,
  editKey: string,
  settings: Settings,
): Promise<Required<Settings>> =>
  commitInTime(async (transaction) => {
    await writableScenario(transaction, viewId, editKey);
    const { embedOrigins, ...rest } = settings;
    return transaction.scenario.update({
      where: { viewId },
      data: { ...rest, ...(embedOrigins ? { embedOrigins: [...embedOrigins] } : {}) },
      select: { expiresAt: true, embedOrigins: true },
    });
  });

/**
 * Removes plans, with their versions and links, that were deleted or have expired more than seven days ago. The
 * database itself refuses to remove any other.
 * @returns how many were removed @throws DatabaseUnavailable
 */
export async function purgeScenarios(): Promise<number> {
  let removed = 0;
  for (let more = true; more; ) {
    const count = await commitInTime(async (transaction) => {
      const before = goneSince(Date.now() - CLOCKS_MS);
      const due = await transaction.scenario.findMany({
        where: { OR: [{ deletedAt: { lt: before } }, { expiresAt: { lt: before } }] },
        select: { viewId: true },
        take: BATCH,
      });
      const where = { viewId: { in: due.map(({ viewId }) => viewId) } };
      await transaction.scenarioVersion.deleteMany({ where });
      return (await transaction.scenario.deleteMany({ where })).count;
    });
    removed += count;
    more = count === BATCH;
  }
  return removed;
}

/**
 * Whether this process's role may remove plans at all: of several roles on a server the application's may not, and
 * whoever runs it lets another one do so. @throws DatabaseUnavailable
 */
export const mayPurge = (): Promise<boolean> =>
  answer(async () => {
    const { prisma } = await database();
    const [found] = await prisma.$queryRaw<{ may: boolean }[]>`
      SELECT has_table_privilege('scenario_version', 'DELETE') AS may`;
    return found?.may ?? false;
  });
