"use client";

import { type ReactNode, useState } from "react";
import { Icon } from "@/components/ui/icon";

/** Settings of an option that most leave alone, folded; marked where some are not as they were. */
export function OptionFold({
  title,
  changed,
  onDemand = false,
  children,
}: {
  title: string;
  changed: boolean;
  /** Its content is drawn, and what it takes loaded, when it is opened for the first time. */
  onDemand?: boolean;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(!onDemand);
  return (
    <details className="group/fold mt-1 text-xs" onToggle={() => setOpened(true)}>
      <summary className="touch flex items-center text-muted hover:text-text">
        <Icon name="chevron" className="-ml-1 h-4 w-4 transition-transform group-open/fold:rotate-90" />
        {title}
        {changed && (
          <span className="ml-1.5 rounded border border-accent px-1 text-2xs text-accent">changed</span>
        )}
      </summary>
      <div className="mt-1 grid grid-cols-2 gap-x-2 gap-y-1.5">{opened && children}</div>
    </details>
  );
}
