import type { PlannerState } from "@/components/planner/planner-state";
import { draftWords } from "@/lib/view/draft-words";

/** What a page says of texts that were not understood. */
export default function NotUnderstood({ drafts }: Pick<PlannerState, "drafts">) {
  return draftWords(drafts);
}
