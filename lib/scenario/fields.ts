import {
  choice,
  type Field,
  number,
  type OnOption,
  onOption,
  optionalChoice,
  optionalRecord,
  record,
  requiredRecord,
} from "./field-kinds";
import { goalFields } from "./goal-fields";
import { moneyFields, projectionFields } from "./money-fields";
import { spreadFields, trafficFields } from "./traffic-fields";

/** The sizes of groups of accelerators, unless a field says others. */
export const powersOfTwo = [1, 2, 4, 8, 16, 32, 64] as const;

const pathsOf = <F extends Record<string, Field>>(part: F) => Object.keys(part) as (keyof F)[];
const SPREADS = pathsOf(spreadFields);
const TRAFFIC = pathsOf(trafficFields);
const GOALS = pathsOf(goalFields);
const PROJECTION = pathsOf(projectionFields);

/** What holds for all options, and what only an option has. */
const declared = {
  "workload.model": requiredRecord("models", "Model", "The model to serve."),
  "workload.inputTokens": number("Input tokens", "tok", [1, 10_000_000], {
    default: 1000,
    // A mean is seldom a whole number: measured runs report 219.9.
    integer: false,
    help: "Mean length of a prompt, everything the model reads before it answers.",
  }),
  "workload.outputTokens": number("Output tokens", "tok", [1, 1_000_000], {
    default: 500,
    integer: false,
    help: "Mean length of an answer, hidden reasoning included.",
  }),
  "workload.batch": number("Batch", "req", [1, 4096], {
    default: 16,
    help: "Requests in flight on one replica at a time. A larger batch costs less per token and answers slower.",
  }),
  "workload.cachedPrefix": number("Cached prefix", "%", [0, 0.99], {
    default: 0,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Share of a prompt whose keys and values are already in the cache, such as a shared system prompt.",
  }),

  ...spreadFields,
  ...trafficFields,
  ...goalFields,

  "serving.weights": record("formats", "Weights", "Number format of the weights.", "fp8"),
  "serving.kvCache": record(
    "formats",
    "KV cache",
    "Number format of the keys and values kept per token.",
    "bf16",
  ),
  "serving.engine": choice("Engine", "The serving software whose overheads are assumed.", "vllm", [
    { value: "vllm", label: "vLLM" },
    { value: "sglang", label: "SGLang" },
    { value: "trtllm", label: "TensorRT-LLM" },
    { value: "trtllm-1.2", label: "TensorRT-LLM 1.2, driven offline" },
    { value: "trtllm-bench", label: "TensorRT-LLM 0.20 to 1.1, driven offline" },
    { value: "trtllm-0.14", label: "TensorRT-LLM 0.14, driven offline" },
    { value: "trtllm-0.9", label: "TensorRT-LLM 0.9, static batches" },
    { value: "lmdeploy", label: "LMDeploy" },
    { value: "llama-cpp", label: "llama.cpp" },
    { value: "optimum-habana", label: "Optimum Habana (Gaudi)" },
    { value: "neuronx", label: "Neuron" },
    { value: "generic", label: "Any other" },
  ]),
  "serving.batching": choice(
    "Batching",
    "Continuous admits a request whenever there is room; static runs a batch to its end, dynamic after waiting for it to fill; offline keeps a queue full.",
    "continuous",
    [
      { value: "continuous", label: "Continuous" },
      { value: "static", label: "Static" },
      { value: "dynamic", label: "Dynamic" },
      { value: "offline", label: "Offline" },
    ],
  ),
  "serving.batchWindow": number("Batch window", "ms", [0, 5], {
    default: 0.05,
    step: 0.001,
    scale: "linear",
    stored: "s",
    integer: false,
    tab: "advanced",
    help: "With dynamic batching, the longest wait for a batch to fill.",
  }),
  "serving.speculation": choice(
    "Speculative decoding",
    "Tokens are drafted ahead and checked together. A draft model is named below; MTP and EAGLE draft with one layer, Medusa with heads.",
    "none",
    [
      { value: "none", label: "None" },
      { value: "draft", label: "Draft model" },
      { value: "mtp", label: "MTP layer" },
      { value: "eagle", label: "EAGLE" },
      { value: "medusa", label: "Medusa" },
    ],
  ),
  "serving.draftTokens": number("Drafted tokens", "tok", [1, 16], {
    default: 3,
    tab: "advanced",
    scale: "linear",
    help: "Tokens drafted for each step of the model.",
  }),
  "serving.acceptance": number("Acceptance", "%", [0, 0.99], {
    default: 0.7,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Probability that a drafted token is accepted, given that those before it were.",
  }),
  "serving.draftModel": optionalRecord(
    "models",
    "Draft model",
    "The small model that drafts, with the same vocabulary.",
  ),
  "serving.memoryFraction": number("Memory fraction", "%", [0.1, 1], {
    default: 0.9,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Share of an accelerator's memory that the server may take for weights, KV cache and activations.",
  }),
  "serving.chunkTokens": number("Chunk", "tok", [256, 1_000_000], {
    default: 8192,
    tab: "advanced",
    help: "Most tokens in one step. A longer prompt is read in chunks, so that running answers do not stall.",
  }),

  "serving.prefixCache": optionalChoice(
    "Prefix cache",
    "Whether prefixes stay in the cache for later prompts. Left empty, as the engine comes.",
    [
      { value: "on", label: "On" },
      { value: "off", label: "Off" },
    ],
  ),
  "serving.cachePaging": optionalChoice(
    "Cache memory",
    "Paged takes blocks as a request grows; contiguous reserves room for the longest one from the start. Left empty, paged.",
    [
      { value: "paged", label: "Paged" },
      { value: "contiguous", label: "Contiguous" },
    ],
  ),
  "serving.streamInterval": number("Stream interval", "tok", [1, 1000], {
    empty: "engine's",
    tab: "advanced",
    help: "Tokens in each piece of a streamed answer. A client sees them together.",
  }),
  "serving.weightRate": number("Weights arrive at", "GB/s", [1e8, 1e11], {
    empty: "a warm disk's",
    step: 1e8,
    stored: "B/s",
    integer: false,
    tab: "advanced",
    help: "Rate at which a starting replica gets its weights from disk or network.",
  }),
  "serving.startTime": number("Engine start", "s", [0.1, 86_400], {
    empty: "engine's",
    step: 0.1,
    tab: "advanced",
    help: "Time that the engine takes to start, without that for the weights.",
  }),

  "options.accelerator": requiredRecord("accelerators", "Accelerator", "The chip to run on."),
  "options.tp": number("Tensor parallel", "acc", [1, 64], {
    default: 1,
    // An Inf2.48xlarge has twelve, and all of them share a model.
    choices: [1, 2, 4, 8, 12, 16, 32, 64],
    help: "Accelerators that split every layer of one replica between them.",
  }),
  "options.pp": number("Pipeline stages", "1", [1, 16], {
    default: 1,
    choices: [1, 2, 4, 8, 16],
    tab: "advanced",
    help: "Groups of accelerators that hold one share of the layers each, one behind the other.",
  }),
  "options.dp": number("Attention ranks", "1", [1, 64], {
    default: 1,
    choices: powersOfTwo,
    tab: "advanced",
    help: "Ranks that attend to sequences of their own and share the experts of a mixture.",
  }),
  "options.ep": number("Expert groups", "1", [1, 64], {
    default: 1,
    choices: powersOfTwo,
    tab: "advanced",
    help: "Groups that the experts of a mixture are divided into, at most as many as accelerators in a stage.",
  }),
  "options.replicas": number("Replicas", "1", [1, 10_000], {
    empty: "as needed",
    help: "Copies of the model, each with its own batch. Left empty, as many as the traffic needs; one where a batch is asked for.",
  }),
  "options.prefillReplicas": number("Prompt replicas", "1", [0, 10_000], {
    default: 0,
    scale: "linear",
    tab: "advanced",
    help: "Replicas that process prompts alone and hand their cache over. At zero every replica does both.",
  }),
  "options.bridge": optionalChoice(
    "Bridge",
    "Cards with a bridge that is sold apart, such as H100 NVL: whether pairs are joined by it. Left empty, they meet over the host.",
    [
      { value: "apart", label: "Over the host" },
      { value: "joined", label: "Joined by their bridge" },
    ],
  ),
  "options.threads": number("Threads", "1", [1, 1024], {
    tab: "advanced",
    help: "Threads of a CPU that compute. Left empty, every core does; accelerators without cores ignore it.",
  }),
  "options.powerLimit": number("Power limit", "W", [1, 10_000], {
    tab: "advanced",
    help: "Limit on the draw of one accelerator. Below what prompts draw it lowers the clock.",
  }),
  "options.pricePerHour": number("Price", "USD/h", [0, 1000], {
    step: 0.01,
    scale: "linear",
    stored: "USD/h",
    integer: false,
    help: "US dollars per accelerator and hour. Left empty, the catalog's price is used.",
  }),

  "finance.hardware": choice(
    "Hardware",
    "The price of a rented hour holds its electricity. An hour of owned hardware costs what you enter, or what follows from its purchase, and its electricity comes on top at the place's price.",
    "rented",
    [
      { value: "rented", label: "Rented by the hour" },
      { value: "owned", label: "Owned, electricity apart" },
    ],
  ),
  "finance.place": record(
    "places",
    "Place",
    "Where the machines stand: its electricity, its grid's carbon and its buildings' share of the power count.",
    "united-states",
  ),
  "finance.electricityPrice": number("Electricity", "USD/kWh", [0, 5], {
    empty: "place's",
    step: 0.001,
    scale: "linear",
    integer: false,
    tab: "advanced",
    help: "Delivered price of electricity. Left empty, the place's is used.",
  }),
  "finance.pue": number("PUE", "1", [1, 3], {
    empty: "place's",
    step: 0.01,
    scale: "linear",
    integer: false,
    tab: "advanced",
    help: "Power from the grid over power of the machines. Left empty, the place's is used.",
  }),
  "finance.carbonIntensity": number("Carbon", "gCO2e/kWh", [0, 2000], {
    empty: "place's",
    scale: "linear",
    integer: false,
    tab: "advanced",
    help: "Greenhouse gases of the electricity. Left empty, the grid's average at the place is used.",
  }),
  "finance.utilisation": number("Utilisation", "%", [0.01, 1], {
    default: 1,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Share of the paid hours in which the accelerators serve this load. At 50 % a token costs twice as much.",
  }),

  ...moneyFields,
  ...projectionFields,
} as const;

