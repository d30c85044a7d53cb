import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { History } from "@/components/saved/history";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { listVersions } from "@/lib/db/versions";
import { differenceOf } from "@/lib/view/saved/difference";
import { readSaved } from "@/lib/view/saved/read-saved";
import { DatabaseAway } from "../database-away";
import { nameIn } from "../names";
import { readOnce, titleOf, versionNumber } from "../saved-plan";

type Props = {
  params: Promise<{ viewId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await titleOf((await params).viewId, undefined, (name) => `Versions of ${name}`);
  return { title, robots: { index: false } };
}

/** The versions of a saved plan, and what two of them differ in: by default the latest and the one before. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { viewId } = await params;
  const { from, to } = await searchParams;
  const versions = await listVersions(viewId).catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) return "away" as const;
    throw error;
  });
  if (versions === "away") return <DatabaseAway />;
  const [latest] = versions ?? [];
  if (!versions || !latest) notFound();
  const newer = versionNumber(String(to)) ?? latest.version;
  const older = versionNumber(String(from)) ?? Math.max(1, newer - 1);
  const [before, after] = await Promise.all([readOnce(viewId, older), readOnce(viewId, newer)]);
  if (before === "away" || after === "away") return <DatabaseAway />;
  if (!before || !after) notFound();
  const [old, now] = [readSaved(before), readSaved(after)];
  const difference =
    old.ok && now.ok ? differenceOf(old.estimate, now.estimate, nameIn(now.estimate.scenario)) : null;
  return (
    <History
      viewId={viewId}
      versions={versions.map(({ createdAt, ...line }) => ({ ...line, createdAt: createdAt.toISOString() }))}
      older={older}
      newer={newer}
      difference={difference}
    />
  );
}
