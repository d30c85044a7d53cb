"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import type { Estimate } from "@/lib/engine";
import type { PublishedNear } from "@/lib/measure/published";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Scenario } from "@/lib/scenario/schema";
import { grouped } from "@/lib/units";
import { measuredScenario } from "@/lib/view/operating";
import { queryClient } from "../planner/server-calls";

type Props = {
  estimate: Estimate;
  scenario: Scenario;
  index: number;
  frozen: boolean;
  onChange: (measurements: OwnMeasurement[]) => void;
};

/** Published runs of an option's own deployment, and the switch that lets them correct the plan as a person's own do. */
export function PublishedRuns({ estimate, scenario, index, frozen, onChange }: Props) {
  const { measurements = [] } = scenario;
  const taken = measurements.filter(({ published }) => published !== undefined);
  const body = JSON.stringify(askedOf(measuredScenario(estimate)));
  const { data, isError } = useQuery(
    {
      queryKey: ["nearby", body],
      queryFn: async ({ signal }): Promise<PublishedNear[]> => {
        const headers = { "Content-Type": "application/json" };
        const response = await fetch("/api/v1/nearby", { method: "POST", headers, body, signal });
        if (!response.ok) throw new Error(`The server answered ${response.status}.`);
        return (await response.json()).options;
      },
      enabled: !frozen,
      placeholderData: (before) => before,
    },
    queryClient,
  );
  const { count = 0, runs = [] } = data?.[index] ?? {};
  if (taken.length > 0)
    return (
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="font-medium text-good">Measured nearby</span>
        <span className="text-muted">
          {taken.length} published {taken.length === 1 ? "run corrects" : "runs correct"} this plan and{" "}
          {taken.length === 1 ? "is" : "are"} saved with it.
        </span>
        {!frozen && (
          <Button
            look="quiet"
            onClick={() => onChange(measurements.filter(({ published }) => published === undefined))}
          >
            Predict without {taken.length === 1 ? "it" : "them"}
          </Button>
        )}
      </p>
    );
  if (frozen || isError || !data) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-muted">
        {count === 0
          ? "Nobody published a run of this model on this accelerator with this software."
          : `${grouped(count)} published ${count === 1 ? "run" : "runs"} of this model on this accelerator with this software.`}
      </span>
      {runs.length > 0 && (
        <Button onClick={() => onChange([...measurements, ...runs])}>
          Correct by the {runs.length === 1 ? "one" : `${runs.length} nearest`}
        </Button>
      )}
    </p>
  );
}

/** What published runs are looked up by: neither a name, nor a price, nor what corrects the plan already. */
function askedOf({ v, workload, serving, options, custom }: Scenario) {
  const unpriced = options.map(({ pricePerHour: _price, offer: _offer, ...option }) => option);
  return { v, workload, serving, options: unpriced, custom };
}
