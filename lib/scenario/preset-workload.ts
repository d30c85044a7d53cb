import type { Preset } from "@/lib/catalog/schema";
import { applyPatch } from "./patch";
import type { Scenario } from "./schema";

/**
 * The scenario asked with the lengths and arrivals of a kind of use. What was not published is not said: without a
 * spread all requests are alike, without a longest one none is planned for.
 */
export function withPreset(scenario: Scenario, preset: Preset): Scenario {
  const { inputTokens, outputTokens, inputSpread = 0, outputSpread = 0, longestInput, model } = preset;
  const { cachedPrefix = 0, burstiness = 1, peakToMean = 1, turns = 1, perHourOfAudio } = preset;
  return applyPatch(scenario, {
    workload: {
      inputTokens,
      outputTokens,
      inputSpread,
      outputSpread,
      longestInput,
      cachedPrefix,
      ...(model ? { model } : {}),
    },
    traffic: {
      burstiness,
      peakToMean,
      turns,
      // Sound comes by the hour: a thousand of them a day, unless another number is said.
      ...(perHourOfAudio ? { load: "requests", requestsPerDay: 1000 * perHourOfAudio } : {}),
    },
  });
}

/** The kind of use that a scenario's lengths are taken from, where they are any's. */
export const presetOf = <P extends Preset>({ workload }: Scenario, presets: readonly P[]): P | undefined =>
  presets.find(
    ({ inputTokens, outputTokens, inputSpread = 0, outputSpread = 0 }) =>
      inputTokens === workload.inputTokens &&
      outputTokens === workload.outputTokens &&
      inputSpread === workload.inputSpread &&
      outputSpread === workload.outputSpread,
  );
