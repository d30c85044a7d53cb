import type { ApiOffer, Workload } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";

const PER_MILLION = parseUnit("USD/Mtok").factor;

/**
 * What a token of a request costs at a managed API, input and output together, USD. Input in the provider's cache costs
 * its own price. It imports no formula: a first page shows it before the engine is there.
 */
export function apiCost(
  { input, output, cachedInput = input }: ApiOffer,
  {
    inputTokens,
    outputTokens,
    cachedPrefix,
  }: Pick<Workload, "inputTokens" | "outputTokens" | "cachedPrefix">,
): number {
  const read = inputTokens * ((1 - cachedPrefix) * input + cachedPrefix * cachedInput);
  return ((read + outputTokens * output) / (inputTokens + outputTokens)) * PER_MILLION;
}
