import type { FieldPath } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";

const arriving = ({ serving }: Scenario) => serving.batching !== "offline";

/** Fields that mean nothing until another one is chosen. */
const conditions: Partial<Record<FieldPath, (scenario: Scenario) => boolean>> = {
  // An offline run takes as many requests together as fit, and nobody waits for a first token.
  "workload.batch": arriving,
  "serving.ttftGoal": arriving,
  "serving.tpotGoal": arriving,
  "serving.batchWindow": ({ serving }) => serving.batching === "dynamic",
  "serving.draftModel": ({ serving }) => serving.speculation === "draft",
  "serving.draftTokens": ({ serving }) => serving.speculation !== "none",
  "serving.acceptance": ({ serving }) => serving.speculation !== "none",
};

/** Whether a field has any effect in this scenario, and so a place in its form and among its assumptions. */
export const isMeaningful = (path: FieldPath, scenario: Scenario): boolean =>
  conditions[path]?.(scenario) ?? true;
