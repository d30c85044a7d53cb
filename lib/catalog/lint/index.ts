import type { Catalog } from "../catalog";
import { aliasContext } from "./alias-context";
import { announcedNamed } from "./announced-named";
import { calibrated } from "./calibrated";
import { cpuCores } from "./cpu-cores";
import { datesReal } from "./dates-real";
import { eightBitShare } from "./eight-bit-share";
import { figurePrinted } from "./figure-printed";
import { hostLink } from "./host-link";
import { idsUnique } from "./ids-unique";
import { lacksNothingGiven } from "./lacks";
import { lawsReasoned } from "./laws-reasoned";
import { linkPorts } from "./link-ports";
import { memoryReported } from "./memory-reported";
import { memoryUnit } from "./memory-unit";
import { modelShape } from "./model-shape";
import { offerPart } from "./offer-part";
import { ownEdition } from "./own-edition";
import { parameterCounts } from "./parameter-counts";
import { partYear } from "./part-year";
import { placesResolve } from "./places-resolve";
import { predictionSaid } from "./prediction-said";
import { priceArithmetic } from "./price-arithmetic";
import { priceMarket } from "./price-market";
import { priceRangeOrder } from "./price-range-order";
import { rateRatio } from "./rate-ratio";
import { referencesResolve } from "./references-resolve";
import { releasedNamed } from "./released-named";
import { ridgePoint } from "./ridge-point";
import type { Finding, Rule } from "./rule";
import { siblingFigures } from "./sibling-figures";
import { sourcesResolve } from "./sources-resolve";

export type { Finding, Rule } from "./rule";

/** Everything that must hold over the catalog beyond the schema of each record. */
export const rules: readonly Rule[] = [
  sourcesResolve,
  figurePrinted,
  referencesResolve,
  placesResolve,
  idsUnique,
  datesReal,
  rateRatio,
  ridgePoint,
  memoryUnit,
  memoryReported,
  linkPorts,
  hostLink,
  eightBitShare,
  lacksNothingGiven,
  ownEdition,
  siblingFigures,
  partYear,
  cpuCores,
  offerPart,
  announcedNamed,
  calibrated,
  lawsReasoned,
  priceArithmetic,
  priceMarket,
  priceRangeOrder,
  parameterCounts,
  modelShape,
  aliasContext,
  releasedNamed,
  predictionSaid,
];

/** What all rules find; empty when the catalog is sound. */
export function lint(catalog: Catalog): Finding[] {
  return rules.flatMap((rule) => rule.check(catalog));
}
