import type { Input } from "@/lib/formula";
import type { FieldPath } from "@/lib/scenario/fields";
import type { KnobPath } from "@/lib/scenario/knobs";
import type { SharedPath } from "@/lib/scenario/plan";
import * as drafting from "./drafting";
import * as layout from "./layout";
import { concurrency, staticBatching } from "./load";
import { listedHour, purchasePrice } from "./money";
import { buildingFactor, carbonIntensity, electricityPrice } from "./place";
import { prefixCaching, startTime, streamInterval, weightRate } from "./shipped";

/** What reads a setting that is no input as it stands: an input that weighs it against other facts, or code. */
type Reader = Input | "records" | "search" | "fleet's day" | "months" | "APIs";

type OptionPath = Exclude<FieldPath, SharedPath | `options.${OwnKey}`>;
type OwnKey = SharedPath extends infer P ? (P extends `${string}.${infer Key}` ? Key : never) : never;

/**
 * Every setting without an input of its own row, and what reads it instead. A row that says neither is missing here,
 * and does not compile.
 */
export const byCode = {
  "workload.model": "records",
  "workload.batch": concurrency,
  "traffic.load": "search",
  "traffic.scaleTarget": "fleet's day",
  "traffic.dayShape": "fleet's day",
  "traffic.scaleWait": "fleet's day",
  "traffic.leastReplicas": "fleet's day",
  "traffic.warmReplicas": "fleet's day",
  "goals.ttft": "search",
  "goals.ttftAt": "search",
  "goals.tpot": "search",
  "goals.tpotAt": "search",
  "goals.answer": "search",
  "goals.answerAt": "search",
  "goals.accuracy": "records",
  "goals.spare": "search",
  "goals.headroom": "search",
  "serving.weights": "records",
  "serving.kvCache": "records",
  "serving.engine": "records",
  "serving.batching": staticBatching,
  "serving.speculation": "search",
  "serving.draftModel": "records",
  "serving.draftTokens": drafting.draftTokens,
  "serving.acceptance": drafting.acceptance,
  "serving.prefixCache": prefixCaching,
  "serving.streamInterval": streamInterval,
  "serving.weightRate": weightRate,
  "serving.startTime": startTime,
  "options.accelerator": "records",
  "options.tp": layout.tensorParallel,
  "options.pp": layout.pipelineParallel,
  "options.dp": layout.dataParallel,
  "options.ep": layout.expertParallel,
  "options.replicas": layout.replicas,
  "options.prefillReplicas": layout.prefillReplicas,
  "options.bridge": "records",
  "options.threads": "records",
  "options.partition": "records",
  "options.pricePerHour": listedHour,
  "finance.place": "records",
  "finance.electricityPrice": electricityPrice,
  "finance.pue": buildingFactor,
  "finance.carbonIntensity": carbonIntensity,
  "money.committedFrom": "months",
  "money.purchasePrice": purchasePrice,
  "money.batchShare": "APIs",
  "money.startYear": "months",
  "money.startMonth": "months",
  "money.months": "months",
  "money.growthSpread": "months",
  "money.seasonSwing": "months",
  "money.seasonPeak": "months",
} as const satisfies Readonly<Record<Exclude<SharedPath | OptionPath, KnobPath>, Reader>>;
