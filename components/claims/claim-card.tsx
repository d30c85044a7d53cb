import { Icon } from "@/components/ui/icon";
import { type ClaimView, claimedText, foundText, VERDICT_WORDS } from "@/lib/view/claims";

/** A claim, the verdict on it, and the plans that try it. */
export function ClaimCard({ view }: { view: ClaimView }) {
  const { claim, verdict, cases, because, plans, market } = view;
  const { label, help } = VERDICT_WORDS[verdict];
  return (
    <li
      id={claim.id}
      className="grid scroll-mt-4 grid-cols-1 gap-2 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className={`rounded px-2 py-0.5 font-medium text-xs ${LOOKS[verdict]}`} title={help}>
          {label}
        </span>
        <span className="text-muted text-xs">
          {claim.article} · {claim.topic} · {claim.id.toUpperCase()}
        </span>
      </div>
      <p className="max-w-[80ch]">{claim.says}</p>
      {(claim.figures || claim.conditions) && (
        <p className="max-w-[90ch] text-muted text-xs">
          {claim.figures}
          {claim.figures && claim.conditions && ". "}
          {claim.conditions && `Conditions: ${claim.conditions}.`}
        </p>
      )}
      {because && <p className="max-w-[80ch] text-sm">{because}</p>}
      {claim.rests && <p className="max-w-[80ch] text-muted text-sm">{claim.rests}</p>}
      {market && <p className="max-w-[80ch] text-muted text-sm">{market}</p>}
      {claim.case.length > 0 && (
        <ul className="grid grid-cols-1 divide-y divide-line border-line border-t text-sm">
          {claim.case.map((each, index) => {
            const found = cases[index];
            return (
              <li
                key={each.when + each.figure}
                className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-0.5 py-1.5"
              >
                {each.beside || !found ? (
                  <span className="text-muted">·</span>
                ) : (
                  <span className={found.holds ? "text-accent" : "text-warn"}>
                    <Icon name={found.holds ? "check" : "cross"} className="mt-0.5 h-4 w-4" />
                    <span className="sr-only">{found.holds ? "as claimed" : "not as claimed"}</span>
                  </span>
                )}
                <span>
                  {each.when}
                  <span className="block text-muted text-xs">
                    {each.shows}
                    {each.times && `, times ${Number(each.times.by.toPrecision(3))}: ${each.times.because}`}
                    {each.why && `. ${each.why}`}
                  </span>
                </span>
                <span className="text-right tabular-nums">
                  <a href={plans[each.scenario]} className="touch font-medium text-accent underline">
                    {found ? foundText(each, found.value) : "–"}
                    <span className="sr-only">, open the plan “{each.scenario}”</span>
                  </a>
                  <span className="block text-muted text-xs">
                    {each.beside ? "beside the claim" : `claimed: ${claimedText(each)}`}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

const LOOKS = {
  holds: "bg-accent-soft text-accent",
  conditions: "bg-warn-soft text-warn",
  fails: "bg-bad-soft text-bad",
  empirical: "bg-inset text-text",
  market: "bg-inset text-text",
  advice: "bg-inset text-muted",
} as const;
