import type { ReactNode } from "react";
import { ChangePlan } from "@/components/saved/change-plan";
import { SiteNav } from "@/components/site-nav";
import { Brand } from "@/components/ui/brand";
import { ButtonLink } from "@/components/ui/button";
import { SkipLink } from "@/components/ui/skip-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import type { SavedMoment } from "./saved-heading";

type Props = {
  saved: Pick<SavedMoment, "viewId" | "name" | "latestVersion">;
  planAddress: string | null;
  exporting?: ReactNode;
};

/** The bar over a saved plan: what this is, and the ways into the planner with it, where there are any. */
export function SnapshotBar({ saved, planAddress, exporting }: Props) {
  return (
    <header className="sticky top-0 z-40 flex h-12 items-center gap-2 border-line border-b bg-surface px-4 max-md:h-14 max-md:px-3">
      <SkipLink>Skip to the plan</SkipLink>
      <Brand />
      <div className="ml-2 max-lg:hidden">
        <SiteNav />
      </div>
      <span className="grow" />
      {exporting}
      <ThemeToggle />
      {planAddress && <ChangePlan {...saved} planAddress={planAddress} />}
      {planAddress && (
        <ButtonLink href={planAddress} look="primary">
          Plan from this<span className="sr-only">: {saved.name || "untitled plan"}</span>
        </ButtonLink>
      )}
    </header>
  );
}
