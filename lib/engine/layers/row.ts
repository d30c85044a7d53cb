import type { Input } from "@/lib/formula";
import type { GlobalConstants } from "../constants";
import type { Component, Deployment } from "../deployment";
import * as q from "../inputs/rows";
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
  /** The law for all that its latency or its efficiency is, where that is not the stack's or the architecture's. */
  readonly law?: keyof GlobalConstants;
  readonly values: readonly (readonly [Input, number])[];
  /** Matrices that its product is made of, each with its own outputs; one unless it is said. */
  readonly matrices?: number;
  /** Where it comes from, if not from the model and the layout. */
  readonly origin?: Origin;
}

type Values = readonly (readonly [Input, number])[];

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
      [q.computeEfficiency, efficiency],
      [q.memoryEfficiency, stream],
      [q.fixedLatency, overhead],
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
    efficiency: number;
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
      [q.computeEfficiency, shape.efficiency],
      [q.memoryEfficiency, deployment.constants.cacheEfficiency],
    ],
  };
}

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
      [q.computeEfficiency, deployment.constants.prefillAttentionEfficiency],
      [q.memoryEfficiency, 1],
    ],
  };
}

/** Work in proportion to the rows, with the latency of the small kernels around it. */
export function rowwise(
  deployment: Deployment,
  label: string,
  shape: {
    count: number;
    bytes?: number;
    flop?: number;
    latency?: number;
    state?: number;
    rows?: Values;
    efficiency?: number;
    law?: keyof GlobalConstants;
  },
): Row {
  return {
    label,
    ...(shape.law ? { law: shape.law } : {}),
    kind: "rowwise",
    part: shape.state ? "kv" : shape.latency ? "host" : "activations",
    component: "plain",
    values: [
      [q.rowCount, shape.count],
      ...(shape.rows ?? EVERY_ROW),
      [q.bytesPerRow, shape.bytes ?? 0],
      [q.flopPerRow, shape.flop ?? 0],
      [q.stateBytes, shape.state ?? 0],
      [q.fixedLatency, shape.latency ?? 0],
      [q.peakRate, deployment.attentionPeak],
      [q.computeEfficiency, shape.efficiency ?? 1],
      [
        q.memoryEfficiency,
        shape.state ? deployment.constants.cacheEfficiency : deployment.constants.streamEfficiency,
      ],
    ],
  };
}

/** Rates of a row that neither computes nor streams. */
export const IDLE: Values = [
  [q.peakRate, 1],
  [q.computeEfficiency, 1],
  [q.memoryEfficiency, 1],
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
  const gain = constants.switchReduction ? (stack.reductionGain ?? 1) : 1;
  const across = (2 * (tensor - 1)) / tensor / gain;
  return [collective(label, { count, ranks: tensor, factor: across, bytes: 2, latencies: 1 })];
}

/** Any exchange over `ranks` accelerators: each row's `bytes` per hidden element cross a link `factor` times. */
export function collective(
  label: string,
  shape: {
    count: number;
    ranks: number;
    factor: number;
    bytes: number;
    latencies: number;
    law?: keyof GlobalConstants;
  },
): Row {
  return {
    label,
    ...(shape.law ? { law: shape.law } : {}),
    kind: "collective",
    part: "communication",
    values: [
      [q.rowCount, shape.count],
      [q.ranks, shape.ranks],
      [q.exchangeFactor, shape.factor],
      [q.exchangedBytes, shape.bytes],
      [q.latencyFactor, shape.latencies],
      [q.peakRate, 1],
      [q.computeEfficiency, 1],
    ],
  };
}
