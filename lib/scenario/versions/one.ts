import { spelledOut } from "./silent";

/**
 * What a scenario of version 1 means where it is silent. Its links leave these values out, so they are part of every
 * link that was ever sent: this table never changes, whatever the defaults of today are.
 */
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
 * A document of version 1 as one of version 2, in which an option may differ from the others in more than its format
 * and its layout, a price may say which offer it is, and mean lengths may be fractions. Sections that are no objects
 * are left for the schema to refuse.
 */
export function fromVersion1(older: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { workload, serving = {}, options, finance = {} } = older;
  return {
    ...older,
    v: 2,
    ...(workload === undefined ? {} : { workload: spelledOut(SILENT.workload, workload) }),
    serving: spelledOut(SILENT.serving, serving),
    ...(options === undefined ? {} : { options: eachOption(options) }),
    finance: spelledOut(SILENT.finance, finance),
  };
}

const eachOption = (options: unknown): unknown =>
  Array.isArray(options) ? options.map((option) => spelledOut(SILENT.option, option)) : options;
