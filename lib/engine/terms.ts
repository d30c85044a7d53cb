import type { Option, Scenario } from "@/lib/scenario";
import type { Terms } from "./bind";
import type { Lookup } from "./deployment";

const SECONDS_PER_HOUR = 3600;

/** Price and serving settings of one option: the person's price where given, else the catalog's, else none. */
export function termsOf(scenario: Scenario, index: number, lookup: Lookup): Terms {
  const { accelerator, pricePerHour } = scenario.options[index] as Option;
  const listed = lookup.price(accelerator)?.perAcceleratorHour.value;
  const price = pricePerHour === undefined ? listed : pricePerHour / SECONDS_PER_HOUR;
  return {
    memoryFraction: scenario.serving.memoryFraction,
    chunkTokens: scenario.serving.chunkTokens,
    utilisation: scenario.finance.utilisation,
    ...(price === undefined ? {} : { price }),
  };
}
