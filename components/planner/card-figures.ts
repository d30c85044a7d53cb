import type { HeadlineId } from "@/lib/engine/headlines";

/** The figures on a card under its cost. */
export const cardFigures: readonly HeadlineId[] = [
  "userRate",
  "outputRate",
  "ttft",
  "tpot",
  "batchCapacity",
  "acceleratorCount",
  "monthlyCost",
  "annualCost",
];
