import type { Scenario } from "@/lib/scenario";
import { withoutMeasurements } from "@/lib/scenario/measured";
import { decodeScenario, encodeScenario } from "@/lib/scenario/url";

/** Where a tab keeps the plan whose measurements its address does not show. */
const WHOLE_KEY = "whole-plan";

/** A plan as an address shows it: what a person measured goes to others only when they say so. */
export const shown = (scenario: Scenario): string => encodeScenario(withoutMeasurements(scenario));

/**
 * The same for the address of this tab, which keeps the whole. `came` is the link that the plan came with: as long as it
 * is unchanged it stays as it was sent.
 */
export function shownInTab(scenario: Scenario, encoded: string, came: string): string {
  const text = encoded === came ? encoded : shown(scenario);
  try {
    if (text === encoded) sessionStorage.removeItem(WHOLE_KEY);
    else sessionStorage.setItem(WHOLE_KEY, encoded);
  } catch {
    // Storage is forbidden: a reload then brings the plan without its measurements.
  }
  return text;
}

/** The whole plan of an address: what this tab or this browser's draft keeps, where the address shows it; else its own. */
export function whole(encoded: string, draft: string | null): string {
  const link = decodeScenario(encoded);
  // Read and written anew, so that the order in which things were said does not matter.
  const canonical = link.ok && encodeScenario(link.scenario);
  const shows = (each: string | null) => {
    const reading = each === null ? undefined : decodeScenario(each);
    return reading?.ok && shown(reading.scenario) === canonical;
  };
  return [keptInTab(), draft].find(shows) ?? encoded;
}

function keptInTab(): string | null {
  try {
    return sessionStorage.getItem(WHOLE_KEY);
  } catch {
    return null;
  }
}
