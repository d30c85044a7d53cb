import { formatQuantity } from "@/lib/units";
import type { Loaded } from "./bind";
import type { Lookup } from "./deployment";
import { neededBytes } from "./formulas/memory";
import * as q from "./inputs";
import { fractionThatFits, memoryRepairs } from "./search/repairs";
import type { Verdict } from "./verdict";

/** Whether one request of full length starts in the memory the server may use, and what would make it start. */
export function memoryVerdict({ image, deployment }: Loaded, lookup: Lookup): Verdict {
  const needs = image.value(neededBytes);
  const fraction = image.value(q.memoryFraction);
  const capacity = image.value(q.memoryCapacity);
  const has = fraction * capacity;
  if (needs <= has) return { feasible: true };
  const enough = fractionThatFits(needs, image.value(q.runtimeBytes), capacity);
  const bytes = (value: number) => {
    const { number, unit } = formatQuantity(value, "B");
    return `${number} ${unit}`;
  };
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const { tensor } = deployment.layout;
  const each = tensor > 1 ? ` on each of ${tensor} accelerators` : "";
  const instead = enough === undefined ? "" : `; a fraction of ${percent(enough)} would start`;
  return {
    feasible: false,
    reason: "memory",
    message: `Needs ${bytes(needs)}${each}, has ${bytes(has)} (${percent(fraction)} of ${bytes(capacity)})${instead}`,
    needs,
    has,
    unit: "B",
    path: "tp",
    repairs: memoryRepairs(deployment.plan, lookup),
  };
}
