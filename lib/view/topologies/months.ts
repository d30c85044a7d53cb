import type { Lookup, TopologyEstimate } from "@/lib/engine";
import { projectTopology, type TopologyMonthlyId, topologyMonthQuantity } from "@/lib/money";
import type { Scenario } from "@/lib/scenario/schema";
import type { Column, Table } from "../table";

const TOTALS: readonly [TopologyMonthlyId, string][] = [
  ["topologyPaidTotal", "Paid"],
  ["topologyPresentTotal", "Present value"],
  ["topologyPaidPerToken", "Per token"],
];

/** What each topology comes to over the plan's months: its sites' own months, and what follows the requests. */
export function topologyMonthsTable(
  scenario: Scenario,
  topologies: readonly TopologyEstimate[],
  lookup: Lookup,
): Table {
  const rows = topologies.map((topology) => {
    const found = projectTopology(scenario, topology, lookup);
    const known = typeof found !== "string";
    return {
      topology: topology.name,
      ...Object.fromEntries(TOTALS.map(([id]) => [id, known ? found.total(id) : null])),
      last: known ? found.monthly("topologyMonthPaid", found.months.length - 1) : null,
      note: known ? null : found,
    };
  });
  const isNoted = rows.some(({ note }) => note !== null);
  return {
    id: "topology-months",
    title: "Topologies over the months",
    columns: [
      { id: "topology", label: "Topology", kind: "text" },
      ...TOTALS.map(
        ([id, label]): Column => ({ id, label, unit: topologyMonthQuantity(id).unit, kind: "number" }),
      ),
      { id: "last", label: "Last month", unit: "USD", kind: "number" },
      ...(isNoted ? [{ id: "note", label: "Note", kind: "text" as const }] : []),
    ],
    rows,
  };
}
