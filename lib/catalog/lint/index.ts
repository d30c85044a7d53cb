import type { Catalog } from "../catalog";
import { datesReal } from "./dates-real";
import { idsUnique } from "./ids-unique";
import { memoryReported } from "./memory-reported";
import { modelShape } from "./model-shape";
import { parameterCounts } from "./parameter-counts";
import { placesResolve } from "./places-resolve";
import { priceArithmetic } from "./price-arithmetic";
import { priceMarket } from "./price-market";
import { priceRangeOrder } from "./price-range-order";
import { rateRatio } from "./rate-ratio";
import { referencesResolve } from "./references-resolve";
import { ridgePoint } from "./ridge-point";
import type { Finding, Rule } from "./rule";
import { sourcesResolve } from "./sources-resolve";

export type { Finding, Rule } from "./rule";

/** Everything that must hold over the catalog beyond the schema of each record. */
export const rules: readonly Rule[] = [
  sourcesResolve,
  referencesResolve,
  placesResolve,
  idsUnique,
  datesReal,
  rateRatio,
  ridgePoint,
  memoryReported,
  priceArithmetic,
  priceMarket,
  priceRangeOrder,
  parameterCounts,
  modelShape,
];

/** What all rules find; empty when the catalog is sound. */
export function lint(catalog: Catalog): Finding[] {
  return rules.flatMap((rule) => rule.check(catalog));
}
