import type { ReactNode } from "react";

type Props = { id: string; title: string; lead?: ReactNode; children: ReactNode };

/** A part of the page under its own heading, which can be linked to. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 gap-3">
      <div>
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {lead && <p className="max-w-3xl text-base text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
