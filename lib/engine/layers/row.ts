import type { Input } from "@/lib/formula";
import type { Component, Deployment } from "../deployment";
import * as q from "../inputs/rows";
import { changed, type Made, plain } from "../made";
import type { Origin } from "../origin";

/** The kinds of operator row; each has its formulas in ops/. */
export type RowKind =
  | "linear"
  | "decodeAttention"
  | "prefillAttention"
  | "experts"
  | "adapters"
  | "rowwise"
  | "collective"
  | "host"
  | "table"
  | "measured";

/** The kinds of row that take part in a step; what was measured beside it only corrects it. */
export const OPERATORS: ReadonlySet<RowKind> = new Set([
  "linear",
  "decodeAttention",
  "prefillAttention",
  "experts",
  "adapters",
  "rowwise",
  "collective",
  "host",
  "table",
] satisfies Exclude<RowKind, "measured">[]);

/** What the bytes and the time of a row are spent on, for the breakdowns. */
export type RowPart = "weights" | "kv" | "activations" | "communication" | "host";

/** One operator of a plan: its kind and the inputs of that row, all others being zero. */
export interface Row {
  readonly label: string;
  readonly kind: RowKind;
  readonly part: RowPart;
  /** The part of the model whose kernel computes it; absent where nothing is computed. */
  readonly component?: Component;
  readonly values: Values;
  /** Matrices that its product is made of, each with its own outputs; one unless it is said. */
  readonly matrices?: number;
  /** Where it comes from, if not from the model and the layout. */
  readonly origin?: Origin;
}

/** Inputs of a row with their values, and what those are made of where that is not the model and the layout. */
type Values = readonly (readonly [Input, number, Made?])[];

/** An input of a row with what its value is made of. */
export const made = (input: Input, of: Made): Values[number] => [input, of.value, of];

/** Rows of decoding sequences alone, of prompts alone, and of the tokens that are sampled. */
export const DECODING: Values = [[q.decodeShare, 1]];
export const PROMPTS: Values = [[q.prefillShare, 1]];
export const SAMPLED: Values = [[q.sampledShare, 1]];
/** `rows` for every prompt, whatever its length. */
export const perPrompt = (rows: number): Values => [[q.promptShare, rows]];

/** Which tokens of a step pass an operator; by default every row does. */
const EVERY_ROW: Values = [
  [q.decodeShare, 1],
  [q.prefillShare, 1],
];

/** A matrix product with weights in a component's format. `stored: 0` when another row stores them. */
export function linear(
  deployment: Deployment,
  label: string,
  component: Component,
  shape: {
    count: number;
    outputs: number;
    inputs: number;
    rows?: Values;
    stored?: number;
    matrices?: number;
  },
): Row {
  const { bytes, activation, rate, efficiency, stream, overhead } = deployment.kernels[component];
  return {
    label,
    kind: "linear",
    part: "weights",
    component,
    ...(shape.matrices === undefined ? {} : { matrices: shape.matrices }),
    values: [
      [q.rowCount, shape.count],
      ...(shape.rows ?? EVERY_ROW),
      [q.gemmOutputs, shape.outputs],
      [q.gemmInputs, shape.inputs],
      [q.bytesPerWeight, bytes],
      [q.bytesPerActivation, activation],
      [q.storedShare, shape.stored ?? 1],
      [q.peakRate, rate],
      made(q.computeEfficiency, efficiency),
      made(q.memoryEfficiency, stream),
      made(q.fixedLatency, overhead),
    ],
  };
}

/** Attention over the cache while decoding. `shared` reads the cache that an earlier layer keeps. */
export function decodeAttention(
  deployment: Deployment,
  label: string,
  shape: {
    count: number;
    heads: number;
    width: number;
    cache: number;
    shared?: boolean | undefined;
    efficiency: Made;
    window?: number;
    reach?: number;
    encoder?: number;
  },
): Row {
  return {
    label,
    kind: "decodeAttention",
    part: "kv",
    component: "plain",
    values: [
      [q.rowCount, shape.count],
      [q.queryHeads, shape.heads],
      [q.pairWidth, shape.width],
      [q.cacheBytes, shape.cache],
      [q.keptBytes, shape.shared ? 0 : shape.cache],
      [q.window, shape.window ?? 0],
      [q.reach, shape.reach ?? shape.window ?? 0],
      [q.encoderTokens, shape.encoder ?? 0],
      [q.peakRate, deployment.attentionPeak],
      made(q.computeEfficiency, shape.efficiency),
      made(q.memoryEfficiency, deployment.constants.cacheEfficiency),
    ],
  };
}

