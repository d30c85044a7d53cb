"use client";

import { useState } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SensitivityChart } from "@/components/charts/sensitivity-chart";
import { SelectField } from "@/components/ui/select-field";
import { cheapestOption, cheapestRunning } from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { seriesColor } from "@/lib/view/palette";
import { sensitivityTable } from "@/lib/view/sensitivity";
import { usePlanner } from "./planner-context";
import type { TabProps } from "./result-tabs";

/** Which inputs the cost of one option hangs on. */
export default function SensitivityTab({ estimate, slots }: TabProps) {
  "use memo";
  const { engine, records } = usePlanner().state;
  const [chosen, setChosen] = useState<number | null>(null);
  if (!engine) return <p className="grid h-[26rem] place-items-center text-muted">Loading the engine…</p>;
  const names = optionNames(estimate);
  const known = chosen !== null && chosen < names.length ? chosen : null;
  const index = known ?? cheapestOption(estimate, "blended") ?? cheapestRunning(estimate, "blended") ?? 0;
  const rows = engine.sensitivity(estimate, records, index);
  const accelerator = estimate.options[index]?.accelerator.id ?? "";
  return (
    <ChartFrame
      title="What moves the cost"
      caption="Each input alone, a fifth down and up or to its neighbouring choice; everything else stays. Left is cheaper."
      table={sensitivityTable(names[index] ?? "", rows)}
    >
      <div className="grid gap-3">
        {names.length > 1 && (
          <SelectField
            id="sensitivity-option"
            label="Option"
            value={String(index)}
            choices={names.map((name, place) => ({ value: String(place), label: name }))}
            onChange={(value) => setChosen(Number(value))}
            className="max-w-80"
          />
        )}
        {rows.length > 0 ? (
          <SensitivityChart rows={rows} color={seriesColor(slots.get(accelerator) ?? 1)} />
        ) : (
          <p>This option has no cost that could move: it does not fit, or no price is known.</p>
        )}
      </div>
    </ChartFrame>
  );
}
