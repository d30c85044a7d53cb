import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DatabaseAway } from "@/app/s/[viewId]/database-away";
import { nameIn } from "@/app/s/[viewId]/names";
import { readOnce } from "@/app/s/[viewId]/saved-plan";
import { DifferenceTables } from "@/components/saved/difference-tables";
import { SavedHeader } from "@/components/saved/saved-header";
import { NarrowFooter } from "@/components/site-nav";
import { MAIN } from "@/components/ui/skip-link";
import { differenceOf } from "@/lib/view/saved/difference";
import { readSaved } from "@/lib/view/saved/read-saved";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Two plans side by side", robots: { index: false } };

/** What two saved plans differ in, in their latest versions. */
export default async function ComparePage({ searchParams }: Props) {
  const { a, b } = await searchParams;
  const [first, second] = await Promise.all([readOnce(String(a)), readOnce(String(b))]);
  if (first === "away" || second === "away") return <DatabaseAway />;
  if (!first || !second) notFound();
  const [old, now] = [readSaved(first), readSaved(second)];
  const names = [first, second].map(({ name }) => name || "Untitled plan");
  const [before = "", after = ""] = names[0] === names[1] ? ["First", "Second"] : names;
  return (
    <>
      <SavedHeader skip="Skip to the comparison" current="library" />
      <main id={MAIN} tabIndex={-1} className="mx-auto grid max-w-[80rem] gap-6 px-4 py-6 md:px-6">
        <div>
          <h1 className="font-semibold text-xl">Two plans side by side</h1>
          <p className="text-muted">
            {[first, second].map(({ viewId, version }, index) => (
              <span key={viewId}>
                {index > 0 && " · "}
                <a href={`/s/${viewId}`} className="text-accent underline underline-offset-2">
                  {names[index]}
                </a>
                , version {version}
              </span>
            ))}
          </p>
        </div>
        {old.ok && now.ok ? (
          <DifferenceTables
            difference={differenceOf(old.estimate, now.estimate, nameIn(now.estimate.scenario))}
            before={before}
            after={after}
          />
        ) : (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
            One of the two was saved in a form that cannot be read here, so that they cannot be compared.
          </p>
        )}
      </main>
      <NarrowFooter current="library" />
    </>
  );
}
