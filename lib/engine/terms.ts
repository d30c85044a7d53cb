import type { Option, Scenario } from "@/lib/scenario";
import type { Terms } from "./bind";
import type { Lookup } from "./deployment";

const SECONDS_PER_HOUR = 3600;

/** USD per second of an option's accelerator: the person's price where given, else the catalog's, else undefined. */
export const priceOf = ({ accelerator, pricePerHour }: Option, lookup: Lookup): number | undefined =>
  pricePerHour === undefined
    ? lookup.price(accelerator)?.perAcceleratorHour.value
    : pricePerHour / SECONDS_PER_HOUR;

/** Price and serving settings of one option. */
export function termsOf(scenario: Scenario, index: number, lookup: Lookup): Terms {
  const price = priceOf(scenario.options[index] as Option, lookup);
  return {
    memoryFraction: scenario.serving.memoryFraction,
    chunkTokens: scenario.serving.chunkTokens,
    utilisation: scenario.finance.utilisation,
    ...(price === undefined ? {} : { price }),
  };
}
