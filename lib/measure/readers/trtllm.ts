import * as z from "zod";
import { measuredOf, type Result, said } from "../result";
import { has, optional, optionalText, parsed, type Reader } from "./reader";

/** trtllm-bench's `--report_json`: tensorrt_llm/bench/dataclasses/reporting.py. */
const schema = z.object({
  engine: z
    .object({
      model: optionalText,
      version: optionalText,
      quantization: optionalText,
      kv_cache_dtype: optionalText,
    })
    .optional(),
  world_info: z
    .object({ tp_size: optional, pp_size: optional, ep_size: optional, world_size: optional })
    .optional(),
  request_info: z.object({
    avg_num_concurrent_requests: optional,
    avg_input_length: z.number().positive(),
    avg_output_length: z.number().positive(),
  }),
  performance: z.object({
    avg_request_latency_ms: optional,
    system_output_throughput_tok_s: z.number().positive(),
  }),
  streaming_metrics: z.object({ avg_ttft_ms: optional, avg_tpot_ms: optional }).optional(),
});

const TOOL = "trtllm-bench";
const MILLISECONDS = 1000;

export const trtllm: Reader = {
  tool: TOOL,
  looksLike: "JSON with request_info and performance",
  read(file) {
    const [value] = file.values ?? [];
    if (!has(value, "request_info", "performance")) return undefined;
    const { engine, world_info: world, ...run } = parsed(schema, value, file, TOOL);
    const latency = run.performance.avg_request_latency_ms;
    return [
      {
        ...said<Partial<Result>>({
          version: engine?.version,
          model: engine?.model,
          weights: engine?.quantization,
          kvCache: engine?.kv_cache_dtype,
          tp: world?.tp_size,
          pp: world?.pp_size,
          ep: world?.ep_size,
          concurrency: run.request_info.avg_num_concurrent_requests,
        }),
        engine: "TensorRT-LLM",
        inputTokens: run.request_info.avg_input_length,
        outputTokens: run.request_info.avg_output_length,
        tool: TOOL,
        mode: run.streaming_metrics ? "server" : "offline",
        measured: measuredOf({
          tpot_ms: run.streaming_metrics?.avg_tpot_ms,
          ttft_ms: run.streaming_metrics?.avg_ttft_ms,
          output_tokens_per_s_total: run.performance.system_output_throughput_tok_s,
          e2e_latency_s: run.streaming_metrics && latency !== undefined ? latency / MILLISECONDS : undefined,
        }),
        remarks: [],
      } satisfies Result,
    ];
  },
};
