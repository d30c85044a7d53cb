import "server-only";
import { allPublishedRuns, pointRecords } from "@/app/accuracy/measured";
import { operatingPoint } from "@/lib/accuracy/operating-point";
import { publishedNear } from "@/lib/measure/published";
import { withCustom } from "@/lib/scenario";
import type { Outcome } from "../outcome";
import { estimated } from "../scenario-answers";

/** For each option of a scenario, published runs of its own deployment, nearest first, and how many there are. */
export function nearbyRuns(sent: unknown): Outcome<object> {
  const outcome = estimated(sent);
  if (!outcome.ok) return outcome;
  const { scenario } = outcome.value;
  const records = withCustom({ ...pointRecords, price: () => undefined }, scenario);
  const options = scenario.options.map((_, index) => {
    const plan = operatingPoint(scenario, index, records);
    return plan ? publishedNear(plan, allPublishedRuns()) : { count: 0, runs: [] };
  });
  return { ok: true, value: { options } };
}
