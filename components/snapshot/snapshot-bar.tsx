import { SiteNav } from "@/components/site-nav";
import { Mark } from "@/components/ui/mark";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** The bar over a saved plan: what this is, and the way into the planner with it. */
export function SnapshotBar({ name, planAddress }: { name: string; planAddress: string }) {
  return (
    <header className="sticky top-0 z-40 flex h-12 items-center gap-2 border-line border-b bg-surface px-4 max-md:h-14 max-md:px-3">
      <a href="/" className="touch flex items-center gap-2 font-semibold" title="Inference planner">
        <Mark />
        <span className="max-md:sr-only">Inference planner</span>
      </a>
      <div className="ml-2 max-md:hidden">
        <SiteNav />
      </div>
      <span className="grow" />
      <ThemeToggle />
      <a
        href={planAddress}
        className="touch inline-flex h-8 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-strong"
      >
        Plan from this<span className="sr-only">: {name || "untitled plan"}</span>
      </a>
    </header>
  );
}
