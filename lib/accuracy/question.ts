import type { Scenario } from "@/lib/scenario";
import { presetsOf } from "@/lib/scenario/fields";
import { releasedFormat } from "@/lib/scenario/plan";
import { type Arrivals, arrivalsOf, underArrivals } from "./arrivals";
import type { Measurement } from "./measurement";

/** A measurement as a scenario of the planner, or why it cannot be asked. */
export type Question =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly requests?: number;
      /** Requests that come from outside: the answer is simulated. */
      readonly arrivals?: Arrivals;
      readonly accelerators: number;
    }
  | { readonly ok: false; readonly reason: string };

/** What a question needs to know of a model. */
interface NamedModel {
  id: string;
  contextMax?: number | undefined;
  weightsAsReleased: { default: string; experts?: string | undefined };
}

/** What the rows name, as the catalog calls it. */
export interface Names {
  model(name: string): NamedModel | undefined;
  accelerator(id: string): { id: string } | undefined;
  format(id: string): { id: string } | undefined;
}

const ONLY_AS_RELEASED = new Set(["mxfp4", "fp8-block"]);
const NARROW = new Set(["fp8", "fp8-block", "nvfp4", "mxfp4"]);
const SIXTEEN = new Set(["fp16", "f16", "bf16", "float16", "bfloat16"]);
/**
 * Requests of TensorRT-LLM's published offline runs by "input/output" tokens, from the tables "Preparing a Dataset"
 * of docs/source/performance/perf-overview.md (1.0) and docs/source/developer-guide/perf-overview.md (1.2).
 */
const PUBLISHED_REQUESTS: Readonly<Record<string, number>> = {
  "128/128": 30_000,
  "128/2048": 3000,
  "128/4096": 1500,
  "500/2000": 3000,
  "1000/1000": 3000,
  "1000/2000": 1500,
  "1024/1024": 3000,
  "1024/2048": 1500,
  "1024/8192": 1500,
  "1024/32768": 1000,
  "2048/128": 3000,
  "2048/2048": 1500,
  "5000/500": 1500,
  "8192/1024": 1500,
  "20000/2000": 1000,
  "32768/1024": 1000,
};
/** Where neither that table nor the notes say. */
const OFFLINE_REQUESTS = 3000;
const CHUNK = 8192;
/** Prompt tokens that engines without chunking process at a time, and those that llama.cpp does (its n_ubatch). */
const STATIC_CHUNK = 16_384;
const LLAMA_CPP_CHUNK = 512;
/** Memory that a server takes by default, and that offline runs are told to take. */
const SERVER_FRACTION = 0.9;
const OFFLINE_FRACTION = 0.95;
const SINGLE_FRACTION = 0.99;
const FRACTIONS = {
  server: SERVER_FRACTION,
  offline: OFFLINE_FRACTION,
  static_batch: OFFLINE_FRACTION,
  single_stream: SINGLE_FRACTION,
  open: SERVER_FRACTION,
} as const;

/** The serving stack of a row by the planner's name: software, version where it matters, and how it was driven. */
export function stackOf(row: Measurement): Scenario["serving"]["engine"] {
  switch (row.engine) {
    case "trtllm":
      if (row.mode === "server" || row.mode === "open") return "trtllm";
      if (/\b0\.9\./.test(row.engine_version)) return "trtllm-0.9";
      if (/\b0\.1\d\./.test(row.engine_version)) return "trtllm-0.14";
      return /\b1\.[2-9]\b/.test(row.engine_version) ? "trtllm-1.2" : "trtllm-bench";
    case "vllm":
      return /\b0\.6\.[34]\.dev.*ROCm/.test(row.engine_version) ? "vllm-0.6" : "vllm";
    case "sglang":
      return "sglang";
    case "llama.cpp":
      return "llama-cpp";
    case "lmdeploy":
      return "lmdeploy";
    case "neuron":
      return "neuronx";
    case "gaudi":
      return "optimum-habana";
    default:
      return "generic";
  }
}

