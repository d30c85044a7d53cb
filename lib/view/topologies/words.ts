import type { PlanCurrency } from "@/lib/scenario/currency";
import { readNumber } from "@/lib/scenario/read-field";
import type { Scenario } from "@/lib/scenario/schema";
import type { Part, Topology } from "@/lib/scenario/topology";
import { type PartField, topologyFields } from "@/lib/scenario/topology-fields";
import { asTyped } from "../currency";
import { inSentence } from "../in-sentence";
import { serverName, serverNames } from "./server-names";

/** What a part says of itself, in words and units: "share 70 %, sites 20". */
export function partText(part: Part, currency: PlanCurrency | undefined): string {
  const numbers = (Object.keys(topologyFields) as PartField[]).flatMap((key) => {
    const value = part[key];
    if (value === undefined) return [];
    const reading = readNumber(topologyFields[key], value);
    const name = inSentence(topologyFields[key].label);
    const text = `${name} ${reading.ok ? reading.understood : value}`;
    return [asTyped(text, topologyFields[key].unit, currency)];
  });
  const said = [...numbers, ...(part.area ? [`stands in ${part.area}`] : [])];
  return said.length > 0 ? said.join(", ") : "what comes from the part before";
}

/** A topology as one assumption of a plan: its name, and what each part is served by and says. */
export function topologyLines(
  scenario: Scenario,
  nameOf: (id: string) => string,
): { label: string; text: string }[] {
  const names = serverNames(scenario, nameOf);
  const text = ({ area, parts }: Topology) =>
    [
      ...parts.map((part) => `${serverName(part, names)}: ${partText(part, scenario.currency)}`),
      ...(area ? [`requests stay in ${area}`] : []),
    ].join("; ");
  return (scenario.topologies ?? []).map((topology) => ({
    label: `Topology “${topology.name}”`,
    text: text(topology),
  }));
}
