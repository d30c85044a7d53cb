"use client";

import { Button } from "@/components/ui/button";
import { reasons } from "@/lib/engine/explore";
import { grouped } from "@/lib/units";
import { ruledOutList } from "@/lib/view/found";
import type { Search } from "./use-search";

const count = (value: number) => grouped(value);

/** How far the search is, how much it looked at, and why most of it was ruled out without being evaluated. */
export function FindProgress({
  search: { progress, running, error },
  onCancel,
}: {
  search: Search;
  onCancel: () => void;
}) {
  const { done = 0, slices = 1, found } = progress ?? {};
  return (
    <div className="mt-3 flex items-center gap-3">
      <div className="min-w-0 grow">
        {error ? (
          <p role="alert" className="text-bad">
            {error}
          </p>
        ) : (
          <>
            <progress
              aria-label="Progress of the search"
              className="h-1 w-full appearance-none rounded bg-inset [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-inset [&::-webkit-progress-value]:bg-accent"
              value={done}
              max={slices}
            />
            <p className="text-muted text-xs" role="status">
              {found
                ? `${count(found.tally.configurations)} configurations, ${count(found.tally.evaluated)} of them evaluated`
                : "Looking up the catalog…"}
            </p>
          </>
        )}
        {found && !running && (
          <details className="text-muted text-xs">
            <summary className="touch">Why the others were not</summary>
            <ul>
              {ruledOutList(found).map(([reason, number]) => (
                <li key={reason}>
                  {count(number)}: {reasons[reason]}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {running && <Button onClick={onCancel}>Stop</Button>}
    </div>
  );
}
