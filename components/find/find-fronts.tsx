"use client";

import { useState } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { startText } from "@/components/charts/frontier-words";
import { LineKey } from "@/components/charts/line-key";
import { PointGroup } from "@/components/charts/point-group";
import { Segmented } from "@/components/ui/segmented";
import type { Findings } from "@/lib/engine/explore";
import type { Option, Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { foundFrontier, startFront, startTable } from "@/lib/view/found";
import { frontierTable } from "@/lib/view/frontier";
import { seriesSlots } from "@/lib/view/palette";
import { StartChart } from "./start-chart";

type Front = "speed" | "start";
const FRONTS: readonly { value: Front; label: string }[] = [
  { value: "speed", label: "Cost and speed" },
  { value: "start", label: "First token and throughput" },
];

type Props = {
  found: Findings;
  scenario: Scenario;
  records: CatalogRecords;
  /** Whether points are still being simulated as the options that they become. */
  judging: boolean;
  onUse: (option: Option) => void;
};

/** What nothing beats on two sides at once; any point becomes an option of the plan. */
export function FindFronts({ found, scenario, records, judging, onUse }: Props) {
  const [front, setFront] = useState<Front>("speed");
  const frontier = foundFrontier(found, scenario, records);
  const start = startFront(found, scenario, records);
  const chips = [...new Set([...frontier.series, ...start.series].map(({ accelerator }) => accelerator))];
  const colors = seriesSlots(chips);
  const slotsOf = (series: readonly { accelerator: string }[]) =>
    series.map(({ accelerator }) => colors[chips.indexOf(accelerator)] ?? 1);
  const use =
    (series: readonly { points: readonly { setting?: Option }[] }[]) => (line: number, place: number) => {
      const setting = series[line]?.points[place]?.setting;
      if (setting) onUse(setting);
    };
  return (
    <div className="mt-5 grid gap-3">
      <Segmented label="Which front" value={front} choices={FRONTS} onChange={setFront} />
      <p className="min-h-4 text-muted text-xs" aria-live="polite">
        {judging &&
          "Points are simulated one by one as the options that they become; until then they are means at their load."}
      </p>
      {front === "speed" ? (
        <ChartFrame
          title="Cost against speed"
          caption="No configuration is both cheaper and faster for each user than these."
          table={frontierTable(frontier)}
        >
          <FrontierPanel frontier={frontier} slots={slotsOf(frontier.series)} onTake={use(frontier.series)} />
        </ChartFrame>
      ) : (
        <ChartFrame
          title="Time to first token against throughput"
          caption="No configuration both starts sooner and gets more out of each accelerator than these."
          table={startTable(found, scenario, records)}
        >
          {start.series.length > 0 && (
            <div>
              <LineKey series={start.series} slots={slotsOf(start.series)} />
              <p className="pl-1 text-2xs text-muted">Output of each accelerator, tok/s</p>
              <PointGroup
                label="Points of first token against throughput"
                lines={start.series.map(({ points }) => points.length)}
                start={{ series: 0, place: 0 }}
                textOf={(line, place) => {
                  const { name = "", points } = start.series[line] ?? {};
                  const point = points?.[place];
                  return point ? startText(name, point.batch, point.ttft, point.throughput) : name;
                }}
                onTake={use(start.series)}
              >
                {(taking) => <StartChart front={start} slots={slotsOf(start.series)} taking={taking} />}
              </PointGroup>
            </div>
          )}
        </ChartFrame>
      )}
    </div>
  );
}
