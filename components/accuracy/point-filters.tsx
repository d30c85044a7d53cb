"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import {
  FILTERS,
  type FilterId,
  filterChoices,
  NO_FILTER,
  type PointFilter,
} from "@/lib/view/accuracy/filter";
import type { Point } from "@/lib/view/accuracy/point";

type Props = { points: readonly Point[]; filter: PointFilter; onChange: (filter: PointFilter) => void };

const labels: Record<FilterId, string> = {
  metric: "Metric",
  accelerator: "Accelerator",
  engine: "Engine",
  model: "Model",
};

/** What is shown, narrowed by metric, accelerator, engine and model. */
export function PointFilters({ points, filter, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">Show only</legend>
      {FILTERS.map((name) => (
        <div key={name} className="w-60 min-w-0 max-md:w-[calc(50%-0.375rem)]">
          <label htmlFor={`${id}-${name}`} className="text-muted text-xs">
            {labels[name]}
          </label>
          <SelectField
            id={`${id}-${name}`}
            label={labels[name]}
            value={filter[name]}
            choices={filterChoices(points, filter, name)}
            onChange={(value) => onChange({ ...filter, [name]: value })}
          />
        </div>
      ))}
      <Button
        look="quiet"
        disabled={FILTERS.every((name) => !filter[name])}
        onClick={() => onChange(NO_FILTER)}
      >
        Show all
      </Button>
    </fieldset>
  );
}
