import aiperf from "@/data/tools/aiperf.json";
import guidellm from "@/data/tools/guidellm.json";
import llamaBench from "@/data/tools/llama-bench.json";
import llamaServer from "@/data/tools/llama-server.json";
import sglangBench from "@/data/tools/sglang-bench.json";
import sglangServe from "@/data/tools/sglang-serve.json";
import trtllmServe from "@/data/tools/trtllm-serve.json";
import vllmBench from "@/data/tools/vllm-bench.json";
import vllmServe from "@/data/tools/vllm-serve.json";

/** A program that serves or measures. The options that its documentation lists stand in data/tools/options. */
export interface Tool {
  readonly name: string;
  /** The words that start it. */
  readonly program: readonly string[];
  /** The version that the options were read of, where, and when. */
  readonly version: string;
  readonly source: string;
  readonly read: string;
  readonly note?: string;
  /** Arguments without a name. */
  readonly positional: number;
  /** The container image that holds it, where it is a server. */
  readonly image?: string;
}

export const TOOLS = {
  "vllm-serve": vllmServe,
  "sglang-serve": sglangServe,
  "trtllm-serve": trtllmServe,
  "llama-server": llamaServer,
  "vllm-bench": vllmBench,
  "sglang-bench": sglangBench,
  guidellm,
  aiperf,
  "llama-bench": llamaBench,
} as const satisfies Record<string, unknown>;
export type ToolId = keyof typeof TOOLS;

export const SERVERS = [
  "vllm-serve",
  "sglang-serve",
  "trtllm-serve",
  "llama-server",
] as const satisfies readonly ToolId[];
export type ServerId = (typeof SERVERS)[number];

export const BENCHMARKS = [
  "vllm-bench",
  "sglang-bench",
  "guidellm",
  "aiperf",
  "llama-bench",
] as const satisfies readonly ToolId[];
export type BenchmarkId = (typeof BENCHMARKS)[number];

/** The record of a tool. */
export const toolOf = (id: ToolId): Tool => TOOLS[id] as Tool;
