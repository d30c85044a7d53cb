import type { Leg, Routed, Routing, Service } from "@/lib/engine/fleet/route";
import { figureColumn } from "./figure-column";
import { percent } from "./percent";
import type { Cell, Column, Table } from "./table";

const COLUMNS: Column[] = [
  { id: "who", label: "Deployment", kind: "text" },
  { id: "part", label: "Requests", kind: "text" },
  ...(["acceleratorCount", "monthlyCost", "costPerToken", "ttft", "requestLatency"] as const).map(
    figureColumn,
  ),
  { id: "goals", label: "Goals", kind: "text" },
];

const row = (who: string, part: string, service: Service): Record<string, Cell> => ({
  who,
  part,
  acceleratorCount: service.accelerators,
  monthlyCost: service.monthlyCost ?? null,
  costPerToken: service.costPerToken ?? null,
  ttft: service.ttft,
  requestLatency: service.answer,
  goals: service.keeps ? "kept" : "missed",
});

const legRow = (who: string, part: string, { figures, keeps }: Leg): Record<string, Cell> => ({
  who,
  part,
  acceleratorCount: figures.acceleratorCount ?? null,
  monthlyCost: figures.monthlyCost ?? null,
  costPerToken: figures.costPerToken ?? null,
  ttft: figures.ttft ?? null,
  requestLatency: figures.requestLatency ?? null,
  goals: keeps ? "kept" : "missed",
});

/** Both deployments, the two together, and all on the large one, a row each. `names` are those of the plan's options. */
export function routeTable(
  { small, large, together, alone }: Routed,
  routing: Routing,
  names: readonly string[],
): Table {
  const { first, escalated } = routing;
  const [one = "", other = ""] = [names[routing.small], names[routing.large]];
  const direct = `${percent(1 - first, 0)} at once`;
  return {
    id: "routing",
    title: "Requests routed by difficulty",
    columns: COLUMNS,
    rows: [
      legRow(one, `${percent(first, 0)} first`, small),
      legRow(other, `${direct}, ${percent(first * escalated, 0)} sent on`, large),
      row("Together", "all", together),
      row(`All on ${other}`, "all", alone),
    ],
  };
}
