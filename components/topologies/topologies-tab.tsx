"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { figureCell } from "@/components/planner/figure-cell";
import { usePlanner } from "@/components/planner/planner-context";
import type { TabProps } from "@/components/planner/result-tabs";
import { boardOf } from "@/lib/view/board/board";
import { inCurrency } from "@/lib/view/currency";
import { isAsked } from "@/lib/view/goals";
import { lookupOf } from "@/lib/view/lookup-of";
import { topologyMonthsTable } from "@/lib/view/topologies/months";
import { routeOf } from "@/lib/view/topologies/route";
import { nameIn, serverNames } from "@/lib/view/topologies/server-names";
import { topologyTable } from "@/lib/view/topologies/table";
import { AddTopology } from "./add-topology";
import { TopologyCard } from "./topology-card";
import { useTopologies } from "./use-topologies";

/** Ways to deploy, composed of the plan's options and APIs, side by side. */
export default function TopologiesTab({ estimate }: TabProps) {
  const { state } = usePlanner();
  const { found, isCurrent } = useTopologies(state);
  const { scenario, frozen } = state;
  const names = serverNames(scenario, nameIn(scenario, state.records));
  const best = boardOf(estimate).kept[0]?.index ?? 0;
  const { topologies = [] } = scenario;
  if (!isAsked(scenario)) {
    return (
      <p>
        A batch is asked for, so that nothing is sized: say users, requests or tokens in the question to
        compare ways to deploy.
      </p>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="max-w-3xl">
        <h3 className="font-semibold text-base">Ways to deploy this</h3>
        <p className="text-muted">
          Each part of a topology is sized for what comes to it, as an option of the plan is for everything.
          What sites lose by not sharing replicas follows from that; no factor is put in.
        </p>
      </div>
      {!frozen && <AddTopology best={best} {...routeOf(estimate, best)} />}
      {topologies.length > 0 && (
        <div className={`grid gap-4 ${isCurrent ? "" : "stale"}`} aria-busy={!isCurrent}>
          {found.length > 0 ? (
            <ChartFrame
              title="Side by side"
              caption={`All serve the same ${scenario.traffic.load === "users" ? "people, who ask more often where they are answered sooner" : "requests"}. Utilisation is what comes over what the paid replicas carry within the goals. Beyond one pool are accelerators that sites have and one site would not need. Times are over all requests, the network included.`}
              table={inCurrency(topologyTable(estimate, found), scenario.currency)}
              explained={figureCell}
            />
          ) : (
            <p className="text-muted">{frozen ? "Nothing was kept of them." : "Simulating…"}</p>
          )}
          {/* A saved plan keeps figures, not the sites that months would be counted from. */}
          {found.length > 0 && !frozen && (
            <ChartFrame
              title="Over the months"
              caption="With the growth, terms and prices of the Money tab: each site on its own months, tokens of an API and egress by the requests, upkeep as it is."
              table={inCurrency(
                // Another model's record may be on its way: the months are those of the plan that was computed.
                topologyMonthsTable(state.estimated, found, lookupOf(state.records, state.estimated)),
                scenario.currency,
              )}
            />
          )}
          {topologies.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a topology has no other identity than its place
            <TopologyCard key={index} index={index} found={found[index]} names={names} />
          ))}
        </div>
      )}
    </div>
  );
}