const BESIDE_COMPUTING = plain(1, "attention within prompts is held to moving no bytes of its own");

/** Attention among a prompt's tokens. */
export function prefillAttention(
  deployment: Deployment,
  label: string,
  shape: { count: number; heads: number; width: number; reach?: number; encoder?: number },
): Row {
  return {
    label,
    kind: "prefillAttention",
    part: "activations",
    component: "plain",
    values: [
      [q.rowCount, shape.count],
      [q.queryHeads, shape.heads],
      [q.pairWidth, shape.width],
      [q.reach, shape.reach ?? 0],
      [q.encoderTokens, 0],
      [q.peakRate, deployment.attentionPeak],
      made(q.computeEfficiency, deployment.constants.prefillAttentionEfficiency),
      made(q.memoryEfficiency, BESIDE_COMPUTING),
    ],
  };
}

const UNBOUND = plain(1, "work on rows waits for the memory");
const WITHIN_OTHERS = plain(0, "its launches are counted with those of the layer");

/** Work in proportion to the rows, with the latency of the small kernels around it. */
export function rowwise(
  deployment: Deployment,
  label: string,
  shape: {
    count: number;
    bytes?: Made;
    flop?: number;
    latency?: Made;
    state?: number;
    rows?: Values;
    efficiency?: Made;
  },
): Row {
  return {
    label,
    kind: "rowwise",
    part: shape.state ? "kv" : shape.latency?.value ? "host" : "activations",
    component: "plain",
    values: [
      [q.rowCount, shape.count],
      ...(shape.rows ?? EVERY_ROW),
      shape.bytes ? made(q.bytesPerRow, shape.bytes) : [q.bytesPerRow, 0],
      [q.flopPerRow, shape.flop ?? 0],
      [q.stateBytes, shape.state ?? 0],
      made(q.fixedLatency, shape.latency ?? WITHIN_OTHERS),
      [q.peakRate, deployment.attentionPeak],
      made(q.computeEfficiency, shape.efficiency ?? UNBOUND),
      made(
        q.memoryEfficiency,
        shape.state ? deployment.constants.cacheEfficiency : deployment.constants.streamEfficiency,
      ),
    ],
  };
}

const NOT_COMPUTED = plain(1, "nothing is computed");
const NOT_STREAMED = plain(1, "nothing is streamed in a step");

/** Rates of a row that neither computes nor streams. */
export const IDLE: Values = [
  made(q.peakRate, NOT_COMPUTED),
  made(q.computeEfficiency, NOT_COMPUTED),
  made(q.memoryEfficiency, NOT_STREAMED),
];

/** Bytes that are stored and not streamed in a step. */
export const table = (label: string, bytes: number): Row => ({
  label,
  kind: "table",
  part: "weights",
  values: [[q.rowCount, 1], [q.storedShare, 1], [q.bytesPerRow, bytes], ...IDLE],
});

/** All-reduce of the hidden state over the tensor-parallel ranks; nothing when there is one. */
export function allReduce(deployment: Deployment, label: string, count: number): Row[] {
  const { tensor } = deployment.layout;
  if (tensor === 1) return [];
  const { constants, stack } = deployment;
  const gain = constants.switchReduction?.value ? stack.reductionGain : undefined;
  const across = (2 * (tensor - 1)) / tensor;
  const factor = gain
    ? changed(
        gain,
        (value) => across / value,
        (how) => `2 × ${tensor - 1} / ${tensor} / ${how}`,
      )
    : across;
  return [collective(label, { count, ranks: tensor, factor, bytes: 2 })];
}

const ONCE = plain(1, "one for each collective");

/** Any exchange over `ranks` accelerators: each row's `bytes` per hidden element cross a link `factor` times. */
export function collective(
  label: string,
  shape: {
    count: number;
    ranks: number;
    factor: number | Made;
    bytes: number;
    latencies?: Made;
  },
): Row {
  return {
    label,
    kind: "collective",
    part: "communication",
    values: [
      [q.rowCount, shape.count],
      [q.ranks, shape.ranks],
      typeof shape.factor === "number"
        ? [q.exchangeFactor, shape.factor]
        : made(q.exchangeFactor, shape.factor),
      [q.exchangedBytes, shape.bytes],
      made(q.latencyFactor, shape.latencies ?? ONCE),
      made(q.peakRate, NOT_COMPUTED),
      made(q.computeEfficiency, NOT_COMPUTED),
    ],
  };
}
