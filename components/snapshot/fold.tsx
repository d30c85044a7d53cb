import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** What stands behind a saved plan's answer: folded, and open on paper. */
export function Fold({ title, aside, children }: { title: string; aside: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <details className="group/facts rounded-lg border border-line bg-surface px-4">
        <summary className="touch flex items-center gap-1 py-2.5 font-semibold text-sm">
          <Icon
            name="chevron"
            className="-ml-1 h-4 w-4 text-muted transition-transform group-open/facts:rotate-90"
          />
          {title}
          <span className="font-normal text-muted text-xs">{aside}</span>
        </summary>
        <div className="pb-3">{children}</div>
      </details>
    </section>
  );
}