function cacheFormat({ kv_cache, weights, engine, mode }: Measurement, released: string): string {
  const stated = kv_cache.trim().toLowerCase();
  if (SIXTEEN.has(stated)) return "bf16";
  if (stated.startsWith("fp8")) return "fp8";
  if (stated && stated !== "auto") return stated;
  // A checkpoint in MXFP4 says nothing of the cache, which then follows the activations unless a server is told.
  if (released === "mxfp4" && mode !== "server") return "bf16";
  // Published FP8 batches on Gaudi do not fit its memory with a 16-bit cache.
  if (engine === "gaudi" && NARROW.has(weights)) return "fp8";
  return engine === "trtllm" || (mode === "server" && NARROW.has(weights)) ? "fp8" : "bf16";
}

/** Rows of runs that are called "dsr1" ran DeepSeek R1, which they list as V3, whose sizes it has. */
const modelRun = ({ model, source }: Measurement): string =>
  /\bdsr1_/.test(source) && model === "deepseek-ai/DeepSeek-V3" ? "deepseek-ai/DeepSeek-R1" : model;

/** Turns a measurement into the scenario that the planner would be asked. */
export function questionOf(row: Measurement, names: Names): Question {
  const model = names.model(modelRun(row));
  if (!model) return { ok: false, reason: `model ${row.model} is not in the catalog` };
  const accelerator = names.accelerator(row.accelerator);
  if (!accelerator) return { ok: false, reason: `accelerator ${row.accelerator} is not in the catalog` };
  const released = releasedFormat(model);
  const labelled = row.weights.trim().toLowerCase();
  // A checkpoint that exists in MXFP4 alone runs in it, whatever the column of a table is headed.
  // Likewise, "fp8" of a checkpoint published with block scales means those.
  const asReleased = (labelled === "fp8" && ONLY_AS_RELEASED.has(released)) || labelled.endsWith("(native)");
  const weights = asReleased ? released : labelled;
  if (!names.format(weights))
    return { ok: false, reason: `number format ${row.weights} is not in the catalog` };
  const kvCache = cacheFormat(row, released);
  if (!names.format(kvCache))
    return { ok: false, reason: `number format ${row.kv_cache} is not in the catalog` };
  const missing = missingLoad(row);
  if (missing) return { ok: false, reason: missing };
  const stated = row.concurrency;

  const { tp, pp, dp, ep } = layoutOf(row);
  const accelerators = row.num_accelerators ?? tp * pp * dp;
  const replicas = Math.max(1, Math.round(accelerators / (tp * pp * dp)));
  const fixed = row.mode === "static_batch" || row.mode === "single_stream";
  const offline = row.mode === "offline" && stated === "";
  const prompts = /num-prompts (\d+)/.exec(row.notes)?.[1] ?? PUBLISHED_REQUESTS[`${row.isl}/${row.osl}`];
  const threads = /\b(\d+) threads/.exec(row.engine_version)?.[1];
  const scenario: Scenario = {
    v: 3,
    workload: {
      model: model.id,
      inputTokens: Math.max(1, row.isl),
      outputTokens: Math.max(1, row.osl),
      batch: Math.max(1, Number(stated) / replicas || 1),
      cachedPrefix: 0,
      inputSpread: 0,
      outputSpread: 0,
    },
    // A measurement fixes the requests in flight and asks for no goal.
    traffic: { ...(presetsOf("traffic") as Scenario["traffic"]), load: "batch" },
    goals: presetsOf("goals") as Scenario["goals"],
    serving: {
      weights,
      kvCache,
      engine: stackOf(row),
      batchWindow: 0,
      speculation: "none",
      draftTokens: 1,
      acceptance: 0,
      batching: offline ? "offline" : fixed ? "static" : "continuous",
      memoryFraction: FRACTIONS[row.mode],
      chunkTokens: fixed ? staticChunk(row, model) : CHUNK,
    },
    options: [
      {
        accelerator: accelerator.id,
        tp,
        pp,
        dp,
        ep,
        replicas,
        prefillReplicas: 0,
        ...(threads ? { threads: Number(threads) } : {}),
      },
    ],
    money: {},
    // Measurements say nothing of money, and no figure compared with them reads the place.
    finance: {
      ...(presetsOf("finance") as Scenario["finance"]),
      hardware: "rented",
      place: "world",
      utilisation: 1,
    },
  };
  const arrivals = arrivalsOf(row);
  return {
    ok: true,
    scenario: arrivals ? underArrivals(scenario, row, arrivals) : started(scenario, row.settings),
    accelerators,
    ...(arrivals ? { arrivals } : {}),
    ...(offline ? { requests: Number(prompts ?? OFFLINE_REQUESTS) } : {}),
  };
}

