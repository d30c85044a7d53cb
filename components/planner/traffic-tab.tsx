"use client";

import ScaledLines from "@/components/board/scaled-lines";
import { ChartFrame } from "@/components/charts/chart-frame";
import { trafficFacts, trafficTable } from "@/lib/view/board/traffic-table";
import { fleetDayView } from "@/lib/view/fleet-day";
import { optionNames } from "@/lib/view/option-name";
import { FleetDay } from "./fleet-day";
import type { TabProps } from "./result-tabs";
import { useDay } from "./use-day";

/** How one row meets the traffic: its replicas, their load, and what requests go through in the busiest hour. */
export default function TrafficTab({ estimate, row }: TabProps) {
  "use memo";
  const facts = trafficFacts(estimate, row);
  const name = optionNames(estimate)[row] ?? "";
  const { operation, figures } = estimate.options[row] ?? {};
  const simulated = operation?.percentiles;
  const { traffic } = estimate.scenario;
  const named = useDay(traffic.dayShape);
  const isKnown = traffic.dayShape === undefined || named !== undefined;
  const day =
    operation && figures && isKnown
      ? fleetDayView(estimate.scenario, operation, figures, named, estimate.scenario.currency)
      : undefined;
  if (facts.length === 0) {
    return (
      <p>
        {estimate.options[row]?.verdict.feasible
          ? "A batch is asked for, so nothing is sized: say users, requests or tokens in the question to see the traffic."
          : `${name} cannot run, so there is no traffic on it.`}
      </p>
    );
  }
  return (
    <>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div>
          <h3 className="font-semibold text-base">{name}</h3>
          <dl className="mt-2">
            {facts.map(({ label, text }) => (
              <div key={label} className="flex min-h-6 items-baseline justify-between gap-3">
                <dt className="text-muted">{label}</dt>
                <dd className="text-right">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
        {simulated ? (
          <ChartFrame
            title="Times of requests in the busiest hour"
            caption="Simulated event by event, with lengths and arrivals drawn as the question says; the error is what so few simulated requests leave open."
            table={trafficTable(estimate, row)}
          />
        ) : (
          <p className="text-muted">Simulating…</p>
        )}
      </div>
      {day && <FleetDay {...day} />}
      {day && <ScaledLines estimate={estimate} rows={[row]} />}
    </>
  );
}
