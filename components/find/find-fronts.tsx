"use client";

import { useState } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { Segmented } from "@/components/ui/segmented";
import type { Findings } from "@/lib/engine/explore";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { foundFrontier, startTable } from "@/lib/view/found";
import { frontierTable } from "@/lib/view/frontier";
import { seriesSlots } from "@/lib/view/palette";

type Front = "speed" | "start";
const FRONTS: readonly { value: Front; label: string }[] = [
  { value: "speed", label: "Cost and speed" },
  { value: "start", label: "First token and throughput" },
];

type Props = { found: Findings; scenario: Scenario; records: CatalogRecords };

/** What nothing beats on two sides at once. */
export function FindFronts({ found, scenario, records }: Props) {
  const [front, setFront] = useState<Front>("speed");
  const frontier = foundFrontier(found, scenario, records);
  const slots = seriesSlots(frontier.series.map(({ accelerator }) => accelerator));
  return (
    <div className="mt-5 grid gap-3">
      <Segmented label="Which front" value={front} choices={FRONTS} onChange={setFront} />
      {front === "speed" ? (
        <ChartFrame
          title="Cost against speed"
          caption="No configuration is both cheaper and faster for each user than these."
          table={frontierTable(frontier)}
        >
          <FrontierPanel frontier={frontier} slots={slots} />
        </ChartFrame>
      ) : (
        <ChartFrame
          title="Time to first token against throughput"
          caption="No configuration both starts sooner and gets more out of each accelerator than these."
          table={startTable(found, scenario, records)}
        />
      )}
    </div>
  );
}
