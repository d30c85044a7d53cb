import { Icon } from "@/components/ui/icon";
import type { GoalCheck } from "@/lib/view/goals";

/** Whether a goal is kept: a tick, a cross, or dots while its percentile is not known. */
export function GoalMark({ check }: { check: GoalCheck | undefined }) {
  // The place is kept, so that numbers of a column stand under each other.
  if (!check) return <span aria-hidden="true" className="inline-block w-4" />;
  if (check.value === undefined) {
    return (
      <span className="inline-block w-4 text-center text-muted">
        <span aria-hidden="true">?</span>
        <span className="sr-only"> not known</span>
      </span>
    );
  }
  const kept = check.value <= check.limit;
  return (
    <span className={`inline-flex align-[-3px] ${kept ? "text-good" : "text-bad"}`}>
      <Icon name={kept ? "check" : "cross"} className="h-4 w-4" />
      <span className="sr-only">{kept ? " keeps the goal" : " misses the goal"}</span>
    </span>
  );
}
