"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = { id: string; title: string; open: boolean; aside?: ReactNode; children: ReactNode };

/** A part of the form that folds away under its heading. What stands `aside` says what is inside. */
export function FormSection({ id, title, open, aside, children }: Props) {
  return (
    <details open={open} className="group border-line border-t px-4 first:border-t-0" aria-labelledby={id}>
      <summary className="touch flex list-none items-center gap-1 py-2.5 hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-ml-1 h-4 w-4 text-muted transition-transform group-open:rotate-90" />
        <h2 id={id} className="font-semibold text-sm">
          {title}
        </h2>
        <span className="min-w-0 grow truncate pl-2 text-right text-muted text-xs">{aside}</span>
      </summary>
      <div className="grid gap-2.5 pb-4">{children}</div>
    </details>
  );
}
