import type { ReactNode } from "react";

/** What a fact is called and what it says; null where it is not known. */
export type Fact = { label: string; value: ReactNode };

/** Facts in words, label and value. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 rounded-lg border border-line bg-surface p-4 max-md:px-3">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="break-words">{value ?? <span className="text-muted">unknown</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of a record's page under its own heading. */
export function RecordSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="font-semibold text-base">{title}</h2>
      {children}
    </section>
  );
}
