import type { ReactNode } from "react";

/** A line over the results that says what happened, with what can be done about it. */
export function Notice({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-warn-soft px-4 py-1 text-warn md:px-6"
    >
      <span className="min-w-0">{children}</span>
      <span className="flex gap-2">{actions}</span>
    </div>
  );
}
