import * as z from "zod";
import { label, quantity, recordIdSchema } from "./field-schemas";
import { fields } from "./fields";

/** Bounds of a measured value in its metric's unit, beyond any that can be. */
const value = z.number().min(1e-9).max(1e12).optional();

/** How the requests came: kept at a number in flight, all queued at once, or one alone. */
export const MODES = ["server", "offline", "static_batch", "single_stream"] as const;

/** One of a field's choices, or nothing. */
const oneOf = <const C extends readonly { value: string }[]>(choices: C) =>
  z.enum(choices.map(({ value }) => value) as C[number]["value"][]).optional();

/**
 * How the server was started beyond what it ran, as far as times hang on it: of the plan that the run was brought to. What
 * is absent was as benchmarks do it, without drafts and cached prefixes.
 */
export const runSettingsSchema = z.strictObject({
  batching: oneOf(fields["serving.batching"].choices),
  memoryFraction: quantity("serving.memoryFraction").optional(),
  chunkTokens: quantity("serving.chunkTokens").optional(),
  speculation: oneOf(fields["serving.speculation"].choices),
  draftTokens: quantity("serving.draftTokens").optional(),
  acceptance: quantity("serving.acceptance").optional(),
  draftModel: recordIdSchema.optional(),
  prefixCache: oneOf(fields["serving.prefixCache"].choices),
  cachePaging: oneOf(fields["serving.cachePaging"].choices),
  streamInterval: quantity("serving.streamInterval").optional(),
  cachedPrefix: quantity("workload.cachedPrefix").optional(),
  threads: quantity("options.threads").optional(),
  powerLimit: quantity("options.powerLimit").optional(),
});
export type RunSettings = z.output<typeof runSettingsSchema>;

/**
 * One run of a benchmark on a person's own machines: what ran, under which load, and what was measured, as means over
 * the run in the units that benchmarks print.
 */
export const measurementSchema = z.strictObject({
  /** Whether it corrects the plan. */
  on: z.boolean().default(true),
  /** The benchmark that wrote it, and the file's name. */
  tool: label,
  file: label.optional(),
  /** Who published it, where it is not the person's own: it goes along wherever the plan goes. */
  published: label.optional(),
  accelerator: recordIdSchema,
  model: recordIdSchema,
  weights: recordIdSchema,
  kvCache: recordIdSchema,
  engine: z.enum(fields["serving.engine"].choices.map((choice) => choice.value)),
  version: label.optional(),
  accelerators: quantity("options.replicas"),
  tp: quantity("options.tp").default(1),
  pp: quantity("options.pp").default(1),
  dp: quantity("options.dp").default(1),
  ep: quantity("options.ep").default(1),
  inputTokens: quantity("workload.inputTokens"),
  outputTokens: quantity("workload.outputTokens"),
  /** Requests in flight on all accelerators; absent where as many ran as fit. */
  concurrency: z.number().min(1).max(1_000_000).optional(),
  mode: z.enum(MODES),
  settings: runSettingsSchema.optional(),
  measured: z.strictObject({
    tpot_ms: value,
    ttft_ms: value,
    output_tokens_per_s_total: value,
    e2e_latency_s: value,
    decode_tokens_per_s_single_stream: value,
    prefill_tokens_per_s: value,
  }),
});

/** Runs that a plan may keep; more of one deployment would not move it. */
export const MAX_MEASUREMENTS = 40;

export const measurementsSchema = z.array(measurementSchema).max(MAX_MEASUREMENTS);
export type OwnMeasurement = z.output<typeof measurementSchema>;
