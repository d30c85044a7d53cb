import { isSection, spelledOut } from "./silent";

/** What a scenario of version 2 means where it is silent. Like those of version 1, this table never changes. */
const SILENT = {
  workload: { inputTokens: 1000, outputTokens: 500, batch: 16, cachedPrefix: 0 },
  serving: {
    weights: "fp8",
    kvCache: "bf16",
    engine: "vllm",
    batching: "continuous",
    batchWindow: 0.05,
    speculation: "none",
    draftTokens: 3,
    acceptance: 0.7,
    memoryFraction: 0.9,
    chunkTokens: 8192,
  },
  option: { tp: 1, pp: 1, dp: 1, ep: 1, replicas: 1, prefillReplicas: 0 },
  finance: { hardware: "rented", place: "united-states", utilisation: 1 },
} as const;

/**
 * A document of version 2 as one of version 3, which asks in people's words: traffic and goals are sections of their
 * own, goals may be percentiles, and replicas that are not said are found. A plan of version 2 was asked for a batch
 * and for means, and keeps both.
 */
export function fromVersion2(older: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { workload, serving = {}, options, finance = {} } = older;
  return {
    ...older,
    v: 3,
    ...(workload === undefined ? {} : { workload: spelledOut(SILENT.workload, workload) }),
    traffic: { load: "batch" },
    goals: goalsOf(serving),
    serving: withoutGoals(spelledOut(SILENT.serving, serving)),
    ...(options === undefined ? {} : { options: eachOption(options) }),
    finance: spelledOut(SILENT.finance, finance),
  };
}

const eachOption = (options: unknown): unknown =>
  Array.isArray(options) ? options.map((option) => spelledOut(SILENT.option, option)) : options;

/** The goals that the serving settings held. */
function goalsOf(serving: unknown): Record<string, unknown> {
  if (!isSection(serving)) return {};
  const { ttftGoal: ttft, tpotGoal: tpot } = serving;
  return { ...(ttft === undefined ? {} : { ttft }), ...(tpot === undefined ? {} : { tpot }) };
}

function withoutGoals(serving: unknown): unknown {
  if (!isSection(serving)) return serving;
  const { ttftGoal: _ttft, tpotGoal: _tpot, ...rest } = serving;
  return rest;
}