/** The scenario of a run whose server was started as its settings say. A batching that its load fixes stays. */
function started(scenario: Scenario, settings: Measurement["settings"]): Scenario {
  const [option] = scenario.options;
  if (!settings || !option) return scenario;
  const { threads, powerLimit, cachedPrefix = 0, batching, ...serving } = settings;
  const kept = scenario.serving.batching;
  return {
    ...scenario,
    workload: { ...scenario.workload, cachedPrefix },
    serving: { ...scenario.serving, ...serving, batching: kept === "continuous" ? (batching ?? kept) : kept },
    options: [
      {
        ...option,
        ...(threads === undefined ? {} : { threads }),
        ...(powerLimit === undefined ? {} : { powerLimit }),
      },
    ],
  };
}

/** What a row leaves open that its answer hangs on; nothing where the rest says it. */
function missingLoad(row: Measurement): string | undefined {
  const { concurrency, mode, metric, isl, osl } = row;
  const arrivals = arrivalsOf(row);
  if (mode === "open" && !arrivals) return "request_rate is empty, and with it how many requests come";
  if (concurrency !== "" && !arrivals && !Number.isFinite(Number(concurrency)))
    return `load "${concurrency}" is not a number of requests in flight`;
  if (concurrency !== "" && Number(concurrency) < 1)
    return `concurrency ${concurrency} is not a number of requests in flight`;
  if (concurrency === "" && (mode === "server" || mode === "static_batch"))
    return `concurrency is empty, which only an offline run or a single stream may leave open`;
  const promptAlone = metric === "prefill_tokens_per_s" || metric === "ttft_ms";
  if (osl < 1 && !promptAlone) return `osl is empty, and ${metric} depends on the length of answers`;
  if (isl < 1 && (mode !== "single_stream" || promptAlone))
    return `isl is empty, and ${metric} depends on the length of prompts`;
  if (mode === "offline" && concurrency === "" && ARRIVALS.has(metric))
    return `an offline run queues every request at once, so ${metric} says nothing about the accelerators`;
  return undefined;
}

const ARRIVALS: ReadonlySet<Measurement["metric"]> = new Set(["ttft_ms", "e2e_latency_s"]);

/** vLLM before 0.7 profiles its memory for a whole context in one step; others hold what the batch brings, in chunks. */
function staticChunk(row: Measurement, { contextMax }: NamedModel): number {
  if (row.engine === "llama.cpp") return LLAMA_CPP_CHUNK;
  if (row.engine === "vllm" && /0\.6\./.test(row.engine_version)) return contextMax ?? STATIC_CHUNK;
  const prompts = Math.max(1, row.isl) * (Number(row.concurrency) || 1);
  return Math.max(256, Math.min(STATIC_CHUNK, prompts));
}

/**
 * Tables of chips with several cores count cores as ranks; a rank of the planner is a whole accelerator. Tables of
 * requests from outside call replicas data parallel, unless experts are spread over them.
 */
function layoutOf({ tp, pp, dp, ep, num_accelerators, mode }: Measurement) {
  if (mode === "open" && (ep ?? 1) === 1) return { tp: tp ?? 1, pp: pp ?? 1, dp: 1, ep: 1 };
  const ranks = { tp: tp ?? 1, pp: pp ?? 1, dp: dp ?? 1, ep: ep ?? 1 };
  if (num_accelerators !== undefined && ranks.tp * ranks.pp * ranks.dp > num_accelerators)
    return { ...ranks, tp: Math.max(1, num_accelerators / (ranks.pp * ranks.dp)) };
  return ranks;
}
