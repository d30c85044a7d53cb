import { titleOf } from "@/lib/measure/own-constants";
import { isMeaningful } from "@/lib/scenario/conditions";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";
import { getIn } from "@/lib/scenario/set-in";
import { asTyped, currencyNote } from "./currency";
import { batchText, limitText, offerPrices } from "./money/api-terms";
import { topologyLines } from "./topologies/words";
import { valueText } from "./value-text";

/** One assumption of a plan in words: what it is, and its value with its unit. */
export type ScenarioLine = { label: string; text: string };

/** What all options of a plan share, in the order of the form. `nameOf` gives the name of a record's id. */
export function scenarioLines(scenario: Scenario, nameOf: (id: string) => string): ScenarioLine[] {
  const { currency, apis = [] } = scenario;
  const typed = (path: FieldPath, text: string) => {
    const field = fields[path];
    return field.kind === "number" ? asTyped(text, field.unit, currency) : text;
  };
  const said = (Object.keys(fields) as FieldPath[]).flatMap((path) => {
    const value = getIn(scenario, path);
    const isSaid = typeof value === "string" || typeof value === "number";
    return !isSaid || !isMeaningful(path, scenario)
      ? []
      : [{ label: fields[path].label, text: typed(path, valueText(path, value, nameOf)) }];
  });
  return [
    ...said,
    ...(currency ? [{ label: "Currency", text: currencyNote(currency) }] : []),
    ...apis.map((offer) => ({
      label: `API of ${offer.provider}, ${offer.name}`,
      text: [offerPrices(offer, currency), batchText(offer), limitText(offer), offer.asOf, offer.note]
        .filter(Boolean)
        .join(", "),
    })),
    ...topologyLines(scenario, nameOf),
    ...evidenceLines(scenario),
  ];
}

/** What corrects a plan, and what its constants were fitted by. */
function evidenceLines({ measurements = [], calibration }: Scenario): ScenarioLine[] {
  const on = measurements.filter((run) => run.on);
  const published = on.filter((run) => run.published !== undefined).length;
  const own = on.length - published;
  return [
    ...(on.length === 0
      ? []
      : [{ label: "Corrected by", text: `${own} own and ${published} published measurements` }]),
    ...(calibration
      ? [
          {
            label: "Own calibration",
            text: `${titleOf(calibration)}: ${calibration.constants.map(({ id, constant, mean }) => `${constant} of ${id} ${mean.toPrecision(3)}`).join(", ")}`,
          },
        ]
      : []),
  ];
}
