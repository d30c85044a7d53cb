import { constant, input } from "@/lib/formula";

const perRow = (unit: string, label: string) => input(unit, label, { row: true });
const load = { varies: "load" } as const;

// Fixed numbers
export const token = constant("tok", 1, "One token");
export const flopPerMac = constant("FLOP", 2, "Floating-point operations of one multiply-accumulate");
export const bytesPerHalf = constant("B", 2, "Bytes of a 16-bit number");
export const secondsPerYear = constant("s", 365 * 86_400, "Seconds in a year of 365 days");
export const secondsPerMonth = constant("s", (365 * 86_400) / 12, "Seconds in a twelfth of a year");

// The load
export const inputTokens = input("tok", "Input tokens per request", load);
export const outputTokens = input("tok", "Output tokens per request", load);
export const concurrency = input("1", "Requests in flight per replica", load);
export const cachedShare = input("1", "Share of the prompt found in the prefix cache", load);
export const waitingRequests = input("1", "Requests queued for an offline run, zero for endless", load);
export const staticBatching = input("1", "Batches run to their end before the next begins", load);
export const endless = input("1", "Requests always wait, so that the batch is as large as fits", load);
export const rankBatch = input("1", "Sequences decoding together on one attention rank", { varies: "batch" });
export const memoryFraction = input("1", "Fraction of memory the server may use");
export const chunkLimit = input("tok", "Most tokens a step may process");
export const blockTokens = input("tok", "Tokens in one block of the cache");
export const logitRows = input("1", "Most rows of logits held at a time");
export const maxSequences = input("1", "Most sequences the server batches");

export const reservedShare = input("1", "Share of the answer whose cache is reserved on admission");
export const rowsPerSequence = input("1", "Rows that a decoding sequence brings to a step", load);
export const draftTokens = input("1", "Tokens drafted per step", load);
export const draftPasses = input("1", "Passes that draft them, one after the other", load);
export const acceptance = input("1", "Probability that a drafted token is accepted", load);
export const draftTime = input("s", "Time that one sequence more adds to a drafting pass", load);
export const draftBase = input("s", "Time of a drafting pass without sequences", load);
export const draftBytes = input("B", "Weights of the drafting layers or model", load);
export const batchWindow = input("s", "Longest wait for a batch to fill", load);
export const prefillReplicas = input("1", "Replicas that only process prompts");
export const networkBandwidth = input("B/s", "Network bandwidth per accelerator");

// The layout
export const tensorParallel = input("1", "Tensor-parallel accelerators");
export const pipelineParallel = input("1", "Pipeline stages");
export const dataParallel = input("1", "Attention ranks that share the experts");
export const expertParallel = input("1", "Expert-parallel groups");
export const replicas = input("1", "Replicas");

// The model
export const hiddenWidth = input("1", "Hidden width");
export const vocabulary = input("1", "Vocabulary, padded for sharding");
export const widestRow = input("1", "Widest activation of a layer per accelerator");

// The accelerator
export const memoryCapacity = input("B", "Memory of one accelerator");
export const hbmBandwidth = input("B/s", "Memory bandwidth");
export const peakCompute = input("FLOP/s", "Dense peak rate for the weights' number format");
export const linkBandwidth = input("B/s", "Link bandwidth per direction");
export const acceleratorPrice = input("USD/s", "Price of one accelerator");
export const boardPower = input("W", "Board power of one accelerator");
export const idleShare = input("1", "Share of the board power drawn when idle");
export const decodeShareOfPower = input("1", "Share of the board power drawn while decoding");
export const prefillShareOfPower = input("1", "Share of the board power drawn while processing prompts");
export const hostPowerFactor = input(
  "1",
  "Power of accelerator, host and network over that of the accelerator",
);
export const utilisation = input("1", "Share of paid time that serves this load");

// Constants of the serving stack and the architecture
export const kneeOrder = input("1", "Sharpness of the roofline's knee");
export const hostTime = input("s", "Host time per step");
export const sequenceTime = input("s", "Host time per sequence and step");
export const linkLatency = input("s", "Latency of one collective");
export const linkEfficiency = input("1", "Share of the link bandwidth that a collective reaches");
export const runtimeBytes = input("B", "Runtime, graphs and communication buffers");
export const requestTime = input("s", "Time to admit a request");
export const prefillStretch = input("1", "Own prefill, stretched by sharing its steps");
export const pipelineDepth = input("1", "Decode steps between admission and first token");
export const clustering = input("1", "Waiting behind prompts that arrive together");
export const clusterOrder = input("1", "How clustering grows with the batch");
export const tileRows = input("1", "Rows that a grouped product pays for each expert hit");
export const narrowWidth = input("1", "Slice width at which half the bandwidth is reached");
export const poolBalance = input("1", "Share of their time that separate pools are matched");
export const rankBalance = input("1", "Share of time that attention ranks in lock-step work");
export const imbalance = input("1", "Spread of the load over expert groups");

// One operator row
export const rowCount = perRow("1", "Times the operator runs in a step");
export const decodeShare = perRow("1", "Rows per decoding token");
export const prefillShare = perRow("1", "Rows per prefill token");
export const sampledShare = perRow("1", "Rows per sampled token");
export const promptShare = perRow("1", "Rows per prompt");
export const gemmOutputs = perRow("1", "Output width of the product");
export const gemmInputs = perRow("1", "Reduction length of the product");
export const bytesPerWeight = perRow("B", "Bytes per weight, scales included");
export const bytesPerActivation = perRow("B", "Bytes per activation");
export const storedShare = perRow("1", "Share of the weights that is stored here");
export const peakRate = perRow("FLOP/s", "Dense peak rate");
export const computeEfficiency = perRow("1", "Share of the peak rate that the kernel reaches");
export const memoryEfficiency = perRow("1", "Share of the bandwidth that the kernel reaches");
export const fixedLatency = perRow("s", "Launch gaps and kernels too small to time");

// Attention rows
export const queryHeads = perRow("1", "Query heads per accelerator");
export const pairWidth = perRow("1", "Multiply-accumulates per query, key and head");
export const cacheBytes = perRow("B/tok", "Cached bytes per token, layer and accelerator");
export const window = perRow("tok", "Tokens kept in the cache, zero for all");
export const reach = perRow("tok", "Tokens that a query reads, zero for all");
export const stateBytes = perRow("B", "Fixed state per sequence, layer and accelerator");
export const encoderTokens = perRow("tok", "Tokens of an encoder that are cached once");

// Elementwise, state and expert rows
export const bytesPerRow = perRow("B", "Bytes read and written per row");
export const flopPerRow = perRow("FLOP", "Operations per row");
export const expertCount = perRow("1", "Routed experts");
export const expertsPerToken = perRow("1", "Experts that each token passes");
export const expertMatrices = perRow("1", "Matrices of one expert");
export const expertInputs = perRow("1", "Width that the experts read and write");
export const expertSlice = perRow("1", "Width of an expert's slice on one accelerator");
export const exchangedBytes = perRow("B", "Bytes sent per row and element of the hidden width");
export const ranks = perRow("1", "Accelerators that take part in the collective");
export const exchangeFactor = perRow("1", "Times each byte crosses the link");
export const latencyFactor = perRow("1", "Collective latencies paid");
