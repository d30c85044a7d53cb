import * as z from "zod";
import { fields, type NumberFieldPath } from "./fields";
import { MAX_NAME } from "./limits";
import { FIT_FOR_NAME } from "./name";
import { readField } from "./read-field";

const text = z.string().trim().min(1).max(MAX_NAME).regex(FIT_FOR_NAME);
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*$/);

/** A number in a field's unit and bounds, or text that is read in it. */
const like = (path: NumberFieldPath) =>
  z.union([z.number(), z.string()]).transform((input, context): number => {
    const reading = readField(path, input);
    if (reading.ok) return reading.value;
    context.addIssue({ code: "custom", message: `${fields[path].label}: ${reading.message}` });
    return z.NEVER;
  });

/** Bounds of a measured value in its metric's unit, beyond any that can be. */
const value = z.number().min(1e-9).max(1e12).optional();

/** How the requests came: kept at a number in flight, all queued at once, or one alone. */
export const MODES = ["server", "offline", "static_batch", "single_stream"] as const;

/**
 * One run of a benchmark on a person's own machines: what ran, under which load, and what was measured, as means over
 * the run in the units that benchmarks print.
 */
export const measurementSchema = z.strictObject({
  /** Whether it corrects the plan. */
  on: z.boolean().default(true),
  /** The benchmark that wrote it, and the file's name. */
  tool: text,
  file: text.optional(),
  accelerator: id,
  model: id,
  weights: id,
  kvCache: id,
  engine: z.enum(fields["serving.engine"].choices.map((choice) => choice.value)),
  version: text.optional(),
  accelerators: like("options.replicas"),
  tp: like("options.tp").default(1),
  pp: like("options.pp").default(1),
  dp: like("options.dp").default(1),
  ep: like("options.ep").default(1),
  inputTokens: like("workload.inputTokens"),
  outputTokens: like("workload.outputTokens"),
  /** Requests in flight on all accelerators; absent where as many ran as fit. */
  concurrency: z.number().min(1).max(1_000_000).optional(),
  mode: z.enum(MODES),
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
