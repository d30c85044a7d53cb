"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { Icon } from "@/components/ui/icon";
import { withoutApi } from "@/lib/view/board/api-offer";
import type { ApiRow } from "@/lib/view/board/api-offers";

/** The name of an API in the table, and the way to take it out again. */
export default function ApiName({ row }: { row: ApiRow }) {
  const { state, dispatch } = usePlanner();
  return (
    <span className="flex flex-wrap items-center gap-1 font-medium">
      <span className="wrap-anywhere">{row.name}</span>
      {!state.frozen && (
        <button
          type="button"
          aria-label={`Remove ${row.name}`}
          onClick={() => dispatch({ type: "change", scenario: withoutApi(state.scenario, row.index) })}
          className="touch inline-flex h-6 w-6 items-center justify-center rounded text-muted hover:text-text"
        >
          <Icon name="close" className="h-4 w-4" />
        </button>
      )}
      {row.volume && <span className="w-full font-normal text-muted text-xs">{row.volume}</span>}
      {row.limits && <span className="w-full font-normal text-warn text-xs">{row.limits}</span>}
    </span>
  );
}
