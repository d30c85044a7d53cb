import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { catalogVersion } from "@/lib/catalog";
import { ENGINE_VERSION, isRefused, sized } from "@/lib/engine";
import { fieldErrors } from "@/lib/scenario/field-error";
import { planOf } from "@/lib/scenario/plan";
import { invalid, type Outcome } from "../outcome";
import { simulateSchema } from "../request-schemas";
import { withScenario } from "../scenario-answers";

/**
 * Simulates the requests of a scenario, event by event, at the load that its traffic needs: of each option the means and
 * percentiles of its times, each with its sampling error, or why it cannot run. Offline work has no waiting to simulate.
 */
export function simulatedTimes(body: unknown): Outcome<object> {
  const reading = simulateSchema.safeParse(body, { reportInput: true });
  if (!reading.success) return invalid(fieldErrors(reading.error.issues), "The request is not valid");
  const { scenario: sent, seed } = reading.data;
  return withScenario(sent, "scenario.", (scenario) => {
    const lookup = lookupFor(scenario);
    const options = scenario.options.map((option, index) => {
      const found = sized(planOf(scenario, index), lookup, { seed });
      if (isRefused(found)) return { option, verdict: found };
      const { percentiles, replicas, rate, goodRate, mostRate, missing, keeps, demand } = found;
      return {
        option,
        replicas,
        rate,
        goodRate,
        mostRate,
        demand,
        missing,
        keeps,
        percentiles: percentiles ?? null,
      };
    });
    return { engineVersion: ENGINE_VERSION, catalogVersion: catalogVersion(), scenario, seed, options };
  });
}
