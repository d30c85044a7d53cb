import * as z from "zod";
import { csvTable } from "@/lib/csv/table";
import type { RunSettings } from "@/lib/scenario";

/** What was measured; a rate counts output tokens unless it says total. */
export const METRICS = [
  "tpot_ms",
  "ttft_ms",
  "output_tokens_per_s_total",
  "output_tokens_per_s_per_gpu",
  "total_tokens_per_s",
  "e2e_latency_s",
  "e2e_ms",
  "decode_tokens_per_s_single_stream",
  "prefill_tokens_per_s",
] as const;
export type Metric = (typeof METRICS)[number];

const text = z.string().trim().min(1);

const blankAs = <T>(value: T) =>
  z
    .string()
    .optional()
    .transform((cell) => (cell === undefined || cell.trim() === "" ? value : Number(cell)))
    .refine((found) => found === value || Number.isFinite(found), "expected a number");

/** Which of a run's requests a value is of. */
const STATISTICS = ["mean", "p50", "p90", "p95", "p99"] as const;

const MOST_ACCELERATORS = 100_000;
const MOST_TOKENS = 10_000_000;
const MOST_REQUESTS = 1_000_000;
/** Beyond any unit of a measured value; without bounds its ratio to a prediction need not be a number. */
const LEAST_VALUE = 1e-9;
const MOST_VALUE = 1e12;

const wholeOr = <T>(blank: T) =>
  blankAs(blank).refine(
    (found) =>
      found === blank ||
      (Number.isInteger(found) && Number(found) >= 1 && Number(found) <= MOST_ACCELERATORS),
    "expected a whole number of at least 1",
  );

const length = blankAs(0).refine(
  (found) => found >= 0 && found <= MOST_TOKENS,
  "expected a number of tokens",
);

const MOST_SPREAD = 100;
const upTo = (most: number, expected: string) =>
  blankAs(undefined).refine((found) => found === undefined || (found >= 0 && found <= most), expected);

/** One of some words, or nothing. */
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.preprocess((cell) => (cell === "" ? undefined : cell), z.enum(words).optional());

/** What people call serving software, without case and punctuation, by the name that tables use. */
const ENGINES = new Map([
  ["vllm", "vllm"],
  ["sglang", "sglang"],
  ["trtllm", "trtllm"],
  ["tensorrtllm", "trtllm"],
  ["llamacpp", "llama.cpp"],
  ["lmdeploy", "lmdeploy"],
  ["neuron", "neuron"],
  ["neuronx", "neuron"],
  ["gaudi", "gaudi"],
  ["optimumhabana", "gaudi"],
]);

/** Whether a row's engine is one that the planner has constants for. */
export const isKnownEngine = (engine: string): boolean => [...ENGINES.values()].includes(engine);

const rowSchema = z.object({
  id: text,
  split: z.string().default(""),
  source: z.string().default(""),
  accelerator: text,
  num_accelerators: wholeOr(undefined),
  tp: wholeOr(1),
  pp: wholeOr(1),
  dp: wholeOr(1),
  ep: wholeOr(1),
  model: text,
  weights: text,
  kv_cache: z.string().default(""),
  engine: text.transform((name) => ENGINES.get(name.toLowerCase().replace(/[^a-z]/g, "")) ?? name),
  engine_version: z.string().default(""),
  isl: length,
  osl: length,
  // Text that is no number is an arrival rate, of which the question says that it cannot be asked.
  concurrency: z
    .string()
    .trim()
    .default("")
    .refine(
      (load) => !(Number(load) > MOST_REQUESTS),
      `expected at most ${MOST_REQUESTS.toLocaleString("en")} requests in flight`,
    ),
  /** Requests that come from outside, at a rate, are "open"; their columns are those of openloop.csv. */
  mode: z.enum(["server", "offline", "static_batch", "single_stream", "open"]),
  arrival: oneOf(["poisson", "constant", "gamma"]),
  request_rate: upTo(MOST_REQUESTS, "expected a rate of requests").optional(),
  num_requests: upTo(MOST_REQUESTS, "expected a number of requests").optional(),
  isl_cv: upTo(MOST_SPREAD, "expected a spread of lengths").optional(),
  osl_cv: upTo(MOST_SPREAD, "expected a spread of lengths").optional(),
  dataset: z.string().optional(),
  statistic: oneOf(STATISTICS),
  metric: z.enum(METRICS),
  value: z.coerce.number().min(LEAST_VALUE).max(MOST_VALUE),
  notes: z.string().default(""),
});

/** One published measurement as a row of a table; lengths are mean tokens. */
export type Measurement = z.output<typeof rowSchema> & {
  /** How the server was started, where a plan that a run belongs to says so; tables do not. */
  settings?: RunSettings;
};

/** A row that could not be read, and why. */
export interface Unreadable {
  readonly id: string;
  readonly line: number;
  readonly message: string;
}

/** The columns that a table cannot do without. */
const REQUIRED = Object.entries(rowSchema.shape)
  .filter(([, cell]) => !cell.safeParse(undefined).success)
  .map(([column]) => column);

/**
 * Reads a table of measurements. Rows that do not fit are returned with the reason, never dropped; `missing` names
 * required columns that the headings lack, `twice` those that stand there more than once.
 */
export function readMeasurements(csv: string): {
  rows: Measurement[];
  unreadable: Unreadable[];
  missing: string[];
  twice: readonly string[];
} {
  const table = csvTable(csv);
  const { headings, twice } = table;
  const rows: Measurement[] = [];
  const unreadable: Unreadable[] = [];
  for (const { cells, line, fault } of table.rows) {
    const raw = cells.arrival ? openLoop(cells) : cells;
    const result = fault === undefined ? rowSchema.safeParse(raw) : undefined;
    if (result?.success) rows.push(result.data);
    else {
      const issues = result?.error.issues ?? [];
      const faults = issues
        .filter(({ path }, at) => issues.findIndex((other) => other.path[0] === path[0]) === at)
        .map((issue) => faultOf(issue, raw, headings));
      unreadable.push({ id: raw.id ?? "", line, message: fault ?? faults.join("; ") });
    }
  }
  const given = headings.includes("arrival") ? Object.keys(openLoop({})) : [];
  const missing = REQUIRED.filter((column) => ![...headings, ...given].includes(column));
  return { rows, unreadable, missing, twice };
}

/** A row of requests that come at a rate, under the columns of the others. */
const openLoop = (raw: Readonly<Record<string, string>>): Record<string, string> => ({
  mode: "open",
  ...raw,
  isl: raw.isl ?? raw.isl_mean ?? "",
  osl: raw.osl ?? raw.osl_mean ?? "",
});

/** "tp: expected a whole number of at least 1, understood "0"", or that there is no such cell. */
function faultOf(
  issue: z.core.$ZodIssue,
  raw: Readonly<Record<string, string>>,
  headings: readonly string[],
): string {
  const column = issue.path.join(".");
  const cell = raw[column];
  if (cell === undefined)
    return headings.includes(column)
      ? `${column}: the line ends before it`
      : `${column}: there is no such column`;
  return `${column}: ${expectation(issue)}, understood ${JSON.stringify(cell.slice(0, 80))}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom") return issue.message;
  if (issue.code === "invalid_value") return `expected one of ${issue.values.join(", ")}`;
  return issue.path[0] === "value"
    ? `expected a number from ${LEAST_VALUE} to ${MOST_VALUE}`
    : "expected text";
}
