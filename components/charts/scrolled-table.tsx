import type { ReactNode } from "react";

/** A table in a frame that it scrolls sideways in; narrow screens have a list instead. */
export function ScrolledTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface max-md:hidden"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        {children}
      </table>
    </section>
  );
}
