"use client";

import type { Estimate, Lookup } from "@/lib/engine";
import { servedOption } from "@/lib/view/prove/to-serve";
import { DecidingNote } from "./deciding-note";
import { PointList } from "./point-list";
import { RunCommands } from "./run-commands";

type Props = { estimate: Estimate; index: number; lookup: Lookup };

/** How one option is started and measured. */
export default function RunPart({ estimate, index, lookup }: Props) {
  "use memo";
  const served = servedOption(estimate, index, lookup);
  if (!served)
    return (
      <p className="text-muted text-sm">This option does not run as planned: there is nothing to start.</p>
    );
  return (
    <section aria-label="Run it" className="grid gap-4">
      <div>
        <h3 className="font-semibold">Run it</h3>
        <p className="max-w-[64ch] text-muted text-sm">
          Start one replica as planned and measure it at {served.points.length} loads. Bring the result files
          back under Measurements: they correct the plan.
        </p>
      </div>
      <DecidingNote estimate={estimate} lookup={lookup} />
      <PointList points={served.points} />
      <RunCommands served={served} />
    </section>
  );
}