/** What is asked of all options alike: none may answer another question than the others. */
const QUESTION = [
  "workload.inputTokens",
  "workload.outputTokens",
  ...SPREADS,
  ...TRAFFIC,
  ...GOALS,
  ...PROJECTION,
] as const satisfies readonly (keyof typeof declared)[];

type Declared = typeof declared;
type Ownable = Exclude<keyof Declared, (typeof QUESTION)[number] | `options.${string}`>;
type OwnFields = {
  [P in Ownable as P extends `${string}.${infer Key}` ? `options.${Key}` : never]: OnOption<Declared[P]>;
};

/** The fields that an option may say for itself, under its own path. */
function ownFields(): OwnFields {
  const question: readonly string[] = QUESTION;
  const own = Object.entries<Field>(declared).filter(
    ([path]) => !path.startsWith("options.") && !question.includes(path),
  );
  return Object.fromEntries(
    own.map(([path, field]) => [`options${path.slice(path.indexOf("."))}`, onOption(field)]),
  ) as OwnFields;
}

/**
 * Every knob of a scenario: its label, unit, bounds, default and help. The schema, the form and the link are made
 * from this table, so each is written once. A key without an index ("options.tp") holds for every option. What an
 * option may say for itself ("options.weights") has no default: without it the setting of all options holds.
 *
 * A default is part of every saved link, which leaves it out: changing one needs a new version, see versions/.
 */
export const fields = { ...declared, ...ownFields() };

export type FieldPath = keyof typeof fields;
/** Paths of the fields that hold a number. */
export type NumberFieldPath = {
  [P in FieldPath]: (typeof fields)[P] extends { kind: "number" } ? P : never;
}[FieldPath];

/** The parts of a scenario that hold for all of its options. */
export type SectionId = "workload" | "traffic" | "goals" | "serving" | "finance" | "money";

/** What a section says where nothing is said: its fields with a default. */
export function presetsOf(section: SectionId | "options"): Record<string, unknown> {
  const found = Object.entries<Field>(fields).filter(
    ([path, field]) => path.startsWith(`${section}.`) && field.default !== undefined,
  );
  return Object.fromEntries(found.map(([path, field]) => [path.slice(section.length + 1), field.default]));
}

/** The field of a path with or without an index: "options.0.tp" is "options.tp". Undefined when there is none. */
export function fieldOf(path: string): (typeof fields)[FieldPath] | undefined {
  const key = path.replace(/^options\.\d+\./, "options.");
  return Object.hasOwn(fields, key) ? fields[key as FieldPath] : undefined;
}
