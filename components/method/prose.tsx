import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode };

/** A short text under a small heading. */
export function Prose({ title, children }: Props) {
  return (
    <div>
      <h3 className="font-semibold text-base">{title}</h3>
      <div className="mt-1 grid gap-2 text-base leading-6">{children}</div>
    </div>
  );
}

/** The name of a quantity in a text, which leads to its entry. */
export function Q({ id }: { id: string }) {
  return (
    <a
      href={`#${id}`}
      className="font-mono text-accent text-xs underline decoration-dotted underline-offset-2 hover:decoration-solid"
    >
      {id}
    </a>
  );
}
