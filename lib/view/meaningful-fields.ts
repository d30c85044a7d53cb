import type { FieldPath } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";

const arriving = ({ serving }: Scenario) => serving.batching !== "offline";
/** The load is said in people's words, and each option's operating point follows from it. */
const asked = ({ traffic }: Scenario) => traffic.load !== "batch";
/** Replicas follow the load of the day. */
const scales = (scenario: Scenario) =>
  asked(scenario) && (scenario.traffic.scaleTarget ?? scenario.traffic.scaleWait) !== undefined;
/** A percentile is of a goal that is set. */
const percentile = (goal: "ttft" | "tpot" | "answer") => (scenario: Scenario) =>
  arriving(scenario) && scenario.goals[goal] !== undefined;

/** Fields that mean nothing until another one is chosen. */
const conditions: Partial<Record<FieldPath, (scenario: Scenario) => boolean>> = {
  // An offline run takes as many requests together as fit, and nobody waits for a first token.
  "workload.batch": (scenario) => arriving(scenario) && !asked(scenario),
  "workload.inputSpread": asked,
  "workload.outputSpread": asked,
  "traffic.users": ({ traffic }) => traffic.load === "users",
  "traffic.thinkTime": ({ traffic }) => traffic.load === "users",
  "traffic.turns": asked,
  "traffic.requestRate": ({ traffic }) => traffic.load === "rate",
  "traffic.requestsPerDay": ({ traffic }) => traffic.load === "requests",
  "traffic.tokensPerDay": ({ traffic }) => traffic.load === "tokens",
  "traffic.peakToMean": asked,
  "traffic.hoursPerDay": asked,
  "traffic.daysPerWeek": asked,
  "traffic.burstiness": asked,
  "traffic.scaleTarget": asked,
  "traffic.scaleWait": asked,
  "traffic.dayShape": scales,
  "traffic.leastReplicas": scales,
  "traffic.warmReplicas": scales,
  "goals.ttft": arriving,
  "goals.ttftAt": percentile("ttft"),
  "goals.tpot": arriving,
  "goals.tpotAt": percentile("tpot"),
  "goals.answer": arriving,
  "goals.answerAt": percentile("answer"),
  "goals.spare": asked,
  "goals.headroom": asked,
  // The share that is used follows from the traffic.
  "finance.utilisation": (scenario) => !asked(scenario),
  "serving.batchWindow": ({ serving }) => serving.batching === "dynamic",
  "serving.draftModel": ({ serving }) => serving.speculation === "draft",
  "serving.draftTokens": ({ serving }) => serving.speculation !== "none",
  "serving.acceptance": ({ serving }) => serving.speculation !== "none",
  "serving.adapterRank": ({ serving }) => serving.adapters !== undefined,
};

/** Whether a field has any effect in this scenario, and so a place in its form and among its assumptions. */
export const isMeaningful = (path: FieldPath, scenario: Scenario): boolean =>
  conditions[path]?.(scenario) ?? true;
