import "server-only";
import type { Prisma, PrismaClient } from "./generated/client";

/** Plans that exist for a reader: neither deleted nor expired. */
export const alive = (now = new Date()) => ({ deletedAt: null, expiresAt: { gt: now } });

/** The plan that an id opens: by itself, or through a link that is neither revoked nor expired; null without one. */
export async function findReadable<I extends Prisma.ScenarioInclude>(
  prisma: PrismaClient,
  id: string,
  include: I,
): Promise<Prisma.ScenarioGetPayload<{ include: I }> | null> {
  type Row = Prisma.ScenarioGetPayload<{ include: I }>;
  const now = new Date();
  const own = await prisma.scenario.findUnique({
    where: { viewId: id, ...alive(now), ownLinkRevokedAt: null },
    include,
  });
  if (own) return own as Row;
  const link = await prisma.viewLink.findUnique({
    where: { linkId: id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { viewId: true },
  });
  if (!link) return null;
  const linked = await prisma.scenario.findUnique({ where: { viewId: link.viewId, ...alive(now) }, include });
  return linked as Row | null;
}
