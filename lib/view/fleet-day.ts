import type { Day } from "@/lib/catalog/schema";
import { type Figures, type FleetDay, fleetDays, type Sized } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { formatQuantity, grouped } from "@/lib/units";
import { moneyText } from "./currency";
import { percent } from "./percent";
import type { Table } from "./table";

const SECONDS_PER_HOUR = 3600;
const SHARE = 100;

/** A day of an option whose replicas follow the load: what it comes to beside a fixed fleet, and its hours. */
export interface FleetDayView {
  readonly facts: readonly { label: string; text: string }[];
  readonly table: Table;
  /** How the load is spread over the hours in use. */
  readonly shape: string;
}

/**
 * The hours of a sized option's day, with as many replicas all day and as they follow the load; undefined where the
 * traffic does not say how, or it is not known how long a replica takes to start.
 */
export function daysOf(
  { traffic, goals }: Pick<Scenario, "traffic" | "goals">,
  operation: Sized,
  { coldStart: start, acceleratorCount }: Figures,
  day?: Day,
) {
  if (start === undefined || acceleratorCount === undefined) return undefined;
  const accelerators = acceleratorCount / operation.replicas;
  return fleetDays(traffic, operation, { start, accelerators, spare: goals.spare }, day?.hours);
}

/**
 * The day of a sized option, where the traffic says how replicas follow the load; undefined where it does not, and where
 * it is not known how long a replica takes to start. `day` is the published one that the traffic names.
 */
export function fleetDayView(
  scenario: Pick<Scenario, "traffic" | "goals">,
  operation: Sized,
  figures: Figures,
  day?: Day,
  currency?: PlanCurrency,
): FleetDayView | undefined {
  const { coldStart, costRate } = figures;
  const days = daysOf(scenario, operation, figures, day);
  if (!days || coldStart === undefined) return undefined;
  const { fixed, scaled } = days;
  const perHour = costRate === undefined ? undefined : (costRate / operation.replicas) * SECONDS_PER_HOUR;
  const said = ({ replicaHours, late, requests }: FleetDay) => {
    const hours = `${grouped(Math.round(replicaHours))} replica-hours`;
    const cost =
      perHour === undefined ? "" : `, ${moneyText(replicaHours * perHour, "USD", currency).number}`;
    return `${hours}${cost}, ${percent(requests > 0 ? late / requests : 0, 1)} of requests late`;
  };
  return {
    facts: [
      { label: "Replicas that follow the load", text: said(scaled) },
      { label: "As many all day", text: said(fixed) },
      { label: "A replica starts in", text: inWords(coldStart, "s") },
    ],
    shape: day
      ? `${day.text}, bent to the peak that is asked for`
      : "The load is one wave over the hours in use",
    table: {
      id: "day",
      title: "A day by the hour",
      columns: [
        { id: "hour", label: "Hour", kind: "text" },
        { id: "rate", label: "Requests", unit: "1/s", kind: "number" },
        { id: "replicas", label: "Replicas paid for", kind: "number" },
        { id: "late", label: "Late", unit: "%", kind: "number" },
      ],
      rows: scaled.hours.map(({ hour, rate, replicas, late }) => ({
        hour: `${String(hour).padStart(2, "0")}:00`,
        rate,
        replicas,
        late: SHARE * late,
      })),
    },
  };
}

function inWords(value: number, unit: string): string {
  const { number, unit: suffix } = formatQuantity(value, unit);
  return suffix ? `${number} ${suffix}` : number;
}
