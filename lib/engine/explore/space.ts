import type { Accelerator, Format, Model } from "@/lib/catalog/schema";
import type { Option, Scenario, Serving } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import { parseUnit } from "@/lib/units";
import type { Lookup } from "../deployment";
import { SIXTEEN_BITS } from "../kernel";
import { isMixture } from "../mixture";

/** An accelerator to try, at the catalog's price unless it brings another. */
export type Candidate = Pick<Option, "accelerator" | "pricePerHour" | "offer">;

/** Everything that may be combined. Ids are the catalog's. */
export interface Space {
  readonly candidates: readonly Candidate[];
  /** Accelerators that one replica may take, however they share the model. */
  readonly counts: readonly number[];
  readonly weights: readonly string[];
  readonly caches: readonly string[];
  readonly engines: readonly Serving["engine"][];
  /** Requests in flight per replica, ascending. */
  readonly batches: readonly number[];
}

/** How the accelerators of one replica share the model, as an option says it. */
export type Split = Pick<Option, "tp" | "pp" | "dp" | "ep">;

/** By judgement: counts that machines come in, and batches of two steps a doubling, up to more than a replica gets anywhere. */
const COUNTS = [1, 2, 4, 8, 16];
const BATCHES = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096,
];
/** Servers of today; older releases and the makers' drivers for benchmarks are there to be chosen by hand. */
const ENGINES: readonly Serving["engine"][] = [
  "vllm",
  "sglang",
  "trtllm",
  "llama-cpp",
  "optimum-habana",
  "neuronx",
];
/** Formats of eight bits and more, whose answers hardly differ, unless fewer are wished for. */
const WIDE = ["bf16", "fp8", "int8", "gguf-q8_0"];
const NARROW = ["nvfp4", "mxfp4", "int4-awq-g128", "gguf-q4_k_m"];
const CACHES = ["bf16", "fp8"];

/** What a search may be told to leave out or to take in. */
export interface Wishes {
  /** Whether weights of four bits are tried too. */
  readonly narrow: boolean;
}

/** Bytes per second of memory for a dollar: who has many is likely cheap, and rules others out early. */
function promise({ accelerator, pricePerHour }: Candidate, lookup: Lookup): number {
  const price = pricePerHour ?? lookup.price(accelerator)?.perAcceleratorHour.value;
  const bandwidth = lookup.accelerator(accelerator)?.memoryBandwidth.value ?? 0;
  return price ? bandwidth / (pricePerHour === undefined ? price * parseUnit("h").factor : price) : 0;
}

/** The whole space for a scenario: its own formats and engine, and what else is in use; the most promising chips first. */
export function wholeSpace(
  { serving }: Pick<Scenario, "serving">,
  candidates: readonly Candidate[],
  { narrow }: Wishes,
  lookup: Lookup,
): Space {
  return {
    candidates: candidates.toSorted((a, b) => promise(b, lookup) - promise(a, lookup)),
    counts: COUNTS,
    weights: [...new Set([serving.weights, ...WIDE, ...(narrow ? NARROW : [])])],
    caches: [...new Set([serving.kvCache, ...CACHES])],
    engines: [...new Set([serving.engine, ...ENGINES])],
    batches: BATCHES,
  };
}

const sizesOf = (path: "options.tp" | "options.pp" | "options.dp"): readonly number[] =>
  fields[path].choices ?? [];

/**
 * Every way to share a model among `count` accelerators that says something of its own. Attention ranks and expert
 * groups exist for mixtures alone: without experts a rank is a replica. Servers cut every expert into slices or spread
 * them over all accelerators of a stage; between the two lies little.
 */
export function splitsOf(model: Pick<Model, "layers">, count: number): Split[] {
  const mixture = isMixture(model);
  return sizesOf("options.tp").flatMap((tp) =>
    sizesOf("options.pp").flatMap((pp) =>
      (mixture ? sizesOf("options.dp") : [1])
        .filter((dp) => tp * pp * dp === count)
        .flatMap((dp) => [...new Set([1, mixture ? tp * dp : 1])].map((ep) => ({ tp, pp, dp, ep }))),
    ),
  );
}

/** The parts that a space falls into, each to be searched on its own: one accelerator with one format of weights. */
export interface Slice {
  readonly candidate: Candidate;
  readonly weights: string;
}

export const slicesOf = ({ candidates, weights }: Space): Slice[] =>
  candidates.flatMap((candidate) => weights.map((each) => ({ candidate, weights: each })));

const isGguf = (format: string): boolean => format.startsWith("gguf-");

/**
 * Whether anybody runs that format with that server on that chip. GGUF files are llama.cpp's, which multiplies no
 * FP8 or FP4 and knows no makers' own chips; servers for GPUs are not run on CPUs.
 */
export function runsTogether(
  engine: Serving["engine"],
  weights: Pick<Format, "id" | "bits">,
  { kind }: Pick<Accelerator, "kind">,
): boolean {
  if (engine === "llama-cpp") return kind !== "asic" && (isGguf(weights.id) || weights.bits >= SIXTEEN_BITS);
  return !isGguf(weights.id) && kind !== "cpu";
}
