import "server-only";
import { database } from "./client";
import { isViewId } from "./edit-key";
import { VersionConflict } from "./errors";
import { answer, commitInTime } from "./in-time";
import { findReadable } from "./readable";
import { type NewScenario, versionOf } from "./scenarios";
import { writableScenario } from "./writable";

/** A version of a plan, without its content. */
export interface VersionSummary {
  version: number;
  name: string;
  createdAt: Date;
  engineVersion: string;
  catalogVersion: string;
  contentHash: string;
}

/**
 * Adds a version to a plan, if the latest is still the one that it was made from. The very content of the latest
 * version is not added again: a request that is repeated because its answer was lost gets the version it made.
 * @returns the number of the version
 * @throws NoSuchPlan, VersionConflict, UnstorableText, TypeError, DatabaseUnavailable as createScenario does
 */
export async function appendVersion(
  viewId: string,
  editKey: string,
  expected: number,
  scenario: NewScenario,
): Promise<number> {
  const version = versionOf(scenario);
  return commitInTime(async (transaction) => {
    const { latestVersion } = await writableScenario(transaction, viewId, editKey);
    const number = expected + 1;
    if (latestVersion === number) {
      const made = await transaction.scenarioVersion.findUnique({
        where: { viewId_number: { viewId, number } },
        select: { contentHash: true },
      });
      if (made?.contentHash === version.contentHash) return number;
    }
    if (latestVersion !== expected) throw new VersionConflict(latestVersion);
    // Of several that read the same latest version one changes it, and the others wait here and find it changed.
    const { count } = await transaction.scenario.updateMany({
      where: { viewId, latestVersion: expected },
      data: { latestVersion: number },
    });
    if (count === 0) throw new VersionConflict(number);
    await transaction.scenarioVersion.create({
      data: { viewId, number, ...version, createdAt: new Date() },
      select: { number: true },
    });
    return number;
  });
}

/** The most versions that a history shows: the latest ones. */
export const MOST_LISTED = 500;

/**
 * The versions of a plan, the latest first, for whoever may read it.
 * @returns null when there is no such plan for a reader
 * @throws DatabaseUnavailable within 2.5 s
 */
export async function listVersions(id: string): Promise<VersionSummary[] | null> {
  if (!isViewId(id)) return null;
  return answer(async () => {
    const { prisma } = await database();
    const found = await findReadable(prisma, id, {});
    if (!found) return null;
    const rows = await prisma.scenarioVersion.findMany({
      where: { viewId: found.viewId },
      orderBy: { number: "desc" },
      take: MOST_LISTED,
      omit: { state: true, result: true, viewId: true },
    });
    return rows.map(({ number, ...rest }) => ({ version: number, ...rest }));
  });
}
