import * as z from "zod";
import { csvRows } from "@/lib/csv/table";
import { measuredOf, type Result, said } from "../result";
import { has, optional, optionalText, parsed, type Reader, type ResultFile } from "./reader";

/** AIPerf's profile_export_aiperf.json and genai-perf's profile_export_genai_perf.json, and the tables beside them. */
const metric = z.object({ unit: optionalText, avg: optional }).optional();
const schema = z.object({
  aiperf_version: optionalText,
  input_config: z
    .object({
      model: optionalText,
      model_names: optionalText,
      concurrency: optional,
      request_rate: optional,
      loadgen: z.object({ concurrency: optional, request_rate: optional }).optional(),
      endpoint: z.object({ model_names: optionalText }).optional(),
      perf_analyzer: z
        .object({ stimulus: z.object({ concurrency: optional, request_rate: optional }).optional() })
        .optional(),
    })
    .optional(),
  time_to_first_token: metric,
  inter_token_latency: metric,
  request_latency: metric,
  output_token_throughput: metric,
  output_sequence_length: metric,
  input_sequence_length: metric,
  error_request_count: metric,
});
type Export = z.output<typeof schema>;

const TOOL = "AIPerf or genai-perf";
const PER_SECOND = 1000;
const IN_MILLISECONDS: Readonly<Record<string, number>> = { s: 1000, sec: 1000, ms: 1, us: 1e-3, ns: 1e-6 };
/** A time in milliseconds; both tools write those unless they say another unit. */
const milliseconds = (of: z.output<typeof metric>): number | undefined =>
  of?.avg === undefined ? undefined : of.avg * (IN_MILLISECONDS[of.unit ?? "ms"] ?? 1);

function resultOf(run: Export): Result {
  const asked = run.input_config;
  const stimulus = asked?.loadgen ?? asked?.perf_analyzer?.stimulus ?? asked;
  const answer = milliseconds(run.request_latency);
  const failed = run.error_request_count?.avg ?? 0;
  return {
    ...said<Partial<Result>>({
      version: run.aiperf_version,
      model: asked?.model ?? asked?.model_names ?? asked?.endpoint?.model_names,
      inputTokens: run.input_sequence_length?.avg,
      outputTokens: run.output_sequence_length?.avg,
      concurrency: stimulus?.concurrency,
      requestRate: stimulus?.concurrency === undefined ? stimulus?.request_rate : undefined,
    }),
    tool: TOOL,
    mode: "server",
    measured: measuredOf({
      tpot_ms: milliseconds(run.inter_token_latency),
      ttft_ms: milliseconds(run.time_to_first_token),
      output_tokens_per_s_total: run.output_token_throughput?.avg,
      e2e_latency_s: answer === undefined ? undefined : answer / PER_SECOND,
    }),
    remarks: failed > 0 ? [`${failed} requests failed`] : [],
  };
}

const KNOWN = ["time_to_first_token", "inter_token_latency", "output_token_throughput", "request_latency"];
const mine = (value: unknown): boolean =>
  KNOWN.some((key) => has(value, key) && has((value as Record<string, unknown>)[key], "avg"));

/** "Time to First Token (ms)" as time_to_first_token and ms. */
function named(heading: string): { key: string; unit: string | undefined } {
  const [, label = heading, unit] = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(heading.trim()) ?? [];
  return { key: label.toLowerCase().replace(/[^a-z]+/g, "_"), unit };
}

/** The tables: one block of metrics with their statistics, one of metrics with a value. */
function fromTable({ text }: ResultFile): Record<string, unknown> | undefined {
  const found: Record<string, unknown> = {};
  let column = -1;
  for (const { cells: row } of csvRows(text)) {
    const heading = row.map((cell) => cell.trim().toLowerCase());
    if (heading[0] === "metric") {
      column = heading.findIndex((cell) => cell === "avg" || cell === "value");
      continue;
    }
    const cell = (row[column] ?? "").replaceAll(",", "");
    if (column < 1 || cell.trim() === "" || !Number.isFinite(Number(cell))) continue;
    const { key, unit } = named(row[0] ?? "");
    found[key] = { unit, avg: Number(cell) };
  }
  return mine(found) ? found : undefined;
}

export const aiperf: Reader = {
  tool: TOOL,
  looksLike: 'JSON or CSV with time_to_first_token or "Time to First Token (ms)"',
  read(file) {
    const value = file.values ? file.values.find(mine) : fromTable(file);
    return value === undefined ? undefined : [resultOf(parsed(schema, value, file, TOOL))];
  },
};
