import Papa from "papaparse";
import * as z from "zod";

/** What was measured; a rate counts output tokens unless it says total. */
export const METRICS = [
  "tpot_ms",
  "ttft_ms",
  "output_tokens_per_s_total",
  "output_tokens_per_s_per_gpu",
  "total_tokens_per_s",
  "e2e_latency_s",
  "decode_tokens_per_s_single_stream",
  "prefill_tokens_per_s",
] as const;
export type Metric = (typeof METRICS)[number];

const blankAs = <T>(value: T) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === "" ? value : Number(text)))
    .refine((found) => found === value || Number.isFinite(found), "expected a number");

const rowSchema = z.object({
  id: z.string().min(1),
  split: z.string().default(""),
  source: z.string().default(""),
  accelerator: z.string().min(1),
  num_accelerators: blankAs(undefined),
  tp: blankAs(1),
  pp: blankAs(1),
  dp: blankAs(1),
  ep: blankAs(1),
  model: z.string().min(1),
  weights: z.string().min(1),
  kv_cache: z.string().default(""),
  engine: z.string().min(1),
  engine_version: z.string().default(""),
  isl: blankAs(0),
  osl: blankAs(0),
  concurrency: z.string().default(""),
  mode: z.enum(["server", "offline", "static_batch", "single_stream"]),
  metric: z.enum(METRICS),
  value: z.coerce.number().positive(),
  notes: z.string().default(""),
});

/** One published measurement as a row of a table; lengths are mean tokens. */
export type Measurement = z.output<typeof rowSchema>;

/** A row that could not be read, and why. */
export interface Unreadable {
  readonly id: string;
  readonly line: number;
  readonly message: string;
}

/** Reads a table of measurements. Rows that do not fit are returned with the reason, never dropped. */
export function readMeasurements(csv: string): { rows: Measurement[]; unreadable: Unreadable[] } {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: "greedy" });
  const rows: Measurement[] = [];
  const unreadable: Unreadable[] = [];
  data.forEach((raw, index) => {
    const result = rowSchema.safeParse(raw);
    if (result.success) rows.push(result.data);
    else {
      const message = result.error.issues
        .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
        .join("; ");
      unreadable.push({ id: raw.id ?? "", line: index + 2, message });
    }
  });
  return { rows, unreadable };
}
