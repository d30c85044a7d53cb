import type { Accelerator, Format, Model } from "@/lib/catalog/schema";
import type { Scenario } from "@/lib/scenario";
import { type Plan, planOf } from "@/lib/scenario/plan";

/** The records that an operating point is described with, and a model's parameters (its own, and those a token uses). */
export interface PointRecords {
  model(id: string): Model | undefined;
  accelerator(id: string): Accelerator | undefined;
  format(id: string): Format | undefined;
  parameters(model: Model): { total: number; active: number };
}

/** All that decides how fast a plan or a measurement runs, in a form in which two of them can be compared. */
export interface OperatingPoint {
  readonly model: { readonly id: string; readonly name: string; readonly family: string };
  readonly parameters: { readonly total: number; readonly active: number };
  readonly accelerator: Pick<Accelerator, "id" | "name" | "vendor" | "architecture">;
  readonly bandwidth: number;
  readonly weights: Pick<Format, "id" | "name" | "bits">;
  readonly kvCache: Pick<Format, "id" | "name" | "bits">;
  readonly engine: Scenario["serving"]["engine"];
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests in flight per replica; null when as many as fit. */
  readonly batch: number | null;
  readonly batching: Scenario["serving"]["batching"];
}

/** Describes one option of a scenario; undefined when a record it names is unknown. */
export const operatingPoint = (
  scenario: Scenario,
  index: number,
  records: PointRecords,
): OperatingPoint | undefined => operatingPointOf(planOf(scenario, index), records);

/** Describes a plan; undefined when a record it names is unknown. */
export function operatingPointOf(plan: Plan, records: PointRecords): OperatingPoint | undefined {
  const { workload, serving, option } = plan;
  const model = records.model(workload.model);
  const accelerator = records.accelerator(option.accelerator);
  const weights = records.format(serving.weights);
  const kvCache = records.format(serving.kvCache);
  if (!model || !accelerator || !weights || !kvCache) return undefined;
  return {
    model,
    parameters: records.parameters(model),
    accelerator,
    bandwidth: accelerator.memoryBandwidth.value,
    weights,
    kvCache,
    engine: serving.engine,
    tp: option.tp,
    pp: option.pp,
    dp: option.dp,
    inputTokens: workload.inputTokens,
    outputTokens: workload.outputTokens,
    batch: serving.batching === "offline" ? null : workload.batch,
    batching: serving.batching,
  };
}
