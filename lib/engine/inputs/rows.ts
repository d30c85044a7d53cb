import type { ArchitectureConstants, StackConstants } from "../constants";
import { type Deployment, efficienciesOf } from "../deployment";
import { type Kernel, SIXTEEN_BITS } from "../kernel";
import type { Row } from "../layers/row";
import { calibrated, fixed, lawful, ofModel, quoted } from "../origin";
import { type Asked, ofRow, type RowInput } from "./given";

/** What each operator row brings; all that a row does not say is zero. */

type RowAsked = Asked & { readonly row: Row };

/** The origin of what a row takes from the law `name`, where it goes by that. */
const lawOf = ({ lookup, row: { law } }: RowAsked, name: Row["law"]) =>
  law && law === name ? lawful(lookup, law) : undefined;

export const shaped = (unit: string, label: string): RowInput =>
  ofRow(unit, label, ({ deployment }) => ofModel(deployment));

export const rowCount = shaped("1", "Times the operator runs in a step");
export const decodeShare = shaped("1", "Rows per decoding token");
export const prefillShare = shaped("1", "Rows per prefill token");
export const sampledShare = shaped("1", "Rows per sampled token");
export const promptShare = shaped("1", "Rows per prompt");
export const gemmOutputs = shaped("1", "Output width of the product");
export const gemmInputs = shaped("1", "Reduction length of the product");
export const storedShare = shaped("1", "Share of the weights that is stored here");

// Attention rows
export const queryHeads = shaped("1", "Query heads per accelerator");
export const pairWidth = shaped("1", "Multiply-accumulates per query, key and head");
export const cacheBytes = shaped("B/tok", "Cached bytes that are read per token, layer and accelerator");
export const keptBytes = shaped("B/tok", "Bytes that a layer itself keeps per token and accelerator");
export const window = shaped("tok", "Tokens kept in the cache, zero for all");
export const reach = shaped("tok", "Tokens that a query reads, zero for all");
export const stateBytes = shaped("B", "Fixed state per sequence, layer and accelerator");
export const encoderTokens = shaped("tok", "Tokens of an encoder that are cached once");

// Elementwise and expert rows, exchanges
export const bytesPerRow = shaped("B", "Bytes read and written per row");
export const flopPerRow = shaped("FLOP", "Operations per row");
export const expertCount = shaped("1", "Routed experts");
export const expertsPerToken = shaped("1", "Experts that each token passes");
export const expertMatrices = shaped("1", "Matrices of one expert");
export const expertInputs = shaped("1", "Width that the experts read and write");
export const expertSlice = shaped("1", "Width of an expert's slice on one accelerator");
export const exchangedBytes = shaped("B", "Bytes sent per row and element of the hidden width");
export const ranks = shaped("1", "Accelerators that take part in the collective");
export const exchangeFactor = shaped("1", "Times each byte crosses the link");
export const latencyFactor = ofRow(
  "1",
  "Collective latencies paid",
  (asked) => lawOf(asked, "exchangeLatency") ?? fixed("one for each collective"),
);

const stored = ({ deployment: { kernels }, row }: RowAsked) => {
  const { format } = kernels[row.component ?? "ffn"];
  return {
    kind: "catalog",
    record: `formats/${format.id}`,
    source: format.source,
    text: format.rule,
  } as const;
};
export const bytesPerWeight = ofRow("B", "Bytes per weight, scales included", stored);
export const bytesPerActivation = ofRow("B", "Bytes per activation", stored);

export const peakRate = ofRow("FLOP/s", "Dense peak rate", ({ deployment, row }) => {
  const { kernels, accelerator } = deployment;
  const record = `accelerators/${accelerator.id}`;
  if (!row.component) return fixed("nothing is computed");
  const figure = accelerator.peak[kernels[row.component].type];
  return figure ? quoted(record, figure) : { kind: "catalog", record };
});

const architectureOf = ({ deployment, lookup }: Asked, ...constants: (keyof ArchitectureConstants)[]) =>
  calibrated(lookup, efficienciesOf(deployment.accelerator), ...constants);
const stackOf = ({ deployment, lookup }: Asked, ...constants: (keyof StackConstants)[]) =>
  calibrated(lookup, deployment.stackId, ...constants);

/** What a stack's own kernels are described by. */
const OWN_KERNELS = [
  "computeShare",
  "attentionShare",
  "attentionPerClock",
  "bytesPerClock",
  "weightsPerClock",
] as const satisfies readonly (keyof StackConstants)[];

/** An efficiency comes from the architecture, unless the stack's own kernels reach less; `others` where it is made of others. */
function efficiency(
  asked: RowAsked,
  reached: number,
  name: keyof ArchitectureConstants,
  ...others: (keyof ArchitectureConstants)[]
) {
  const { accelerator, global } = asked.deployment;
  const most = asked.lookup.calibration(efficienciesOf(accelerator))?.constants[name] ?? 0;
  return reached < most * global.expandStream
    ? stackOf(asked, ...OWN_KERNELS)
    : architectureOf(asked, ...(others.length > 0 ? others : [name]));
}

const ATTENTION = {
  decodeAttention: "decodeAttentionEfficiency",
  prefillAttention: "prefillAttentionEfficiency",
} as const satisfies Partial<Record<Row["kind"], keyof Deployment["constants"]>>;

const BY_TYPE = {
  fp32: "bf16Efficiency",
  bf16: "bf16Efficiency",
  fp16: "bf16Efficiency",
  fp8: "fp8Efficiency",
  int8: "int8Efficiency",
  fp4: "fp4Efficiency",
} as const satisfies Record<Kernel["type"], keyof ArchitectureConstants>;

export const computeEfficiency = ofRow("1", "Share of the peak rate that the kernel reaches", (asked) => {
  const { kind } = asked.row;
  if (kind === "rowwise") return lawOf(asked, "scanEfficiency") ?? fixed("work on rows waits for the memory");
  const { constants, kernels } = asked.deployment;
  if (kind === "decodeAttention" || kind === "prefillAttention")
    return efficiency(asked, constants[ATTENTION[kind]], ATTENTION[kind]);
  const { type, format } = kernels[asked.row.component ?? "plain"];
  const expands = BY_TYPE[type] === "bf16Efficiency" && format.bits < SIXTEEN_BITS;
  return efficiency(
    asked,
    constants.bf16Efficiency,
    "bf16Efficiency",
    BY_TYPE[type],
    ...(expands ? ["expandEfficiency" as const] : []),
    ...(kind === "experts" ? ["expertEfficiency" as const] : []),
  );
});

export const memoryEfficiency = ofRow("1", "Share of the bandwidth that the kernel reaches", (asked) =>
  asked.row.part === "weights"
    ? efficiency(asked, asked.deployment.kernels[asked.row.component ?? "plain"].stream, "streamEfficiency")
    : architectureOf(asked, "cacheEfficiency"),
);

export const fixedLatency = ofRow("s", "Launch gaps and kernels too small to time", (asked) =>
  asked.row.kind === "linear" || asked.row.kind === "experts"
    ? lawful(asked.lookup, "quantiseTime")
    : (lawOf(asked, "indexTime") ?? stackOf(asked, "layerTime")),
);
