import type { Price } from "@/lib/catalog/schema";
import { daysSince } from "./age";
import type { CatalogColumn, CatalogTable } from "./catalog-table";
import { originOfFigure, type SourceLookup, withSources } from "./cells";
import { offerOrigin } from "./hardware";
import { inUnit } from "./in-unit";
import { termLabels } from "./offer-text";
import { offerPlanPath } from "./plan-paths";

const hourly = { unit: "USD/h", base: "USD/s", kind: "number", filter: "number" } as const;
const choice = { kind: "text", filter: "choice" } as const;

const columns: CatalogColumn[] = [
  {
    id: "accelerator",
    label: "Accelerator",
    kind: "text",
    filter: "text",
    link: { path: "/hardware", key: "acceleratorId" },
  },
  { id: "provider", label: "Provider", ...choice, narrow: true },
  { id: "instance", label: "Instance", kind: "text", filter: "text", empty: "not named" },
  {
    id: "count",
    label: "In the instance",
    unit: "1",
    base: "1",
    kind: "number",
    filter: "number",
    help: "Accelerators that one instance has.",
  },
  { id: "area", label: "Area", ...choice, extra: true },
  { id: "region", label: "Region", kind: "text", filter: "text", narrow: true, empty: "not named" },
  { id: "term", label: "Term", ...choice, narrow: true },
  { ...hourly, id: "price", label: "Per accelerator", narrow: true },
  { ...hourly, id: "instancePrice", label: "Per instance", extra: true, empty: "not given" },
  { id: "asOf", label: "As of", kind: "text", filter: "date", narrow: true },
  {
    id: "age",
    label: "Age",
    unit: "d",
    base: "s",
    kind: "number",
    filter: "number",
    extra: true,
    help: "Days since the date of the price, from the first day of a month or a year.",
  },
  {
    id: "start",
    label: "In plans",
    ...choice,
    extra: true,
    empty: "no",
    help: "The offer that a plan starts from: the middle provider of the newest 90 days on demand in the US.",
  },
  { id: "source", label: "Source", kind: "text", filter: "text", extra: true },
];

/** A list is read from today backwards; as text a month or a year stands behind the days in it. */
const newestFirst = (a: Price, b: Price): number => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1);

/**
 * Dated offers as a table, newest first. `nameOf` names an accelerator, `plannable` tells whether a plan can use it,
 * `startsPlans` tells the offer that a plan starts from, and `today` is YYYY-MM-DD.
 */
export function offersTable(
  offers: readonly Price[],
  nameOf: (acceleratorId: string) => string,
  plannable: (acceleratorId: string) => boolean,
  startsPlans: (offer: Price) => boolean,
  sourceOf: SourceLookup,
  today: string,
): CatalogTable {
  const origins: CatalogTable["origins"] = {};
  const rows = [...offers].sort(newestFirst).map((offer) => {
    const { id, accelerator, provider, instance, perInstanceHour, asOf } = offer;
    // The date's own column carries the mark of age.
    const { stale, ...price } = offerOrigin(offer, today);
    origins[id] = {
      price,
      ...(stale ? { asOf: { source: price.source, stale } } : {}),
      ...(perInstanceHour ? { instancePrice: originOfFigure(perInstanceHour) } : {}),
    };
    return {
      id,
      acceleratorId: accelerator,
      accelerator: nameOf(accelerator),
      provider,
      instance: instance ?? null,
      count: offer.accelerators,
      area: offer.area,
      region: offer.region ?? null,
      term: termLabels[offer.term],
      price: inUnit(offer.perAcceleratorHour.value, "USD/h", "USD/s"),
      instancePrice: perInstanceHour ? inUnit(perInstanceHour.value, "USD/h", "USD/s") : null,
      asOf,
      age: daysSince(asOf, today),
      start: startsPlans(offer) ? "yes" : null,
      source: sourceOf(offer.source)?.title ?? offer.source,
      plan: plannable(accelerator) ? offerPlanPath(accelerator, id) : null,
    };
  });
  return withSources(
    { id: "offers", title: "Accelerator-hours", columns, rows, origins, planKey: "plan" },
    sourceOf,
  );
}
