import type { Group } from "@/lib/view/accuracy/groups";
import { METRIC_TEXT } from "@/lib/view/accuracy/metrics";
import { percent, signedPercent } from "@/lib/view/percent";

type Props = {
  groups: readonly Group[];
  unanswered: readonly { reason: string; count: number }[];
  /** Accelerators that constants were fitted on without a measurement left to check them. */
  unchecked: readonly string[];
};

/** Where the planner is furthest off, and what it could not answer at all. */
export function WeakSpots({ groups, unanswered, unchecked }: Props) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="rounded-lg border border-line bg-surface p-4">
        <h3 className="font-medium">Largest median errors</h3>
        <ol className="mt-2 grid gap-1.5">
          {groups.map((group) => (
            <li
              key={`${group.metric} ${group.accelerator} ${group.engine}`}
              className="grid grid-cols-[1fr_auto] gap-x-4"
            >
              <span>
                {METRIC_TEXT[group.metric].label}, {group.accelerator}, {group.engine}{" "}
                <span className="text-muted">({group.cases} cases)</span>
              </span>
              <span className="whitespace-nowrap text-right">
                {percent(group.median)}
                <span className="text-muted">, bias {signedPercent(group.bias)}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className="rounded-lg border border-line bg-surface p-4">
        <h3 className="font-medium">Not answered</h3>
        {unanswered.length === 0 ? (
          <p className="mt-2">Every measurement could be answered.</p>
        ) : (
          <ul className="mt-2 grid gap-1.5">
            {unanswered.map(({ reason, count }) => (
              <li key={reason} className="grid grid-cols-[2.5rem_1fr]">
                <span>{count} ×</span>
                <span className="break-words">{reason}</span>
              </li>
            ))}
          </ul>
        )}
        {unchecked.length > 0 && (
          <>
            <h3 className="mt-4 font-medium">Fitted, but not checked here</h3>
            <p className="mt-2">
              {unchecked.join(", ")}: their measurements all went into the fit. Nothing at all was measured on
              other accelerators of the catalog; the method page marks their constants as set by analogy.
            </p>
          </>
        )}
      </div>
    </div>
  );
}
