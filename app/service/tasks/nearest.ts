import "server-only";
import { allMeasuredPoints, names, pointRecords, pricelessLookup } from "@/app/accuracy/measured";
import { ASKED, type Asked, nearestMeasurement } from "@/lib/accuracy/nearest";
import { operatingPoint } from "@/lib/accuracy/operating-point";
import { withCustom } from "@/lib/scenario";
import { type NearestAnswer, nearestAnswer } from "@/lib/view/accuracy/nearest-answer";
import type { Outcome } from "../outcome";
import { estimated } from "../scenario-answers";

/** For each option of a scenario, the nearest published measurements of TPOT, TTFT and throughput. */
export function nearestPoints(sent: unknown): Outcome<object> {
  const outcome = estimated(sent);
  if (!outcome.ok) return outcome;
  const { scenario } = outcome.value;
  const records = withCustom({ ...pointRecords, price: () => undefined }, scenario);
  const lookup = pricelessLookup();
  const options = scenario.options.map((_, index) => {
    const plan = operatingPoint(scenario, index, records);
    const find = (asked: Asked): NearestAnswer | null => {
      const nearest = plan && nearestMeasurement(plan, asked, allMeasuredPoints(), lookup, names);
      return nearest ? nearestAnswer(nearest) : null;
    };
    return Object.fromEntries((Object.keys(ASKED) as Asked[]).map((asked) => [asked, find(asked)]));
  });
  return { ok: true, value: { options } };
}
