import "server-only";
import { newViewId } from "./edit-key";
import { NoSuchPlan, TooMany, UnstorableText } from "./errors";
import { commitInTime } from "./in-time";
import { writableScenario } from "./writable";

/** A link that opens a plan. The plan's own id is its first, without a name. */
export interface ViewLink {
  linkId: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** Links that one plan may have, revoked ones included. */
export const MOST_LINKS = 100;

/** The links to a plan, the plan's own first, for the holder of its key. @throws NoSuchPlan, DatabaseUnavailable */
export const listLinks = (viewId: string, editKey: string): Promise<ViewLink[]> =>
  commitInTime(async (transaction) => {
    const plan = await writableScenario(transaction, viewId, editKey);
    const links = await transaction.viewLink.findMany({
      where: { viewId },
      orderBy: { createdAt: "asc" },
      omit: { viewId: true },
    });
    const { createdAt, ownLinkRevokedAt: revokedAt } = plan;
    return [{ linkId: viewId, name: "", createdAt, expiresAt: null, revokedAt }, ...links];
  });

/**
 * Makes a further link to a plan.
 * @throws NoSuchPlan, TooMany, UnstorableText, DatabaseUnavailable
 */
export async function addLink(
  viewId: string,
  editKey: string,
  { name, expiresAt }: { name: string; expiresAt: Date | null },
): Promise<ViewLink> {
  if (/[\0\p{Surrogate}]/u.test(name)) throw new UnstorableText("name");
  return commitInTime(async (transaction) => {
    await writableScenario(transaction, viewId, editKey);
    if ((await transaction.viewLink.count({ where: { viewId } })) >= MOST_LINKS)
      throw new TooMany(`A plan has at most ${MOST_LINKS} links.`);
    return transaction.viewLink.create({
      data: { linkId: newViewId(), viewId, name, expiresAt },
      omit: { viewId: true },
    });
  });
}

/**
 * Ends a link, the plan's own included; it never opens anything again.
 * @throws NoSuchPlan also for a link that is not this plan's; DatabaseUnavailable
 */
export const revokeLink = (viewId: string, editKey: string, linkId: string): Promise<void> =>
  commitInTime(async (transaction) => {
    await writableScenario(transaction, viewId, editKey);
    const now = new Date();
    if (linkId === viewId) {
      await transaction.scenario.updateMany({
        where: { viewId, ownLinkRevokedAt: null },
        data: { ownLinkRevokedAt: now },
      });
      return;
    }
    const mine = await transaction.viewLink.findUnique({ where: { linkId, viewId } });
    if (!mine) throw new NoSuchPlan();
    if (mine.revokedAt) return;
    await transaction.viewLink.update({ where: { linkId }, data: { revokedAt: now } });
  });
