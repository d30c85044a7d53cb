import * as z from "zod";
import { measuredOf, type Result, said } from "../result";
import { has, optional, optionalText, parsed, type Reader } from "./reader";

/** GuideLLM's benchmarks.json (0.2 and later): one entry a load, each metric with its successful requests apart. */
const metric = z.object({ successful: z.object({ mean: optional }) }).optional();
const strategy = z
  .object({ type_: optionalText, max_concurrency: optional, streams: optional, rate: optional })
  .optional();
const schema = z.object({
  benchmarks: z
    .array(
      z.object({
        config: z.object({ strategy }).optional(),
        args: z.object({ strategy }).optional(),
        metrics: z.object({
          request_totals: z.object({ successful: optional, total: optional }).optional(),
          request_concurrency: metric,
          prompt_token_count: metric,
          output_token_count: metric,
          output_tokens_per_second: metric,
          time_to_first_token_ms: metric,
          inter_token_latency_ms: metric,
          request_latency: metric,
        }),
      }),
    )
    .min(1, "at least one benchmark is expected"),
});

const TOOL = "GuideLLM";

export const guidellm: Reader = {
  tool: TOOL,
  looksLike: 'JSON with a list "benchmarks"',
  read(file) {
    const [value] = file.values ?? [];
    if (!has(value, "benchmarks") || !Array.isArray(value.benchmarks)) return undefined;
    return parsed(schema, value, file, TOOL).benchmarks.map(({ config, args, metrics }): Result => {
      const plan = config?.strategy ?? args?.strategy;
      const mean = (of: z.output<typeof metric>) => of?.successful.mean;
      const { successful, total } = metrics.request_totals ?? {};
      const concurrency = plan?.max_concurrency ?? plan?.streams;
      return {
        ...said<Partial<Result>>({
          inputTokens: mean(metrics.prompt_token_count),
          outputTokens: mean(metrics.output_token_count),
          concurrency: concurrency ?? (plan?.type_ === "synchronous" ? 1 : undefined),
          requestRate: concurrency === undefined ? plan?.rate : undefined,
        }),
        tool: TOOL,
        mode: "server",
        measured: measuredOf({
          // Its "time per output token" counts the first token's wait too; the field's TPOT is the gap between tokens.
          tpot_ms: mean(metrics.inter_token_latency_ms),
          ttft_ms: mean(metrics.time_to_first_token_ms),
          output_tokens_per_s_total: mean(metrics.output_tokens_per_second),
          e2e_latency_s: mean(metrics.request_latency),
        }),
        remarks:
          successful !== undefined && total !== undefined && successful < total
            ? [`${total - successful} of ${total} requests did not complete`]
            : [],
      };
    });
  },
};
