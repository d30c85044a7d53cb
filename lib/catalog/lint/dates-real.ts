import type { Catalog } from "../catalog";
import {
  acceleratorFile,
  apiPriceFile,
  type Finding,
  historyFile,
  modelFile,
  priceFile,
  type Rule,
} from "./rule";

/** Whether a calendar has this day; a year or a month alone is as exact as its source. */
export function isRealDate(text: string): boolean {
  if (text.length < 10) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function dates(catalog: Catalog): (Finding & { date: string })[] {
  const at = (file: string, field: string, date: string | undefined) =>
    date === undefined ? [] : [{ file, field, date, message: `${date} is no day of the calendar` }];
  return [
    ...catalog.accelerators.flatMap((chip) => at(acceleratorFile(chip), "reviewBy", chip.reviewBy)),
    ...catalog.models.flatMap((model) => [
      ...at(modelFile(model), "reviewBy", model.reviewBy),
      ...at(modelFile(model), "released", model.released),
    ]),
    ...catalog.prices.flatMap((offer) => at(priceFile(offer), "offer.asOf", offer.asOf)),
    ...catalog.earlierPrices.flatMap((offer) => at(historyFile(offer), "offer.asOf", offer.asOf)),
    ...catalog.priceRanges.flatMap((range) => at("data/prices/ranges.toml", "range.asOf", range.asOf)),
    ...catalog.apiPrices.flatMap((offer) => at(apiPriceFile(offer), "offer.asOf", offer.asOf)),
    ...catalog.energy.flatMap(({ id, fact }) =>
      fact.flatMap(({ asOf }) => at(`data/energy/${id}.toml`, "fact.asOf", asOf)),
    ),
    ...catalog.sources.flatMap(({ id, date }) => at(`data/sources/${id}.toml`, "date", date)),
  ];
}

/** Every date exists. */
export const datesReal: Rule = {
  name: "dates are real",
  check: (catalog) =>
    dates(catalog)
      .filter(({ date }) => !isRealDate(date))
      .map(({ date: _, ...finding }) => finding),
};
