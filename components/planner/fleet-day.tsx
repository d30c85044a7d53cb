"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { FleetDayView } from "@/lib/view/fleet-day";

/** A day of an option whose replicas follow the load, beside a fixed fleet. */
export function FleetDay({ facts, table, shape }: FleetDayView) {
  return (
    <div className="mt-6 grid gap-x-8 gap-y-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        <h3 className="font-semibold text-base">Scaling with the load</h3>
        <dl className="mt-2 grid gap-2">
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-muted">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ChartFrame
        title="A day by the hour"
        caption={`${shape}. Late are requests that come when replicas are too few for the goals, or behind others that wait.`}
        table={table}
      />
    </div>
  );
}
