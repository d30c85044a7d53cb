/** Whether a part of a document is an object; anything else is left for the schema to refuse. */
export const isSection = (section: unknown): section is Readonly<Record<string, unknown>> =>
  typeof section === "object" && section !== null && !Array.isArray(section);

/**
 * What scenarios of versions 1 and 2 mean where they are silent. Their links leave these values out, so they are part
 * of every link that was ever sent: this table never changes, whatever the defaults of today are.
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

/** The section with every value that it left to its default. */
function spelledOut(silent: Readonly<Record<string, unknown>>, section: unknown): unknown {
  if (!isSection(section)) return section;
  const said = Object.entries(section).filter(([, value]) => value !== undefined);
  return { ...silent, ...Object.fromEntries(said) };
}

/** A document of version 1 or 2 with all that it was silent of. Sections that are no objects stay as they are. */
export function inFull(older: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { workload, serving = {}, options, finance = {} } = older;
  return {
    ...older,
    ...(workload === undefined ? {} : { workload: spelledOut(SILENT.workload, workload) }),
    serving: spelledOut(SILENT.serving, serving),
    ...(options === undefined ? {} : { options: eachOption(options) }),
    finance: spelledOut(SILENT.finance, finance),
  };
}

const eachOption = (options: unknown): unknown =>
  Array.isArray(options) ? options.map((option) => spelledOut(SILENT.option, option)) : options;
