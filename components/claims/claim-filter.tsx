import { VERDICTS, type Verdict } from "@/lib/claims/verdict";
import { type ClaimView, VERDICT_WORDS } from "@/lib/view/claims";

/** How many claims have which verdict, each a link that shows these alone. */
export function ClaimFilter({ views, wanted }: { views: readonly ClaimView[]; wanted: Verdict | undefined }) {
  const count = (verdict: Verdict) => views.filter((view) => view.verdict === verdict).length;
  const look = (current: boolean) =>
    `touch inline-flex h-8 items-center rounded-md border px-2.5 text-sm ${current ? "border-accent bg-accent-soft font-medium" : "border-line-strong bg-surface hover:border-text"}`;
  return (
    <nav aria-label="Verdicts" className="flex flex-wrap gap-2">
      <a
        href="/claims"
        aria-current={wanted === undefined ? "true" : undefined}
        className={look(wanted === undefined)}
      >
        All {views.length}
      </a>
      {VERDICTS.map((verdict) => (
        <a
          key={verdict}
          href={`/claims?verdict=${verdict}`}
          aria-current={wanted === verdict ? "true" : undefined}
          title={VERDICT_WORDS[verdict].help}
          className={look(wanted === verdict)}
        >
          {VERDICT_WORDS[verdict].label} {count(verdict)}
        </a>
      ))}
    </nav>
  );
}
