"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { DialogActions, DialogFrame } from "@/components/custom/dialog-frame";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { Slider } from "@/components/ui/slider";
import { isRefused } from "@/lib/engine";
import { type Routing, routed } from "@/lib/engine/fleet/route";
import { lookupOf } from "@/lib/view/lookup-of";
import { percent } from "@/lib/view/percent";
import { routeTable } from "@/lib/view/route";
import { routeNames } from "@/lib/view/route-names";

const SHARES = { min: 0.01, max: 0.99, step: 0.01, scale: "linear" } as const;

/** What a router between two options of the plan saves: the easy requests to one, the hard ones to the other. */
export default function RoutePanel({ onClose }: { onClose: () => void }) {
  const { scenario, records } = usePlanner().state;
  const last = scenario.options.length - 1;
  const [asked, setAsked] = useState<Routing>({ small: 0, large: last, first: 0.7, escalated: 0.2 });
  const routing = useDeferredValue(asked);
  const names = routeNames(scenario, records);
  const found = useMemo(
    () => routed(scenario, routing, lookupOf(records, scenario)),
    [scenario, records, routing],
  );
  const id = useId();
  const choices = names.map((label, index) => ({ value: String(index), label }));
  return (
    <DialogFrame
      wide
      title="Route requests by difficulty"
      description="A router sends what looks easy to one option and the rest to another. What the first does not answer well enough is asked again of the second, and both are paid."
      onClose={onClose}
    >
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        {(["small", "large"] as const).map((leg) => (
          <label key={leg} htmlFor={`${id}-${leg}`} className="block">
            <span className="text-muted text-xs">
              {leg === "small" ? "Asked first" : "Asked for the rest"}
            </span>
            <SelectField
              id={`${id}-${leg}`}
              label={leg === "small" ? "Option that is asked first" : "Option that is asked for the rest"}
              value={String(asked[leg])}
              choices={choices}
              onChange={(value) => setAsked({ ...asked, [leg]: Number(value) })}
            />
          </label>
        ))}
        {(["first", "escalated"] as const).map((share) => {
          const label = share === "first" ? "Requests that are sent there first" : "Of those, sent on";
          return (
            <div key={share}>
              <p className="flex justify-between text-muted text-xs">
                {label}
                <span className="text-text tabular-nums">{percent(asked[share], 0)}</span>
              </p>
              <Slider
                label={label}
                value={asked[share]}
                range={SHARES}
                valueText={percent(asked[share], 0)}
                onChange={(value) => setAsked({ ...asked, [share]: value })}
              />
            </div>
          );
        })}
      </div>
      <div className="mt-4">
        {isRefused(found) ? (
          <p role="status" className="font-medium">
            {found.message}.
          </p>
        ) : (
          <ChartFrame
            title="Together and alone"
            caption="Each of the two is sized for its own part of the traffic and keeps the goals for it; times of the two together are means over all requests."
            table={routeTable(found, routing, names)}
          />
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </DialogFrame>
  );
}
