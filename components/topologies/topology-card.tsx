"use client";

import { useState } from "react";
import { TableView } from "@/components/charts/table-view";
import { figureCell } from "@/components/planner/figure-cell";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { Condition, TopologyEstimate } from "@/lib/engine";
import { withTopologies } from "@/lib/scenario/topology-edits";
import { inCurrency } from "@/lib/view/currency";
import { serverName, type serverNames } from "@/lib/view/topologies/server-names";
import { partTable } from "@/lib/view/topologies/table";
import { partText } from "@/lib/view/topologies/words";
import { TopologyEditor } from "./topology-editor";

type Props = {
  index: number;
  /** Absent while it is composed for the first time. */
  found: TopologyEstimate | undefined;
  names: ReturnType<typeof serverNames>;
};

/** One topology: its parts with their figures, what must be true, and on request its settings. */
export function TopologyCard({ index, found, names }: Props) {
  const { state, dispatch } = usePlanner();
  const [open, setOpen] = useState(false);
  const { scenario, frozen } = state;
  const topology = scenario.topologies?.[index];
  if (!topology) return null;
  const remove = () => {
    const left = (scenario.topologies ?? []).toSpliced(index, 1);
    dispatch({ type: "change", scenario: withTopologies(scenario, left) });
  };
  return (
    <section aria-label={topology.name} className="rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <h4 className="wrap-anywhere font-semibold">{topology.name}</h4>
          <p className="text-muted text-xs">
            {topology.parts
              .map((part) => `${serverName(part, names)}: ${partText(part, scenario.currency)}`)
              .join(" → ")}
            {topology.area && ` · requests stay in ${topology.area}`}
          </p>
        </div>
        {!frozen && (
          <div className="screen-only flex gap-1">
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Done" : "Change"}
              <span className="sr-only"> {topology.name}</span>
            </Button>
            <IconButton label={`Remove ${topology.name}`} onClick={remove}>
              <Icon name="close" />
            </IconButton>
          </div>
        )}
      </div>
      {open && !frozen && <TopologyEditor topology={topology} index={index} names={names} />}
      {found?.verdict.feasible === false && <p className="mt-3 font-medium">{found.verdict.message}.</p>}
      {found && found.parts.length > 0 && (
        <div className="mt-3 grid gap-3">
          <TableView
            table={inCurrency(partTable(found, index, names), scenario.currency)}
            explained={figureCell}
          />
          {found.conditions.length > 0 && <Conditions conditions={found.conditions} />}
        </div>
      )}
    </section>
  );
}

const HOLDS = { yes: "Holds", no: "Does not hold", open: "Yours to know" } as const;
const LOOK = { yes: "text-good", no: "text-bad", open: "text-muted" } as const;

/** What must be true for the figures to hold; each is told once, whichever parts it is about. */
function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <div>
      <h5 className="text-muted text-xs">What must be true</h5>
      <ul className="mt-1 grid gap-0.5">
        {conditions.map(({ part, holds, text }) => (
          <li key={`${part} ${text}`} className="flex items-baseline gap-2">
            <span className="whitespace-nowrap text-muted text-xs">Part {part + 1}</span>
            <span className="min-w-0 grow">{text}.</span>
            <span className={`whitespace-nowrap text-xs ${LOOK[holds]}`}>{HOLDS[holds]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
