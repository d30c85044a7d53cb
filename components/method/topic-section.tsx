import type { Entry } from "@/lib/view/method/entry";
import { EntryView } from "./entry-view";

type Props = { id: string; label: string; about: string; entries: readonly Entry[] };

/** A chapter of formulas. */
export function TopicSection({ id, label, about, entries }: Props) {
  return (
    <section aria-labelledby={`topic-${id}`} className="min-w-0">
      <h3 id={`topic-${id}`} className="scroll-mt-4 font-semibold text-base">
        {label}
      </h3>
      <p className="mb-2 text-muted">{about}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {entries.map((entry) => (
          <EntryView key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
