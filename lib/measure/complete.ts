import type { OwnMeasurement, RunSettings } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { type Result, said } from "./result";

/** What ran, as a plan says it: a result file seldom does. */
export type Setup = Pick<
  OwnMeasurement,
  | "accelerator"
  | "model"
  | "weights"
  | "kvCache"
  | "engine"
  | "tp"
  | "pp"
  | "dp"
  | "ep"
  | "accelerators"
  | "settings"
>;

/** What a result may leave open that its answer hangs on. */
export const BLANKS = ["inputTokens", "outputTokens", "concurrency"] as const;
export type Blank = (typeof BLANKS)[number];
export type Answers = Readonly<Partial<Record<Blank, number>>>;

/** The setup of a plan: one replica of it, as people measure. */
export function setupOf(plan: Plan): Setup {
  const { workload, serving, option } = plan;
  const { accelerator, tp, pp, dp, ep } = option;
  const { weights, kvCache, engine } = serving;
  return {
    accelerator,
    model: workload.model,
    weights,
    kvCache,
    engine,
    tp,
    pp,
    dp,
    ep,
    accelerators: tp * pp * dp,
    settings: settingsOf(plan),
  };
}

/** How the plan's server is started; drafts and cached prefixes only where it has them. */
function settingsOf({ workload, serving, option }: Plan): RunSettings {
  const { batching, memoryFraction, chunkTokens, prefixCache, cachePaging, streamInterval } = serving;
  const { speculation, draftTokens, acceptance, draftModel } = serving;
  const { threads, powerLimit } = option;
  const known = {
    memoryFraction,
    chunkTokens,
    prefixCache,
    cachePaging,
    streamInterval,
    threads,
    powerLimit,
  };
  const drafting = speculation === "none" ? {} : { speculation, draftTokens, acceptance, draftModel };
  return said<RunSettings>({
    ...known,
    ...drafting,
    ...(batching === "static" || batching === "dynamic" ? { batching } : {}),
    ...(workload.cachedPrefix > 0 ? { cachedPrefix: workload.cachedPrefix } : {}),
  });
}

/**
 * Requests in flight during a run: as the tool kept them, or by Little's law from the rate and the time of an answer.
 * Undefined when the file says neither.
 */
export function concurrencyOf({
  concurrency,
  mode,
  measured,
  outputTokens,
  requestRate,
}: Result): number | undefined {
  if (concurrency !== undefined) return Math.max(1, concurrency);
  if (mode === "single_stream") return 1;
  const value = (metric: Result["measured"][number]["metric"]) =>
    measured.find((each) => each.metric === metric)?.value;
  const latency = value("e2e_latency_s");
  const tokens = value("output_tokens_per_s_total");
  const rate = tokens !== undefined && outputTokens ? tokens / outputTokens : requestRate;
  return latency === undefined || rate === undefined ? undefined : Math.max(1, rate * latency);
}

/** The blanks that neither the file nor the person's answers fill. */
export function missingIn(result: Result, answers: Answers): Blank[] {
  const known: Record<Blank, number | undefined> = {
    inputTokens: result.inputTokens,
    // A prompt alone has no answer, and needs none.
    outputTokens: result.outputTokens,
    concurrency: result.mode === "offline" ? 0 : concurrencyOf(result),
  };
  return BLANKS.filter((blank) => known[blank] === undefined && answers[blank] === undefined);
}

/** A run as the plan keeps it; undefined while something is missing or nothing in it can be compared. */
export function completed(
  result: Result,
  file: string,
  setup: Setup,
  answers: Answers = {},
): OwnMeasurement | undefined {
  if (missingIn(result, answers).length > 0 || result.measured.length === 0) return undefined;
  const { tp = setup.tp, pp = setup.pp, ep = setup.ep, mode, tool } = result;
  const concurrency = mode === "offline" ? undefined : (concurrencyOf(result) ?? answers.concurrency);
  const engine = engineOf(result);
  const version = engine === undefined ? undefined : result.version;
  return {
    on: true,
    tool,
    file: file.slice(0, LONGEST_NAME),
    ...setup,
    engine: engine ?? setup.engine,
    tp,
    pp,
    ep,
    accelerators: tp * pp * setup.dp,
    ...(version === undefined ? {} : { version }),
    inputTokens: Math.max(1, result.inputTokens ?? (answers.inputTokens as number)),
    outputTokens: Math.max(1, result.outputTokens ?? (answers.outputTokens as number)),
    ...(concurrency === undefined ? {} : { concurrency }),
    mode,
    measured: Object.fromEntries(result.measured.map(({ metric, value }) => [metric, value])),
  };
}

const LONGEST_NAME = 120;

/** The software that a file names, where it is one of the planner's; a protocol ("openai") is none. */
function engineOf({ engine = "", version = "", mode }: Result): OwnMeasurement["engine"] | undefined {
  const named = engine.toLowerCase();
  if (named.startsWith("vllm")) return "vllm";
  if (named.startsWith("sglang")) return "sglang";
  if (named.startsWith("llama")) return "llama-cpp";
  if (!named.startsWith("tensorrt")) return undefined;
  if (mode === "server") return "trtllm";
  return /^1\.[2-9]/.test(version) ? "trtllm-1.2" : "trtllm-bench";
}
