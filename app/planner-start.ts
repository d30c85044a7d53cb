import "server-only";
import type { PickerItem, PickerLists } from "@/components/planner/picker-item";
import type { PlannerStart } from "@/components/planner/use-planner-state";
import * as catalog from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import { answer } from "@/lib/engine";
import { modelsOf, placesOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { formatQuantity, perLocale } from "@/lib/units";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupFor } from "./catalog-lookup";
import { acceleratorItem, inPickingOrder, suggestedAccelerators } from "./picker-accelerators";
import { sourcesOf } from "./record-sources";

const byId = <T extends { id: string }>(records: readonly T[]): Record<string, T> =>
  Object.fromEntries(records.map((record) => [record.id, record]));

const known = <T>(record: T | undefined): record is T => record !== undefined;

/** The part of the catalog that a scenario is computed from in the browser. */
export function recordsOf(scenario: Scenario): CatalogRecords {
  const ids = [...new Set(scenario.options.map((option) => option.accelerator))];
  const models = modelsOf(scenario).map(catalog.model).filter(known);
  const accelerators = ids.map(catalog.accelerator).filter(known);
  const { price } = catalogLookup();
  const prices = ids.map(price).filter(known);
  const places = placesOf(scenario).map(catalog.place).filter(known);
  const formats = catalog.formats();
  const calibration = catalog.calibrations();
  return {
    version: catalog.catalogVersion(),
    models: byId(models),
    accelerators: byId(accelerators),
    formats: byId(formats),
    prices: Object.fromEntries(prices.map((price) => [price.accelerator, price])),
    places: byId(places),
    calibration,
    sources: byId(sourcesOf(models, accelerators, prices, places, formats, calibration)),
  };
}

/** Everything a planner page starts from: the first answer and what the browser needs to go on by itself. */
export function plannerStart(scenario: Scenario): PlannerStart {
  const known = starts.get(scenario);
  if (known) return known();
  const start = perLocale(() => ({
    scenario,
    estimate: answer(scenario, lookupFor(scenario)),
    records: recordsOf(scenario),
  }));
  starts.set(scenario, start);
  return start();
}

/** The page opens with the same plan for everybody, whose percentiles are simulated once a locale. */
const starts = new WeakMap<Scenario, () => PlannerStart>();

/** Parameter counts are said in billions, whatever the prefix of a thousand million is. */
const counts: Record<string, string> = { G: "B", T: "T", M: "M" };

/** Three significant digits and no more zeros than it takes: a name says 7B where a card says 7.00. */
function parameterText(parameters: number): string {
  const { full } = formatQuantity(Number(parameters.toPrecision(3)), "1");
  return full.replace(/\s*([GTM])$/, (_, prefix: string) => counts[prefix] ?? prefix);
}

function originOf(id: string) {
  const source = catalog.source(id);
  return { title: source?.title ?? id, where: source?.where ?? "" };
}

/** The lists that models, accelerators and places are picked from. */
export function pickerLists(): PickerLists {
  const models = catalog.models().map((model): PickerItem => {
    const facts = parameterText(model.published?.parameters ?? parameters(model).total);
    return { id: model.id, name: model.name, group: model.developer, facts };
  });
  const { price } = catalogLookup();
  const priced = catalog.accelerators().map((accelerator) => ({ accelerator, price: price(accelerator.id) }));
  return {
    models: models.sort((a, b) => a.group.localeCompare(b.group) || a.name.localeCompare(b.name)),
    places: catalog.places().map(({ group, ...place }) => ({ ...place, group, facts: group })),
    accelerators: inPickingOrder(priced).map(acceleratorItem),
    presets: catalog.presets().map((preset) => ({ ...preset, origin: originOf(preset.source) })),
    suggested: suggestedAccelerators(priced, (id) => catalog.pricesOf(id).length),
  };
}
